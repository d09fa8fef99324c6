import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import type { FormCode } from "./form.js";
import { cleanWording } from "./form-wording.js";
import { addWording, wordingInForce } from "./wording.store.js";

export interface SaveFormWording {
  readonly code: FormCode;
  /** Number of the wording that was seen; 0 for the platform's own. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

/**
 * Staff word a form anew: the next number, in force for what is issued from now on; what was issued keeps its own. Refuses
 * VALIDATION, FORM_WORDING_INVALID (with the stretch of the text) and STALE_VERSION.
 */
export async function saveFormWording(platform: Platform, viewer: Viewer, input: SaveFormWording): Promise<void> {
  must(holds(viewer, "documents.manage"), "FORBIDDEN");
  const { code } = input;
  const [title, text] = [cleanText(input.title, "title", 60), cleanWording(input.text)];
  await platform.work.run(viewer, async (tx) => {
    const { number } = await wordingInForce(tx, code);
    must(number === input.number, "STALE_VERSION");
    await addWording(tx, code, { number: number + 1, title, text });
  });
}
