import type { TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { expireOrder } from "./expire-order.flow.js";
import { ORDER_EXPIRES } from "./order.store.js";

export const orderTimers = (platform: () => Platform): TimerHandler[] => [
  { kind: ORDER_EXPIRES, fire: (orderId) => expireOrder(platform(), orderId) },
];
