import { versionWithComponents } from "../catalogue/catalogue.store.js";
import { itemsById } from "../catalogue/item.store.js";
import { templateByCode } from "../contracts/template.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policies, policyNumber } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { type ContentWish, composeContent } from "./compose.js";
import { knownProduct } from "./known.js";
import { type QuotationLine, type QuotationSums, sumsOf } from "./quotation.js";
import { linesOf } from "./quotation.store.js";
import { quotationById, versionsOf } from "./quotation-read.store.js";
import { type ReviewReason, reasonsForReview } from "./review.js";

export interface QuotationPreview extends QuotationSums {
  readonly lines: readonly QuotationLine[];
  readonly reviewReasons: readonly ReviewReason[];
}

/** What a version would say and cost as it is being written, without keeping it. Refuses what composing refuses. */
export async function previewQuotation(
  platform: Platform,
  viewer: Viewer,
  input: { readonly content: ContentWish; readonly quotationId?: string | null },
): Promise<QuotationPreview> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  const { read } = platform.database;
  const itemIds = input.content.lines.map((line) => line.itemId);
  const items = await itemsById(read, itemIds);
  const services = await effectiveServices(read, itemIds);
  const { productVersionId: versionId, contractTemplate: code } = input.content;
  const known = {
    ...{ items, services, before: await linesBefore(platform, input.quotationId ?? null) },
    product: knownProduct(versionId ? await versionWithComponents(read, versionId) : undefined),
    templateCode: (code ? await templateByCode(read, code.trim()) : undefined)?.code ?? null,
    contractBefore: null,
  };
  const { lines } = composeContent(input.content, known, platform.clock.now());
  const sums = sumsOf(lines);
  const settings = await policies(read);
  const limits = {
    marginFloor: policyNumber(settings, "pricing.margin-floor"),
    discountLimit: policyNumber(settings, "quotations.discount-limit"),
  };
  return { ...sums, lines, reviewReasons: sums.total > 0 ? reasonsForReview(lines, limits) : [] };
}

async function linesBefore({ database: { read } }: Platform, quotationId: string | null): Promise<QuotationLine[]> {
  if (quotationId === null) return [];
  const { id } = found(await quotationById(read, quotationId));
  const versions = (await versionsOf(read, [id])).get(id) ?? [];
  return linesOf(
    read,
    versions.map((version) => version.id),
  );
}
