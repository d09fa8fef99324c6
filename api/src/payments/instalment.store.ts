import { newId } from "../kernel/ids.js";
import { type Fen, plus, ZERO } from "../kernel/money.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { paymentFacts } from "./facts.js";
import {
  dueAfter,
  type FiredTrigger,
  type InstalmentVerb,
  instalmentLife,
  isPayable,
  isSettled,
  nextReminder,
  openAmount,
  overdueFrom,
  type PlannedInstalment,
  payableAmount,
  waitsForMilestone,
  workIsPaused,
} from "./instalment.js";
import { InstalmentRow } from "./payment.table.js";
import type { RecutChange } from "./recut.js";

export type { InstalmentRow };

/** Timers of an instalment: it falls due by a date, its grace is over, its customer is to be reminded. */
export const INSTALMENT_DUE = "INSTALMENT_DUE";
export const INSTALMENT_OVERDUE = "INSTALMENT_OVERDUE";
export const INSTALMENT_REMINDER = "INSTALMENT_REMINDER";

/** What an instalment is unless its plan says more. */
const PLAIN_INSTALMENT = {
  paid: ZERO,
  collector: "PLATFORM",
  waived: ZERO,
  overdueAt: null,
  waiverAsked: null,
  waiverReason: null,
  waiverBy: null,
  waiverAskedAt: null,
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
  for (const row of rows) {
    if (row.dueAt === null) continue;
    if (row.state === "PLANNED") await tx.setTimer(INSTALMENT_DUE, row.id, row.dueAt);
    await watchOver(tx, row, row.dueAt);
  }
}

/**
 * Sets the clocks of an instalment that is, or will be, due at `dueAt`: the next reminder and, once it is due, the end of
 * its grace. The gate's money has the order's own clock: whoever does not begin to pay loses the order, and owes nothing.
 */
async function watchOver(tx: Tx, { id, gate, state, graceDays }: InstalmentRow, dueAt: number): Promise<void> {
  const reminder = nextReminder(dueAt, tx.now);
  if (reminder !== null) await tx.setTimer(INSTALMENT_REMINDER, id, reminder);
  if (gate || state === "PLANNED") return;
  await tx.setTimer(INSTALMENT_OVERDUE, id, overdueFrom(dueAt, graceDays));
}

/** After a reminder comes the next one, as long as there is something left to say. */
export async function remindAgain(tx: Tx, { id, dueAt }: InstalmentRow): Promise<void> {
  const at = dueAt === null ? null : nextReminder(dueAt, tx.now);
  if (at !== null) await tx.setTimer(INSTALMENT_REMINDER, id, at);
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
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) AND t.state IN ('DUE', 'PART_PAID', 'OVERDUE')
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
 * Makes the instalments due that waited for `trigger`, each with an InstalmentDue fact. With ON_ORDER, which is when the
 * order's auditor let it pass, so do those whose day came meanwhile. With ON_ACCEPTANCE, which is the completion of the
 * order, the clocks of the AFTER_DAYS instalments start, and whatever waited for an event of the work that can't come any
 * more falls due as well. Firing twice does no harm.
 */
export async function fireTrigger(tx: Tx, orderId: string, trigger: FiredTrigger): Promise<void> {
  const planned = await plannedOf(tx, orderId);
  const completed = trigger === "ON_ACCEPTANCE";
  const fired = (row: InstalmentRow): boolean =>
    completed
      ? row.trigger !== "AFTER_DAYS" && row.trigger !== "ON_DATE"
      : row.trigger === trigger || (trigger === "ON_ORDER" && row.dueOn !== null && row.dueOn <= tx.now);
  for (const instalment of planned.filter(fired)) await fallDue(tx, instalment);
  if (!completed) return;
  for (const row of planned.filter((each) => each.trigger === "AFTER_DAYS")) {
    if (row.dueAt !== null) continue;
    const at = dueAfter(tx.now, row.afterDays);
    await tx.change(InstalmentRow, { id: row.id, dueAt: null }, { dueAt: at });
    await tx.setTimer(INSTALMENT_DUE, row.id, at);
    await watchOver(tx, row, at);
  }
}

/** Makes the instalments due that waited for a milestone of a component, which was approved just now. */
export async function fireMilestone(
  tx: Tx,
  orderId: string,
  reached: { readonly milestone: string; readonly position: number },
): Promise<void> {
  for (const row of await plannedOf(tx, orderId)) if (waitsForMilestone(row, reached)) await fallDue(tx, row);
}

/** Makes one planned instalment due now; nothing happens when it no longer is planned. */
export async function fallDue(tx: Tx, instalment: InstalmentRow): Promise<void> {
  const { id, state } = instalment;
  if (!instalmentLife.allows(state, "FALL_DUE")) return;
  const due = { state: instalmentLife.after(state, "FALL_DUE"), dueAt: tx.now };
  if (!(await tx.tryChange(InstalmentRow, { id, state }, due))) return;
  tx.record(paymentFacts.instalmentDue({ ...instalment, amount: payableAmount(instalment) }));
  // What was to be told before a day that was only expected is told from this one.
  await tx.cancelTimer(INSTALMENT_REMINDER, id);
  await watchOver(tx, { ...instalment, ...due }, tx.now);
}

/** Its grace is over: it counts as overdue. Nothing happens when it is not asked for any more. */
export async function goOverdue(tx: Tx, instalment: InstalmentRow): Promise<void> {
  const { id, state, version } = instalment;
  if (!instalmentLife.allows(state, "GO_OVERDUE")) return;
  const set = { state: instalmentLife.after(state, "GO_OVERDUE"), overdueAt: tx.now };
  await tx.change(InstalmentRow, { id, state, version }, set);
  tx.record(paymentFacts.instalmentOverdue({ ...instalment, amount: openAmount(instalment) }));
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
  if (isSettled(set)) await settled(tx, instalment);
}

