import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { versionsById } from "./catalogue.store.js";
import { productFacts } from "./facts.js";
import { productById } from "./product.store.js";
import { setReview } from "./review.store.js";
import { stateOfVersion, versionLife } from "./version-life.js";

interface ReturnProduct {
  readonly productId: string;
  readonly version: number;
  /** What has to change; who writes on reads it. */
  readonly reason: string;
}

/** Gives a draft back to who wrote it, with the reason. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION. */
export async function returnProduct(platform: Platform, viewer: Viewer, input: ReturnProduct): Promise<void> {
  must(holds(viewer, "catalogue.publish"), "FORBIDDEN");
  must(input.reason.trim() !== "", "REASON_REQUIRED", { field: "reason" });
  const returnReason = cleanText(input.reason, "reason", 500);
  await platform.work.run(viewer, async (tx) => {
    const product = found(await productById(tx, input.productId));
    must(product.version === input.version, "STALE_VERSION");
    must(product.draftVersionId, "INVALID_STATE", { thing: "product", verb: "RETURN" });
    const version = found((await versionsById(tx, [product.draftVersionId])).get(product.draftVersionId));
    versionLife.after(stateOfVersion(version, product.publishedVersionId), "RETURN");
    await setReview(tx, product, version, { submittedAt: null, reviewerId: actorOf(viewer), returnReason });
    const { number, title, submitterId: authorId } = version;
    tx.record(productFacts.returned(product.id, { number, title, authorId, reason: returnReason }));
  });
}
