import type { Party } from "../catalogue/collection.js";
import type { InstalmentNature, InstalmentTrigger } from "../catalogue/product.js";
import { DAY } from "../kernel/clock.js";
import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import { stateTable } from "../kernel/state-table.js";
import type { PlanAmount } from "../pricing/price.js";

export const instalmentStateNames = ["PLANNED", "DUE", "PART_PAID", "PAID", "VOID"] as const;
export type InstalmentState = (typeof instalmentStateNames)[number];
export type InstalmentVerb = "FALL_DUE" | "PAY_PART" | "PAY" | "VOID";

/** A part of an order's price: planned until its trigger fires, then due until it is paid. */
export const instalmentLife = stateTable<InstalmentState, InstalmentVerb>("instalment", "PLANNED", {
  PLANNED: { FALL_DUE: "DUE", VOID: "VOID" },
  DUE: { PAY_PART: "PART_PAID", PAY: "PAID", VOID: "VOID" },
  PART_PAID: { PAY_PART: "PART_PAID", PAY: "PAID" },
  PAID: {},
  VOID: {},
});

/** What makes planned instalments due besides the order itself. */
export type FiredTrigger = "ON_TICKETS_STARTED" | "ON_ACCEPTANCE";

/** The figures of an instalment that the rules need. */
export interface InstalmentMoney {
  readonly state: InstalmentState;
  readonly amount: Fen;
  readonly paid: Fen;
}

/** Whether money is asked for now. */
export function isOpen(instalment: InstalmentMoney): boolean {
  return instalment.state === "DUE" || instalment.state === "PART_PAID";
}

/** What is still to be paid on an instalment that is due; nothing otherwise. */
export function openAmount(instalment: InstalmentMoney): Fen {
  return isOpen(instalment) ? minus(instalment.amount, instalment.paid) : ZERO;
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
  return gates.length > 0 && gates.every(({ state }) => state === "PAID");
}

export interface OrderMoney {
  readonly paid: Fen;
  /** Asked for and not paid yet. */
  readonly due: Fen;
}

export function orderMoney(instalments: readonly InstalmentMoney[]): OrderMoney {
  return { paid: plus(...instalments.map((i) => i.paid)), due: plus(...instalments.map(openAmount)) };
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
  const open = orderTakesMoney ? openAmount(instalment) : ZERO;
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
  readonly dueAt: number | null;
}

/** The instalments of an order placed at `now`, numbered from 1: what the order itself triggers is due at once. */
export function planInstalments(plan: readonly PlanAmount[], now: number): PlannedInstalment[] {
  return plan.map(({ name, nameEn, nature, trigger, afterDays, amount, gate }, index) => {
    const due = trigger === "ON_ORDER";
    const { initial } = instalmentLife;
    const state = due ? instalmentLife.after(initial, "FALL_DUE") : initial;
    const dueAt = due ? now : null;
    return { seq: index + 1, name, nameEn, nature, trigger, afterDays, amount, gate, state, dueAt };
  });
}

/** When an AFTER_DAYS instalment falls due, counted from the completion of the order. */
export function dueAfter(completedAt: number, afterDays: number | null): number {
  return completedAt + (afterDays ?? 0) * DAY;
}
