import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { dayOf, endOfMonth, monthAfter, monthOf } from "../src/kernel/day.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { countRows } from "./kit/counter.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aPaidOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const CLOSE = `mutation($input: ClosePeriodInput!) { closePeriod(input: $input) {
  ledgerClosing { next nextIsOver closed { month } } userErrors { code field } } }`;
const CLOSING = "{ ledgerClosing { next nextIsOver closed { month closedAt } } ledgerAudit { differences } }";
const SETTLE = `mutation($input: SettleChannelInput!) { settleChannel(input: $input) {
  transaction { id no kind availableActions postings { account debit credit } } userErrors { code field } } }`;
const REVERSE = `mutation($input: ReverseTransactionInput!) { reverseTransaction(input: $input) {
  transaction { id kind memo reversed { id } postings { account debit credit } } userErrors { code } } }`;
const ACCOUNT = `query($code: String!, $first: Int, $after: String) { ledgerAccount(code: $code) { code balance }
  ledgerAccountPostings(code: $code, first: $first, after: $after) {
    nodes { debit credit balance transaction { id } } pageInfo { hasNextPage endCursor } } }`;
const BOOKS = `query($kind: String, $day: Date) {
  ledgerTransactions(filter: { kind: $kind, from: $day, until: $day }) {
    nodes { id kind at orderId postings { account paymentId } } } }`;
const ONE = "query($id: ID!) { ledgerTransaction(id: $id) { id availableActions reversedBy { id } } }";

let world: World;
let one: Actor;
let other: Actor;

/** Two of the finance staff; who signed in a month ago has to do so anew. */
async function signIn(): Promise<void> {
  one = await aStaff(world, ["ledger.read", "ledger.close"]);
  other = await aStaff(world, ["ledger.read", "ledger.close"]);
}

beforeAll(async () => {
  world = await openWorld();
  await signIn();
  await aPaidOrder(world);
});
afterAll(() => world.close());

const month = (): string => monthOf(world.clock.now());
const closing = (which: string) => ({ month: which, idempotencyKey: newId() });
async function monthEnds(): Promise<void> {
  world.clock.advance(endOfMonth(month()) - world.clock.now() + DAY);
  await signIn();
}
const payout = (change: Record<string, unknown> = {}) => {
  const usual = { collected: "300000", fee: "1800", bankReference: `CH-${newId()}`, idempotencyKey: newId() };
  return { ...usual, ...change };
};
const wrong = (transactionId: string, reason = "金额录错") => ({ transactionId, reason, idempotencyKey: newId() });
const settled = async (): Promise<string> =>
  found((await one.do(SETTLE, payout()))["transaction"])["id"] as unknown as string;

describe("what a channel paid out", () => {
  it("is booked as bank and fee against what was in transit, once for each transfer", async () => {
    const input = payout();
    const { transaction } = await one.do(SETTLE, input);
    expect(found(transaction)["postings"]).toEqual([
      { account: "1002", debit: "298200", credit: "0" },
      { account: "6603", debit: "1800", credit: "0" },
      { account: "1012.TEST", debit: "0", credit: "300000" },
    ]);
    const repeat = await one.do(SETTLE, input);
    expect(found(repeat["transaction"])["id"]).toBe(found(transaction)["id"]);
    expect(await other.refusal(SETTLE, { ...input, idempotencyKey: newId() })).toBe("VALIDATION");
  });

  it.each([
    ["nothing", { collected: "0" }],
    ["less than nothing", { collected: "-5" }],
    ["a fee beyond it", { fee: "300000" }],
    ["a fee below zero", { fee: "-1" }],
    ["no bank reference", { bankReference: " " }],
  ])("is refused with %s", async (_case, change) => {
    expect(await one.refusal(SETTLE, payout(change))).toBe("VALIDATION");
  });
});

