import { array, constantFrom, integer, record, sample } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { type Fen, fen, ZERO } from "../src/kernel/money.js";
import { found } from "../src/kernel/refusal.js";
import { type AccountCode, accounts } from "../src/payments/accounts.js";
import { fireTrigger, instalmentsOf } from "../src/payments/instalment.store.js";
import { orderBalances, post } from "../src/payments/ledger.store.js";
import { costPostings, earnedPostings, receiptPostings } from "../src/payments/postings.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { booked, CONFIRM, confirmation, withSlip } from "./kit/cash-desk.js";
import { aCustomer, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { aPaidOrder, aPlacedOrder, aSellableProduct, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

/** Every run draws the same courses; change it to draw others. */
const SEED = 20_261_120;
const BALANCES = "{ ledgerAccounts { code name debit credit balance } }";
const BOOKS = `query($orderId: ID, $first: Int, $after: String) {
  ledgerTransactions(filter: { orderId: $orderId }, first: $first, after: $after) {
    nodes { id no kind memo orderId postings { account accountName debit credit } } pageInfo { hasNextPage endCursor } } }`;

let world: World;
let staff: Actor;
let product: Awaited<ReturnType<typeof aSellableProduct>>;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  product = await aSellableProduct(world);
});
afterAll(() => world.close());

interface Balance {
  code: string;
  debit: string;
  credit: string;
  balance: string;
}

async function balances(): Promise<Balance[]> {
  return (await staff.ask(BALANCES))["ledgerAccounts"] as unknown as Balance[];
}

/** Runs a statement as the application's own database user, past every rule of the program. */
const tamper = (text: string, values: (string | number)[] = []): Promise<number> =>
  world.server.platform.work.run(SYSTEM, (tx) => tx.run(text, values));

/** What accepting a component posts. */
async function accept(order: MadeOrder, component: MadeOrder["components"][number]): Promise<void> {
  const dims = { orderId: order.orderId, componentId: component.id, supplierId: component.supplierId };
  await world.server.platform.work.run(SYSTEM, async (tx) => {
    const { advances } = await orderBalances(tx, order.orderId);
    const earned = { kind: "REVENUE_EARNED", memo: "", idempotencyKey: `earned:${component.id}`, dims } as const;
    await post(tx, { ...earned, lines: earnedPostings(component.saleAmount, advances) });
    const cost = { kind: "COST_INCURRED", memo: "", idempotencyKey: `cost:${component.id}`, dims } as const;
    await post(tx, { ...cost, lines: costPostings(component.costAmount) });
  });
}

