import { versionWithComponents } from "../catalogue/catalogue.store.js";
import { itemsById } from "../catalogue/item.store.js";
import { templateByCode } from "../contracts/template.store.js";
import { accountById } from "../identity/identity.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { type ContentWish, composeContent } from "./compose.js";
import { knownProduct } from "./known.js";
import { addQuotation } from "./quotation.store.js";

/**
 * Staff begin a quotation for a customer they know, as a draft. A repeat with the same key answers the same one. Returns
 * its id. Refuses NOT_FOUND for no such customer and what composing refuses.
 */
export async function startQuotation(
  platform: Platform,
  viewer: Viewer,
  input: { readonly customerId: string; readonly content: ContentWish; readonly idempotencyKey: string },
): Promise<string> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  const { idempotencyKey: key, ...wish } = input;
  const made = await platform.work.once(viewer, { operation: "startQuotation", key, input: wish }, async (tx) => {
    const customer = found(await accountById(tx, input.customerId));
    must(customer.audience === "CUSTOMER" && customer.active, "NOT_FOUND", { field: "customerId" });
    const itemIds = input.content.lines.map((line) => line.itemId);
    const { productVersionId: versionId, contractTemplate: code } = input.content;
    const known = {
      items: await itemsById(tx, itemIds),
      services: await effectiveServices(tx, itemIds),
      before: [],
      product: knownProduct(versionId ? await versionWithComponents(tx, versionId) : undefined),
      templateCode: (code ? await templateByCode(tx, code.trim()) : undefined)?.code ?? null,
      contractBefore: null,
    };
    const content = composeContent(input.content, known, tx.now);
    const draft = { customerId: customer.id, source: "MANUAL" as const, sourceId: null, ...content };
    return { quotationId: (await addQuotation(tx, draft, "DRAFT")).id };
  });
  return made.quotationId;
}
