import type { FastifyInstance } from "fastify";
import { registerTestChannel } from "../payments/test-channel.webhook.js";
import type { Platform } from "../platform/platform.js";
import { answerMessage } from "../wechat/conversation.webhook.js";
import type { Doors } from "../wechat/doors.webhook.js";
import { registerLinks } from "../wechat/links.webhook.js";
import { registerMessages } from "../wechat/messages.webhook.js";
import { registerOauth } from "../wechat/oauth.webhook.js";
import { answerOf, viewerOfApp } from "./sessions.js";

/** Every route that the outside world calls, room by room. */
export function registerWebhooks(http: FastifyInstance, platform: Platform): void {
  registerTestChannel(http, platform);
  const doors: Doors = {
    viewerOf: (request, app) => viewerOfApp(platform, request, app),
    answerOf: (request, reply) => answerOf(platform, request, reply),
  };
  registerMessages(http, platform, { answer: answerMessage });
  registerLinks(http, platform, doors);
  registerOauth(http, platform, doors);
}