describe("a reversal", () => {
  it("is a new transaction the other way round, by somebody else, with a reason, once", async () => {
    const id = await settled();
    expect(await one.refusal(REVERSE, wrong(id))).toBe("FOUR_EYES");
    expect(await other.refusal(REVERSE, wrong(id, " "))).toBe("REASON_REQUIRED");
    expect(found((await other.ask(ONE, { id }))["ledgerTransaction"])["availableActions"]).toEqual(["REVERSE"]);
    const { transaction } = await other.do(REVERSE, wrong(id));
    expect(transaction).toMatchObject({ kind: "REVERSAL", reversed: { id } });
    expect(found(transaction)["memo"]).toContain("金额录错");
    expect(found(transaction)["postings"]).toEqual([
      { account: "1002", debit: "0", credit: "298200" },
      { account: "6603", debit: "0", credit: "1800" },
      { account: "1012.TEST", debit: "300000", credit: "0" },
    ]);
    expect(await other.refusal(REVERSE, wrong(id))).toBe("INVALID_STATE");
    const { ledgerTransaction } = await other.ask(ONE, { id });
    expect(ledgerTransaction).toMatchObject({ availableActions: [], reversedBy: { id: found(transaction)["id"] } });
  });

  it("of two at once only one is booked", async () => {
    const id = await settled();
    const third = await aStaff(world, ["ledger.read", "ledger.close"]);
    const answers = await Promise.all([other, third].map((who) => who.ask(REVERSE, { input: wrong(id) })));
    const codes = answers.map((answer) => {
      const errors = found(answer["reverseTransaction"])["userErrors"] as unknown as { code: string }[];
      return errors[0]?.code ?? "done";
    });
    expect(codes.toSorted()).toEqual(["INVALID_STATE", "done"]);
  });

  it("never takes back what follows from another deed, nor a reversal, nor what is not there", async () => {
    const { ledgerTransactions } = await one.ask(BOOKS, { kind: "RECEIPT" });
    const [receipt] = found(ledgerTransactions)["nodes"] as unknown as { id: string }[];
    expect(await other.refusal(REVERSE, wrong(found(receipt).id))).toBe("NOT_REVERSIBLE");
    const { transaction } = await other.do(REVERSE, wrong(await settled()));
    expect(await one.refusal(REVERSE, wrong(found(transaction)["id"] as unknown as string))).toBe("NOT_REVERSIBLE");
    expect(await one.refusal(REVERSE, wrong("nowhere"))).toBe("NOT_FOUND");
  });
});

describe("the journal and the accounts", () => {
  it("are narrowed to a kind and a day, and tell the payment behind a posting", async () => {
    const { ledgerTransactions } = await one.ask(BOOKS, { kind: "RECEIPT", day: dayOf(world.clock.now()) });
    const rows = found(ledgerTransactions)["nodes"] as unknown as { kind: string; postings: { paymentId: string }[] }[];
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["RECEIPT"]));
    expect(rows[0]?.postings[0]?.paymentId).toBeTruthy();
    const { ledgerTransactions: none } = await one.ask(BOOKS, { day: "2020-01-01" });
    expect(found(none)["nodes"]).toEqual([]);
    expect(await one.error(BOOKS, { kind: "NOTHING" })).toBe("VALIDATION");
  });

  it("show what an account held after each posting, over pages, ending in its balance", async () => {
    for (let n = 0; n < 3; n += 1) await settled();
    const seen: { debit: string; credit: string; balance: string }[] = [];
    let after: unknown = null;
    let balance = "";
    do {
      const page = await one.ask(ACCOUNT, { code: "1002", first: 2, after });
      const postings = found(page["ledgerAccountPostings"]);
      balance = found(page["ledgerAccount"])["balance"] as unknown as string;
      seen.push(...(postings["nodes"] as unknown as typeof seen));
      after = found(postings["pageInfo"])["hasNextPage"] ? found(postings["pageInfo"])["endCursor"] : null;
    } while (after !== null);
    let running = 0;
    for (const posting of seen.toReversed()) {
      running += Number(posting.debit) - Number(posting.credit);
      expect(posting.balance).toBe(String(running));
    }
    expect(balance).toBe(String(running));
  });
});

