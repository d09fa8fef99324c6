import type { Party } from "../catalogue/collection.js";
import type { InstalmentNature, InstalmentTrigger, OverdueAction } from "../catalogue/product.js";
import { DAY } from "../kernel/clock.js";
import { startOfDay } from "../kernel/day.js";
import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import { stateTable } from "../kernel/state-table.js";
import type { PlanAmount } from "../pricing/price.js";

export const instalmentStateNames = ["PLANNED", "DUE", "PART_PAID", "OVERDUE", "PAID", "WAIVED", "VOID"] as const;
export type InstalmentState = (typeof instalmentStateNames)[number];
export type InstalmentVerb = "FALL_DUE" | "PAY_PART" | "PAY" | "GO_OVERDUE" | "WAIVE" | "VOID";

/**
 * A part of an order's price: planned until its trigger fires, then due until it is paid, and overdue once its grace is
 * over. Who likes pays before it is asked for: a planned one that is paid in part stays planned, for nobody asked for the
 * rest. What the platform does without is waived, whatever was paid of it before.
 */
export const instalmentLife = stateTable<InstalmentState, InstalmentVerb>("instalment", "PLANNED", {
  PLANNED: { FALL_DUE: "DUE", PAY_PART: "PLANNED", PAY: "PAID", VOID: "VOID" },
  DUE: { PAY_PART: "PART_PAID", PAY: "PAID", GO_OVERDUE: "OVERDUE", WAIVE: "WAIVED", VOID: "VOID" },
  PART_PAID: { PAY_PART: "PART_PAID", PAY: "PAID", GO_OVERDUE: "OVERDUE", WAIVE: "WAIVED" },
  OVERDUE: { PAY_PART: "OVERDUE", PAY: "PAID", WAIVE: "WAIVED", VOID: "VOID" },
  PAID: {},
  WAIVED: {},
  VOID: {},
});

/** What makes planned instalments due; ON_ORDER only for an order that waited for its auditor. */
export type FiredTrigger = "ON_ORDER" | "ON_CONTRACT" | "ON_TICKETS_STARTED" | "ON_ACCEPTANCE";

/** The figures of an instalment that the rules need. */
export interface InstalmentMoney {
  readonly state: InstalmentState;
  readonly amount: Fen;
  readonly paid: Fen;
  readonly waived: Fen;
}

/** Whether money is asked for now. */
export function isOpen({ state }: Pick<InstalmentMoney, "state">): boolean {
  return state === "DUE" || state === "PART_PAID" || state === "OVERDUE";
}

/** Whether it may be paid now: what is asked for, and what is planned, for who likes to pay early. */
export function isPayable(instalment: Pick<InstalmentMoney, "state">): boolean {
  return isOpen(instalment) || instalment.state === "PLANNED";
}

/** Whether nothing more will be asked for: it was paid, or the platform does without the rest. */
export function isSettled({ state }: Pick<InstalmentMoney, "state">): boolean {
  return state === "PAID" || state === "WAIVED";
}

/** What is still to be paid on an instalment that is due; nothing otherwise. */
export function openAmount(instalment: InstalmentMoney): Fen {
  return isOpen(instalment) ? restOf(instalment) : ZERO;
}

/** What may still be paid on it, asked for or not. */
export function payableAmount(instalment: InstalmentMoney): Fen {
  return isPayable(instalment) ? restOf(instalment) : ZERO;
}

function restOf({ amount, paid, waived }: InstalmentMoney): Fen {
  return minus(amount, plus(paid, waived));
}

/** What a supplier may collect at the customer's now: what it is asked to collect first, else what has been open longest. */
export function collectable<Row extends InstalmentMoney & { readonly collector: Party }>(
  instalments: readonly Row[],
): Row | undefined {
  const open = instalments.filter(isOpen);
  return open.find(({ collector }) => collector === "SUPPLIER") ?? open[0];
}

/** Whether the money that delivery waits for is there. A plan without a gate never lets delivery begin by itself. */
export function gateIsPaid(
  instalments: readonly { readonly gate: boolean; readonly state: InstalmentState }[],
): boolean {
  const gates = instalments.filter(({ gate }) => gate);
  return gates.length > 0 && gates.every(isSettled);
}

export interface OrderMoney {
  readonly paid: Fen;
  /** Asked for and not paid yet. */
  readonly due: Fen;
  /** What the platform does without. */
  readonly waived: Fen;
}

export function orderMoney(instalments: readonly InstalmentMoney[]): OrderMoney {
  const due = plus(...instalments.map(openAmount));
  return { paid: plus(...instalments.map((i) => i.paid)), due, waived: plus(...instalments.map((i) => i.waived)) };
}

