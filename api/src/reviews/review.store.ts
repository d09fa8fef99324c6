import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { ReviewRow, ReviewScoreRow } from "./review.table.js";

export type { ReviewRow, ReviewScoreRow };

export async function addReview(tx: Tx, review: ReviewRow, scores: readonly ReviewScoreRow[]): Promise<void> {
  await tx.insert(ReviewRow, [review]);
  await tx.insert(ReviewScoreRow, scores);
}

/** The review of each of these orders, in one statement. */
export async function reviewsOfOrders(sql: Sql, orderIds: readonly string[]): Promise<Map<string, ReviewRow>> {
  const rows = await sql.rows(ReviewRow, `WHERE t.orderId IN (${marks(orderIds)})`, orderIds);
  return new Map(rows.map((row) => [row.orderId, row]));
}

export async function reviewById(sql: Sql, id: string): Promise<ReviewRow | undefined> {
  return (await sql.rows(ReviewRow, "WHERE t.id = ?", [id]))[0];
}

/** The suppliers' marks of many reviews in one statement. */
export async function scoresOf(sql: Sql, reviewIds: readonly string[]): Promise<ReviewScoreRow[]> {
  return sql.rows(ReviewScoreRow, `WHERE t.reviewId IN (${marks(reviewIds)}) ORDER BY t.reviewId, t.id`, reviewIds);
}

/** A page of a product's reviews, newest first. */
export async function pageOfProductReviews(
  sql: Sql,
  productId: string,
  request: PageRequest,
): Promise<Page<ReviewRow>> {
  const [at, id] = request.after ?? [null, null];
  const after = at === null ? "" : "AND t.publishedAt <= ? AND (t.publishedAt < ? OR t.id < ?)";
  const rows = await sql.rows(
    ReviewRow,
    `WHERE t.productId >= ? AND t.productId <= ? ${after}
     ORDER BY t.productId DESC, t.publishedAt DESC, t.id DESC LIMIT ${request.first + 1}`,
    [productId, productId, ...(at === null ? [] : [at, at, id])],
  );
  return toPage(rows, request, (row) => row.publishedAt);
}

/** A page of the reviews that mark a supplier, newest first. */
export async function pageOfSupplierReviews(
  sql: Sql,
  supplierId: string,
  request: PageRequest,
): Promise<Page<ReviewRow>> {
  const [at, id] = request.after ?? [null, null];
  const after = at === null ? "" : "AND s.publishedAt <= ? AND (s.publishedAt < ? OR s.reviewId < ?)";
  const rows = await sql.rows(
    ReviewRow,
    `JOIN review_scores s ON s.reviewId = t.id WHERE s.supplierId >= ? AND s.supplierId <= ? ${after}
     ORDER BY s.supplierId DESC, s.publishedAt DESC, s.reviewId DESC LIMIT ${request.first + 1}`,
    [supplierId, supplierId, ...(at === null ? [] : [at, at, id])],
  );
  return toPage(rows, request, (row) => row.publishedAt);
}
