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
  for (const { seq, paid, waived, amount, state } of alive) {
    must(paid >= 0 && paid <= amount, `instalment ${seq} has ${paid} of ${amount}`);
    must((state === "PAID") === (paid + waived === amount), `instalment ${seq} is ${state} with ${paid} of ${amount}`);
  }
  const came = [...life.moved.values()].reduce((sum, amount) => sum + amount, 0);
  const booked = of("1002") + of("1012.TEST") + of("1001");
  must(booked === came, `${came} came or went and ${booked} is booked`);
  return found;
}
