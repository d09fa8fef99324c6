import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import WXBizMsgCrypt from "wechat-crypto";
import { AES_KEY, APPID, TOKEN } from "./account-server.js";

export const ACCOUNT = "gh_kaidan";
let numbers = 0;

/** A push as WeChat writes it, before it is sealed. */
export function pushXml(fields: Readonly<Record<string, string | number>>): string {
  const tags = Object.entries(fields).map(([tag, value]) =>
    typeof value === "number" ? `<${tag}>${value}</${tag}>` : `<${tag}><![CDATA[${value}]]></${tag}>`,
  );
  return `<xml>${tags.join("")}</xml>`;
}

/** A text that `openid` writes, with a number of its own. */
export function textXml(openid: string, text: string, at: number): string {
  return pushXml({ ...common(openid, at), MsgType: "text", Content: text, MsgId: 9_000_000 + (numbers += 1) });
}

export function eventXml(openid: string, event: string, at: number, also: Record<string, string> = {}): string {
  return pushXml({ ...common(openid, at), MsgType: "event", Event: event, ...also });
}

const common = (openid: string, at: number) => ({
  ToUserName: ACCOUNT,
  FromUserName: openid,
  CreateTime: Math.floor(at / 1_000),
});

export interface Sent {
  readonly url: string;
  readonly payload: string;
}

/** How the push travels. Sealed by somebody else's library, so that our own reading is not judged by our own writing. */
export function inMode(mode: "plain" | "compat" | "safe", xml: string, at: number, change: Partial<Travel> = {}): Sent {
  const travel = { token: TOKEN, aesKey: AES_KEY, appid: APPID, nonce: "415670741", beside: "", ...change };
  const timestamp = String(Math.floor(at / 1_000));
  const judge = new WXBizMsgCrypt(travel.token, travel.aesKey, travel.appid);
  const signature = judge.getSignature(timestamp, travel.nonce, "");
  const query = new URLSearchParams({ signature, timestamp, nonce: travel.nonce, openid: "oInTheAddress" });
  if (mode === "plain") return { url: `/wechat/messages?${query.toString()}`, payload: xml };
  const sealed = judge.encrypt(xml);
  query.set("encrypt_type", "aes");
  query.set("msg_signature", judge.getSignature(timestamp, travel.nonce, sealed));
  const head =
    mode === "compat" ? xml.replace(/^<xml>|<\/xml>$/g, "") : `<ToUserName><![CDATA[${ACCOUNT}]]></ToUserName>`;
  const payload = `<xml>${travel.beside || head}<Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
  return { url: `/wechat/messages?${query.toString()}`, payload };
}

export interface Travel {
  readonly token: string;
  readonly aesKey: string;
  readonly appid: string;
  readonly nonce: string;
  /** What stands beside the sealed part. */
  readonly beside: string;
}

export function push(
  http: FastifyInstance,
  { url, payload }: Sent,
  type = "text/xml",
): Promise<LightMyRequestResponse> {
  return http.inject({ method: "POST", url, headers: { "content-type": type }, payload });
}

/** What a sealed reply says, once its signature holds. */
export function openReply(body: string, aesKey = AES_KEY): string {
  const part = (tag: string): string => new RegExp(`<${tag}>(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(body)?.[1] ?? "";
  const judge = new WXBizMsgCrypt(TOKEN, aesKey, APPID);
  const signature = judge.getSignature(part("TimeStamp"), part("Nonce"), part("Encrypt"));
  if (signature !== part("MsgSignature")) throw new Error("The reply's signature is wrong.");
  const { message, id } = judge.decrypt(part("Encrypt"));
  if (id !== APPID) throw new Error("The reply was sealed for another account.");
  return message;
}
