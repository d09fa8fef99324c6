import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { versionsById } from "./catalogue.store.js";
import { productFacts } from "./facts.js";
import { productById } from "./product.store.js";
import { setReview } from "./review.store.js";
import { stateOfVersion, versionLife } from "./version-life.js";

/** Takes a draft back that waits for review, to write on. Refuses INVALID_STATE, STALE_VERSION. */
export async function withdrawProduct(
  platform: Platform,
  viewer: Viewer,
  input: { readonly productId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const product = found(await productById(tx, input.productId));
    must(product.version === input.version, "STALE_VERSION");
    must(product.draftVersionId, "INVALID_STATE", { thing: "product", verb: "WITHDRAW" });
    const version = found((await versionsById(tx, [product.draftVersionId])).get(product.draftVersionId));
    versionLife.after(stateOfVersion(version, product.publishedVersionId), "WITHDRAW");
    await setReview(tx, product, version, { submittedAt: null, submitterId: null });
    tx.record(productFacts.withdrawn(product.id, version.number));
  });
}
