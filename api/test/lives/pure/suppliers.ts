import { type Fen, fen, minus, plus, ZERO } from "../../../src/kernel/money.js";
import { must } from "../../../src/kernel/refusal.js";
import { NOT_FUNDED, ownPrice } from "../../../src/payments/funding.js";
import { feePayable } from "../../../src/payments/official-fee.js";
import { costPostings, earnedPostings } from "../../../src/payments/postings.js";
import {
  claimEndedPostings,
  depositReturnedPostings,
  officialFeePaidPostings,
  supplierDepositPostings,
} from "../../../src/payments/postings-moved.js";
import { cutStatement, type OpenItem } from "../../../src/settlement/line.js";
import { statementPostings } from "../../../src/settlement/postings.js";
import { release } from "./money-in.js";
import { advancesOf, balance, fundingOf, moved, NOW, type Order, openItems, post, withPart } from "./order.js";

/** Work is signed off: the platform's own is earned and its cost owed, another's is released less the commission. */
export function accept(order: Order, pick: number): Order {
  const part = order.parts[pick % order.parts.length];
  if (!part || !order.open || part.earnedAt !== null || part.state === "CANCELLED") return order;
  const accepted = { ...part, earnedAt: NOW };
  const next = withPart(order, part.id, accepted);
  if (part.collectionMode !== "OWN_SALE") return release(next, accepted);
  const dims = { componentId: part.id, supplierId: part.supplierId };
  const earned = earnedPostings(minus(ownPrice(part), part.unearned), advancesOf(order));
  return post(post(next, "REVENUE_EARNED", earned, dims), "COST_INCURRED", costPostings(part.costAmount), dims);
}

/** The office gets what was collected for it, from the platform or in advance from the supplier. */
export function passFeeOn(order: Order, pick: number): Order {
  const part = order.parts[pick % order.parts.length];
  if (!part) return order;
  const amount = feePayable(fundingOf(order).get(part.id) ?? NOT_FUNDED);
  if (amount <= ZERO || amount > balance(order, "2241.G", part.id)) return order;
  const by = pick % 2 === 0 ? "PLATFORM" : "SUPPLIER";
  const dims = { componentId: part.id, supplierId: part.supplierId };
  const next = post(order, "OFFICIAL_FEE_PAID", officialFeePaidPostings(amount, by), dims);
  return by === "PLATFORM" ? moved(next, { left: amount }) : next;
}

const TERMS = { windowDays: 0, retentionRate: 500, retentionDays: 0 };

/** A statement of all that may be paid to one supplier, with what it owes set off; paid at once. */
export function settle(order: Order, pick: number): Order {
  const supplierId = order.parts[pick % order.parts.length]?.supplierId;
  if (!supplierId) return order;
  const items = openItems(order)
    .filter((item) => item.supplierId === supplierId)
    .map(
      (item): OpenItem => ({
        ...item,
        since: NOW,
        fees: ZERO,
        inStatement: null,
        disputed: false,
        parts: [],
        retainedUntil: null,
      }),
    );
  const { lines, net } = cutStatement(items, TERMS, NOW);
  if (lines.length === 0) return order;
  if (net < ZERO) throw new Error(`A statement of ${net}.`);
  return moved(post(order, "STATEMENT_PAID", statementPostings(lines, supplierId)), { left: net });
}

/** A supplier leaves a security deposit, or gets all of it back when it owes nothing. */
export function deposit(order: Order, share: number): Order {
  const held = fen(balance(order, "2241.D"));
  if (share % 3 > 0 || held === ZERO) {
    const amount = fen(share * 1_000);
    return moved(post(order, "DEPOSIT_TAKEN", supplierDepositPostings(amount)), { came: amount });
  }
  must(balance(order, "1221.S") === 0, "CLAIMS_OPEN");
  return moved(post(order, "DEPOSIT_RETURNED", depositReturnedPostings(held)), { left: held });
}

const ENDS = ["PAID", "DEPOSIT", "WRITTEN_OFF"] as const;

/** A claim ends by the supplier's money, its deposit, or not at all. */
export function endClaim(order: Order, pick: number, share: number): Order {
  const claims = openItems(order).filter(({ account, balance: open }) => account === "1221.S" && open < ZERO);
  const claim = claims[pick % Math.max(1, claims.length)];
  if (!claim) return order;
  const open = minus(ZERO, claim.balance);
  const amount: Fen = fen(Math.min(open, Math.ceil((open * share) / 100)));
  const end = ENDS[share % ENDS.length] ?? "PAID";
  if (end === "DEPOSIT") must(amount <= balance(order, "2241.D"), "DEPOSIT_TOO_LOW");
  const dims = { supplierId: claim.supplierId, ...(claim.componentId ? { componentId: claim.componentId } : {}) };
  const next = post(order, "CLAIM_ENDED", claimEndedPostings(amount, end), dims);
  return end === "PAID" ? moved(next, { came: plus(amount) }) : next;
}
