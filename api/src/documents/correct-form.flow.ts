import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { draftForm } from "./draft-form.step.js";
import { formById } from "./form.store.js";
import { issueForm } from "./issue-form.step.js";

export interface CorrectForm {
  readonly formId: string;
  readonly version: number;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Staff correct a form: the next version is issued from what is on record now, with the wording in force, and names the
 * old one and why. The old one stays as it was. Returns the new version's id.
 *
 * Refuses NOT_FOUND, STALE_VERSION, REASON_REQUIRED and INVALID_STATE (it counts no more, or nothing is left to say).
 */
export async function correctForm(platform: Platform, viewer: Viewer, correct: CorrectForm): Promise<string> {
  must(holds(viewer, "documents.manage"), "FORBIDDEN");
  const { idempotencyKey: key, ...input } = correct;
  const reason = cleanReason(input.reason);
  const { formId } = await platform.work.once(viewer, { operation: "correctForm", key, input }, async (tx) => {
    const form = found(await formById(tx, input.formId));
    must(form.version === input.version, "STALE_VERSION");
    must(form.state === "ISSUED", "INVALID_STATE", { thing: "form", state: form.state });
    const draft = await draftForm(tx, { code: form.code, subject: { kind: form.subjectKind, id: form.subjectId } });
    must(draft, "INVALID_STATE", { thing: "form", state: form.state });
    return { formId: await issueForm(tx, { ...draft, reason }) };
  });
  return formId;
}
