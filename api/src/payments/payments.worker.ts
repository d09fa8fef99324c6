import type { TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { expirePayment } from "./expire-payment.flow.js";
import { INSTALMENT_DUE } from "./instalment.store.js";
import { instalmentFallsDue } from "./instalment-falls-due.flow.js";
import { PAYMENT_EXPIRES } from "./payment.store.js";

export const paymentTimers = (platform: () => Platform): TimerHandler[] => [
  { kind: PAYMENT_EXPIRES, fire: (paymentId) => expirePayment(platform(), paymentId) },
  { kind: INSTALMENT_DUE, fire: (instalmentId) => instalmentFallsDue(platform(), instalmentId) },
];
