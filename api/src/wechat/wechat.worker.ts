import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { checkTemplates } from "./check-templates.flow.js";

/** Compares the cards with the account's templates beside the start, which it neither holds up nor stops. */
export function lookAtServiceAccount(platform: Platform): void {
  if (!platform.config.wechat) return;
  checkTemplates(platform, SYSTEM).catch((error: unknown) => {
    platform.log.warn({ err: error }, "The service account's templates could not be checked.");
  });
}
