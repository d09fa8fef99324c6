import { type Fen, fen, minus, plus, split, ZERO } from "../../../src/kernel/money.js";
import { type FundingPart, isPlain, NOT_FUNDED } from "../../../src/payments/funding.js";
import { moneyEffect } from "../../../src/payments/order-effect.js";
import { moneyAccounts } from "../../../src/payments/postings.js";
import {
  depositForfeitedPostings,
  type RefundLeg,
  refundPaidPostings,
} from "../../../src/payments/postings-returned.js";
import {
  collectedBeyond,
  collectedPostings,
  pocketsOf,
  type Reallotment,
  reallot,
  reallotPostings,
  withCollected,
} from "../../../src/payments/reallot.js";
import type { PlanPart } from "../../../src/payments/recut.js";
import type { Responsibility } from "../../../src/payments/refund.js";
import { compensationLines, grantedPart, grantLines, splitGrant } from "../../../src/payments/refund-grant.js";
import { type PlannedAllocation, planAllocations } from "../../../src/payments/refund-plan.js";
import {
  advancesOf,
  balance,
  fundingOf,
  moved,
  NOW,
  type Order,
  type Part,
  post,
  receivableOf,
  withPart,
} from "./order.js";

export interface Share {
  readonly id: string;
  readonly amount: Fen;
}

interface Refund {
  readonly shares: readonly Share[];
  /** Whether a change of the order made it cheaper, or the customer wished it. */
  readonly freed: boolean;
  readonly blame: Responsibility;
  readonly compensation?: Fen;
}

/** Gives back of some parts: granted by the rules, planned over tenders newest first, and paid by the way each came. */
export function giveBack(order: Order, { shares, freed, blame, compensation = ZERO }: Refund): Order {
  const wishes = shares.filter(({ amount }) => amount > ZERO);
  const total = plus(...wishes.map(({ amount }) => amount));
  if (plus(total, compensation) === ZERO) return order;
  const planned = planAllocations(total, order.tenders, NOW);
  let next = wishes.reduce((before, wish) => grant(before, wish, freed, blame), order);
  next = post(next, "REFUND_GRANTED", compensationLines(compensation));
  const legs = [...planned.map((part) => legOf(order, part)), { account: "1002" as const, amount: compensation }];
  next = post(next, "REFUND_PAID", refundPaidPostings(legs.filter(({ amount }) => amount > ZERO)));
  const left = legs.filter(({ account }) => account !== "2241.C").map(({ amount }) => amount);
  return moved(withRefunded(next, planned), { left: plus(...left) });
}

function grant(order: Order, { id, amount }: Share, freed: boolean, blame: Responsibility): Order {
  const part = order.parts.find((one) => one.id === id);
  if (!part) return order;
  const funding = fundingOf(order).get(id) ?? NOT_FUNDED;
  const before = { earned: part.givenBack, unearned: part.unearned };
  const granted = grantedPart(part, (account) => balance(order, account, id), funding, before);
  const taken = splitGrant(amount, granted, advancesOf(order), freed);
  const { lines, claim, borne, claimed } = grantLines(taken, granted, blame);
  const dims = { componentId: id, supplierId: part.supplierId };
  const next = post(post(order, "REFUND_GRANTED", lines, dims), "REFUND_CLAIMED", claim, dims);
  const unearned = freed ? part.unearned : plus(part.unearned, taken.unearned);
  const fromHeld = freed ? part.fromHeld : plus(part.fromHeld, minus(borne, claimed));
  const fee = freed ? part.fee : plus(part.fee, taken.fee);
  return withPart(next, id, { unearned, fromHeld, fee, givenBack: plus(part.givenBack, taken.earned) });
}

function legOf({ tenders }: Order, { paymentId, route, amount }: PlannedAllocation): RefundLeg {
  const tender = tenders.find((one) => one.paymentId === paymentId)?.tender;
  if (route === "CREDIT") return { account: "2241.C", amount };
  const account = route === "ORIGINAL" && tender === "TEST_CHANNEL" ? moneyAccounts[tender] : "1002";
  return { account: account as RefundLeg["account"], amount };
}

function withRefunded(order: Order, planned: readonly PlannedAllocation[]): Order {
  const tenders = order.tenders.map((tender) => {
    const back = planned.filter(({ paymentId }) => paymentId === tender.paymentId).map(({ amount }) => amount);
    return { ...tender, refunded: plus(tender.refunded, ...back) };
  });
  return { ...order, tenders };
}

