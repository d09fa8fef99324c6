import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import mysql from "mysql2/promise";
import { DAY } from "../dist/kernel/clock.js";
import { monthBefore, monthOf } from "../dist/kernel/day.js";
import { newId } from "../dist/kernel/ids.js";
import { pageOfAccount } from "../dist/payments/ledger-account.store.js";
import { balancesOfMonth } from "../dist/payments/ledger-totals.store.js";
import { recordCash } from "../dist/payments/record-cash.flow.js";
import { readConfig } from "../dist/platform/config.js";
import { buildServer } from "../dist/server.js";
import { cancelStatement } from "../dist/settlement/cancel-statement.flow.js";
import { makeStatement } from "../dist/settlement/make-statement.flow.js";
import { openItemsOf } from "../dist/settlement/open-items.step.js";
import { statementById } from "../dist/settlement/statement.store.js";
import { median, percentile } from "./client.mjs";

/**
 * Whether the books stay as fast while they grow: the demo's data, then orders of the past by plain SQL (each with its
 * receipt, its revenue, its cost and a line of a paid statement), measured at each size. Run by `npm run bench -- --only
 * ledger`, which starts the database.
 */
const { values: options } = parseArgs({
  options: { quick: { type: "boolean" }, only: { type: "string" }, sizes: { type: "string" } },
});
const sizes = (options.sizes ?? (options.quick ? "10000,100000" : "10000,100000,1000000")).split(",").map(Number);
const TIMES = 40;
/** Of the supplier that is measured this many items are still to be paid, at every size. */
const OPEN = 200;
const BATCH = 20_000;
const MINUTE = 60_000;
/** One order a minute, so that every month of the past is equally busy. */
const start = Date.now() - 60 * DAY - Math.max(...sizes) * MINUTE;

const server = await buildServer(readConfig({ LOG_LEVEL: "error", ...process.env }), {});
const { platform } = server;
const sql = platform.database.read;
const connection = await mysql.createConnection({ uri: process.env.DATABASE_URL, multipleStatements: true });
try {
  const ground = await prepare();
  const results = [];
  let made = 0;
  for (const size of sizes) {
    const from = performance.now();
    made = await grow(ground, made, size);
    const seconds = Math.round((performance.now() - from) / 1_000);
    console.log(`  ${size.toLocaleString("en")} orders in the books (${seconds} s)`);
    results.push({ size, ...(await measure(ground)) });
  }
  report(results);
} finally {
  await connection.end();
  await server.stop();
}

/** What is copied and who acts: an order and a component of the demo, a supplier, a cashier with every right. */
async function prepare() {
  const [order] = await sql.query(
    "SELECT id, customerId FROM orders WHERE state = 'COMPLETED' ORDER BY id LIMIT 1",
    [],
  );
  const [component] = await sql.query("SELECT id, supplierId FROM order_components WHERE orderId = ? LIMIT 1", [
    order.id,
  ]);
  const suppliers = await sql.query("SELECT id FROM suppliers ORDER BY id LIMIT 8", []);
  const [staff] = await sql.query("SELECT id FROM accounts WHERE login = 'admin@demo.kaidan'", []);
  const [due] = await sql.query(
    "SELECT id FROM instalments WHERE state = 'DUE' AND amount > 100000 ORDER BY id LIMIT 1",
    [],
  );
  const rights = ["payments.confirm", "settlement.manage"];
  const viewer = { kind: "staff", accountId: staff.id, sessionId: newId(), permissions: new Set(rights), ip: "" };
  const statementId = newId();
  await connection.query(
    `INSERT INTO statements (id, no, supplierId, state, gross, deducted, retained, net, carried, cutAt, paidAt, version)
     VALUES (?, 'ST-BENCH', ?, 'PAID', 0, 0, 0, 0, 0, ?, ?, 1)`,
    [statementId, component.supplierId, start, start],
  );
  const columns = { orders: await columnsOf("orders"), components: await columnsOf("order_components") };
  const others = suppliers.map(({ id }) => id).filter((id) => id !== component.supplierId);
  return { order, component, supplierId: component.supplierId, others, due, viewer, statementId, columns };
}

