import { cleanDraft, type ProductDraft } from "../catalogue/draft.js";
import { addCategory, addItem, setItemState } from "../catalogue/item.store.js";
import { PLAIN_COMPONENT } from "../catalogue/product.js";
import { addDraft, addProduct, sealVersion, setProduct } from "../catalogue/product.store.js";
import { savePlanTemplate } from "../catalogue/save-plan-template.flow.js";
import { indexProduct } from "../catalogue/search.store.js";
import { refreshShelves } from "../catalogue/shelf.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM, type Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { CITIES, categories, items } from "./catalogue-data.js";
import { plans } from "./plans-data.js";
import { products } from "./products-data.js";

/** Categories and active service items; returns their ids by slug and code. */
export async function stockItems(
  platform: Platform,
): Promise<{ categoryIds: Map<string, string>; itemIds: Map<string, string> }> {
  return platform.work.run(SYSTEM, async (tx) => {
    const categoryIds = new Map<string, string>();
    for (const [position, category] of categories.entries()) {
      categoryIds.set(category.slug, (await addCategory(tx, { ...category, position })).id);
    }
    const itemIds = new Map<string, string>();
    for (const { category, ...spec } of items) {
      const item = await addItem(tx, {
        ...spec,
        requiredCertificates: spec.code === "WIRING" ? ["电工证"] : [],
        categoryId: categoryIds.get(category) ?? "",
      });
      await setItemState(tx, item, "ACTIVE");
      itemIds.set(spec.code, item.id);
    }
    return { categoryIds, itemIds };
  });
}

/** The plan templates that the demo's products copy. */
export async function writePlans(platform: Platform, author: Viewer): Promise<void> {
  for (const plan of plans) {
    await savePlanTemplate(platform, author, { id: null, version: null, template: { ...plan, offered: true } });
  }
}

/** Every product, published; returns their ids by slug. */
export async function publishProducts(
  platform: Platform,
  categoryIds: ReadonlyMap<string, string>,
  itemIds: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const productIds = new Map<string, string>();
  for (const product of products) {
    const draft = cleanDraft({
      ...product,
      categoryId: categoryIds.get(product.category) ?? "",
      gallery: [],
      choiceGroups: product.groups ?? [],
      plan: product.plan.steps,
      planTemplate: product.plan.code,
      saleMode: product.saleMode ?? (product.components.some((part) => part.formula) ? "FORMULA" : "FIXED"),
      supplierChoice: "CUSTOMER",
      contractTemplate: product.contract ?? null,
      regions: CITIES,
      components: product.components.map((part) => ({
        ...PLAIN_COMPONENT,
        itemId: itemIds.get(part.item) ?? "",
        stage: part.stage,
        dependsOn: part.after ?? null,
        lagHours: part.lagHours ?? 0,
        quantity: part.quantity,
        quantityKind: part.expression ? ("FORMULA" as const) : part.from ? ("INPUT" as const) : ("FIXED" as const),
        quantityInput: part.from ?? null,
        quantityFormula: part.expression ?? null,
        choiceGroup: part.group ?? null,
        priceFormula: part.formula ?? null,
        required: part.optional === undefined,
        selectedByDefault: part.optional !== false,
        ...part.collection,
      })),
    });
    productIds.set(product.slug, await platform.work.run(SYSTEM, (tx) => publish(tx, draft)));
  }
  return productIds;
}

async function publish(tx: Tx, draft: ProductDraft): Promise<string> {
  const product = await addProduct(tx, draft);
  const version = await addDraft(tx, product.id, 1, draft);
  await sealVersion(tx, version);
  await setProduct(tx, product, { state: "PUBLISHED", publishedVersionId: version.id, publishedAt: tx.now });
  await refreshShelves(tx, [product.id], (ids) => effectiveServices(tx, ids));
  await indexProduct(tx, product.id, { title: draft.title, body: `${draft.summary}\n${draft.description}` });
  return product.id;
}
