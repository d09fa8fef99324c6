import type { Listener, TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { expireQuotation } from "./expire-quotation.flow.js";
import { printQuotation } from "./print-quotation.flow.js";
import { QUOTATION_EXPIRES, QUOTATION_EXPIRING } from "./quotation.store.js";
import { remindOfQuotation } from "./remind-of-quotation.flow.js";

export const quotationTimers = (platform: () => Platform): TimerHandler[] => [
  { kind: QUOTATION_EXPIRES, fire: (versionId) => expireQuotation(platform(), versionId) },
  { kind: QUOTATION_EXPIRING, fire: (versionId) => remindOfQuotation(platform(), versionId) },
];

/** A version is printed once its customer has it: making a document takes too long for a transaction. */
export const quotationListeners = (platform: () => Platform): Listener[] => [
  {
    name: "quotations.print",
    kinds: ["QuotationSent"],
    hear: ({ payload }) => printQuotation(platform(), String(payload["versionId"])),
  },
];