async function columnsOf(table) {
  const rows = await sql.query(
    `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND GENERATION_EXPRESSION IS NULL OR
       TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND GENERATION_EXPRESSION = ''`,
    [table, table],
  );
  return rows.map(({ name }) => name);
}

/** Brings the books from `made` to `size` orders. The referees of the tables rest meanwhile: what is written is whole. */
async function grow(ground, made, size) {
  const [triggers] = await connection.query("SHOW TRIGGERS WHERE `Table` IN ('ledger_transactions', 'postings')");
  const texts = [];
  for (const { Trigger } of triggers) {
    const [[shown]] = await connection.query(`SHOW CREATE TRIGGER \`${Trigger}\``);
    // Without its definer, which a server without grants does not know.
    texts.push(shown["SQL Original Statement"].replace(/ DEFINER=\S+/, ""));
    await connection.query(`DROP TRIGGER \`${Trigger}\``);
  }
  await connection.query("SET foreign_key_checks = 0, unique_checks = 0");
  for (let from = made; from < size; from += BATCH) await batch(ground, from, Math.min(from + BATCH, size));
  await connection.query("SET foreign_key_checks = 1, unique_checks = 1");
  for (const text of texts) await connection.query(text);
  await connection.query(
    "ANALYZE TABLE ledger_transactions, postings, supplier_items, statement_lines, orders, order_components",
  );
  return size;
}

/** Orders `from` to `to`, in one transaction. The first of the measured supplier's stay to be paid. */
async function batch({ order, component, supplierId, others, statementId, columns }, from, to) {
  const rows = `seq_${from}_to_${to - 1} s`;
  const at = `(${start} + s.seq * ${MINUTE})`;
  const id = (letter) => `CONCAT('${letter}', LPAD(s.seq, 21, '0'))`;
  const all = others.map((other) => `'${other}'`).join(", ");
  const who = `IF(s.seq < ${OPEN} OR s.seq % 4 = 0, '${supplierId}', ELT(1 + s.seq % ${others.length}, ${all}))`;
  const open = `s.seq < ${OPEN}`;
  const copy = (table, names, key, change) => {
    const values = names.map((name) => change[name] ?? `t.\`${name}\``).join(", ");
    const list = names.map((name) => `\`${name}\``).join(", ");
    return `INSERT INTO ${table} (${list}) SELECT ${values} FROM ${rows} JOIN ${table} t ON t.id = '${key}'`;
  };
  const transaction = (letter, kind, later) =>
    `INSERT INTO ledger_transactions (id, no, kind, memo, at, orderId, idempotencyKey, actorId, reverses, sealed)
     SELECT ${id(letter)}, ${id(letter)}, '${kind}', 'bench', ${at} + ${later}, ${id("o")}, ${id(letter)}, NULL, NULL, 1 FROM ${rows}`;
  const posting = (letter, position, account, side, amount, later, supplier = "NULL") =>
    `INSERT INTO postings (id, transactionId, position, account, debit, credit, at, orderId, componentId, supplierId, customerId)
     SELECT ${id(`${letter}${position}`).replace("21", "20")}, ${id(letter)}, ${position}, '${account}',
       ${side === "debit" ? amount : 0}, ${side === "credit" ? amount : 0}, ${at} + ${later}, ${id("o")}, ${id("c")}, ${supplier}, '${order.customerId}' FROM ${rows}`;
  const work = [
    copy("orders", columns.orders, order.id, {
      ...{ id: id("o"), no: id("o"), quotationId: "NULL", placedAt: at },
    }),
    copy("order_components", columns.components, component.id, { id: id("c"), orderId: id("o"), supplierId: who }),
    transaction("r", "RECEIPT", 0),
    posting("r", 0, "1012.TEST", "debit", 10_600, 0),
    posting("r", 1, "2203", "credit", 10_600, 0),
    transaction("e", "REVENUE_EARNED", 1),
    posting("e", 0, "2203", "debit", 10_600, 1),
    posting("e", 1, "6001", "credit", 10_000, 1),
    posting("e", 2, "2221", "credit", 600, 1),
    transaction("k", "COST_INCURRED", 2),
    posting("k", 0, "6401", "debit", 7_000, 2),
    posting("k", 1, "2202", "credit", 7_000, 2, who),
    `INSERT INTO supplier_items (supplierId, account, item, orderId, componentId, balance, since)
     SELECT ${who}, '2202', CONCAT('c:', ${id("c")}), ${id("o")}, ${id("c")}, IF(${open}, 7000, 0), ${at} FROM ${rows}`,
    `INSERT INTO statement_lines (id, statementId, supplierId, position, account, item, liveItem, orderId, componentId, orderNo, title, amount, retained, retainedUntil, state)
     SELECT ${id("l")}, '${statementId}', ${who}, s.seq, '2202', CONCAT('c:', ${id("c")}), NULL, ${id("o")}, ${id("c")}, ${id("o")}, 'bench', 7000, 0, NULL, 'ACTIVE'
     FROM ${rows} WHERE NOT (${open})`,
    `INSERT INTO ledger_totals (account, month, slot, debit, credit)
     SELECT account, DATE_FORMAT(FROM_UNIXTIME((at + 28800000) DIV 1000), '%Y-%m') AS month, 0, SUM(debit), SUM(credit) FROM postings
     WHERE orderId BETWEEN CONCAT('o', LPAD(${from}, 21, '0')) AND CONCAT('o', LPAD(${to - 1}, 21, '0')) GROUP BY account, month
     ON DUPLICATE KEY UPDATE debit = debit + VALUES(debit), credit = credit + VALUES(credit)`,
  ];
  await connection.beginTransaction();
  for (const statement of work) await connection.query(statement);
  await connection.commit();
}

