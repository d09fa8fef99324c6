import { takesMoney } from "../../src/orders/order.js";
import { ordersById } from "../../src/orders/order.store.js";
import type { AccountCode } from "../../src/payments/accounts.js";
import { instalmentsOf } from "../../src/payments/instalment.store.js";
import type { Life } from "./life.js";

/** Debit less credit of each account, of one order. */
async function balancesOf(life: Life): Promise<(account: AccountCode) => number> {
  const rows = await life.world.server.platform.database.read.query<{ account: string; sum: number }>(
    `SELECT p.account, SUM(p.debit) - SUM(p.credit) AS sum FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId = ? GROUP BY p.account`,
    [life.order.orderId],
  );
  const sums = new Map(rows.map((row) => [row.account, Number(row.sum)]));
  return (account) => sums.get(account) ?? 0;
}

/** What never holds less than nothing: of money that is somebody's, nobody can be owed a negative sum. */
const neverNegative = {
  debit: ["1122"],
  credit: ["2203", "2241.H", "2241.G", "2241.R", "6001", "6052", "2221", "6051"],
} as const satisfies Record<string, readonly AccountCode[]>;

/** What changes of the order gave back, and what of all refunds has left for the customer's channel or bank. */
async function givenBackOf(life: Life): Promise<{ readonly changed: number; readonly left: number }> {
  const { read } = life.world.server.platform.database;
  const refunds = await read.query<{ id: string; source: string; amount: number; compensation: number }>(
    "SELECT id, source, amount, compensation FROM refunds WHERE orderId = ?",
    [life.order.orderId],
  );
  const paid = await read.query<{ amount: number }>(
    "SELECT amount FROM refund_allocations WHERE orderId = ? AND state = 'SUCCEEDED' AND route <> 'CREDIT'",
    [life.order.orderId],
  );
  const byChange = refunds.filter(({ source }) => source === "AMENDMENT" || source === "CANCELLATION");
  return {
    changed: byChange.reduce((sum, { amount, compensation }) => sum + Number(amount) - Number(compensation), 0),
    left: paid.reduce((sum, { amount }) => sum + Number(amount), 0),
  };
}

/** Everything that must hold of an order after each deed; each that does not, in words. */
export async function broken(life: Life): Promise<string[]> {
  const { read } = life.world.server.platform.database;
  const of = await balancesOf(life);
  const found: string[] = [];
  const must = (holds: boolean, words: string): void => {
    if (!holds) found.push(words);
  };
  for (const account of neverNegative.debit) must(of(account) >= 0, `${account} is ${of(account)}`);
  for (const account of neverNegative.credit) must(of(account) <= 0, `${account} is ${-of(account)}`);
  must(of("1122") === 0 || of("2203") === 0, `advances ${-of("2203")} beside a receivable ${of("1122")}`);
  const order = (await ordersById(read, [life.order.orderId])).get(life.order.orderId);
  const instalments = await instalmentsOf(read, [life.order.orderId]);
  const alive = instalments.filter(({ state }) => state !== "VOID");
  const planned = alive.reduce((sum, { amount }) => sum + amount, 0);
  if (order && takesMoney(order.state)) must(planned === order.total, `the plan says ${planned} of ${order.total}`);
  // A change gives money back by making smaller what was paid: `paid` stays, and what is above the amount went back.
  let above = 0;
  for (const { seq, paid, waived, amount, state } of alive) {
    const settled = paid + waived;
    must(paid >= 0 && amount >= 0, `instalment ${seq} has ${paid} of ${amount}`);
    must((state === "PAID") === settled >= amount, `instalment ${seq} is ${state} with ${paid} of ${amount}`);
    above += Math.max(0, settled - amount);
  }
  const { changed, left } = await givenBackOf(life);
  must(
    above === changed - of("6052"),
    `${above} is paid above the plan, ${changed} went back and ${-of("6052")} was lost`,
  );
  const came = [...life.moved.values()].reduce((sum, amount) => sum + amount, 0);
  const booked = of("1002") + of("1012.TEST") + of("1001");
  must(booked === came - left, `${came} came, ${left} left and ${booked} is booked`);
  return found;
}