describe("closing a month", () => {
  it("takes the next month, after its end, once, and then the books refuse what would fall into it", async () => {
    const now = month();
    expect(await one.refusal(CLOSE, closing(now))).toBe("PERIOD_NOT_OVER");
    expect(await one.refusal(CLOSE, closing(monthAfter(now)))).toBe("PERIOD_OUT_OF_ORDER");
    expect(await one.refusal(CLOSE, closing("2026-13"))).toBe("VALIDATION");
    const past = world.clock.now();
    await monthEnds();
    expect(found((await one.ask(CLOSING))["ledgerClosing"])).toMatchObject({ next: now, nextIsOver: true, closed: [] });
    const { ledgerClosing } = await one.do(CLOSE, closing(now));
    expect(ledgerClosing).toMatchObject({ next: monthAfter(now), nextIsOver: false, closed: [{ month: now }] });
    expect(await other.refusal(CLOSE, closing(now))).toBe("PERIOD_CLOSED");
    // A clock that is wrong: people are told which rule it is.
    const books = await countRows(world, "ledger_transactions", "sealed = 1");
    world.clock.advance(past - world.clock.now());
    expect(await (await aStaff(world)).refusal(SETTLE, payout())).toBe("PERIOD_CLOSED");
    expect(await countRows(world, "ledger_transactions", "sealed = 1")).toBe(books);
    await monthEnds();
    const late = world.server.platform.work.run(SYSTEM, (tx) =>
      tx.run(
        "INSERT INTO ledger_transactions (id, no, kind, memo, at, idempotencyKey, sealed) VALUES ('late', 'late', 'X', '', ?, 'late', 0)",
        [past],
      ),
    );
    await expect(late).rejects.toThrow("Its month is closed.");
    for (const text of ["UPDATE ledger_periods SET endsAt = 0", "DELETE FROM ledger_periods"]) {
      const tampered = world.server.platform.work.run(SYSTEM, (tx) => tx.run(text));
      await expect(tampered).rejects.toThrow("A closed month stays as it is.");
    }
  });

  it("leaves the month after it open: the trade goes on, and the books stay true", async () => {
    await aPaidOrder(world);
    await settled();
    expect((await auditLedger(world.server.platform)).differences).toEqual([]);
    expect(found((await one.ask(CLOSING))["ledgerAudit"])["differences"]).toBe(0);
  });

  it("is refused when the trial balance is not zero", async () => {
    const now = month();
    await monthEnds();
    const shift = (by: number): Promise<number> =>
      world.server.platform.work.run(SYSTEM, (tx) =>
        tx.run("UPDATE ledger_totals SET debit = debit + ? WHERE account = '1002' AND month = ? AND slot >= 0", [
          by,
          now,
        ]),
      );
    await shift(1);
    expect(await one.refusal(CLOSE, closing(now))).toBe("LEDGER_DIFFERS");
    await shift(-1);
    await one.do(CLOSE, closing(now));
  });

  it("of two at once only one closes", async () => {
    const now = month();
    await settled();
    await monthEnds();
    const answers = await Promise.all([one, other].map((who) => who.ask(CLOSE, { input: closing(now) })));
    const codes = answers.map((answer) => {
      const errors = found(answer["closePeriod"])["userErrors"] as unknown as { code: string }[];
      return errors[0]?.code ?? "done";
    });
    expect(codes.toSorted()).toEqual(["PERIOD_CLOSED", "done"]);
  });

  it("is not for who only reads the books", async () => {
    const reader = await aStaff(world, ["ledger.read"]);
    expect(await reader.error(CLOSE, { input: closing(month()) })).toBe("FORBIDDEN");
    expect(await reader.error(SETTLE, { input: payout() })).toBe("FORBIDDEN");
    expect(await reader.error(REVERSE, { input: wrong("x") })).toBe("FORBIDDEN");
    const stranger = await aStaff(world, ["orders.read"]);
    for (const [document, variables] of [
      [CLOSING, {}],
      [ACCOUNT, { code: "1002" }],
      [ONE, { id: "x" }],
    ] as const) {
      expect(await stranger.error(document, variables)).toBe("FORBIDDEN");
    }
  });
});
