import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { draftForm } from "./draft-form.step.js";
import type { WantedForm } from "./forms-of-fact.js";
import { issueForm } from "./issue-form.step.js";

/** Issues the forms that something that happened calls for. Hearing twice does no harm. */
export async function issueForms(platform: Platform, wanted: readonly WantedForm[]): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    for (const one of wanted) {
      const draft = await draftForm(tx, one);
      if (draft) await issueForm(tx, draft);
    }
  });
}
