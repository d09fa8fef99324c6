import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Audience } from "../identity/account.js";
import { appOfAudience } from "../identity/apps.js";
import type { Platform } from "../platform/platform.js";
import { type Doors, deviceOf, elsewhere, leadTo, limitDoors, viewerAt } from "./doors.webhook.js";
import { ownPath } from "./link.js";
import { openLink, readLink } from "./open-link.flow.js";

const LINK = "/w/:token";
const MOBILE_PAGES: Audience = "CUSTOMER";

/**
 * Links in the chat: open the page they are about with its owner signed in, once. Afterwards they still lead there: inside
 * WeChat by asking WeChat who it is, elsewhere to the page itself, which asks to sign in. Absent without a service account.
 */
export function registerLinks(http: FastifyInstance, platform: Platform, doors: Doors): void {
  if (!platform.config.wechat) return;
  void http.register(async (scope) => {
    limitDoors(scope, platform);
    // What looks at a link without opening it (a preview, a scanner) must not use it up.
    scope.head(LINK, async (_request, reply) => reply.header("cache-control", "no-store").send());
    scope.get<{ Params: { token: string } }>(LINK, { exposeHeadRoute: false }, async (request, reply) => {
      const { token } = request.params;
      const link = await readLink(platform, token);
      const audience = link?.audience ?? MOBILE_PAGES;
      const right = elsewhere(platform, doors, request, reply, audience);
      if (right !== null) return leadTo(reply, right);
      const path = ownPath(link?.path ?? "/", audience) ?? "/";
      if (audience === "STAFF") return leadTo(reply, path);
      const viewer = await viewerAt(doors, request, audience);
      const opened = link ? await openLink(platform, viewer, { token, device: deviceOf(request) }) : "ENDED";
      if (opened === "ENDED") return leadTo(reply, isInWechat(request) ? askWechat(audience, path) : path);
      if (opened !== "SAME")
        doors.answerOf(request, reply).setSession(appOfAudience[audience], opened.token, opened.expiresAt);
      return leadTo(reply, path);
    });
  });
}

function askWechat(audience: Audience, to: string): string {
  const question = new URLSearchParams({ purpose: "sign-in", app: appOfAudience[audience], to });
  return `/wechat/oauth/start?${question.toString()}`;
}

/** WeChat's own browser; or a frame, for nobody may frame our pages but the phone that the settings name. */
function isInWechat({ headers }: FastifyRequest): boolean {
  return headers["sec-fetch-dest"] === "iframe" || /MicroMessenger/i.test(headers["user-agent"] ?? "");
}
