import type { Listener, TimerHandler } from "./platform/courier.js";
import type { Platform } from "./platform/platform.js";

/** Every listener of facts, in the order of the street. Names are stored with deliveries: never rename one. */
export function listeners(_platform: () => Platform): Listener[] {
  return [];
}

/** Every timer, by the kind its flow sets. */
export function timerHandlers(_platform: () => Platform): TimerHandler[] {
  return [];
}
