import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import mysql from "mysql2/promise";
import { WebSocketServer } from "ws";

/**
 * The floor: what node:http and mysql2 need for the same rows and the same JSON, with nothing between. No rights, no
 * validation, no schema. Everything that the product does beyond this is what the ratios show.
 */
const pool = mysql.createPool({ uri: process.env.DATABASE_URL, connectionLimit: 12, supportBigNumbers: true });
// As the product's own connections: else the floor's writers would lock gaps and meet each other.
pool.on("connection", (made) => made.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"));
const rows = async (sql, values = []) => (await pool.execute(sql, values))[0];
const marks = (values) => values.map(() => "?").join(",");
const json = (value) => (typeof value === "string" ? JSON.parse(value) : value);

async function list() {
  const products = await rows(
    `SELECT p.id, p.slug, p.title, v.summary, v.picture, p.priceFrom, p.supplierCount, p.soldCount, p.ratingCount, p.overallSum, p.recommendScore, p.categoryId
     FROM products p JOIN product_versions v ON v.id = p.publishedVersionId WHERE p.listed = 1 ORDER BY p.recommendScore DESC, p.id DESC LIMIT 21`,
  );
  const categories = new Map((await rows("SELECT id, slug, name FROM categories")).map((row) => [row.id, row]));
  const nodes = products.slice(0, 20).map((p) => ({
    ...{
      id: p.id,
      slug: p.slug,
      title: p.title,
      summary: p.summary,
      picture: p.picture,
      priceFrom: String(p.priceFrom),
    },
    ...{
      supplierCount: p.supplierCount,
      soldCount: p.soldCount,
      rating: rating(p),
      category: named(categories.get(p.categoryId)),
    },
  }));
  const last = nodes.at(-1);
  return {
    data: {
      products: {
        nodes,
        pageInfo: {
          hasNextPage: products.length > 20,
          endCursor: last ? Buffer.from(last.id).toString("base64url") : null,
        },
      },
    },
  };
}

const named = (category) => ({ slug: category.slug, name: category.name });
const rating = (row) => ({
  count: row.ratingCount,
  overall: row.ratingCount ? Math.round((row.overallSum * 10) / row.ratingCount) / 10 : null,
});

async function product(slug) {
  const [p] = await rows(
    "SELECT p.*, v.id AS versionId, v.summary, v.description, v.inputs, v.plan FROM products p JOIN product_versions v ON v.id = p.publishedVersionId WHERE p.slug = ?",
    [slug],
  );
  const components = await rows(
    "SELECT c.id, c.required, c.stage, c.quantity, c.itemId, i.name, i.unit FROM product_components c JOIN service_items i ON i.id = c.itemId WHERE c.versionId = ? ORDER BY c.position",
    [p.versionId],
  );
  const items = components.map((component) => component.itemId);
  const services = await rows(
    `SELECT s.id, s.itemId, s.salePrice, s.level, u.id AS supplierId, u.name, u.completedCount, u.ratingCount, u.overallSum FROM supplier_services s
     JOIN suppliers u ON u.id = s.supplierId WHERE s.itemId IN (${marks(items)}) AND s.state = 'EFFECTIVE' AND u.state = 'ACTIVE'`,
    items,
  );
  const offers = (itemId) =>
    services
      .filter((s) => s.itemId === itemId)
      .map((s, n) => ({
        ...{ id: s.id, salePrice: String(s.salePrice), level: s.level, recommended: n === 0 },
        supplier: { id: s.supplierId, name: s.name, completedCount: s.completedCount, rating: rating(s) },
      }));
  const told = {
    ...{ id: p.id, title: p.title, summary: p.summary, description: p.description, priceFrom: String(p.priceFrom) },
    ...{ supplierCount: p.supplierCount, soldCount: p.soldCount, rating: rating(p), inputs: json(p.inputs) },
    components: components.map((c) => ({
      id: c.id,
      required: !!c.required,
      stage: c.stage,
      quantity: c.quantity,
      item: { name: c.name, unit: c.unit },
      offers: offers(c.itemId),
    })),
    plan: json(p.plan),
  };
  return { data: { product: told } };
}

async function order(id) {
  const [[o], instalments, lines, tickets, reports, facts] = await Promise.all([
    rows("SELECT * FROM orders WHERE id = ?", [id]),
    rows("SELECT * FROM instalments WHERE orderId = ? ORDER BY seq", [id]),
    rows(
      "SELECT c.*, s.name AS supplierName FROM order_components c JOIN suppliers s ON s.id = c.supplierId WHERE c.orderId = ? ORDER BY c.position",
      [id],
    ),
    rows("SELECT * FROM tickets WHERE orderId = ?", [id]),
    rows(
      "SELECT r.* FROM progress_reports r JOIN tickets t ON t.id = r.ticketId WHERE t.orderId = ? AND r.state = 'APPROVED' ORDER BY r.submittedAt",
      [id],
    ),
    rows("SELECT * FROM facts WHERE stream = ? ORDER BY streamSeq", [`order:${id}`]),
  ]);
  const photoIds = reports.flatMap((report) => json(report.photoIds ?? "[]"));
  if (photoIds.length > 0) await rows(`SELECT * FROM files WHERE id IN (${marks(photoIds)})`, photoIds);
  const paid = instalments.reduce((sum, row) => sum + row.paid, 0);
  const told = {
    ...{
      id: o.id,
      no: o.no,
      state: o.state,
      moneyState: "PARTLY_PAID",
      total: String(o.total),
      paid: String(paid),
      due: String(o.total - paid),
    },
    ...{ productTitle: o.productTitle, placedAt: iso(o.placedAt), version: o.version },
    instalments: instalments.map((i) => ({
      id: i.id,
      seq: i.seq,
      name: i.name,
      nature: i.nature,
      trigger: i.trigger,
      amount: String(i.amount),
      paid: String(i.paid),
      state: i.state,
      dueAt: iso(i.dueAt),
    })),
    lines: lines.map((l) => ({
      id: l.id,
      itemName: l.itemName,
      unit: l.unit,
      quantity: l.quantity,
      amount: String(l.saleAmount),
      stage: l.stage,
      supplier: { id: l.supplierId, name: l.supplierName },
    })),
    tickets: tickets.map((t) => ({
      ...{ id: t.id, no: t.no, itemName: t.itemName, state: t.state, percent: t.percent },
      milestones: json(t.milestones).map((m) => ({ code: m.code, name: m.name, weight: m.weight, done: false })),
      reports: reports
        .filter((r) => r.ticketId === t.id)
        .map((r) => ({
          id: r.id,
          text: r.text,
          submittedAt: iso(r.submittedAt),
          photos: json(r.photoIds ?? "[]").map((photo) => ({
            id: photo,
            url: `/files/${photo}?until=1795345200000&signature=${"x".repeat(43)}`,
          })),
        })),
    })),
    timeline: facts.map((f) => ({
      seq: f.streamSeq,
      at: iso(f.at),
      kind: f.kind,
      amount: json(f.payload).amount ?? null,
      subject: json(f.payload).subject ?? null,
    })),
    delivery: { done: 1, total: tickets.length, percent: 50 },
    nextStep: { actor: "SUPPLIER", code: "WAIT_WORK" },
  };
  return { data: { order: told } };
}

const iso = (at) => (at === null ? null : new Date(Number(at)).toISOString());

/** The rows that placing one order writes, copied with new ids, in one transaction of multi-row inserts. */
let template;
async function place(orderId) {
  template ??= await readTemplate(orderId);
  const id = randomBytes(16).toString("base64url");
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query("INSERT INTO idempotency_keys SET ?", { ...template.key, key: id });
    await connection.query("INSERT INTO orders SET ?", { ...template.order, id, no: `SO${id.slice(0, 14)}` });
    await insertAll(
      connection,
      "order_components",
      template.lines.map((row) => ({ ...row, id: randomBytes(16).toString("base64url"), orderId: id })),
    );
    await insertAll(
      connection,
      "instalments",
      template.instalments.map((row) => ({ ...row, id: randomBytes(16).toString("base64url"), orderId: id })),
    );
    await connection.query("INSERT INTO timers SET ?", { ...template.timer, id, subjectId: id });
    await connection.query("INSERT INTO price_snapshots SET ?", { ...template.snapshot, id, orderId: id });
    await connection.query("INSERT INTO contracts SET ?", {
      ...template.contract,
      id,
      no: `CT${id.slice(0, 14)}`,
      orderId: id,
    });
    const stream = `order:${id}`;
    await connection.query("INSERT INTO fact_streams SET ?", { stream, lastSeq: template.facts.length });
    const facts = template.facts.map((row, index) => ({ ...row, seq: null, stream, streamSeq: index + 1 }));
    const [{ insertId }] = await insertAll(connection, "facts", facts);
    await insertAll(
      connection,
      "deliveries",
      template.deliveries.map((row) => ({
        ...{ ...row, id: randomBytes(16).toString("base64url"), stream },
        factSeq: insertId + template.facts.findIndex(({ seq }) => seq === row.factSeq),
      })),
    );
    await connection.commit();
    return {
      data: {
        placeOrder: {
          order: { id, no: `SO${id.slice(0, 14)}`, total: String(template.order.total), state: "CONFIRMED" },
          userErrors: [],
        },
      },
    };
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

async function readTemplate(orderId) {
  const first = async (sql, values) => (await rows(sql, values))[0];
  const stream = `order:${orderId}`;
  // What the placing transaction told: from the order's first fact to the form that a listener issued of it.
  const facts = await rows(
    `SELECT f.* FROM facts f JOIN facts p ON p.stream = ? AND p.streamSeq = 1
     WHERE f.seq >= p.seq AND f.at = p.at
       AND f.seq < (SELECT MIN(seq) FROM facts WHERE stream = ? AND kind = 'FormIssued')`,
    [stream, stream],
  );
  const seqs = facts.map(({ seq }) => seq);
  return {
    key: await first("SELECT * FROM idempotency_keys LIMIT 1"),
    order: await first("SELECT * FROM orders WHERE id = ?", [orderId]),
    lines: await rows("SELECT * FROM order_components WHERE orderId = ?", [orderId]),
    instalments: await rows("SELECT * FROM instalments WHERE orderId = ?", [orderId]),
    timer: await first("SELECT * FROM timers LIMIT 1"),
    snapshot: await first("SELECT * FROM price_snapshots WHERE orderId = ?", [orderId]),
    contract: await first("SELECT * FROM contracts WHERE orderId = ?", [orderId]),
    facts,
    deliveries: await rows(`SELECT * FROM deliveries WHERE factSeq IN (${marks(seqs)})`, seqs),
  };
}

/** The rows that a paid first instalment writes, copied from those of another attempt, in one transaction. */
let paid;
async function confirm(paymentId, like) {
  paid ??= await readPaid(like);
  const fresh = () => randomBytes(16).toString("base64url");
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    const [[payment]] = await connection.query("SELECT * FROM payments WHERE id = ?", [paymentId]);
    const { orderId, instalmentId } = payment;
    await connection.query("SELECT * FROM orders WHERE id = ? FOR UPDATE", [orderId]);
    const [lines] = await connection.query("SELECT * FROM order_components WHERE orderId = ?", [orderId]);
    await connection.query("UPDATE payments SET state = 'SUCCEEDED', received = amount WHERE id = ?", [paymentId]);
    await connection.query("UPDATE instalments SET state = 'PAID', paid = amount WHERE id = ?", [instalmentId]);
    await connection.query("UPDATE timers SET state = 'CANCELLED' WHERE subjectId IN (?) AND state = 'PENDING'", [
      [orderId, paymentId, instalmentId],
    ]);
    const id = fresh();
    const entry = { ...paid.entry, id, no: `LT${id.slice(0, 14)}`, idempotencyKey: id, orderId, sealed: 0 };
    await connection.query("INSERT INTO ledger_transactions SET ?", entry);
    const owned = { transactionId: id, orderId, instalmentId, paymentId };
    await insertAll(
      connection,
      "postings",
      paid.postings.map((row) => ({ ...row, ...owned, id: fresh() })),
    );
    await connection.query("UPDATE ledger_transactions SET sealed = 1 WHERE id = ?", [id]);
    await connection.query("UPDATE orders SET state = 'IN_DELIVERY', version = version + 1 WHERE id = ?", [orderId]);
    const ticket = { ...paid.ticket, id, no: `WO${id.slice(0, 14)}`, orderId, orderComponentId: lines[0].id };
    await connection.query("INSERT INTO tickets SET ?", ticket);
    const stream = `paid:${id}`;
    await connection.query("INSERT INTO fact_streams SET ?", { stream, lastSeq: paid.facts.length });
    await insertAll(
      connection,
      "facts",
      paid.facts.map((row, index) => ({ ...row, seq: null, stream, streamSeq: index + 1 })),
    );
    await insertAll(
      connection,
      "deliveries",
      paid.deliveries.map((row) => ({ ...row, id: fresh(), stream, state: "DONE" })),
    );
    await connection.commit();
    return { code: "SUCCESS" };
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

async function readPaid(paymentId) {
  const first = async (sql, values) => (await rows(sql, values))[0];
  const payment = await first("SELECT * FROM payments WHERE id = ?", [paymentId]);
  const entry = await first(
    "SELECT l.* FROM ledger_transactions l JOIN postings p ON p.transactionId = l.id WHERE p.paymentId = ? LIMIT 1",
    [paymentId],
  );
  const stream = `order:${payment.orderId}`;
  const facts = await rows("SELECT * FROM facts WHERE stream = ? AND at = ? AND kind <> 'FormIssued'", [
    stream,
    payment.settledAt,
  ]);
  const seqs = facts.map(({ seq }) => seq);
  return {
    entry,
    postings: await rows("SELECT * FROM postings WHERE transactionId = ? ORDER BY position", [entry.id]),
    ticket: await first("SELECT * FROM tickets WHERE orderId = ?", [payment.orderId]),
    facts,
    deliveries: await rows(`SELECT * FROM deliveries WHERE factSeq IN (${marks(seqs)})`, seqs),
  };
}

function insertAll(connection, table, list) {
  const columns = Object.keys(list[0]);
  const values = list.flatMap((row) => columns.map((column) => row[column]));
  const one = `(${marks(columns)})`;
  return connection.query(
    `INSERT INTO ${table} (${columns.map((c) => `\`${c}\``).join(",")}) VALUES ${list.map(() => one).join(",")}`,
    values,
  );
}

const server = createServer(async (request, answer) => {
  try {
    const url = new URL(request.url, "http://floor");
    const body = await answerTo(url);
    answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  } catch (error) {
    answer.writeHead(500).end(String(error));
  }
});

async function answerTo(url) {
  const id = url.searchParams.get("id");
  switch (url.pathname) {
    case "/list":
      return list();
    case "/product":
      return product(url.searchParams.get("slug"));
    case "/order":
      return order(id);
    case "/place":
      return place(id);
    case "/confirm":
      return confirm(id, url.searchParams.get("like"));
    case "/publish":
      for (const socket of sockets.clients)
        if (socket.topic === id)
          socket.send(
            JSON.stringify({
              id: "1",
              type: "next",
              payload: {
                data: {
                  orderChanged: {
                    seq: 1,
                    order: { id, version: 1, state: "IN_DELIVERY", delivery: { percent: 50 }, pendingReportCount: 0 },
                  },
                },
              },
            }),
          );
      return {};
    default:
      throw new Error("unknown");
  }
}

const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on("connection", (socket, request) => {
  socket.topic = new URL(request.url, "http://floor").searchParams.get("id");
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
