import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { appOfAudience } from "../identity/apps.js";
import type { WechatConfig } from "../platform/config.js";
import type { Platform } from "../platform/platform.js";
import { oauthOpenid } from "./account.client.js";
import { claimByOauth } from "./claim-by-oauth.flow.js";
import { audienceOf, type Doors, deviceOf, elsewhere, leadTo, limitDoors, viewerAt } from "./doors.webhook.js";
import { enterByWechat } from "./enter-by-wechat.flow.js";
import { bindingPage, ownPath, withNote } from "./link.js";
import {
  authorizeUrl,
  OAUTH_LIFE_MS,
  type OauthState,
  oauthPurposes,
  packState,
  signedState,
  unpackState,
} from "./oauth-state.js";

const START = "/wechat/oauth/start";
const CALLBACK = "/wechat/oauth/callback";

interface Desk {
  readonly platform: Platform;
  readonly config: WechatConfig;
  readonly doors: Doors;
}

/**
 * Signing in and binding inside WeChat, where WeChat tells who opens our page. What comes back is believed only by the browser
 * that asked, once, within ten minutes. Absent without a service account.
 */
export function registerOauth(http: FastifyInstance, platform: Platform, doors: Doors): void {
  const config = platform.config.wechat;
  if (!config) return;
  const desk: Desk = { platform, config, doors };
  void http.register(async (scope) => {
    limitDoors(scope, platform);
    scope.get(START, { exposeHeadRoute: false }, async (request, reply) => start(desk, request, reply));
    scope.get(CALLBACK, { exposeHeadRoute: false }, async (request, reply) => comeBack(desk, request, reply));
  });
}

function start(desk: Desk, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const said = request.query as Readonly<Record<string, unknown>>;
  const purpose = oauthPurposes.find((known) => known === said["purpose"]);
  const audience = audienceOf(said["app"]);
  const wanted = said["to"] ?? "/";
  const to = audience !== null && typeof wanted === "string" ? ownPath(wanted, audience) : null;
  if (!purpose || audience === null || to === null) return reply.code(400).send({ code: "VALIDATION" });
  const right = elsewhere(desk.platform, desk.doors, request, reply, audience);
  if (right !== null) return leadTo(reply, right);
  // Staff sign in with a password; their links lead to the page that asks for it.
  if (purpose === "sign-in" && audience === "STAFF") return leadTo(reply, to);
  return askWechat(desk, request, reply, { purpose, audience, to, again: false });
}

type Question = Omit<OauthState, "state" | "until">;

function askWechat(desk: Desk, request: FastifyRequest, reply: FastifyReply, question: Question): FastifyReply {
  const { platform, config, doors } = desk;
  const state = randomBytes(16).toString("hex");
  const payload = packState({ ...question, state, until: platform.clock.now() + OAUTH_LIFE_MS });
  const origin = doors.answerOf(request, reply).originOf(appOfAudience[question.audience]);
  reply.setCookie(cookieName(origin), `${payload}.${platform.signer.sign(signedState(payload))}`, {
    ...cookieOptions(origin),
    maxAge: OAUTH_LIFE_MS / 1_000,
  });
  const { openBase, appid } = config;
  return leadTo(reply, authorizeUrl({ openBase, appid, redirectUri: `${origin}${CALLBACK}`, state }));
}

async function comeBack(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const question = readQuestion(desk, request, reply);
  // Nobody asked, in this browser: somebody's own answer, played here, must not sign this browser in as them.
  if (!question) return leadTo(reply, withNote("/", "wechat", "expired"));
  const { code } = request.query as Readonly<Record<string, unknown>>;
  const page = question.purpose === "bind" ? bindingPage(question.audience) : question.to;
  if (typeof code !== "string" || !/^[\w-]{1,200}$/.test(code))
    return leadTo(reply, withNote(page, "wechat", "failed"));
  const told = await oauthOpenid(desk.platform, code);
  if (!told.ok && told.verdict === "OAUTH_CODE" && !question.again) {
    return askWechat(desk, request, reply, { ...question, again: true });
  }
  if (!told.ok) return leadTo(reply, withNote(page, "wechat", "failed"));
  // A page shown as a snapshot has an openid that is nobody's.
  if (told.snapshot) return leadTo(reply, withNote(page, "wechat", "snapshot"));
  const who = { openid: told.openid };
  return question.purpose === "bind"
    ? bind(desk, request, reply, question, who)
    : enter(desk, request, reply, question, who);
}

/** The question this browser asked, taken out of it, if it is the one that is answered. */
function readQuestion({ platform, doors }: Desk, request: FastifyRequest, reply: FastifyReply): OauthState | null {
  const origin = doors.answerOf(request, reply).originOf("shop");
  const cookie = request.cookies[cookieName(origin)];
  reply.clearCookie(cookieName(origin), cookieOptions(origin));
  const { state } = request.query as Readonly<Record<string, unknown>>;
  const [payload, signature] = cookie?.split(".") ?? [];
  if (!payload || !signature || typeof state !== "string") return null;
  if (!platform.signer.verifies(signedState(payload), signature)) return null;
  return unpackState(payload, state, platform.clock.now());
}

interface Who {
  readonly openid: string;
}

async function enter(desk: Desk, request: FastifyRequest, reply: FastifyReply, question: OauthState, { openid }: Who) {
  const { audience, to } = question;
  const viewer = await viewerAt(desk.doors, request, audience);
  const entered = await enterByWechat(desk.platform, viewer, { openid, audience, device: deviceOf(request) });
  if (entered === "UNBOUND") {
    return leadTo(reply, withNote(withNote(bindingPage(audience), "wechat", "unbound"), "to", to));
  }
  if (entered !== "SAME") {
    desk.doors.answerOf(request, reply).setSession(appOfAudience[audience], entered.token, entered.expiresAt);
  }
  return leadTo(reply, to);
}

async function bind(desk: Desk, request: FastifyRequest, reply: FastifyReply, question: OauthState, who: Who) {
  const { audience, to } = question;
  const page = to === ownPath("/", audience) ? bindingPage(audience) : withNote(bindingPage(audience), "to", to);
  const viewer = await viewerAt(desk.doors, request, audience);
  // The page asks to sign in and then offers to begin anew.
  if (viewer.kind === "anonymous") return leadTo(reply, page);
  const claim = await claimByOauth(desk.platform, viewer, who);
  if (typeof claim === "string") return leadTo(reply, withNote(page, "wechat", claim.toLowerCase()));
  return leadTo(reply, withNote(page, "claim", claim.sceneId));
}

/** `__Host-` keeps a neighbour's host name from planting a question; it needs https, which try-it mode has not. */
const cookieName = (origin: string): string => (isSecure(origin) ? "__Host-kaidan-wechat" : "kaidan-wechat");
const cookieOptions = (origin: string) =>
  ({ httpOnly: true, sameSite: "lax", secure: isSecure(origin), path: "/" }) as const;
const isSecure = (origin: string): boolean => origin.startsWith("https://");
