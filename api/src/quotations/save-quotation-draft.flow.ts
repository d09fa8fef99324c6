import { versionWithComponents } from "../catalogue/catalogue.store.js";
import { itemsById } from "../catalogue/item.store.js";
import { templateByCode } from "../contracts/template.store.js";
import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { type ContentWish, composeContent } from "./compose.js";
import { knownProduct } from "./known.js";
import { quotationLife } from "./quotation.js";
import { linesOf, lockQuotation, rewriteVersion, setQuotation, versionByNumber } from "./quotation.store.js";
import { versionsOf } from "./quotation-read.store.js";

export interface SaveQuotationDraft {
  readonly quotationId: string;
  readonly number: number;
  /** The version's own counter, as it was read. */
  readonly version: number;
  readonly content: ContentWish;
  readonly changeNote?: string | null;
}

/** Writes the draft of a version anew. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE and what composing refuses. */
export async function saveQuotationDraft(platform: Platform, viewer: Viewer, input: SaveQuotationDraft): Promise<void> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const quotation = found(await lockQuotation(tx, input.quotationId));
    const version = found(await versionByNumber(tx, quotation.id, input.number));
    must(version.version === input.version, "STALE_VERSION");
    quotationLife.after(version.state, "EDIT");
    const itemIds = input.content.lines.map((line) => line.itemId);
    const { productVersionId: versionId, contractTemplate: code } = input.content;
    const versions = (await versionsOf(tx, [quotation.id])).get(quotation.id) ?? [];
    const known = {
      items: await itemsById(tx, itemIds),
      services: await effectiveServices(tx, itemIds),
      before: await linesOf(
        tx,
        versions.map(({ id }) => id),
      ),
      product: knownProduct(versionId ? await versionWithComponents(tx, versionId) : undefined),
      templateCode: (code ? await templateByCode(tx, code.trim()) : undefined)?.code ?? null,
      contractBefore: version.contractTemplate,
    };
    const content = composeContent(input.content, known, tx.now);
    const changeNote = input.changeNote?.trim() ? cleanText(input.changeNote, "changeNote", 500) : null;
    await rewriteVersion(tx, version, content, changeNote);
    await setQuotation(tx, quotation, quotation.currentNumber === 0 ? { title: content.title } : {});
  });
}
