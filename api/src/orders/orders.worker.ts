import type { TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { AMENDMENT_EXPIRES } from "./amendment.store.js";
import { expireAmendment } from "./expire-amendment.flow.js";
import { expireOrder } from "./expire-order.flow.js";
import { ORDER_EXPIRES } from "./order.store.js";

export const orderTimers = (platform: () => Platform): TimerHandler[] => [
  { kind: ORDER_EXPIRES, fire: (orderId) => expireOrder(platform(), orderId) },
  { kind: AMENDMENT_EXPIRES, fire: (amendmentId) => expireAmendment(platform(), amendmentId) },
];
