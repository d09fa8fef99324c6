import { cleanCode } from "../catalogue/item.js";
import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { cleanTemplateText } from "./template.js";
import { addTemplate, reword, templateByCode } from "./template.store.js";

export interface SaveContractTemplate {
  readonly code: string;
  /** The version that was seen; 0 for a new template. */
  readonly version: number;
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Staff write a contract's wording. Every time is another version, in force for what is issued from now on; what was
 * issued keeps its own. Returns the template's code. Refuses VALIDATION, CONTRACT_TEMPLATE_INVALID (with the stretch of
 * the text) and STALE_VERSION, also for a code that is new to the caller and taken.
 */
export async function saveContractTemplate(
  platform: Platform,
  viewer: Viewer,
  input: SaveContractTemplate,
): Promise<string> {
  must(holds(viewer, "contracts.manage"), "FORBIDDEN");
  const code = cleanCode(input.code, "code");
  const wording = {
    name: cleanText(input.name, "name", 60),
    title: cleanText(input.title, "title", 60),
    text: cleanTemplateText(input.text),
  };
  await platform.work.run(viewer, async (tx) => {
    const known = await templateByCode(tx, code);
    must((known?.version ?? 0) === input.version, "STALE_VERSION");
    if (known) await reword(tx, known, wording);
    else await addTemplate(tx, code, wording);
  });
  return code;
}