export interface Allocation {
  /** Pays the instalment, at most up to its amount. */
  readonly toInstalment: Fen;
  /** Overpaid, paid twice or too late: the customer's credit. */
  readonly toCredit: Fen;
  /** What happens to the instalment; null when nothing does. */
  readonly verb: "PAY" | "PAY_PART" | null;
}

/**
 * Where received money goes. Money of the world is never refused: what the instalment can't take, or all of it when
 * the order is closed, becomes the customer's credit.
 */
export function allocate(received: Fen, instalment: InstalmentMoney, orderTakesMoney: boolean): Allocation {
  const open = orderTakesMoney ? payableAmount(instalment) : ZERO;
  const toInstalment = received < open ? received : open;
  const toCredit = minus(received, toInstalment);
  if (toInstalment === ZERO) return { toInstalment, toCredit, verb: null };
  return { toInstalment, toCredit, verb: toInstalment === open ? "PAY" : "PAY_PART" };
}

/** An instalment as a new order gets it. */
export interface PlannedInstalment {
  readonly seq: number;
  readonly name: string;
  readonly nameEn: string;
  readonly nature: InstalmentNature;
  readonly trigger: InstalmentTrigger;
  readonly afterDays: number | null;
  readonly amount: Fen;
  readonly gate: boolean;
  readonly state: InstalmentState;
  /** When it became due, or will when that is known. */
  readonly dueAt: number | null;
  readonly dueOn: number | null;
  readonly graceDays: number;
  readonly overdueAction: OverdueAction;
  readonly milestone: string | null;
  readonly componentPosition: number | null;
  /** Who is to take the money. */
  readonly collector: Party;
}

/**
 * The instalments of an order placed at `now`, numbered from 1: what the order itself triggers is due at once, and so is
 * what was agreed for a day that has come already; unless nothing is `asked` yet, because the order waits for its auditor.
 */
export function planInstalments(plan: readonly PlanAmount[], now: number, asked = true): PlannedInstalment[] {
  return plan.map((step, index) => {
    const { name, nameEn, nature, trigger, afterDays, amount, gate } = step;
    const { graceDays = 0, overdueAction = "NOTHING", milestone = null, componentPosition = null } = step;
    const { collector = "PLATFORM" } = step;
    const dueOn = agreedDay(step, now);
    const due = asked && (trigger === "ON_ORDER" || (dueOn !== null && dueOn <= now));
    const { initial } = instalmentLife;
    const state = due ? instalmentLife.after(initial, "FALL_DUE") : initial;
    const when = { afterDays, milestone, componentPosition, dueOn, dueAt: due ? now : dueOn, graceDays, overdueAction };
    return { seq: index + 1, name, nameEn, nature, trigger, amount, gate, state, collector, ...when };
  });
}

/** The instant of an ON_DATE instalment: the beginning of a fixed day, or so many days after the order. */
function agreedDay({ trigger, dueDay, afterDays }: PlanAmount, now: number): number | null {
  if (trigger !== "ON_DATE") return null;
  return dueDay ? startOfDay(dueDay) : dueAfter(now, afterDays);
}

/** When so many days are over, counted from the order or from its completion. */
export function dueAfter(from: number, afterDays: number | null): number {
  return from + (afterDays ?? 0) * DAY;
}

/** When an instalment that fell due counts as overdue: after its grace, and never before a whole day has passed. */
export function overdueFrom(dueAt: number, graceDays: number): number {
  return dueAt + Math.max(1, graceDays) * DAY;
}

/** Days from the due instant at which its customer is reminded; the day itself is told by the instalment falling due. */
const REMINDER_DAYS = [-3, 1, 7] as const;

/** When the customer is reminded next; null when nothing is left to say. */
export function nextReminder(dueAt: number, now: number): number | null {
  const days = REMINDER_DAYS.find((day) => dueAt + day * DAY > now);
  return days === undefined ? null : dueAt + days * DAY;
}

/**
 * Whether work stands still because money is late: no work is begun and no supplier is asked until every such instalment
 * is settled.
 */
export function workIsPaused(
  instalments: readonly { readonly state: InstalmentState; readonly overdueAction: OverdueAction }[],
): boolean {
  return instalments.some(({ state, overdueAction }) => state === "OVERDUE" && overdueAction === "PAUSE_WORK");
}

/** Whether a planned instalment waits for this milestone; one without a component takes the first that has it. */
export function waitsForMilestone(
  instalment: {
    readonly trigger: InstalmentTrigger;
    readonly milestone: string | null;
    readonly componentPosition: number | null;
  },
  reached: { readonly milestone: string; readonly position: number },
): boolean {
  const { trigger, milestone, componentPosition } = instalment;
  if (trigger !== "ON_MILESTONE" || milestone !== reached.milestone) return false;
  return componentPosition === null || componentPosition === reached.position;
}
