import { itemsById } from "../catalogue/item.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policies, policyNumber } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { quotationFacts } from "./facts.js";
import { mustBeAbleToHappen } from "./plan-on-lines.js";
import { mustBeSendable } from "./quotation.js";
import {
  contentOf,
  linesOf,
  lockQuotation,
  moveVersion,
  mustBeOpenForMore,
  sendVersion,
  versionByNumber,
} from "./quotation.store.js";
import { reasonsForReview } from "./review.js";

/**
 * Sends a draft to its customer, or to a second person first when its margin is below the floor or its discount over the
 * limit. What the customer had until then is superseded. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE (also after
 * acceptance), QUOTATION_EXPIRED and VALIDATION for what can't be sent, and what `mustBeAbleToHappen` refuses.
 */
export async function sendQuotation(
  platform: Platform,
  viewer: Viewer,
  input: { readonly quotationId: string; readonly number: number; readonly version: number },
): Promise<void> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const quotation = found(await lockQuotation(tx, input.quotationId));
    const version = found(await versionByNumber(tx, quotation.id, input.number));
    must(version.version === input.version, "STALE_VERSION");
    must(version.state === "DRAFT", "INVALID_STATE", { thing: "quotation", state: version.state, verb: "SEND" });
    const content = contentOf(version, await linesOf(tx, [version.id]));
    const items = await itemsById(tx, [...new Set(content.lines.map(({ itemId }) => itemId))]);
    mustBeSendable(content, tx.now);
    mustBeAbleToHappen(content, items, tx.now);
    mustBeOpenForMore(quotation);
    const settings = await policies(tx);
    const reasons = reasonsForReview(content.lines, {
      marginFloor: policyNumber(settings, "pricing.margin-floor"),
      discountLimit: policyNumber(settings, "quotations.discount-limit"),
    });
    if (reasons.length === 0) {
      await sendVersion(tx, quotation, version, content);
      return;
    }
    const { number, authorId } = version;
    // Who asks for the review answers for the version from now on: it is somebody else who lets it pass.
    await moveVersion(tx, quotation, version, "SUBMIT", {
      reviewReasons: reasons,
      reviewNote: null,
      authorId: tx.actorId,
    });
    await noteWriter(tx, version.id);
    tx.record(quotationFacts.reviewAsked(quotation, { number, authorId: tx.actorId ?? authorId, reasons }));
  });
}
