import { DAY } from "../kernel/clock.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { quotationFacts } from "./facts.js";
import {
  addVersion,
  contentOf,
  linesOf,
  lockQuotation,
  mustBeOpenForMore,
  setQuotation,
  versionByNumber,
} from "./quotation.store.js";
import { versionsOf } from "./quotation-read.store.js";

/** How long a version is good for unless staff say otherwise. */
const VALID_MS = 7 * DAY;

/**
 * Begins the next version as a copy of the last one, to be changed and sent; what the customer has stays good until then.
 * Of two who begin at once the second gets the first's draft. Returns its number. Refuses NOT_FOUND, and INVALID_STATE
 * for a quotation that became an order.
 */
export async function draftNextVersion(
  platform: Platform,
  viewer: Viewer,
  input: { readonly quotationId: string },
): Promise<number> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  return platform.work.run(viewer, async (tx) => {
    const quotation = found(await lockQuotation(tx, input.quotationId));
    mustBeOpenForMore(quotation);
    if (quotation.draftNumber !== null) return quotation.draftNumber;
    const last = found((await versionsOf(tx, [quotation.id])).get(quotation.id)?.at(-1));
    const from = found(
      quotation.currentNumber > 0 ? await versionByNumber(tx, quotation.id, quotation.currentNumber) : last,
    );
    const content = contentOf(from, await linesOf(tx, [from.id]));
    const validUntil = Math.max(content.validUntil, tx.now + VALID_MS);
    const number = last.number + 1;
    await addVersion(tx, quotation, number, { ...content, validUntil }, from.number);
    const set = quotation.currentNumber === 0 ? { state: "DRAFT" as const } : {};
    await setQuotation(tx, quotation, { draftNumber: number, ...set });
    tx.record(quotationFacts.drafted(quotation, { number }));
    return number;
  });
}
