import { itemsById } from "../catalogue/item.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { mustBeAbleToHappen } from "./plan-on-lines.js";
import { contentOf, linesOf, lockQuotation, sendVersion, versionByNumber } from "./quotation.store.js";

/**
 * A second person lets a version pass, which sends it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES for
 * who had a hand in it while the policy asks for another, QUOTATION_EXPIRED when its end came meanwhile, and what
 * `mustBeAbleToHappen` refuses.
 */
export async function approveQuotation(
  platform: Platform,
  viewer: Viewer,
  input: { readonly quotationId: string; readonly number: number; readonly version: number },
): Promise<void> {
  must(holds(viewer, "quotations.review"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const quotation = found(await lockQuotation(tx, input.quotationId));
    const version = found(await versionByNumber(tx, quotation.id, input.number));
    must(version.version === input.version, "STALE_VERSION");
    must(version.state === "INTERNAL_REVIEW", "INVALID_STATE", { thing: "quotation", state: version.state });
    if (await policyOn(tx, "quotations.four-eyes")) await mustBeOther(tx, version.id, viewer);
    const content = contentOf(version, await linesOf(tx, [version.id]));
    const items = await itemsById(tx, [...new Set(content.lines.map(({ itemId }) => itemId))]);
    mustBeAbleToHappen(content, items, tx.now);
    await sendVersion(tx, quotation, version, content, { reviewerId: tx.actorId });
  });
}
