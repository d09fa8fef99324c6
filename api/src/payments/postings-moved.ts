import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { AccountCode } from "./accounts.js";
import { credit, debit, type PostingLine, some } from "./postings.js";

/** Where the platform's own money stands. */
export type MoneyAccount = "1001" | "1002" | "1012.TEST";

/** A channel pays out what it collected, less its fee (TP1s). */
export function channelSettledPostings(collected: Fen, fee: Fen): PostingLine[] {
  return some([debit("1002", minus(collected, fee)), debit("6603", fee), credit("1012.TEST", collected)]);
}

/**
 * A statement of what the platform owes a supplier for its work: part is kept as retention, part is what the supplier owes
 * the platform (cash that it took, claims), the rest is paid (TP4, TP5d, TP6b). Refuses VALIDATION beyond what is owed.
 */
export function settledPostings(owed: Fen, { retained = ZERO, netted = ZERO } = {}): PostingLine[] {
  return some([
    debit("2202", owed),
    credit("2202.R", retained),
    credit("1221.S", netted),
    credit("1002", minus(minus(owed, retained), netted)),
  ]);
}

/** The warranty is over: what was kept back is paid (TP9). */
export function retentionPaidPostings(amount: Fen): PostingLine[] {
  return some([debit("2202.R", amount), credit("1002", amount)]);
}

/** What was collected for a supplier is paid out to it, less what it owes (TA3, TA6, TS3). */
export function payoutPostings(releasable: Fen, netted: Fen = ZERO): PostingLine[] {
  return some([debit("2241.A", releasable), credit("1221.S", netted), credit("1002", minus(releasable, netted))]);
}

/** How a claim on a supplier ends other than by its next statement. */
export type ClaimEnd = "NEXT_RELEASE" | "DEPOSIT" | "WRITTEN_OFF" | "PAID";

const claimEnds: Readonly<Record<ClaimEnd, AccountCode>> = {
  NEXT_RELEASE: "2241.A",
  DEPOSIT: "2241.D",
  WRITTEN_OFF: "6712",
  PAID: "1002",
};

/** A claim on a supplier is netted, taken from its deposit, written off or paid by it (TA6, TS3). */
export function claimEndedPostings(amount: Fen, end: ClaimEnd): PostingLine[] {
  return some([debit(claimEnds[end], amount), credit("1221.S", amount)]);
}

/** A supplier's security deposit arrived; it stays the supplier's. */
export function supplierDepositPostings(amount: Fen): PostingLine[] {
  return some([debit("1002", amount), credit("2241.D", amount)]);
}

/** A supplier gets its security deposit back. */
export function depositReturnedPostings(amount: Fen): PostingLine[] {
  return some([debit("2241.D", amount), credit("1002", amount)]);
}

/** An office's fee leaves the platform: paid to the office, or owed to the supplier that paid it in advance (G). */
export function officialFeePaidPostings(amount: Fen, by: "PLATFORM" | "SUPPLIER"): PostingLine[] {
  return some([debit("2241.G", amount), credit(by === "PLATFORM" ? "1002" : "2202", amount)]);
}

/** A coupon that the platform pays: the supplier gets its part in full although the customer paid less (TA7). */
export function promotionPostings(amount: Fen, about?: PostingLine["about"]): PostingLine[] {
  return some([debit("6602", amount), credit("2241.H", amount, about)]);
}

/** Money arrived and nobody knows for what (X). */
export function unidentifiedPostings(amount: Fen, money: MoneyAccount = "1002"): PostingLine[] {
  return some([debit(money, amount), credit("1901", amount)]);
}

/** Money of before turns out to be of an order: it leaves 1901 for the accounts a receipt would have credited (X). */
export function identifiedPostings(receipt: readonly PostingLine[]): PostingLine[] {
  must(
    receipt.some(({ debit: amount }) => amount > ZERO),
    "VALIDATION",
    { field: "amount" },
  );
  return receipt.map((line) => (line.debit > ZERO ? debit("1901", line.debit) : line));
}

/** Money that was nobody's payment goes back to who sent it (X). */
export function unidentifiedReturnedPostings(amount: Fen): PostingLine[] {
  return some([debit("1901", amount), credit("1002", amount)]);
}

/** The customer paid twice, or more than the order takes: it is the customer's (X). */
export function doublePaymentPostings(amount: Fen, money: MoneyAccount): PostingLine[] {
  return some([debit(money, amount), credit("2241.C", amount)]);
}

/** A customer gets credit in money (X). */
export function creditPaidOutPostings(amount: Fen): PostingLine[] {
  return some([debit("2241.C", amount), credit("1002", amount)]);
}

/** The platform makes good: the customer may use it for later payments (X). */
export function goodwillPostings(amount: Fen): PostingLine[] {
  return some([debit("6711", amount), credit("2241.C", amount)]);
}

/**
 * Line groups of one event as one transaction: lines of the same account, side and subject become one, in the order in
 * which they are first named; debits come before credits.
 */
export function together(...groups: readonly (readonly PostingLine[])[]): PostingLine[] {
  const merged: PostingLine[] = [];
  for (const line of groups.flat()) {
    const at = merged.findIndex((known) => sameSubject(known, line));
    const known = merged[at];
    if (known) merged[at] = { ...known, debit: plus(known.debit, line.debit), credit: plus(known.credit, line.credit) };
    else merged.push(line);
  }
  return [...merged.filter((line) => line.debit > ZERO), ...merged.filter((line) => line.credit > ZERO)];
}

function sameSubject(one: PostingLine, other: PostingLine): boolean {
  return (
    one.account === other.account &&
    one.debit > ZERO === other.debit > ZERO &&
    one.about?.componentId === other.about?.componentId &&
    one.about?.supplierId === other.about?.supplierId
  );
}

/** The same event the other way round: every debit becomes a credit. What a reversal posts. */
export function reversedPostings(lines: readonly PostingLine[]): PostingLine[] {
  return lines.map((line) => ({ ...line, debit: line.credit, credit: line.debit }));
}
