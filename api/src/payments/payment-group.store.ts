import { newId } from "../kernel/ids.js";
import { type Fen, fen, minus, plus } from "../kernel/money.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { creditOfCustomer } from "./ledger.store.js";
import { PaymentGroupRow, PaymentRow } from "./payment.table.js";
import { type PaymentGroupVerb, paymentGroupLife } from "./payment-group.js";

export type { PaymentGroupRow };

/** Timer: a combined payment is given up; its subject is the group. */
export const PAYMENT_GROUP_EXPIRES = "PAYMENT_GROUP_EXPIRES";

export async function addGroup(
  tx: Tx,
  instalment: { readonly id: string; readonly orderId: string },
  group: { readonly customerId: string; readonly amount: Fen; readonly expiresAt: number },
): Promise<PaymentGroupRow> {
  const { initial } = paymentGroupLife;
  const about = { orderId: instalment.orderId, instalmentId: instalment.id };
  const row: PaymentGroupRow = { id: newId(), ...about, ...group, state: initial, createdAt: tx.now, version: 1 };
  await tx.insert(PaymentGroupRow, [row]);
  await tx.setTimer(PAYMENT_GROUP_EXPIRES, row.id, row.expiresAt);
  return row;
}

export async function groupById(sql: Sql, id: string): Promise<PaymentGroupRow | undefined> {
  return (await sql.rows(PaymentGroupRow, "WHERE t.id = ?", [id]))[0];
}

/** The combined payments under way of many instalments, in one statement. */
export async function openGroupsOf(sql: Sql, instalmentIds: readonly string[]): Promise<PaymentGroupRow[]> {
  const tail = `WHERE t.instalmentId IN (${marks(instalmentIds)}) AND t.state = 'OPEN' ORDER BY t.instalmentId, t.createdAt`;
  return sql.rows(PaymentGroupRow, tail, instalmentIds);
}

/** The parts of a combined payment, as they were put together. */
export async function partsOfGroup(sql: Sql, groupId: string): Promise<PaymentRow[]> {
  return sql.rows(PaymentRow, "WHERE t.groupId = ? ORDER BY t.createdAt, t.id", [groupId]);
}

/** Moves a combined payment by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveGroup(tx: Tx, group: PaymentGroupRow, verb: PaymentGroupVerb): Promise<void> {
  const set = { state: paymentGroupLife.after(group.state, verb) };
  await tx.change(PaymentGroupRow, { id: group.id, version: group.version }, set);
  await tx.cancelTimer(PAYMENT_GROUP_EXPIRES, group.id);
}

/** What of a customer's credit nothing holds: it can be used or held. */
export async function freeCreditOf(sql: Sql, customerId: string): Promise<Fen> {
  const [row] = await sql.query<{ held: number | null; asked: number | null }>(
    `SELECT (SELECT SUM(amount) FROM payments WHERE customerId = ? AND state = 'HELD') AS held,
       (SELECT SUM(amount) FROM credit_payouts WHERE customerId = ? AND state = 'ASKED') AS asked`,
    [customerId, customerId],
  );
  const waiting = plus(fen(Number(row?.held ?? 0)), fen(Number(row?.asked ?? 0)));
  return minus(await creditOfCustomer(sql, customerId), waiting);
}
