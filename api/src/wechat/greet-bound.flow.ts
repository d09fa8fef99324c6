import type { Platform } from "../platform/platform.js";
import { sendCustomText } from "./account.client.js";
import { bindingOf } from "./binding.store.js";

const GREETING = "绑定成功！回复「进度」即可查询，重要进展会发到这里。";

/**
 * Tells the chat that it is bound. A scan a moment ago lets us write; when WeChat does not, the page has said it already.
 * Throws when WeChat is busy, to be tried again.
 */
export async function greetBound(platform: Platform, accountId: string, bindingId: string): Promise<void> {
  const binding = await bindingOf(platform.database.read, accountId);
  if (binding?.id !== bindingId || binding.state !== "BOUND") return;
  const told = await sendCustomText(platform, binding.openid, GREETING);
  if (!told.ok && told.verdict === "BUSY") throw new Error("WeChat is busy.");
}
