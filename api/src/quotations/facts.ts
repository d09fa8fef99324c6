import type { Fact, Stream } from "../kernel/fact.js";
import type { Fen } from "../kernel/money.js";

/** The stream of one negotiation: what its pages watch. */
export const quotationStream = (quotationId: string): Stream => `quotation:${quotationId}`;

/** What every fact of a quotation tells of it. */
export interface ToldQuotation {
  readonly id: string;
  readonly no: string;
  readonly customerId: string;
  readonly title: string;
}

const fact =
  <More extends object>(kind: string) =>
  (quotation: ToldQuotation, more: More): Fact => {
    const { id: quotationId, no, customerId, title } = quotation;
    return { kind, stream: quotationStream(quotationId), payload: { quotationId, no, customerId, title, ...more } };
  };

export const quotationFacts = {
  /** Staff or an inquiry began it, or a customer asked for a price. */
  drafted: fact<{ number: number }>("QuotationDrafted"),
  requested: fact<{ productId: string }>("QuotationRequested"),
  reviewAsked: fact<{ number: number; authorId: string | null; reasons: readonly string[] }>("QuotationReviewAsked"),
  returned: fact<{ number: number; authorId: string | null; reason: string }>("QuotationReturned"),
  /** The customer has it now. A number above 1 takes the place of the version before. */
  sent: fact<{ number: number; versionId: string; total: Fen; validUntil: number }>("QuotationSent"),
  /** The version can be had as a document. */
  printed: fact<{ number: number; sha256: string }>("QuotationPrinted"),
  expiring: fact<{ number: number; validUntil: number }>("QuotationExpiring"),
  expired: fact<{ number: number }>("QuotationExpired"),
  withdrawn: fact<{ number: number; reason: string }>("QuotationWithdrawn"),
  /** A draft the customer knows nothing of was given up. */
  dropped: fact<{ number: number; reason: string }>("QuotationDraftDropped"),
  declined: fact<{ number: number; reason: string }>("QuotationDeclined"),
  changeRequested: fact<{ number: number; requestId: string }>("QuotationChangeRequested"),
  requestAnswered: fact<{ requestId: string }>("QuotationRequestAnswered"),
  accepted: fact<{ number: number; total: Fen; orderId: string; orderNo: string }>("QuotationAccepted"),
  /** Somebody wanted to accept it, and a supplier in it can't do the work any more. */
  notEligible: fact<{ number: number; item: string }>("QuotationNotEligible"),
} as const;
