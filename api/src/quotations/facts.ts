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

type Told<More extends object> = (quotation: ToldQuotation, more: More) => Fact;

const fact =
  (kind: string): Told<object> =>
  (quotation, more) => {
    const { id: quotationId, no, customerId, title } = quotation;
    return { kind, stream: quotationStream(quotationId), payload: { quotationId, no, customerId, title, ...more } };
  };

/** Something came to or left the staff's queues of quotations. */
export const queuesMoved: Fact = { kind: "QueuesMoved", stream: "staff:queues", payload: { queue: "quotations" } };

export const quotationFacts = {
  /** Staff or an inquiry began it, or a customer asked for a price. */
  drafted: fact("QuotationDrafted") as Told<{ number: number }>,
  requested: fact("QuotationRequested") as Told<{ productId: string }>,
  reviewAsked: fact("QuotationReviewAsked") as Told<{
    number: number;
    authorId: string | null;
    reasons: readonly string[];
  }>,
  returned: fact("QuotationReturned") as Told<{ number: number; authorId: string | null; reason: string }>,
  /** The customer has it now. A number above 1 takes the place of the version before. */
  sent: fact("QuotationSent") as Told<{ number: number; versionId: string; total: Fen; validUntil: number }>,
  /** The version can be had as a document. */
  printed: fact("QuotationPrinted") as Told<{ number: number; sha256: string }>,
  expiring: fact("QuotationExpiring") as Told<{ number: number; validUntil: number }>,
  expired: fact("QuotationExpired") as Told<{ number: number }>,
  withdrawn: fact("QuotationWithdrawn") as Told<{ number: number; reason: string }>,
  /** A draft the customer knows nothing of was given up. */
  dropped: fact("QuotationDraftDropped") as Told<{ number: number; reason: string }>,
  declined: fact("QuotationDeclined") as Told<{ number: number; reason: string }>,
  changeRequested: fact("QuotationChangeRequested") as Told<{ number: number; requestId: string }>,
  requestAnswered: fact("QuotationRequestAnswered") as Told<{ requestId: string }>,
  accepted: fact("QuotationAccepted") as Told<{ number: number; total: Fen; orderId: string; orderNo: string }>,
  /** Somebody wanted to accept it, and a supplier in it can't do the work any more. */
  notEligible: fact("QuotationNotEligible") as Told<{ number: number; item: string }>,
} as const;
