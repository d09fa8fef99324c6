import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { privateTemplates } from "./account.client.js";
import { failureText } from "./failure-words.js";
import type { CardCode, RegisteredField } from "./template.js";
import { register, registrations } from "./template.store.js";
import { type Checked, faultOfFields, rowsOf, typeOfKey } from "./template-check.js";

export interface SaveTemplate {
  readonly code: CardCode;
  /** Null forgets what was put in by hand: the next check looks by title again. */
  readonly templateId: string | null;
  readonly fields: readonly { readonly name: string; readonly key: string }[];
  readonly version: number;
}

/**
 * Registers by hand which template of the account a card is, and which key each of its rows has. Checked against the
 * account at once; UNCHECKED when WeChat does not answer. Refuses FORBIDDEN, WECHAT_OFF, VALIDATION naming the row,
 * TEMPLATE_UNKNOWN and STALE_VERSION.
 */
export async function saveTemplate(platform: Platform, viewer: Viewer, input: SaveTemplate): Promise<void> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  must(platform.config.wechat, "WECHAT_OFF");
  const checked = await checkedByHand(platform, input);
  await platform.work.run(viewer, async (tx) => {
    const now = (await registrations(tx)).find(({ code }) => code === input.code);
    must(now?.version === input.version, "STALE_VERSION");
    must(await register(tx, input.code, input.version, checked), "STALE_VERSION");
  });
}

async function checkedByHand(platform: Platform, { code, ...input }: SaveTemplate): Promise<Checked> {
  if (input.templateId === null) return { templateId: null, fields: [], state: "UNCHECKED", problem: null };
  const templateId = input.templateId.trim();
  must(/^[A-Za-z0-9_-]{10,64}$/.test(templateId), "VALIDATION", { field: "templateId" });
  const fields: RegisteredField[] = input.fields.map(({ name, key }) => {
    const clean = key.trim().replace(/^\{\{|\.DATA\}\}$|\.DATA$/g, "");
    return { name, key: clean, type: typeOfKey(clean) };
  });
  refuseFault(faultOfFields(code, fields));
  const told = await privateTemplates(platform);
  if (!told.ok) return { templateId, fields, state: "UNCHECKED", problem: failureText(told) };
  const listed = told.templates.find((template) => template.template_id === templateId);
  must(listed, "TEMPLATE_UNKNOWN", { field: "templateId" });
  refuseFault(faultOfFields(code, fields, rowsOf(listed.content)));
  return { templateId, fields, state: "READY", problem: null };
}

function refuseFault(fault: string | null): void {
  must(fault === null, "VALIDATION", { field: fault ? `fields.${fault}` : "fields" });
}
