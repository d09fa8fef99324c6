import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { formFacts } from "./facts.js";
import { formById, moveForm } from "./form.store.js";

export interface VoidForm {
  readonly formId: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * Staff declare a form void, with a reason that its readers see; it stays readable. Who issued it by hand does not void it.
 * Refuses NOT_FOUND, STALE_VERSION, REASON_REQUIRED, INVALID_STATE and FOUR_EYES.
 */
export async function voidForm(platform: Platform, viewer: Viewer, input: VoidForm): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "documents.manage"), "FORBIDDEN");
  const voidReason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const form = found(await formById(tx, input.formId));
    must(form.version === input.version, "STALE_VERSION");
    must(form.issuedBy === null || form.issuedBy !== actorOf(viewer), "FOUR_EYES");
    await moveForm(tx, form, "VOID", { voidReason, voidedBy: viewer.accountId, voidedAt: tx.now });
    tx.record(formFacts.voided(form, voidReason));
  });
}
