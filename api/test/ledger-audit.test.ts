import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY, HOUR } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import { lastAudit } from "../src/payments/ledger-audit.store.js";
import { accountBalances } from "../src/payments/ledger-totals.store.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aPaidOrder } from "./kit/makers-orders.js";
import { approved, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

/** The demo holds orders of every kind, from the first payment to the last. */
let world: World;
beforeAll(async () => {
  world = await openWorld({ seeded: true });
  const [clerk, approver] = [await aStaff(world), await aStaff(world)];
  await approved(approver, await proposed(clerk, await aPaidOrder(world), 2_000));
});
afterAll(() => world.close());

/** Runs a statement as the application's own database user, past every rule of the program. */
const tamper = (text: string, values: (string | number)[] = []): Promise<number> =>
  world.server.platform.work.run(SYSTEM, (tx) => tx.run(text, values));
/** What an audit finds now, a moment after the last one. */
async function audited(): Promise<readonly string[]> {
  world.clock.advance(1);
  return (await auditLedger(world.server.platform)).differences;
}

describe("the auditor", () => {
  it("finds no difference after a whole trade, and says how much it read", async () => {
    const { transactions, orders, differences } = await auditLedger(world.server.platform);
    expect(differences).toEqual([]);
    expect(transactions).toBeGreaterThan(50);
    expect(orders).toBeGreaterThan(10);
    const kept = found(await lastAudit(world.server.platform.database.read));
    expect(kept).toMatchObject({ transactions, orders, differences: 0, findings: [] });
  });

  it("works out the same totals that are kept while orders are paid at once", async () => {
    await Promise.all([1, 2, 3, 4].map(() => aPaidOrder(world)));
    expect(await audited()).toEqual([]);
    const balances = await accountBalances(world.server.platform.database.read);
    expect(balances.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(0);
    expect(found(balances.find(({ code }) => code === "2203")).credit).toBeGreaterThan(0);
  });

  it("finds an instalment, a payment and a total that were changed behind the program's back", async () => {
    const order = await aPaidOrder(world);
    const instalment = found(order.instalments[0]).id;
    await tamper("UPDATE instalments SET paid = paid - 1 WHERE id = ?", [instalment]);
    expect((await audited()).join()).toMatch(new RegExp(`Order ${order.no}: instalment 1 says .* paid, the books`));
    await tamper("UPDATE instalments SET paid = paid + 1 WHERE id = ?", [instalment]);
    await tamper("UPDATE payments SET received = received + 1 WHERE orderId = ?", [order.orderId]);
    expect((await audited()).join()).toMatch(/payment \S+ brought/);
    await tamper("UPDATE payments SET received = received - 1 WHERE orderId = ?", [order.orderId]);
    await tamper("UPDATE ledger_totals SET debit = debit + 7 WHERE account = '1002'");
    expect((await audited()).join()).toMatch(/Totals \d{4}-\d\d 1002: kept/);
    await tamper("UPDATE ledger_totals SET debit = debit - 7 WHERE account = '1002'");
    expect(await audited()).toEqual([]);
  });

  it.each([
    [
      "a part of a refund",
      "UPDATE refund_allocations SET amount = amount + 1 WHERE id = ?",
      "UPDATE refund_allocations SET amount = amount - 1 WHERE id = ?",
      "SELECT id FROM refund_allocations WHERE state = 'WAITING_CASHIER' ORDER BY id LIMIT 1",
      /refund \S+ is 20.00, its parts 20.01/,
    ],
    [
      "a part of a refund that never arrived",
      "UPDATE refund_allocations SET state = 'SUCCEEDED' WHERE id = ?",
      "UPDATE refund_allocations SET state = 'WAITING_CASHIER' WHERE id = ?",
      "SELECT id FROM refund_allocations WHERE state = 'WAITING_CASHIER' ORDER BY id LIMIT 1",
      /refund \S+ says 20.00 arrived, the books 0.00/,
    ],
    [
      "a refund",
      "UPDATE refunds SET amount = amount + 1 WHERE id = ?",
      "UPDATE refunds SET amount = amount - 1 WHERE id = ?",
      "SELECT id FROM refunds WHERE state IN ('APPROVED', 'EXECUTING') ORDER BY id LIMIT 1",
      /refund \S+ is 20.01, the books owe 20.00/,
    ],
    [
      "what is open with a supplier",
      "UPDATE supplier_items SET balance = balance + 1 WHERE item = ?",
      "UPDATE supplier_items SET balance = balance - 1 WHERE item = ?",
      "SELECT item AS id FROM supplier_items ORDER BY item LIMIT 1",
      /Supplier .*: kept .*, counted/,
    ],
  ])(
    "finds %s that was changed by hand, and nothing once it is put right",
    async (_what, wrong, right, pick, words) => {
      const [row] = await world.server.platform.database.read.query<{ id: string }>(pick);
      const { id } = found(row);
      await tamper(wrong, [id]);
      expect((await audited()).join(" ")).toMatch(words);
      await tamper(right, [id]);
      expect(await audited()).toEqual([]);
    },
  );

  it("finds a transaction that was never sealed, and keeps what it found for staff", async () => {
    const id = newId();
    await tamper(
      "INSERT INTO ledger_transactions (id, no, kind, memo, at, idempotencyKey, sealed) VALUES (?, ?, 'X', '', ?, ?, 0)",
      [id, "LT-OPEN", world.clock.now(), id],
    );
    expect(await audited()).toEqual(["Transaction LT-OPEN was never sealed."]);
    const kept = found(await lastAudit(world.server.platform.database.read));
    expect(kept).toMatchObject({ differences: 1, findings: ["Transaction LT-OPEN was never sealed."] });
  });

  it("works every night, and plans the next one", async () => {
    const { read } = world.server.platform.database;
    const timers = (): Promise<{ dueAt: number }[]> =>
      read.query("SELECT dueAt FROM timers WHERE kind = 'LEDGER_AUDIT' AND state = 'PENDING'");
    const [first] = await timers();
    world.clock.advance(found(first).dueAt - world.clock.now() + 1);
    const before = found(await lastAudit(read)).at;
    await world.settle();
    expect(found(await lastAudit(read)).at).toBeGreaterThan(before);
    const [next, ...others] = await timers();
    expect(others).toEqual([]);
    expect(found(next).dueAt - world.clock.now()).toBeLessThanOrEqual(DAY + HOUR);
  });
});
