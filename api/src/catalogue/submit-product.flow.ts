import { contractGuards } from "../contracts/publish-guards.js";
import { templateCodes } from "../contracts/template.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { openBook } from "../pricing/book.store.js";
import { pricingGuards } from "../pricing/publish-guards.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { itemIdsOf, versionWithComponents } from "./catalogue.store.js";
import { productFacts } from "./facts.js";
import { mustPassAll, publishGuards } from "./guards.js";
import { productById } from "./product.store.js";
import { setReview } from "./review.store.js";
import { stateOfVersion, versionLife } from "./version-life.js";

/**
 * Hands a draft in for review: it must hold everything that publishing asks, and stays as it is until it is published,
 * returned or taken back. Refuses PUBLISH_GUARD_FAILED naming the guards, INVALID_STATE, STALE_VERSION.
 */
export async function submitProduct(
  platform: Platform,
  viewer: Viewer,
  input: { readonly productId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const product = found(await productById(tx, input.productId));
    must(product.version === input.version, "STALE_VERSION");
    must(product.draftVersionId, "INVALID_STATE", { thing: "product", verb: "SUBMIT" });
    const { version, components } = found(await versionWithComponents(tx, product.draftVersionId));
    versionLife.after(stateOfVersion(version, product.publishedVersionId), "SUBMIT");
    const services = await effectiveServices(tx, await itemIdsOf(tx, version.id));
    const formulaCodes = components.flatMap((part) => part.priceFormula ?? []);
    const book = await openBook(tx, { at: tx.now, formulaCodes, customerId: null });
    const own = publishGuards({ draft: version, components, services });
    const known = await templateCodes(tx, version.contractTemplate ? [version.contractTemplate] : []);
    const others = [...pricingGuards({ version, components, services, book }), ...contractGuards(version, known)];
    mustPassAll([...own, ...others]);
    const submitted = { submittedAt: tx.now, submitterId: actorOf(viewer), returnReason: null };
    await setReview(tx, product, version, submitted);
    await noteWriter(tx, version.id);
    tx.record(productFacts.submitted(product.id, version.number, version.title));
  });
}
