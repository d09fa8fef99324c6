import type { FastifyInstance } from "fastify";
import type { Platform } from "../platform/platform.js";

/** Every route that the outside world calls, room by room. */
export function registerWebhooks(_http: FastifyInstance, _platform: Platform): void {}
