import { addProductRating } from "../catalogue/catalogue.store.js";
import { ticketsOf } from "../fulfilment/ticket.store.js";
import { accountById } from "../identity/identity.store.js";
import { newId } from "../kernel/ids.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder, type OrderRow } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { addRating } from "../suppliers/supplier.store.js";
import { reviewFacts } from "./facts.js";
import { authorName, cleanReview, type ReviewDraft } from "./review.js";
import { addReview, type ReviewRow, type ReviewScoreRow, reviewsOfOrders } from "./review.store.js";

export interface ReviewOrder extends ReviewDraft {
  readonly orderId: string;
  readonly anonymous: boolean;
  readonly idempotencyKey: string;
}

/**
 * The customer judges a completed order, once and for good; the product's and its suppliers' ratings move with it.
 * Refuses NOT_FOUND, INVALID_STATE (not completed), ALREADY_REVIEWED and VALIDATION.
 */
export async function reviewOrder(
  platform: Platform,
  viewer: Viewer,
  input: ReviewOrder,
): Promise<{ reviewId: string; orderId: string }> {
  must(viewer.kind === "customer", "FORBIDDEN");
  const once = { operation: "reviewOrder", key: input.idempotencyKey, input };
  return platform.work.once(viewer, once, async (tx) => {
    const order = found(await lockOrder(tx, input.orderId));
    must(order.customerId === viewer.accountId, "NOT_FOUND");
    must(order.state === "COMPLETED", "INVALID_STATE", { thing: "order", state: order.state, verb: "REVIEW" });
    must(!(await reviewsOfOrders(tx, [order.id])).has(order.id), "ALREADY_REVIEWED");
    const accepted = (await ticketsOf(tx, [order.id])).filter((ticket) => ticket.state === "ACCEPTED");
    const draft = cleanReview(input, new Set(accepted.flatMap((ticket) => ticket.supplierId ?? [])));
    await platform.files.mine(tx, draft.photoFileIds, viewer.accountId, "REVIEW");
    const account = found(await accountById(tx, viewer.accountId));
    const review = newReview(order, draft, authorName(account.displayName, input.anonymous), tx.now);
    await addReview(tx, review, newScores(review, draft));
    if (order.productId) await addProductRating(tx, order.productId, draft);
    for (const scores of draft.supplierScores) await addRating(tx, scores.supplierId, scores);
    tx.record(
      reviewFacts.published(
        review,
        draft.supplierScores.map(({ supplierId }) => supplierId),
      ),
    );
    return { reviewId: review.id, orderId: order.id };
  });
}

function newReview(order: OrderRow, draft: ReviewDraft, name: string, now: number): ReviewRow {
  return {
    id: newId(),
    orderId: order.id,
    customerId: order.customerId,
    productId: order.productId,
    productTitle: order.productTitle,
    authorName: name,
    overall: draft.overall,
    quality: draft.quality,
    punctuality: draft.punctuality,
    attitude: draft.attitude,
    text: draft.text,
    photoIds: [...draft.photoFileIds],
    publishedAt: now,
  };
}

function newScores(review: ReviewRow, draft: ReviewDraft): ReviewScoreRow[] {
  return draft.supplierScores.map(({ supplierId, overall, quality, punctuality, attitude }) => ({
    id: newId(),
    reviewId: review.id,
    supplierId,
    overall,
    quality,
    punctuality,
    attitude,
    publishedAt: review.publishedAt,
  }));
}
