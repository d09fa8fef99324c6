import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Audience } from "../identity/account.js";
import { appOfAudience, audienceOfApp } from "../identity/apps.js";
import { Refusal } from "../kernel/refusal.js";
import type { Answer, App } from "../platform/context.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";

/** What the front door lends: who a browser is signed in as in an app, and what may be set on the answer to it. */
export interface Doors {
  viewerOf(request: FastifyRequest, app: App): Promise<Viewer | null>;
  answerOf(request: FastifyRequest, reply: FastifyReply): Answer;
}

export function audienceOf(app: unknown): Audience | null {
  return app === "shop" || app === "supplier" || app === "admin" ? audienceOfApp[app] : null;
}

/** Who asks at a door; a stranger when the browser is not signed in to that app. */
export async function viewerAt(doors: Doors, request: FastifyRequest, audience: Audience): Promise<Viewer> {
  return (await doors.viewerOf(request, appOfAudience[audience])) ?? { kind: "anonymous", ip: request.ip };
}

export const deviceOf = (request: FastifyRequest) => ({
  userAgent: request.headers["user-agent"] ?? null,
  ip: request.ip,
});

/** Nothing on the way may be kept by a cache, or told to the page it leads to. */
export function leadTo(reply: FastifyReply, url: string): FastifyReply {
  return reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer").redirect(url, 302);
}

/**
 * The address of `audience`'s app when the request came to another host name, where that app's cookie can't be set; null when
 * it is at the right door.
 */
export function elsewhere(
  platform: Platform,
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  audience: Audience,
): string | null {
  if (!platform.config.urls) return null;
  const origin = doors.answerOf(request, reply).originOf(appOfAudience[audience]);
  return new URL(origin).host === request.headers.host ? null : `${origin}${request.url}`;
}

/** Counts who knocks, and answers 429 past the limit. */
export function limitDoors(scope: FastifyInstance, platform: Platform): void {
  scope.addHook("onRequest", async (request, reply) => {
    try {
      await platform.limits.take("wechatDoorsPerAddress", request.ip);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return reply.code(429).send({ code: error.code });
    }
  });
}
