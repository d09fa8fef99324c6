import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { versionWithComponents } from "./catalogue.store.js";
import { cloneOf } from "./draft.js";
import { productFacts } from "./facts.js";
import { addDraft, addProduct, productById, setProduct, slugsLike } from "./product.store.js";

/**
 * Makes a product with a draft that says the same as this one's draft, or as what is on sale: its title marked as a copy,
 * its address with the next free number. A repeat with the same key returns the same product. Refuses NOT_FOUND.
 */
export async function cloneProduct(
  platform: Platform,
  viewer: Viewer,
  input: { readonly productId: string; readonly idempotencyKey: string },
): Promise<string> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  const { idempotencyKey: key, ...rest } = input;
  const once = { operation: "cloneProduct", key, input: rest };
  const made = await platform.work.once(viewer, once, async (tx) => {
    const product = found(await productById(tx, input.productId));
    const model = found(await versionWithComponents(tx, product.draftVersionId ?? product.publishedVersionId ?? ""));
    const taken = await slugsLike(tx, product.slug);
    const draft = cloneOf({ ...model.version, slug: product.slug }, model.components, taken);
    const clone = await addProduct(tx, draft);
    const version = await addDraft(tx, clone.id, 1, draft);
    await setProduct(tx, clone, { draftVersionId: version.id });
    tx.record(productFacts.saved(clone.id, 1));
    return { productId: clone.id };
  });
  return made.productId;
}