/** Another price of what is not accepted yet, or the end of it: the plan is cut anew, what was paid above it goes back. */
export function amend(order: Order, pick: number, share: number, ends: boolean): Order {
  if (!order.open) return order;
  const touched = order.parts.filter((part, index) => {
    const free = part.state === "ACTIVE" && part.earnedAt === null && part.unearned === ZERO;
    // What an office has already is not undone: such a part is not ended at nothing.
    const fixed = (fundingOf(order).get(part.id)?.feePaid ?? ZERO) > ZERO;
    return free && !(ends && fixed) && (ends || index === pick % order.parts.length);
  });
  if (touched.length === 0) return order;
  const priceOf = ({ saleAmount, officialFee }: Part): Fen =>
    ends ? ZERO : fen(Math.max(officialFee, Math.floor((saleAmount * share) / 100)));
  const delta = plus(...touched.map((part) => minus(priceOf(part), part.saleAmount)));
  const fault = ends ? (share % 2 === 0 ? ("CUSTOMER" as const) : ("PLATFORM" as const)) : null;
  const way = pick % 2 === 0 ? ("COLLECT" as const) : ("SPREAD" as const);
  const effect = moneyEffect(order.plan, delta, { way, fault, keepable: advancesOf(order) });
  const parts = order.parts.map((part) => {
    if (!touched.includes(part)) return part;
    return ends || priceOf(part) === ZERO
      ? { ...part, state: "CANCELLED" as const }
      : { ...part, saleAmount: priceOf(part) };
  });
  const open = parts.some(({ state }) => state === "ACTIVE");
  let next: Order = { ...order, parts, plan: planAfter(order.plan, effect.recut), open };
  next = post(next, "DEPOSIT_FORFEITED", depositForfeitedPostings(effect.forfeit));
  const less = touched.map((part) => ({ ...part, by: fen(Math.max(0, part.saleAmount - priceOf(part))) }));
  const changed = reallotted(next, effect.refund);
  const funds = changed?.funds;
  const own = less.filter(({ collectionMode }) => collectionMode === "OWN_SALE");
  const pooled = funds ? plus(funds.ownBack, funds.unplaced) : effect.refund;
  const sharing = own.length > 0 ? own : less;
  const weights = sharing.map(({ by }) => by);
  const amounts = pooled > ZERO ? split(pooled, weights) : [];
  const pool = sharing.map(({ id }, index) => ({ id, amount: amounts[index] ?? ZERO }));
  const others = [...(funds?.back ?? [])].map(([id, amount]) => ({ id, amount }));
  const shares = order.parts.map(({ id }) => {
    const of = [...pool, ...others].filter((share) => share.id === id);
    return { id, amount: plus(...of.map(({ amount }) => amount)) };
  });
  if (changed) {
    const { collected } = changed;
    const owed = plus(...collected.map(({ amount }) => amount));
    next = moved(post(next, "FUNDS_MOVED", collectedPostings(collected)), { direct: minus(ZERO, owed), taken: owed });
    next = post(next, "FUNDS_MOVED", reallotPostings(changed.funds, receivableOf(next)));
  }
  const blame = { platform: 0, supplier: 0, customer: 10_000 };
  return giveBack(next, { shares, freed: true, blame, compensation: effect.compensation });
}

/** Money of parts that cost less by now, where suppliers sell some of the order. */
function reallotted(
  order: Order,
  refund: Fen,
): { readonly funds: Reallotment; readonly collected: readonly FundingPart[] } | null {
  if (isPlain(order.parts)) return null;
  const parts = order.parts.map((part) => ({
    ...part,
    feeReturned: part.fee,
    returned: part.collectionMode === "OWN_SALE" ? part.unearned : part.fromHeld,
  }));
  const own = { advances: advancesOf(order), receivable: receivableOf(order) };
  const collected = collectedBeyond(parts, fundingOf(order));
  const funds = reallot(pocketsOf(parts, withCollected(fundingOf(order), collected), own), refund);
  return { funds, collected };
}

function planAfter(plan: readonly PlanPart[], recut: ReturnType<typeof moneyEffect>["recut"]): PlanPart[] {
  const changes = new Map(recut.changes.map((change) => [change.id, change]));
  const after: PlanPart[] = plan.map((part) => ({ ...part, ...changes.get(part.id) }));
  if (recut.difference === ZERO) return after;
  const seq = after.length + 1;
  const blank = { paid: ZERO, waived: ZERO, nature: "DIFFERENCE" as const, state: "DUE" as const };
  return [...after, { ...blank, id: `i${seq}`, seq, amount: recut.difference }];
}
