import type { TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { expireQuotation } from "./expire-quotation.flow.js";
import { QUOTATION_EXPIRES, QUOTATION_EXPIRING } from "./quotation.store.js";
import { remindOfQuotation } from "./remind-of-quotation.flow.js";

export const quotationTimers = (platform: () => Platform): TimerHandler[] => [
  { kind: QUOTATION_EXPIRES, fire: (versionId) => expireQuotation(platform(), versionId) },
  { kind: QUOTATION_EXPIRING, fire: (versionId) => remindOfQuotation(platform(), versionId) },
];
