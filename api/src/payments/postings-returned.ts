import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import { credit, debit, type PostingLine, some, withoutVat } from "./postings.js";
import type { MoneyAccount } from "./postings-moved.js";

/** Where a part of a refund leaves from: the platform's money, or as credit that the customer keeps. */
export interface RefundLeg {
  readonly account: MoneyAccount | "2241.C";
  readonly amount: Fen;
}

/** What was earned is given back: revenue and VAT shrink, the customer is owed it (TP5a). */
export function revenueReturnedPostings(amount: Fen): PostingLine[] {
  const { net, vat } = withoutVat(amount);
  return some([debit("6001", net), debit("2221", vat), credit("2241.R", amount)]);
}

/** What of a refund the supplier bears for work the platform sold: a claim on it, and the work cost less (TP5b). */
export function costReturnedPostings(borne: Fen): PostingLine[] {
  return some([debit("1221.S", borne), credit("6401", borne)]);
}

/** A refund that was granted leaves, by as many ways as it came (TP5c, TA4, TA5). */
export function refundPaidPostings(parts: readonly RefundLeg[]): PostingLine[] {
  return some([
    debit("2241.R", plus(...parts.map(({ amount }) => amount))),
    ...parts.map(({ account, amount }) => credit(account, amount)),
  ]);
}

/** Advances that are not earned go back: the order became cheaper, or ended (TP7). */
export function advancesReturnedPostings(amount: Fen): PostingLine[] {
  return some([debit("2203", amount), credit("2241.R", amount)]);
}

/** The customer breaks off: the 定金 stays with the platform (TP8). */
export function depositForfeitedPostings(amount: Fen): PostingLine[] {
  return some([debit("2203", amount), credit("6052", amount)]);
}

/** The platform or the supplier breaks off: the customer gets the 定金 and the same again (TP8b). */
export function depositDoubledPostings(amount: Fen): PostingLine[] {
  return some([debit("2203", amount), debit("6711", amount), credit("2241.R", plus(amount, amount))]);
}

/** What is held for a supplier goes back before it was released (TA4). */
export function heldReturnedPostings(amount: Fen, about?: PostingLine["about"]): PostingLine[] {
  return some([debit("2241.H", amount, about), credit("2241.R", amount)]);
}

/**
 * What was released to a supplier already is claimed back from it; where the terms say so the commission on it goes back
 * with it (TA5, TA5').
 */
export function releasedReturnedPostings(amount: Fen, commission: Fen = ZERO): PostingLine[] {
  const { net, vat } = withoutVat(commission);
  return some([
    debit("1221.S", minus(amount, commission)),
    debit("6051", net),
    debit("2221", vat),
    credit("2241.R", amount),
  ]);
}
