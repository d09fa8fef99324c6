import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { cleanDraft, type ProductDraft, type ProductDraftWish } from "./draft.js";
import { productFacts } from "./facts.js";
import { categoryById, itemsById } from "./item.store.js";
import { productLife } from "./product.js";
import {
  addDraft,
  addProduct,
  type ProductRow,
  productById,
  setDraft,
  setProduct,
  versionsOf,
} from "./product.store.js";
import { stateOfVersion, versionLife } from "./version-life.js";

interface SaveProductDraft {
  /** Null makes a product. */
  readonly productId: string | null;
  /** The draft's version that was seen; null when the product has no draft yet. */
  readonly version: number | null;
  readonly draft: ProductDraftWish;
}

/**
 * Writes the draft of a product: of a new one, of the next version of a published one, or the present draft anew,
 * components included. What is published stays as it is. Refuses VALIDATION, NOT_FOUND, STALE_VERSION, and INVALID_STATE
 * while the draft waits for review.
 */
export async function saveProductDraft(platform: Platform, viewer: Viewer, input: SaveProductDraft): Promise<string> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  const draft = cleanDraft(input.draft);
  return platform.work.run(viewer, async (tx) => {
    await checkReferences(tx, draft);
    const product = input.productId === null ? null : found(await productById(tx, input.productId));
    const versions = product ? await versionsOf(tx, product.id) : [];
    const kept = new Set(versions.flatMap((version) => version.gallery));
    const fresh = draft.gallery.filter((id) => !kept.has(id));
    await platform.files.mine(tx, fresh, actorOf(viewer), "PRODUCT");
    if (!product) return begin(tx, draft);
    productLife.after(product.state, "EDIT");
    const open = versions.find((version) => version.id === product.draftVersionId);
    if (open) versionLife.after(stateOfVersion(open, product.publishedVersionId), "EDIT");
    must((open?.version ?? null) === input.version, "STALE_VERSION");
    const number = open?.number ?? (versions[0]?.number ?? 0) + 1;
    if (open) await setDraft(tx, open, draft);
    const draftVersionId = open?.id ?? (await addDraft(tx, product.id, number, draft)).id;
    await setProduct(tx, product, { ...headOf(product, draft), draftVersionId });
    tx.record(productFacts.saved(product.id, number));
    return product.id;
  });
}

async function begin(tx: Tx, draft: ProductDraft): Promise<string> {
  const product = await addProduct(tx, draft);
  const version = await addDraft(tx, product.id, 1, draft);
  await setProduct(tx, product, { draftVersionId: version.id });
  tx.record(productFacts.saved(product.id, 1));
  return product.id;
}

/** Before the first publishing the product is what its draft says. After it, its address must not move. */
function headOf(product: ProductRow, draft: ProductDraft): Partial<ProductRow> {
  const { slug, title, categoryId } = draft;
  if (product.publishedVersionId === null) return { slug, title, categoryId };
  must(slug === product.slug, "VALIDATION", { field: "slug" });
  return {};
}

async function checkReferences(tx: Tx, draft: ProductDraft): Promise<void> {
  must(await categoryById(tx, draft.categoryId), "VALIDATION", { field: "categoryId" });
  const itemIds = [...new Set(draft.components.map((component) => component.itemId))];
  must((await itemsById(tx, itemIds)).size === itemIds.length, "VALIDATION", { field: "components" });
}
