import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { productFacts } from "./facts.js";
import { productLife } from "./product.js";
import { productById, setProduct } from "./product.store.js";
import { clearShelf } from "./shelf.store.js";

/** Takes a product off sale; orders placed with it go on. Refuses INVALID_STATE, STALE_VERSION. */
export async function archiveProduct(
  platform: Platform,
  viewer: Viewer,
  input: { productId: string; version: number },
): Promise<void> {
  must(holds(viewer, "catalogue.publish"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const product = found(await productById(tx, input.productId));
    must(product.version === input.version, "STALE_VERSION");
    await setProduct(tx, product, { state: productLife.after(product.state, "ARCHIVE") });
    await clearShelf(tx, product.id);
    tx.record(productFacts.archived(product.id));
  });
}
