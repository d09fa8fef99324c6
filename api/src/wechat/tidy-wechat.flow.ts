import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { tidyWechat as tidy } from "./inbound.store.js";

/** Forgets what the log, links and codes need not keep any longer than thirty days. Safe to run at any time. */
export async function tidyWechat(platform: Platform): Promise<void> {
  await platform.work.run(SYSTEM, tidy);
}