const NO_WAIVER = { waiverAsked: null, waiverReason: null, waiverBy: null, waiverAskedAt: null } as const;

/** Instalments of which a waiver waits for another person, the longest waiting first. */
export async function pageOfWaivers(sql: Sql, request: PageRequest): Promise<Page<InstalmentRow>> {
  const values: SqlValue[] = [];
  let after = "";
  if (request.after) {
    const [askedAt, id] = request.after;
    after = "AND t.waiverAskedAt >= ? AND (t.waiverAskedAt > ? OR t.id > ?)";
    values.push(askedAt, askedAt, id);
  }
  // What was settled otherwise since then waits for nobody.
  const tail = `WHERE t.waiverAskedAt > 0 AND t.state IN ('DUE', 'PART_PAID', 'OVERDUE') ${after}
    ORDER BY t.waiverAskedAt, t.id LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(InstalmentRow, tail, values), request, (row) => row.waiverAskedAt ?? 0);
}

/** What is proposed to be waived of an instalment; null takes the proposal back. */
export async function keepWaiver(
  tx: Tx,
  { id, version }: InstalmentRow,
  waiver: { readonly amount: Fen; readonly reason: string } | null,
): Promise<void> {
  const set = waiver
    ? { waiverAsked: waiver.amount, waiverReason: waiver.reason, waiverBy: tx.actorId, waiverAskedAt: tx.now }
    : NO_WAIVER;
  await tx.change(InstalmentRow, { id, version }, set);
}

/** Does without this amount of an instalment that is asked for; nothing is left to ask for once it is all of the rest. */
export async function waiveInstalment(tx: Tx, instalment: InstalmentRow, amount: Fen): Promise<void> {
  const all = amount === openAmount(instalment);
  const state = all ? instalmentLife.after(instalment.state, "WAIVE") : instalment.state;
  const set = { state, waived: plus(instalment.waived, amount), ...NO_WAIVER };
  await tx.change(InstalmentRow, { id: instalment.id, version: instalment.version }, set);
  if (all) await settled(tx, instalment);
}

/** Stops the clocks of an instalment that is settled; work that stood still for it alone goes on. */
async function settled(tx: Tx, { id, orderId, ...before }: InstalmentRow): Promise<void> {
  await tx.cancelTimers([INSTALMENT_DUE, INSTALMENT_OVERDUE, INSTALMENT_REMINDER], id);
  if (!workIsPaused([before]) || (await workPausedOf(tx, orderId))) return;
  tx.record(paymentFacts.workResumed(orderId));
}

/** Whether an order's work stands still because money for it is late. */
export async function workPausedOf(sql: Sql, orderId: string): Promise<boolean> {
  return workIsPaused(await instalmentsOf(sql, [orderId]));
}

/** Closes every instalment of an order that ended before anything was paid. */
export async function voidInstalments(tx: Tx, orderId: string): Promise<void> {
  await tx.run(
    "UPDATE instalments SET state = 'VOID', version = version + 1 WHERE orderId = ? AND state IN ('PLANNED', 'DUE', 'OVERDUE')",
    [orderId],
  );
}

/** What a plan cut anew asks for on its own, and how people read it. */
export interface Difference {
  readonly amount: Fen;
  readonly name: string;
  readonly nameEn: string;
  /** Whether it is due at once; else when the order is confirmed. */
  readonly due: boolean;
}

/**
 * Writes a plan that was cut anew, with an instalment of its own for what is collected apart. Attempts that still wait for
 * a payer of what is another amount now are closed; should their money come it is still taken.
 */
export async function writeRecut(
  tx: Tx,
  plan: readonly InstalmentRow[],
  changes: readonly RecutChange[],
  difference: (Difference & { readonly orderId: string }) | null,
): Promise<void> {
  for (const { id, amount, state, nature } of changes) {
    const row = plan.find((instalment) => instalment.id === id);
    if (!row) continue;
    // A part that nothing is left of is settled like one that was paid: its clocks stop, nobody has to waive it any more.
    const ends = isPayable(row) && !isPayable({ state });
    const set = { amount, state, nature, ...(ends ? NO_WAIVER : {}) };
    await tx.change(InstalmentRow, { id, version: row.version }, set);
    if (ends) await settled(tx, row);
  }
  if (!difference) return;
  const { orderId, name, nameEn, amount, due } = difference;
  const seq = Math.max(0, ...plan.map((instalment) => instalment.seq)) + 1;
  const { initial } = instalmentLife;
  const state = due ? instalmentLife.after(initial, "FALL_DUE") : initial;
  const row: InstalmentRow = {
    ...PLAIN_INSTALMENT,
    id: newId(),
    orderId,
    seq,
    name,
    nameEn,
    nature: "DIFFERENCE",
    trigger: "ON_ORDER",
    afterDays: null,
    milestone: null,
    componentPosition: null,
    dueOn: null,
    graceDays: 0,
    overdueAction: "NOTHING",
    gate: false,
    amount,
    state,
    dueAt: due ? tx.now : null,
    version: 1,
  };
  await tx.insert(InstalmentRow, [row]);
  if (due) tx.record(paymentFacts.instalmentDue(row));
}

function plannedOf(tx: Tx, orderId: string): Promise<InstalmentRow[]> {
  return tx.rows(InstalmentRow, "WHERE t.orderId = ? AND t.state = 'PLANNED' ORDER BY t.seq", [orderId]);
}