describe("the books", () => {
  it("hold a receipt as one balanced transaction with the order's number", async () => {
    const order = await aPaidOrder(world, { product });
    const { ledgerTransactions } = await staff.ask(BOOKS, { orderId: order.orderId });
    const [transaction] = found(ledgerTransactions)["nodes"] as unknown as Record<string, unknown>[];
    expect(transaction).toMatchObject({ kind: "RECEIPT", orderId: order.orderId });
    expect(transaction?.["memo"]).toContain(order.no);
    expect(transaction?.["postings"]).toEqual([
      { account: "1002", accountName: "银行存款", debit: "6000", credit: "0" },
      { account: "2203", accountName: "预收客户款", debit: "0", credit: "6000" },
    ]);
  });

  it("are read by staff with ledger.read only", async () => {
    const documents = [BALANCES, BOOKS];
    const { owner } = await aSupplier(world);
    for (const document of documents) {
      expect(await (await aStaff(world, ["payments.read"])).error(document)).toBe("FORBIDDEN");
      expect(await (await aCustomer(world)).error(document)).toBe("FORBIDDEN");
      expect(await owner.error(document)).toBe("FORBIDDEN");
      expect(await world.stranger().error(document)).toBe("UNAUTHENTICATED");
    }
  });

  it("are paged newest first with the same statements for one row as for many", async () => {
    for (let n = 0; n < 4; n += 1) {
      world.clock.advance(1_000);
      await aPaidOrder(world, { product });
    }
    const forOne = await world.statements(() => staff.ask(BOOKS, { first: 1 }));
    const forFour = await world.statements(() => staff.ask(BOOKS, { first: 4 }));
    expect(forFour.length).toBe(forOne.length);
    const { ledgerTransactions: first } = await staff.ask(BOOKS, { first: 2 });
    const after = found(found(first)["pageInfo"])["endCursor"];
    const { ledgerTransactions: second } = await staff.ask(BOOKS, { first: 2, after });
    const ids = [first, second]
      .flatMap((page) => found(page)["nodes"] as unknown as { id: string }[])
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it("have the chart of accounts that the program knows", async () => {
    const rows = await world.server.platform.database.read.query<{ code: AccountCode }>(
      "SELECT code, name, nameEn, normalSide FROM ledger_accounts ORDER BY code",
    );
    expect(Object.fromEntries(rows.map(({ code, ...account }) => [code, account]))).toEqual(accounts);
  });
});

describe("the database as referee", () => {
  const aTransaction = async (sealed = 0): Promise<string> => {
    const id = newId();
    await tamper(
      "INSERT INTO ledger_transactions (id, no, kind, memo, at, idempotencyKey, sealed) VALUES (?, ?, 'X', '', 1, ?, ?)",
      [id, id, id, sealed],
    );
    return id;
  };
  const aPosting = (transactionId: string, position: number, debit: number, credit: number): Promise<number> =>
    tamper(
      "INSERT INTO postings (id, transactionId, position, account, debit, credit) VALUES (?, ?, ?, '1002', ?, ?)",
      [newId(), transactionId, position, debit, credit],
    );
  const seal = (id: string): Promise<number> => tamper("UPDATE ledger_transactions SET sealed = 1 WHERE id = ?", [id]);

  it("refuses to change or delete postings and transactions", async () => {
    await aPaidOrder(world, { product });
    await expect(tamper("UPDATE postings SET debit = debit + 1")).rejects.toThrow("Postings are never changed.");
    await expect(tamper("DELETE FROM postings")).rejects.toThrow("Postings are never deleted.");
    await expect(tamper("DELETE FROM ledger_transactions")).rejects.toThrow(/never deleted|foreign key/i);
    await expect(tamper("UPDATE ledger_transactions SET memo = 'x'")).rejects.toThrow("only ever sealed");
    await expect(tamper("UPDATE ledger_transactions SET sealed = 0")).rejects.toThrow("only ever sealed");
  });

  it("seals no transaction that is empty or does not balance", async () => {
    const empty = await aTransaction();
    await expect(seal(empty)).rejects.toThrow("Debits and credits differ.");
    const crooked = await aTransaction();
    await aPosting(crooked, 0, 100, 0);
    await aPosting(crooked, 1, 0, 99);
    await expect(seal(crooked)).rejects.toThrow("Debits and credits differ.");
    await expect(aTransaction(1)).rejects.toThrow("sealed after its postings");
  });

  it("adds nothing to a sealed one and takes no posting with two sides, none, or an unknown account", async () => {
    const closed = await aTransaction();
    await aPosting(closed, 0, 100, 0);
    await aPosting(closed, 1, 0, 100);
    await seal(closed);
    await expect(aPosting(closed, 2, 1, 0)).rejects.toThrow("takes no more postings");
    const open = await aTransaction();
    await expect(aPosting(open, 0, 1, 1)).rejects.toThrow("one side above zero");
    await expect(aPosting(open, 0, 0, 0)).rejects.toThrow("one side above zero");
    await expect(aPosting(open, 0, -1, 0)).rejects.toThrow("one side above zero");
    const text =
      "INSERT INTO postings (id, transactionId, position, account, debit, credit) VALUES (?, ?, 0, '9999', 1, 0)";
    await expect(tamper(text, [newId(), open])).rejects.toThrow(/foreign key/i);
  });

  it("counts nothing that was never sealed", async () => {
    const before = await balances();
    await aPosting(await aTransaction(), 0, 700, 0);
    expect(await balances()).toEqual(before);
  });

  it("posts one event once", async () => {
    const order = await aPlacedOrder(world, { product });
    const lines = receiptPostings(
      "BANK_TRANSFER",
      [{ kind: "OWN", componentId: null, supplierId: null, amount: fen(100) }],
      ZERO,
      ZERO,
    );
    const once = {
      kind: "RECEIPT",
      memo: "",
      idempotencyKey: "BANK:twice",
      lines,
      dims: { orderId: order.orderId },
    } as const;
    await world.server.platform.work.run(SYSTEM, (tx) => post(tx, once));
    await expect(world.server.platform.work.run(SYSTEM, (tx) => post(tx, once))).rejects.toThrow();
    expect(await booked(world, order, "1002")).toBe(100);
  });
});

describe("an order from the first payment to the last", () => {
  it("owes after the work is accepted, and is flat in the end but for what was earned and is owed", async () => {
    const order = await aPaidOrder(world, { product });
    for (const component of order.components) await accept(order, component);
    expect(await booked(world, order, "1122")).toBe(14_000);
    await world.server.platform.work.run(SYSTEM, (tx) => fireTrigger(tx, order.orderId, "ON_ACCEPTANCE"));
    await payByTransfer(world, order);
    const ends = ["1002", "1122", "2203", "6001", "2221", "6401", "2202"].map((code) => booked(world, order, code));
    expect(await Promise.all(ends)).toEqual([20_000, 0, 0, -18_868, -1_132, 14_000, -14_000]);
  });
});

describe("any course of paying and accepting", () => {
  const course = array(record({ act: constantFrom("pay", "accept"), percent: integer({ min: 1, max: 130 }) }), {
    minLength: 2,
    maxLength: 6,
  });

  it("keeps the trial balance at zero and the order's identity true, and tells the same as the instalments", async () => {
    const cashier = await aStaff(world, ["payments.read", "payments.confirm"]);
    for (const steps of sample(course, { seed: SEED, numRuns: 8 })) {
      const order = await aPlacedOrder(world, { product });
      const waiting = [...order.components];
      let received = 0;
      for (const { act, percent } of steps) {
        const component = act === "accept" ? waiting.shift() : undefined;
        if (component) await accept(order, component);
        if (act === "pay" && (await dueOf(order)) > 0) {
          const slip = await withSlip(order);
          const amount = Math.ceil((Number(slip.amount) * percent) / 100);
          await cashier.do(CONFIRM, confirmation(slip, { receivedAmount: String(amount) }));
          received += amount;
        }
      }
      await checkIdentity(order, received);
    }
    const all = await balances();
    const sum = (side: "debit" | "credit"): number => all.reduce((total, account) => total + Number(account[side]), 0);
    expect(sum("debit")).toBe(sum("credit"));
  });

  async function dueOf(order: MadeOrder): Promise<number> {
    const [gate] = await instalmentsOf(world.server.platform.database.read, [order.orderId]);
    return gate?.state === "DUE" || gate?.state === "PART_PAID" ? gate.amount - gate.paid : 0;
  }

  async function checkIdentity(order: MadeOrder, received: number): Promise<void> {
    const of = (account: AccountCode): Promise<number> => booked(world, order, account);
    const credit = async (account: AccountCode): Promise<number> => 0 - (await of(account));
    const held = (await credit("2203")) + (await credit("2241.C"));
    const earned = (await credit("6001")) + (await credit("2221"));
    expect(await of("1002")).toBe(received);
    expect(received).toBe(held - (await of("1122")) + earned);
    expect(await of("6401")).toBe(await credit("2202"));
    const instalments = await instalmentsOf(world.server.platform.database.read, [order.orderId]);
    const paid = instalments.reduce((sum, instalment) => sum + instalment.paid, 0 as Fen as number);
    expect(paid + (await credit("2241.C"))).toBe(received);
  }
});
