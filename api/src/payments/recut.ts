import { depositLimit } from "../catalogue/plan.js";
import type { InstalmentNature } from "../catalogue/product.js";
import { type Fen, fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { type InstalmentState, isPayable, isSettled } from "./instalment.js";

/** What becomes of a price that changed: collected at once, spread over what is open, or given back. */
export const recutWays = ["COLLECT", "SPREAD", "REDUCE_THEN_REFUND"] as const;
export type RecutWay = (typeof recutWays)[number];

/** An instalment as far as cutting the plan anew depends on it. */
export interface PlanPart {
  readonly id: string;
  readonly seq: number;
  readonly nature: InstalmentNature;
  readonly state: InstalmentState;
  readonly amount: Fen;
  readonly paid: Fen;
  readonly waived: Fen;
}

/** What an instalment becomes. */
export interface RecutChange {
  readonly id: string;
  readonly amount: Fen;
  readonly state: InstalmentState;
  readonly nature: InstalmentNature;
}

export interface Recut {
  /** Only the instalments that become others. */
  readonly changes: readonly RecutChange[];
  /** What a new instalment of the nature DIFFERENCE asks for; nothing when there is none. */
  readonly difference: Fen;
  /** What was paid and is the customer's again. */
  readonly refund: Fen;
}

/**
 * Cuts a plan anew for a price that changed by `delta`, so that its instalments sum to the new price.
 *
 * More is collected by a new instalment, or spread over what is still open in proportion to it; without anything open it
 * is collected. Less is first not asked for, newest instalment first; what that leaves over was paid and is refunded,
 * again from the newest. An instalment that paid money was refunded of keeps `paid` and has a smaller amount.
 *
 * 定金 never is above a fifth of the new price: an unpaid one is cut down to it and the rest asked for elsewhere, one that
 * was paid becomes a plain advance, because the law knows no 定金 above the fifth.
 *
 * Refuses VALIDATION for a price below what was waived.
 */
export function recutPlan(instalments: readonly PlanPart[], delta: number, how: RecutWay): Recut {
  const before = instalments.filter(({ state }) => state !== "VOID");
  const total = fen(plus(...before.map(({ amount }) => amount)) + delta);
  must(total >= ZERO, "VALIDATION", { field: "parts" });
  const grown = delta > 0 ? grow(before, fen(delta), how) : lower(before, fen(-delta));
  const legal = capDeposits(grown.parts, total);
  return {
    changes: legal.parts.flatMap((part) => changeOf(before, part)),
    difference: plus(grown.difference, legal.moved),
    refund: grown.refund,
  };
}

interface Cut {
  readonly parts: readonly PlanPart[];
  readonly difference: Fen;
  readonly refund: Fen;
}

function grow(parts: readonly PlanPart[], delta: Fen, how: RecutWay): Cut {
  const open = how === "SPREAD" ? parts.filter((part) => openOf(part) > ZERO && part.nature !== "DEPOSIT") : [];
  if (open.length === 0) return { parts, difference: delta, refund: ZERO };
  const shares = split(delta, open.map(openOf));
  const more = new Map(open.map(({ id }, index) => [id, shares[index] ?? ZERO]));
  const raised = parts.map((part) => ({ ...part, amount: plus(part.amount, more.get(part.id) ?? ZERO) }));
  return { parts: raised, difference: ZERO, refund: ZERO };
}

function lower(parts: readonly PlanPart[], delta: Fen): Cut {
  const asked = takeOff(parts, delta, openOf);
  const paid = takeOff(asked.parts, asked.left, refundableOf);
  must(paid.left === ZERO, "VALIDATION", { field: "parts" });
  return { parts: paid.parts, difference: ZERO, refund: asked.left };
}

/** Takes `amount` off the newest instalments first, from each at most what `mayTake` tells. */
function takeOff(parts: readonly PlanPart[], amount: Fen, mayTake: (part: PlanPart) => Fen) {
  let left = amount;
  const taken = new Map<string, Fen>();
  for (const part of [...parts].sort((a, b) => b.seq - a.seq)) {
    const take = fen(Math.min(left, mayTake(part)));
    taken.set(part.id, take);
    left = minus(left, take);
  }
  const less = parts.map((part) => ({ ...part, amount: minus(part.amount, taken.get(part.id) ?? ZERO) }));
  return { parts: less, left };
}

/** Keeps every 定金 within the fifth of `total`; `moved` is what no open instalment could take over. */
function capDeposits(parts: readonly PlanPart[], total: Fen): { parts: readonly PlanPart[]; moved: Fen } {
  let room = depositLimit(total);
  let moved = ZERO;
  const capped = parts.map((part) => {
    if (part.nature !== "DEPOSIT" || part.amount === ZERO) return part;
    const kept = fen(Math.max(part.amount - openOf(part), Math.min(part.amount, room)));
    const amount = fen(Math.min(part.amount, kept));
    moved = plus(moved, minus(part.amount, amount));
    if (amount > room) return { ...part, amount, nature: "ADVANCE" as const };
    room = minus(room, amount);
    return { ...part, amount };
  });
  if (moved === ZERO) return { parts: capped, moved };
  const heir = [...capped].reverse().find((part) => part.nature !== "DEPOSIT" && openOf(part) > ZERO);
  if (!heir) return { parts: capped, moved };
  const given = capped.map((part) => (part.id === heir.id ? { ...part, amount: plus(part.amount, moved) } : part));
  return { parts: given, moved: ZERO };
}

/** What an instalment may still ask for. */
function openOf({ state, amount, paid, waived }: PlanPart): Fen {
  const asks = isPayable({ state });
  return asks ? fen(Math.max(0, amount - paid - waived)) : ZERO;
}

/** What was paid of an instalment and not given back by an earlier cut. */
function refundableOf({ amount, paid, waived }: PlanPart): Fen {
  return fen(Math.max(0, Math.min(paid, amount - waived)));
}

function changeOf(before: readonly PlanPart[], part: PlanPart): RecutChange[] {
  const { id, amount, nature } = part;
  const old = before.find((one) => one.id === id);
  if (!old || (old.amount === amount && old.nature === nature)) return [];
  return [{ id, amount, nature, state: stateOf(part) }];
}

/** An instalment that asks for nothing any more is paid; without money waived, and void when nothing of it is left at all. */
function stateOf(part: PlanPart): InstalmentState {
  if (openOf(part) > ZERO || isSettled(part)) return part.state;
  if (part.paid > ZERO) return "PAID";
  return part.waived > ZERO ? "WAIVED" : "VOID";
}
