import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { dayOf, endOfMonth, monthOf } from "../src/kernel/day.js";
import { newId } from "../src/kernel/ids.js";
import { fen } from "../src/kernel/money.js";
import { pageRequest } from "../src/kernel/page.js";
import { found } from "../src/kernel/refusal.js";
import type { AccountCode } from "../src/payments/accounts.js";
import { pageOfJournal } from "../src/payments/journal.store.js";
import { type PostingDims, post } from "../src/payments/ledger.store.js";
import type { LedgerKind } from "../src/payments/ledger-kinds.js";
import { credit, debit, type PostingLine } from "../src/payments/postings.js";
import type { SqlValue } from "../src/platform/sql.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { aPaidOrder, type MadeOrder } from "./kit/makers-orders.js";
import { planOf } from "./kit/plan-of.js";
import { approved, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const JOURNAL = `query($filter: JournalFilterInput, $first: Int, $after: String) {
  ledgerTransactions(filter: $filter, first: $first, after: $after) {
    nodes { id no kind orderId at postings { account debit credit paymentId refundId supplierId statementId } }
    pageInfo { hasNextPage endCursor } } }`;
const TRIAL = `query($month: String) { ledgerAccounts(month: $month) { code opening debit credit balance }
  ledgerClosing { months } }`;

let world: World;
let reader: Actor;
let order: MadeOrder;
let supplierId: string;

beforeAll(async () => {
  world = await openWorld();
  reader = await aStaff(world, ["ledger.read"]);
  order = await aPaidOrder(world);
  ({ supplierId } = await aSupplier(world));
});
afterAll(() => world.close());

interface Told {
  id: string;
  kind: string;
  orderId: string | null;
  postings: { account: string; debit: string; credit: string; paymentId: string; refundId: string }[];
}

interface JournalPage {
  nodes: Told[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function page(filter: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<JournalPage> {
  return (await reader.ask(JOURNAL, { filter, first: 100, ...more }))["ledgerTransactions"] as unknown as JournalPage;
}
const journal = async (filter: Record<string, unknown>): Promise<Told[]> => (await page(filter)).nodes;
const idsOf = (told: readonly Told[]): string[] => told.map(({ id }) => id);

/** Posts one transaction by itself and tells its id. */
function book(lines: readonly PostingLine[], dims: PostingDims = {}, kind: LedgerKind = "SUPPLIER_CHARGED") {
  const transaction = { kind, memo: "", idempotencyKey: newId(), lines, dims };
  return world.server.platform.work.run(SYSTEM, (tx) => post(tx, transaction));
}
const two = (one: AccountCode, other: AccountCode, amount = 100): PostingLine[] => [
  debit(one, fen(amount)),
  credit(other, fen(amount)),
];

describe("the journal", () => {
  it("of an account tells each transaction that touches it once, also with several postings on it", async () => {
    const twice = [debit("2241.D", fen(60)), debit("2241.D", fen(40)), credit("1221.S", fen(100))];
    const id = await book(twice, { supplierId });
    const other = await book(two("1002", "6711"));
    const told = await journal({ account: "2241.D" });
    expect(idsOf(told).filter((each) => each === id)).toHaveLength(1);
    expect(idsOf(told)).not.toContain(other);
    expect(told[0]?.postings).toHaveLength(3);
  });

  it("of one side of an account leaves the other side out", async () => {
    const grown = await book(two("6603", "1002"));
    const shrunk = await book(two("1002", "6603"));
    const debits = idsOf(await journal({ account: "6603", side: "DEBIT" }));
    expect(debits).toContain(grown);
    expect(debits).not.toContain(shrunk);
    expect(idsOf(await journal({ account: "6603", side: "CREDIT" }))).toEqual([shrunk]);
  });

  it("of a supplier tells what is about it, with account and kind, and nothing of another", async () => {
    const { supplierId: other } = await aSupplier(world);
    const charged = await book(two("1221.S", "6711"), { supplierId: other });
    const taken = await book(two("1002", "2241.D"), { supplierId: other }, "DEPOSIT_TAKEN");
    expect(idsOf(await journal({ supplierId: other })).toSorted()).toEqual([charged, taken].toSorted());
    expect(idsOf(await journal({ supplierId: other, account: "2241.D" }))).toEqual([taken]);
    expect(idsOf(await journal({ supplierId: other, kind: "SUPPLIER_CHARGED" }))).toEqual([charged]);
    expect(idsOf(await journal({ supplierId }))).not.toContain(charged);
    expect(await journal({ supplierId: newId() })).toEqual([]);
  });

  it("of an order, by id or number, tells also what was booked for many orders at once", async () => {
    world.clock.advance(1_000);
    const lines = [debit("2202", fen(100), { orderId: order.orderId }), credit("1002", fen(100))];
    const statement = await book(lines, { supplierId, statementId: newId() }, "STATEMENT_PAID");
    const told = await journal({ orderId: order.orderId });
    expect(told.map(({ kind }) => kind)).toEqual(["STATEMENT_PAID", "RECEIPT"]);
    expect(told[0]?.id).toBe(statement);
    expect(await journal({ orderNo: order.no })).toEqual(told);
    expect(await journal({ orderNo: "SO-NOWHERE" })).toEqual([]);
    expect(await journal({ orderNo: order.no, orderId: newId() })).toEqual([]);
    expect(idsOf(await journal({ orderNo: order.no, supplierId, account: "2202" }))).toEqual([statement]);
  });

  it("of a payment, a refund and a statement tells just what came from it", async () => {
    const another = await aPaidOrder(world);
    const [receipt] = await journal({ orderId: another.orderId });
    const paymentId = found(receipt?.postings[0]).paymentId;
    expect(idsOf(await journal({ paymentId }))).toEqual([receipt?.id]);
    expect(await journal({ paymentId: newId() })).toEqual([]);
    const clerk = await aStaff(world, ["refunds.read", "refunds.propose"]);
    const refund = await proposed(clerk, another, 100);
    await approved(await aStaff(world, ["refunds.read", "refunds.approve"]), refund);
    const [granted, ...rest] = await journal({ refundId: refund["id"] });
    expect([granted?.kind, rest]).toEqual(["REFUND_GRANTED", []]);
    expect(await journal({ refundId: refund["id"], paymentId, kind: "RECEIPT" })).toEqual([]);
    const statementId = newId();
    const paid = await book(two("2202", "1002"), { supplierId, statementId }, "STATEMENT_PAID");
    expect(idsOf(await journal({ supplierId, statementId }))).toEqual([paid]);
  });

  it("of days tells what happened from the first to the last in Shanghai, both included", async () => {
    world.clock.advance(2 * DAY);
    reader = await aStaff(world, ["ledger.read"]);
    const today = dayOf(world.clock.now());
    const id = await book(two("1901", "1002"));
    expect(idsOf(await journal({ from: today }))).toEqual([id]);
    expect(idsOf(await journal({ from: today, until: today, account: "1901" }))).toEqual([id]);
    const yesterday = dayOf(world.clock.now() - DAY);
    expect(idsOf(await journal({ until: yesterday }))).not.toContain(id);
    expect(await journal({ until: yesterday, account: "1901" })).toEqual([]);
    expect(await journal({ from: "2020-01-01", until: "2020-01-31" })).toEqual([]);
  });

  it.each([
    ["by account", { account: "1001" }],
    ["by supplier", "supplier"],
    ["by kind", { kind: "CHANNEL_SETTLED" }],
  ])("%s goes on where a page ended, without repeats or gaps, in the same instant too", async (_case, wish) => {
    const { supplierId: own } = await aSupplier(world);
    const filter = wish === "supplier" ? { supplierId: own } : (wish as Record<string, unknown>);
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      if (n === 3) world.clock.advance(1_000);
      made.push(await book(two("1001", "1012.TEST"), { supplierId: own }, "CHANNEL_SETTLED"));
    }
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const next = await page(filter, { first: 2, after });
      seen.push(...idsOf(next.nodes));
      [after, more] = [next.pageInfo.endCursor, next.pageInfo.hasNextPage];
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(idsOf(await journal(filter)));
    expect(seen).toEqual(expect.arrayContaining(made));
  });

  it("refuses an account, a kind, a side or a period that there isn't", async () => {
    for (const filter of [
      { account: "9999" },
      { kind: "NOTHING" },
      { side: "DEBIT" },
      { statementId: newId() },
      { from: "2026-11-02", until: "2026-11-01" },
    ]) {
      expect(await reader.error(JOURNAL, { filter }), JSON.stringify(filter)).toBe("VALIDATION");
    }
    expect(await reader.error(JOURNAL, { filter: { from: "yesterday" } })).not.toBe("");
    const stranger = await aStaff(world, ["orders.read"]);
    expect(await stranger.error(JOURNAL, { filter: { account: "1002" } })).toBe("FORBIDDEN");
  });
});

describe("the trial balance of a month", () => {
  interface Line {
    code: string;
    opening: string;
    debit: string;
    credit: string;
    balance: string;
  }
  const trial = async (month: string | null): Promise<Line[]> =>
    (await reader.ask(TRIAL, { month }))["ledgerAccounts"] as unknown as Line[];
  const lineOf = async (month: string | null, code: string): Promise<Line> =>
    found((await trial(month)).find((line) => line.code === code));

  it("opens with what the month before ended with, and is moved by its own postings alone", async () => {
    const month = monthOf(world.clock.now());
    const before = await lineOf(month, "1901");
    await book(two("1002", "1901", 700));
    expect(await lineOf(month, "1901")).toEqual({
      ...before,
      credit: String(Number(before.credit) + 700),
      balance: String(Number(before.balance) + 700),
    });
    world.clock.advance(endOfMonth(month) - world.clock.now() + DAY);
    reader = await aStaff(world, ["ledger.read"]);
    const next = monthOf(world.clock.now());
    const held = (await lineOf(month, "1901")).balance;
    expect(await lineOf(next, "1901")).toEqual({ code: "1901", opening: held, debit: "0", credit: "0", balance: held });
    await book(two("1901", "2203", 300));
    expect(await lineOf(next, "1901")).toMatchObject({
      opening: held,
      debit: "300",
      balance: String(Number(held) - 300),
    });
    expect((await lineOf(month, "1901")).balance).toBe(held);
    expect((await reader.ask(TRIAL))["ledgerClosing"]).toEqual({ months: [next, month] });
  });

  it("is moved by just what the journal tells of its month and side", async () => {
    const month = monthOf(world.clock.now());
    for (const line of await trial(month)) {
      for (const side of ["debit", "credit"] as const) {
        const period = { from: `${month}-01`, until: dayOf(endOfMonth(month) - 1) };
        const told = await journal({ account: line.code, side: side.toUpperCase(), ...period });
        const own = told.flatMap(({ postings }) => postings.filter(({ account }) => account === line.code));
        expect(String(own.reduce((sum, posting) => sum + Number(posting[side]), 0)), `${line.code} ${side}`).toBe(
          line[side],
        );
      }
    }
  });

  it("of no month begins at zero, and what is no month is refused", async () => {
    const whole = await lineOf(null, "2203");
    expect(whole.opening).toBe("0");
    expect(Number(whole.credit) - Number(whole.debit)).toBe(Number(whole.balance));
    expect(await reader.error(TRIAL, { month: "2026-13" })).toBe("VALIDATION");
  });
});

describe("the journal's statements", () => {
  it("walk an index in their order, however much was booked", async () => {
    const { supplierId: big } = await aSupplier(world);
    const { read, dialect } = {
      read: world.server.platform.database.read,
      dialect: world.server.platform.database.dialect,
    };
    await world.server.platform.work.run(SYSTEM, async (tx) => {
      for (let n = 0; n < 400; n += 1) {
        const lines = n % 2 === 0 ? two("1001", "1002") : two("6711", "6712");
        const dims = n % 4 === 0 ? { supplierId: big } : {};
        await post(tx, {
          kind: n % 3 === 0 ? "CLAIM_ENDED" : "WAIVED",
          memo: "",
          idempotencyKey: newId(),
          lines,
          dims,
        });
      }
    });
    if (dialect === "mysql")
      await world.server.platform.database.writer.query("ANALYZE TABLE postings, ledger_transactions");
    for (const filter of [
      { account: "1001" },
      { account: "1001", kind: "WAIVED", from: "2020-01-01" },
      { supplierId: big },
      { supplierId: big, account: "1001", side: "DEBIT", until: "2099-01-01" },
      { kind: "WAIVED" },
    ] as const) {
      const asked: [string, readonly SqlValue[]][] = [];
      const watched = Object.assign(Object.create(read), {
        query: (text: string, values: readonly SqlValue[] = []) => {
          asked.push([text, values]);
          return read.query(text, values);
        },
      }) as typeof read;
      const first = await pageOfJournal(watched, filter, pageRequest(10, null));
      asked.length = 0;
      await pageOfJournal(watched, filter, pageRequest(10, found(first.cursors.at(-1))));
      const [text, values] = found(asked[0]);
      const plan = await planOf(read, text, values);
      expect(plan, JSON.stringify(filter)).toMatch(dialect === "sqlite" ? /^(SEARCH|SCAN) [pt] USING/ : /^[pt] range /);
      expect(plan, JSON.stringify(filter)).not.toMatch(/filesort|TEMP B-TREE/);
    }
  });
});
