import { type Fen, fen, minus, plus, ZERO } from "../../../src/kernel/money.js";
import {
  type FundingPart,
  isPlain,
  NOT_FUNDED,
  promotionDue,
  releaseOf,
  splitReceipt,
  wanted,
} from "../../../src/payments/funding.js";
import { allocate, instalmentLife, openAmount } from "../../../src/payments/instalment.js";
import type { Tender } from "../../../src/payments/payment.js";
import {
  commissionClaimPostings,
  receiptPostings,
  releasePostings,
  waivedPostings,
} from "../../../src/payments/postings.js";
import { promotionPostings } from "../../../src/payments/postings-moved.js";
import type { PlanPart } from "../../../src/payments/recut.js";
import type { RefundableTender } from "../../../src/payments/refund-plan.js";
import { balance, fundingOf, moved, NOW, type Order, type Part, post, receivableOf } from "./order.js";

const TENDERS = ["BANK_TRANSFER", "TEST_CHANNEL", "CASH", "SUPPLIER_COLLECTED", "CREDIT"] as const satisfies Tender[];

/** Any share of any instalment by any means; credit is spent as far as there is any. */
export function pay(order: Order, movement: string, pick: number, share: number): Order {
  const instalment = order.plan[pick % order.plan.length];
  const tender = TENDERS[share % TENDERS.length];
  if (!instalment || !tender) return order;
  const wish = Math.max(1, Math.floor((instalment.amount * share) / 100));
  const received = fen(tender === "CREDIT" ? Math.min(wish, balance(order, "2241.C")) : wish);
  if (received <= ZERO) return order;
  const takenBy = tender === "SUPPLIER_COLLECTED" ? (order.parts[pick % order.parts.length]?.supplierId ?? null) : null;
  const { toInstalment, toCredit, verb } = allocate(received, instalment, order.open);
  // Credit is never paid into what takes nothing: its flow asks before.
  if (tender === "CREDIT" && toCredit > ZERO) return order;
  const parts = partsOf(order, toInstalment, takenBy);
  const lines = receiptPostings(tender, parts, toCredit, receivableOf(order), takenBy);
  let next = post(order, "RECEIPT", lines, takenBy ? { supplierId: takenBy } : {});
  if (verb) next = withInstalment(next, instalment, { paid: plus(instalment.paid, toInstalment), verb });
  next = { ...next, tenders: [...next.tenders, tenderOf(movement, instalment, tender, toInstalment)] };
  const direct = plus(...parts.filter(({ kind }) => kind === "DIRECT").map(({ amount }) => amount));
  const world = tender === "CREDIT" ? {} : takenBy ? { direct, taken: minus(received, direct) } : { came: received };
  return releaseAccepted(moved(next, world));
}

function tenderOf(paymentId: string, { id, seq }: PlanPart, tender: Tender, applied: Fen): RefundableTender {
  return { paymentId, instalmentId: id, seq, tender, applied, refunded: ZERO, settledAt: NOW, channelRefunds: 0 };
}

/** The platform does without a share of what is asked for. */
export function waive(order: Order, pick: number, share: number): Order {
  const instalment = order.plan[pick % order.plan.length];
  if (!instalment || !order.open || !instalmentLife.allows(instalment.state, "WAIVE")) return order;
  const open = openAmount(instalment);
  const amount = fen(Math.min(open, Math.ceil((open * share) / 100)));
  if (amount <= ZERO) return order;
  const lines = waivedPostings(partsOf(order, amount, null), receivableOf(order));
  const waived = plus(instalment.waived, amount);
  const change = amount === open ? { waived, verb: "WAIVE" as const } : { waived };
  return releaseAccepted(withInstalment(post(order, "WAIVED", lines), instalment, change));
}

/** An instalment is asked for, or is late. */
export function ask(order: Order, pick: number): Order {
  const instalment = order.plan[pick % order.plan.length];
  const verb = instalment?.state === "PLANNED" ? "FALL_DUE" : "GO_OVERDUE";
  if (!instalment || !instalmentLife.allows(instalment.state, verb)) return order;
  return withInstalment(order, instalment, { verb });
}

interface InstalmentChange {
  readonly paid?: Fen;
  readonly waived?: Fen;
  readonly verb?: "PAY" | "PAY_PART" | "WAIVE" | "FALL_DUE" | "GO_OVERDUE";
}

function withInstalment(order: Order, instalment: PlanPart, { verb, ...money }: InstalmentChange): Order {
  const state = verb ? instalmentLife.after(instalment.state, verb) : instalment.state;
  const plan = order.plan.map((one) => (one.id === instalment.id ? { ...one, ...money, state } : one));
  return { ...order, plan };
}

/** Whose money it is. */
function partsOf(order: Order, amount: Fen, takenBy: string | null): FundingPart[] {
  if (isPlain(order.parts)) return [{ kind: "OWN", componentId: null, supplierId: null, amount }];
  const live = order.plan.filter(({ state }) => state !== "VOID");
  const price = plus(...live.map((one) => one.amount));
  const settled = plus(...order.plan.flatMap(({ paid, waived }) => [paid, waived]));
  const open = settled < price ? minus(price, settled) : ZERO;
  const returned = new Map(order.parts.map((part) => [part.id, part]));
  return splitReceipt(amount, wanted(order.parts, fundingOf(order), open, returned), takenBy);
}

/** What was held for work that is accepted is its supplier's, less the commission. */
export function releaseAccepted(order: Order): Order {
  return order.parts
    .filter(({ earnedAt, collectionMode }) => earnedAt !== null && collectionMode !== "OWN_SALE")
    .reduce(release, order);
}

export function release(order: Order, part: Part): Order {
  const dims = { componentId: part.id, supplierId: part.supplierId };
  const added = promotionDue(part, fundingOf(order).get(part.id) ?? NOT_FUNDED);
  const whole = post(order, "PROMOTION_GRANTED", promotionPostings(added), dims);
  const { release: amount, fromHeld, claimed } = releaseOf(part, fundingOf(whole).get(part.id) ?? NOT_FUNDED);
  const next = amount > ZERO ? post(whole, "HELD_RELEASED", releasePostings(amount, fromHeld), dims) : whole;
  return claimed > ZERO ? post(next, "COMMISSION_CLAIMED", commissionClaimPostings(claimed), dims) : next;
}
