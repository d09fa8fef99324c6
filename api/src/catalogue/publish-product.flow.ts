import { contractGuards } from "../contracts/publish-guards.js";
import { templateCodes } from "../contracts/template.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { openBook } from "../pricing/book.store.js";
import { holdFormulas } from "../pricing/formula.store.js";
import { assumedQuantity, pricingGuards } from "../pricing/publish-guards.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { itemIdsOf, type ProductVersionRow, versionWithComponents } from "./catalogue.store.js";
import { productFacts } from "./facts.js";
import { mustPassAll, publishGuards } from "./guards.js";
import { categoryById, holdItems } from "./item.store.js";
import { type Component, productLife } from "./product.js";
import { assumeQuantities, productById, sealVersion, setProduct } from "./product.store.js";
import { indexProduct } from "./search.store.js";
import { refreshShelves } from "./shelf.store.js";

/**
 * Puts the draft on sale in place of the former version, which orders placed with it keep. Nothing of a published
 * version changes any more. While the policy asks for four eyes it was handed in, and who publishes had
 * no hand in it. Refuses PUBLISH_GUARD_FAILED naming the guards, FOUR_EYES, INVALID_STATE without a draft or a review,
 * STALE_VERSION.
 */
export async function publishProduct(
  platform: Platform,
  viewer: Viewer,
  input: { productId: string; version: number },
): Promise<void> {
  must(holds(viewer, "catalogue.publish"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const product = found(await productById(tx, input.productId));
    must(product.version === input.version, "STALE_VERSION");
    const state = productLife.after(product.state, "PUBLISH");
    must(product.draftVersionId, "INVALID_STATE", { thing: "product", verb: "PUBLISH" });
    const itemIds = await itemIdsOf(tx, product.draftVersionId);
    await holdItems(tx, itemIds);
    const { version, components } = found(await versionWithComponents(tx, product.draftVersionId));
    if (await policyOn(tx, "catalogue.four-eyes")) {
      must(version.submittedAt !== null, "INVALID_STATE", { thing: "product", verb: "PUBLISH" });
      await mustBeOther(tx, version.id, viewer);
    }
    const services = await effectiveServices(tx, itemIds);
    const formulaCodes = components.flatMap((part) => part.priceFormula ?? []);
    await holdFormulas(tx, [...new Set(formulaCodes)]); // nobody retires one while this is put on sale
    const book = await openBook(tx, { at: tx.now, formulaCodes, customerId: null });
    const own = publishGuards({ draft: version, components, services });
    const known = await templateCodes(tx, version.contractTemplate ? [version.contractTemplate] : []);
    const others = [...pricingGuards({ version, components, services, book }), ...contractGuards(version, known)];
    mustPassAll([...own, ...others]);
    await assumeQuantities(tx, assumedOf(version, components));
    await sealVersion(tx, version, actorOf(viewer));
    await setProduct(tx, product, {
      state,
      title: version.title,
      categoryId: version.categoryId,
      publishedVersionId: version.id,
      draftVersionId: null,
      submittedAt: null,
      publishedAt: product.publishedAt ?? tx.now,
    });
    await refreshShelves(tx, [product.id], (ids) => effectiveServices(tx, ids));
    const category = found(await categoryById(tx, version.categoryId));
    const items = components.map((component) => component.itemName);
    const body = [version.summary, version.description, category.name, category.nameEn, ...items].join("\n");
    await indexProduct(tx, product.id, { title: `${version.title}\n${version.titleEn}`, body });
    tx.record(productFacts.published(product.id, version.id, version.number));
  });
}

/** What an expression gives for the answers that a price "from" assumes, kept with the version for its shelf. */
function assumedOf(version: ProductVersionRow, components: readonly Component[]): Map<string, number | null> {
  const measured = components.filter((part) => part.quantityKind === "FORMULA");
  return new Map(measured.map((part) => [part.id, assumedQuantity(part, version)]));
}
