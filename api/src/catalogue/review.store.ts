import type { Tx } from "../platform/tx.js";
import { ProductVersionRow } from "./catalogue.table.js";
import { type ProductRow, setProduct } from "./product.store.js";

type Review = Pick<ProductVersionRow, "submittedAt"> &
  Partial<Pick<ProductVersionRow, "submitterId" | "reviewerId" | "returnReason">>;

/** Keeps how far a draft's review is, on it and on its product. Refuses STALE_VERSION when either moved. */
export async function setReview(
  tx: Tx,
  product: ProductRow,
  draft: { readonly id: string; readonly version: number },
  review: Review,
): Promise<void> {
  await tx.change(ProductVersionRow, { id: draft.id, version: draft.version, publishedAt: null }, review);
  await setProduct(tx, product, { submittedAt: review.submittedAt });
}
