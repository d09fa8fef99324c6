import type { FastifyInstance } from "fastify";
import { registerTestChannel } from "../payments/test-channel.webhook.js";
import type { Platform } from "../platform/platform.js";

/** Every route that the outside world calls, room by room. */
export function registerWebhooks(http: FastifyInstance, platform: Platform): void {
  registerTestChannel(http, platform);
}
