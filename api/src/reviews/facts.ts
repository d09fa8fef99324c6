import type { Fact } from "../kernel/fact.js";
import { orderStream } from "../orders/facts.js";

export const reviewFacts = {
  /** The customer judged a completed order; its product's and suppliers' ratings moved with it. */
  published: (review: { id: string; orderId: string; overall: number }, supplierIds: readonly string[]): Fact => ({
    kind: "ReviewPublished",
    stream: orderStream(review.orderId),
    payload: { reviewId: review.id, overall: review.overall, supplierIds },
  }),
};