/** Milliseconds of each thing that staff do with the books, `TIMES` times each. */
async function measure({ supplierId, viewer, due }) {
  const month = monthOf(Date.now() - 65 * DAY);
  const middle = { first: 50, after: [start + 3 * DAY, "z"] };
  const cut = async () => {
    const input = { supplierId, idempotencyKey: newId() };
    const { id, version } = await statementById(sql, await makeStatement(platform, viewer, input));
    return () => cancelStatement(platform, viewer, { statementId: id, version, reason: "bench" });
  };
  const pay = () =>
    recordCash(platform, viewer, { instalmentId: due.id, amount: 1, receiptNo: newId(), idempotencyKey: newId() });
  return {
    trial: await timed(() => balancesOfMonth(sql, null)),
    month: await timed(() => balancesOfMonth(sql, monthBefore(month))),
    account: await timed(() => pageOfAccount(sql, "2202", { first: 50, after: null })),
    within: await timed(() => pageOfAccount(sql, "2202", middle)),
    open: await timed(() => openItemsOf(sql, supplierId)),
    cut: await timed(cut),
    pay: await timed(pay),
  };
}

/** p50 and p95 of a work; what it returns is called when its time has been taken. */
async function timed(work) {
  const times = [];
  for (let n = 0; n < TIMES + 3; n += 1) {
    const from = performance.now();
    const undo = await work();
    if (n >= 3) times.push(performance.now() - from);
    if (typeof undo === "function") await undo();
  }
  return { p50: median(times), p95: percentile(times, 0.95) };
}

function report(results) {
  const titles = {
    trial: "trial balance of all that was posted",
    month: "trial balance of one month",
    account: "an account's newest 50 postings with what it held after each",
    within: "the same three days into the first month, of 43,200 orders once it is full",
    open: `what is open with a supplier, ${OPEN} items`,
    cut: `making its statement, ${OPEN} lines`,
    pay: "cash for an instalment, received and posted",
  };
  const head = results.map(({ size }) => ` ${size.toLocaleString("en")} orders |`).join("");
  console.log(`\n| p50 / p95 ms |${head}\n|---|${results.map(() => "---|").join("")}`);
  for (const [name, title] of Object.entries(titles)) {
    const cells = results
      .map((result) => ` ${result[name].p50.toFixed(1)} / ${result[name].p95.toFixed(1)} |`)
      .join("");
    console.log(`| ${title} |${cells}`);
  }
}
