import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { cleanTerms, type SourcingTerms } from "./markup.js";
import { keepSourcingTerms } from "./terms.store.js";

/** Staff change how bids become prices, for inquiries sent from now on. Needs `sourcing.manage`. Refuses VALIDATION. */
export async function setSourcingTerms(platform: Platform, viewer: Viewer, input: SourcingTerms): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "sourcing.manage"), "FORBIDDEN");
  const terms = cleanTerms(input);
  await platform.work.run(viewer, (tx) => keepSourcingTerms(tx, terms));
}
