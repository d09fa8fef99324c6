import type { WechatConfig } from "../platform/config.js";
import type { Platform } from "../platform/platform.js";
import { type AccountCall, callAccount, digitsOf, type Failed, type Heard, textOf } from "./account-call.client.js";
import type { WechatMenu } from "./menu.js";
import type { ListedTemplate } from "./template-check.js";
import { accessToken, replaceToken } from "./token.client.js";

export type { Failed };
export interface Told {
  readonly ok: true;
  /** A 64-bit number as its digits; null where WeChat gives none. */
  readonly msgid: string | null;
}

export interface TemplateMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly url: string;
  /** At most 32 characters; the same one is sent once within ten minutes. */
  readonly clientMsgId: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

/** Sends a card. Told means taken on: whether it arrived comes later as TEMPLATESENDJOBFINISH with this `msgid`. */
export async function sendTemplate(platform: Platform, message: TemplateMessage): Promise<Told | Failed> {
  const { openid: touser, templateId: template_id, url, clientMsgId: client_msg_id, data } = message;
  const body = { touser, template_id, url, client_msg_id, data };
  return toldOf(await call(platform, { path: "/cgi-bin/message/template/send", body }));
}

/** Writes into the chat of somebody who wrote or clicked a short while ago. */
export async function sendCustomText(platform: Platform, openid: string, text: string): Promise<Told | Failed> {
  const body = { touser: openid, msgtype: "text", text: { content: text } };
  return toldOf(await call(platform, { path: "/cgi-bin/message/custom/send", body }));
}

/** A code that leads to the account and tells it `scene`, good for `seconds`. `url` is what the code says. */
export async function createSceneQr(
  platform: Platform,
  scene: string,
  seconds: number,
): Promise<{ readonly ok: true; readonly url: string; readonly ticket: string } | Failed> {
  const body = {
    expire_seconds: seconds,
    action_name: "QR_STR_SCENE",
    action_info: { scene: { scene_str: scene } },
  };
  const answer = await call(platform, { path: "/cgi-bin/qrcode/create", body });
  if (!answer.ok) return answer;
  const url = textOf(answer.body, "url");
  const ticket = textOf(answer.body, "ticket");
  return url !== null && ticket !== null ? { ok: true, url, ticket } : incomplete;
}

/** The templates this account has chosen. */
export async function privateTemplates(
  platform: Platform,
): Promise<{ readonly ok: true; readonly templates: readonly ListedTemplate[] } | Failed> {
  const answer = await call(platform, { path: "/cgi-bin/template/get_all_private_template" });
  if (!answer.ok) return answer;
  const list = answer.body["template_list"];
  if (!Array.isArray(list)) return incomplete;
  const templates = list.map((entry: Readonly<Record<string, unknown>>) => ({
    template_id: textOf(entry, "template_id") ?? "",
    title: textOf(entry, "title") ?? "",
    content: textOf(entry, "content") ?? "",
  }));
  return { ok: true, templates };
}

/** Replaces the menu; phones show the new one within five minutes. */
export async function createMenu(platform: Platform, menu: WechatMenu): Promise<Told | Failed> {
  return toldOf(await call(platform, { path: "/cgi-bin/menu/create", body: menu }));
}

/** Whether somebody follows the account at this moment; null when WeChat does not tell. */
export async function isFollower(platform: Platform, openid: string): Promise<boolean | null> {
  const answer = await call(platform, { path: "/cgi-bin/user/info", query: { openid } });
  const subscribe = answer.ok ? answer.body["subscribe"] : null;
  return typeof subscribe === "number" ? subscribe === 1 : null;
}

/** Who opened a page of ours inside WeChat. A snapshot's openid is nobody's. */
export async function oauthOpenid(
  platform: Platform,
  code: string,
): Promise<{ readonly ok: true; readonly openid: string; readonly snapshot: boolean } | Failed> {
  const config = platform.config.wechat;
  if (!config) return switchedOff;
  const query = { appid: config.appid, secret: config.secret, code, grant_type: "authorization_code" };
  const answer = await callAccount(platform, config, { path: "/sns/oauth2/access_token", query });
  if (!answer.ok) return answer;
  const openid = textOf(answer.body, "openid");
  if (openid === null) return incomplete;
  const snapshot = Number(answer.body["is_snapshotuser"] ?? 0) === 1;
  return { ok: true, openid, snapshot };
}

/** One call with the access token. A token that is bad or over is replaced and the call repeated, once. */
async function call(platform: Platform, wanted: AccountCall): Promise<Heard | Failed> {
  const config = platform.config.wechat;
  if (!config) return switchedOff;
  const first = await accessToken(platform, config);
  if (!first.ok) return first;
  const answer = await withToken(platform, config, wanted, first.token);
  if (answer.ok || answer.verdict !== "TOKEN") return answer;
  const second = await replaceToken(platform, config, first.token);
  return second.ok ? withToken(platform, config, wanted, second.token) : second;
}

function withToken(platform: Platform, config: WechatConfig, wanted: AccountCall, token: string) {
  return callAccount(platform, config, { ...wanted, query: { ...wanted.query, access_token: token } });
}

const toldOf = (answer: Heard | Failed): Told | Failed =>
  answer.ok ? { ok: true, msgid: digitsOf(answer.text, "msgid") } : answer;

const failed = (errmsg: string, verdict: Failed["verdict"]): Failed => ({
  ok: false,
  errcode: null,
  errmsg,
  rid: null,
  verdict,
});
const incomplete = failed("The answer lacks what was asked for.", "BUSY");
const switchedOff = failed("No service account is connected.", "CONFIGURATION");
