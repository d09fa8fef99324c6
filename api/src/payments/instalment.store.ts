import { newId } from "../kernel/ids.js";
import { type Fen, plus, ZERO } from "../kernel/money.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { paymentFacts } from "./facts.js";
import {
  dueAfter,
  type FiredTrigger,
  type InstalmentVerb,
  instalmentLife,
  type PlannedInstalment,
} from "./instalment.js";
import { InstalmentRow } from "./payment.table.js";

export type { InstalmentRow };

/** Timer: an AFTER_DAYS instalment falls due; its subject is the instalment. */
export const INSTALMENT_DUE = "INSTALMENT_DUE";

/** What an instalment is unless its plan says more. */
const PLAIN_INSTALMENT = {
  paid: ZERO,
  dueOn: null,
  graceDays: 0,
  overdueAction: "NOTHING",
  collector: "PLATFORM",
  milestone: null,
  componentPosition: null,
  waived: ZERO,
  overdueAt: null,
} as const satisfies Partial<InstalmentRow>;

/** Writes the plan of a new order. */
export async function addInstalments(tx: Tx, orderId: string, planned: readonly PlannedInstalment[]): Promise<void> {
  const rows = planned.map((instalment) => ({
    ...PLAIN_INSTALMENT,
    id: newId(),
    orderId,
    ...instalment,
    version: 1,
  }));
  await tx.insert(InstalmentRow, rows);
}

/** The instalments of many orders in one statement, in the order of the plan. */
export async function instalmentsOf(sql: Sql, orderIds: readonly string[]): Promise<InstalmentRow[]> {
  return sql.rows(InstalmentRow, `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.seq`, orderIds);
}

/** What is asked for now of these orders, longest due first, at most `limit`. */
export async function openInstalmentsOf(
  sql: Sql,
  orderIds: readonly string[],
  limit: number,
): Promise<InstalmentRow[]> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) AND t.state IN ('DUE', 'PART_PAID')
    ORDER BY t.dueAt, t.orderId, t.seq LIMIT ${limit}`;
  return sql.rows(InstalmentRow, tail, orderIds);
}

export async function instalmentById(sql: Sql, id: string): Promise<InstalmentRow | undefined> {
  return (await sql.rows(InstalmentRow, "WHERE t.id = ?", [id]))[0];
}

/** Takes the instalment's row for the rest of the transaction: nobody else begins to pay it, voids it or pays it. */
export async function lockInstalment(tx: Tx, id: string): Promise<InstalmentRow | undefined> {
  await tx.run("UPDATE instalments SET seq = seq WHERE id = ?", [id]);
  return instalmentById(tx, id);
}

/**
 * Makes the instalments due that waited for `trigger`, each with an InstalmentDue fact. With ON_ACCEPTANCE, which is
 * the completion of the order, the clocks of the AFTER_DAYS instalments start as well. Firing twice does no harm.
 */
export async function fireTrigger(tx: Tx, orderId: string, trigger: FiredTrigger): Promise<void> {
  const planned = await plannedOf(tx, orderId);
  for (const instalment of planned.filter((row) => row.trigger === trigger)) await fallDue(tx, instalment);
  if (trigger !== "ON_ACCEPTANCE") return;
  for (const { id, dueAt, afterDays } of planned.filter((row) => row.trigger === "AFTER_DAYS")) {
    if (dueAt !== null) continue;
    const at = dueAfter(tx.now, afterDays);
    await tx.change(InstalmentRow, { id, dueAt: null }, { dueAt: at });
    await tx.setTimer(INSTALMENT_DUE, id, at);
  }
}

/** Makes one planned instalment due now; nothing happens when it no longer is planned. */
export async function fallDue(tx: Tx, instalment: InstalmentRow): Promise<void> {
  const { id, state } = instalment;
  if (!instalmentLife.allows(state, "FALL_DUE")) return;
  const set = { state: instalmentLife.after(state, "FALL_DUE"), dueAt: tx.now };
  if (await tx.tryChange(InstalmentRow, { id, state }, set)) tx.record(paymentFacts.instalmentDue(instalment));
}

/** Adds received money to an instalment. Refuses STALE_VERSION when it moved since it was read. */
export async function payInstalment(
  tx: Tx,
  instalment: InstalmentRow,
  verb: InstalmentVerb,
  amount: Fen,
): Promise<void> {
  const set = { state: instalmentLife.after(instalment.state, verb), paid: plus(instalment.paid, amount) };
  await tx.change(InstalmentRow, { id: instalment.id, version: instalment.version }, set);
}

/** Closes every instalment of an order that ended before anything was paid. */
export async function voidInstalments(tx: Tx, orderId: string): Promise<void> {
  await tx.run(
    "UPDATE instalments SET state = 'VOID', version = version + 1 WHERE orderId = ? AND state IN ('PLANNED', 'DUE')",
    [orderId],
  );
}

function plannedOf(tx: Tx, orderId: string): Promise<InstalmentRow[]> {
  return tx.rows(InstalmentRow, "WHERE t.orderId = ? AND t.state = 'PLANNED' ORDER BY t.seq", [orderId]);
}
