import { type CollectionMode, principalOf } from "../catalogue/collection.js";
import { type Fen, fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { AccountCode } from "./accounts.js";
import { commissionOn, type Funding, ownPrice, shareOf } from "./funding.js";
import { backWithVat, credit, debit, type PostingLine, some } from "./postings.js";
import { costReturnedPostings } from "./postings-returned.js";
import type { Responsibility } from "./refund.js";

/** One part of an order as the books know it when a refund is granted. */
export interface GrantedPart {
  readonly collectionMode: CollectionMode;
  readonly commissionRate: number;
  readonly commissionRefundable: boolean;
  /** What of its price is not earned and not given back; nothing holds more of it than the order's advances. */
  readonly open: Fen;
  /** 6001 and 2221: what the platform earned by it and did not give back. */
  readonly earned: Fen;
  /** 6051 and 2221: the commission that the platform took on it and did not give back. */
  readonly commission: Fen;
  /** 2221: the tax in it, be it revenue or commission. */
  readonly vat: Fen;
  /** 2241.H: what is held for the supplier that sells it. */
  readonly held: Fen;
  /** What its supplier has of the customer's money, released or collected by itself, and was not claimed back. */
  readonly passedOn: Fen;
  /** 6602: what the platform added for its own coupon and did not claim back. */
  readonly promotion: Fen;
  /** 2241.G: official fees that are still here. */
  readonly fee: Fen;
  /** Of `fee`, what no office is to get any more, because a change of the order ended or lessened the part. */
  readonly spareFee: Fen;
}

/** What of a part of an order tells its price and how it is sold. */
export interface PricedPart extends Pick<GrantedPart, "collectionMode" | "commissionRate" | "commissionRefundable"> {
  readonly id: string;
  readonly state: "ACTIVE" | "CANCELLED";
  readonly saleAmount: Fen;
  readonly officialFee: Fen;
  readonly earnedAt: number | null;
}

/**
 * A part of an order as the books and the refunds granted `before` tell it. `balance` is credit less debit of an account
 * for this part; of what went back before it was earned `before` counts wishes alone, not what a change of the order freed.
 */
export function grantedPart(
  component: PricedPart,
  balance: (account: AccountCode) => number,
  { released, promoted, direct, feePaid }: Pick<Funding, "released" | "promoted" | "direct" | "feePaid">,
  before: { readonly earned: Fen; readonly unearned: Fen } = { earned: ZERO, unearned: ZERO },
): GrantedPart {
  const earned = balance("6001") + balance("2221");
  const used = earned + before.earned + before.unearned;
  const fee = atLeastZero(balance("2241.G"));
  const toPassOn = component.state === "ACTIVE" ? Math.max(0, component.officialFee - feePaid) : 0;
  return {
    collectionMode: component.collectionMode,
    commissionRate: component.commissionRate,
    commissionRefundable: component.commissionRefundable,
    open: component.earnedAt === null ? atLeastZero(ownPrice(component) - used) : ZERO,
    earned: atLeastZero(earned),
    commission: atLeastZero(balance("6051") + balance("2221")),
    vat: atLeastZero(balance("2221")),
    held: atLeastZero(balance("2241.H")),
    passedOn: atLeastZero(released - promoted + direct - before.earned),
    promotion: atLeastZero(-balance("6602")),
    fee,
    spareFee: atLeastZero(fee - toPassOn),
  };
}

const atLeastZero = (value: number): Fen => fen(Math.max(0, value));

/** Where an amount that goes back comes from. */
export interface GrantSplit {
  /** 2203, or 2241.H when a supplier sells: was not earned. */
  readonly unearned: Fen;
  /** Was earned by the platform, or passed on to the supplier that sells. */
  readonly earned: Fen;
  readonly fee: Fen;
}

/**
 * Splits an amount that goes back for one part: first fees that no office is to get any more, then what was not earned,
 * then what was, then the other fees that are still here.
 * `advances` are the order's. A part that a change of the order made cheaper is `freed`: its price says no more what of it
 * is open. Refuses REFUND_EXCEEDS_PAID when that is not enough.
 */
export function splitGrant(amount: Fen, part: GrantedPart, advances: Fen, freed: boolean): GrantSplit {
  const isOwn = principalOf(part.collectionMode) === "PLATFORM";
  const waiting = isOwn ? least(advances, freed ? amount : part.open) : part.held;
  const spare = least(amount, part.spareFee);
  const unearned = least(minus(amount, spare), waiting);
  const earned = least(minus(amount, plus(spare, unearned)), isOwn ? part.earned : part.passedOn);
  const fee = least(minus(amount, plus(unearned, earned)), part.fee);
  const available = plus(unearned, earned, fee);
  must(available === amount, "REFUND_EXCEEDS_PAID", { available });
  return { unearned, earned, fee };
}

/** What a refund may take of one part of an order at most. */
export function availableOf(part: GrantedPart, advances: Fen): Fen {
  const isOwn = principalOf(part.collectionMode) === "PLATFORM";
  return isOwn ? plus(least(advances, part.open), part.earned, part.fee) : plus(part.held, part.passedOn, part.fee);
}

export interface GrantLines {
  readonly lines: PostingLine[];
  /** What the supplier is asked for beside the grant; empty when the grant itself tells it. */
  readonly claim: PostingLine[];
  /** What the supplier bears in all. */
  readonly borne: Fen;
  /** What of it is claimed from the supplier (1221.S). */
  readonly claimed: Fen;
}

/** The books of one part of a refund as it is granted: from now on the customer is owed it (2241.R). */
export function grantLines(taken: GrantSplit, part: GrantedPart, responsibility: Responsibility): GrantLines {
  return principalOf(part.collectionMode) === "PLATFORM"
    ? ownSale(taken, part, responsibility)
    : agency(taken, part, responsibility);
}

/** The platform sold: its revenue and VAT go back (TP5a, TP7); what the supplier bears lowers the cost (TP5b). */
function ownSale({ unearned, earned, fee }: GrantSplit, part: GrantedPart, responsibility: Responsibility): GrantLines {
  const { net, vat } = backWithVat(earned, { whole: part.earned, vat: part.vat });
  const { supplier: borne } = bearers(plus(unearned, earned), responsibility, "PLATFORM");
  const lines = [
    debit("2203", unearned),
    debit("6001", net),
    debit("2221", vat),
    debit("2241.G", fee),
    credit("2241.R", plus(unearned, earned, fee)),
  ];
  return {
    lines: some(lines),
    claim: costReturnedPostings(borne),
    borne,
    claimed: borne,
  };
}

/**
 * The supplier sold: what is still held goes back (TA4); what it has already is claimed from it, less the commission that
 * goes back with it (TA5) and with as much of the platform's own coupon. What the platform is to blame for it gives
 * itself (6711).
 */
function agency({ unearned, earned, fee }: GrantSplit, part: GrantedPart, responsibility: Responsibility): GrantLines {
  const [early, late] = [bearers(unearned, responsibility, "SUPPLIER"), bearers(earned, responsibility, "SUPPLIER")];
  const promotion = part.passedOn > ZERO ? shareOf(part.promotion, late.supplier, part.passedOn) : ZERO;
  const returned = plus(late.supplier, promotion);
  const commission = part.commissionRefundable ? commissionBack(returned, part) : ZERO;
  const { net, vat } = backWithVat(commission, { whole: part.commission, vat: part.vat });
  const claimed = minus(returned, commission);
  const lines = [
    debit("2241.H", early.supplier),
    debit("1221.S", claimed),
    debit("6051", net),
    debit("2221", vat),
    debit("6711", plus(early.platform, late.platform)),
    debit("2241.G", fee),
    credit("2241.R", plus(unearned, earned, fee)),
    credit("6602", promotion),
  ];
  return { lines: some(lines), claim: [], borne: plus(early.supplier, claimed), claimed };
}

/** The commission on what the supplier gives back; with the last of it all that is left. */
function commissionBack(returned: Fen, { passedOn, promotion, commission, commissionRate }: GrantedPart): Fen {
  const isAll = returned === plus(passedOn, promotion);
  return isAll ? least(returned, commission) : least(commissionOn(returned, commissionRate), commission);
}

/** Who of the two bears it; when the customer alone is to blame, whoever sold does without. */
function bearers(
  amount: Fen,
  { platform, supplier }: Responsibility,
  seller: "PLATFORM" | "SUPPLIER",
): { platform: Fen; supplier: Fen } {
  const weights = platform + supplier > 0 ? [platform, supplier] : seller === "PLATFORM" ? [1, 0] : [0, 1];
  const [own = ZERO, theirs = ZERO] = split(amount, weights);
  return { platform: own, supplier: theirs };
}

const least = (...amounts: readonly Fen[]): Fen => fen(Math.max(0, Math.min(...amounts)));

/** TP8b, the second half: what the customer gets beyond what was paid. */
export const compensationLines = (amount: Fen): PostingLine[] =>
  some([debit("6711", amount), credit("2241.R", amount)]);
