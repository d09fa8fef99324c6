import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { privateTemplates } from "./account.client.js";
import { failureText } from "./failure-words.js";
import { noteCheck, registrations } from "./template.store.js";
import { checkTemplate } from "./template-check.js";

/**
 * Compares every card with the templates the account has chosen, and keeps which can be sent and what is wrong with the
 * rest. When WeChat does not answer, what was known stays, with the reason beside it; what staff put in meanwhile stays too.
 * Refuses FORBIDDEN (to all but the platform itself and staff with operations.manage) and WECHAT_OFF.
 */
export async function checkTemplates(platform: Platform, viewer: Viewer): Promise<void> {
  must(viewer.kind === "system" || holds(viewer, "operations.manage"), "FORBIDDEN");
  must(platform.config.wechat, "WECHAT_OFF");
  const told = await privateTemplates(platform);
  await platform.work.run(viewer, async (tx) => {
    for (const known of await registrations(tx)) {
      if (told.ok) await noteCheck(tx, known, checkTemplate(known.code, told.templates, known), tx.now);
      else await noteCheck(tx, known, { ...known, problem: failureText(told) }, known.checkedAt);
    }
  });
}
