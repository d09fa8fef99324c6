import { SECOND } from "../kernel/clock.js";
import type { WechatConfig } from "../platform/config.js";
import { cdata, readFlatXml, XmlFault } from "../platform/xml.js";
import type { Reply } from "./answering.js";
import { isSignedBy, seal, signatureOf, unseal } from "./crypto.js";
import { isTimely, sealedPart } from "./message.js";

/** What stands in the address of a push; whatever is said twice counts as not said. */
export interface Envelope {
  readonly signature: string;
  readonly msgSignature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encryptType: string;
}

export function envelopeOf(query: unknown): Envelope {
  const said = (query ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof said[name] === "string" ? said[name] : "");
  return {
    signature: text("signature"),
    msgSignature: text("msg_signature"),
    timestamp: text("timestamp"),
    nonce: text("nonce"),
    encryptType: text("encrypt_type"),
  };
}

/** Whether WeChat itself asks, and now: what the console's "submit" sends, and every push in plain mode. */
export function isFromWechat(config: WechatConfig, envelope: Envelope, now: number): boolean {
  const { signature, timestamp, nonce } = envelope;
  return isTimely(timestamp, now) && isSignedBy(signature, config.token, timestamp, nonce);
}

export interface Opened {
  readonly fields: ReadonlyMap<string, string>;
  /** The key that opened it, with which the reply is sealed; null in plain mode. */
  readonly aesKey: string | null;
}

/**
 * The push, or the status it is refused with: 403 for what WeChat did not sign, now, for this account, in the mode that was
 * agreed; 400 for what it would never write. Nothing is parsed before the signature holds. In safe and compat mode only the
 * sealed part counts: what stands beside it is not covered by the signature.
 */
export function openPush(config: WechatConfig, envelope: Envelope, body: string, now: number): Opened | 400 | 403 {
  try {
    const open = config.mode === "plain" ? openPlain : openSealed;
    const push = open(config, envelope, body, now);
    if (typeof push === "number") return push;
    return isForUs(config, push) ? push : 403;
  } catch (error) {
    if (error instanceof XmlFault) return 400;
    throw error;
  }
}

/**
 * Whether the push is addressed to our account: a seal proves it already, a plain push only by the name it is sent to. What
 * tells of a person's consent names the account it was given to as well.
 */
function isForUs({ appid, originalId }: WechatConfig, { fields }: Opened): boolean {
  const named = fields.get("AppID") ?? appid;
  return named === appid && (originalId === undefined || fields.get("ToUserName") === originalId);
}

function openPlain(config: WechatConfig, envelope: Envelope, body: string, now: number): Opened | 403 {
  return isFromWechat(config, envelope, now) ? { fields: readFlatXml(body, "xml"), aesKey: null } : 403;
}

function openSealed(config: WechatConfig, envelope: Envelope, body: string, now: number): Opened | 400 | 403 {
  const { msgSignature, timestamp, nonce, encryptType } = envelope;
  if (encryptType !== "aes" || !isTimely(timestamp, now)) return 403;
  const sealed = sealedPart(body);
  if (sealed === null || !isSignedBy(msgSignature, config.token, timestamp, nonce, sealed)) return 403;
  if (readFlatXml(body, "xml").get("Encrypt") !== sealed) return 400;
  const unsealed = unseal(sealed, config.aesKeys, config.appid);
  if (unsealed === null) return 403;
  return { fields: readFlatXml(unsealed.message, "xml"), aesKey: unsealed.aesKey };
}

export interface Addressed {
  readonly openid: string;
  /** The account's own name, as the push told it. */
  readonly account: string;
  readonly now: number;
}

/** The reply as WeChat reads it. Its instant is in seconds. */
export function writeReply(reply: Reply, { openid, account, now }: Addressed): string {
  const content =
    reply.kind === "text"
      ? `<MsgType>${cdata("text")}</MsgType><Content>${cdata(reply.text)}</Content>`
      : `<MsgType>${cdata("transfer_customer_service")}</MsgType>`;
  return `<xml><ToUserName>${cdata(openid)}</ToUserName><FromUserName>${cdata(account)}</FromUserName><CreateTime>${inSeconds(now)}</CreateTime>${content}</xml>`;
}

/** The same reply sealed with the key of its push. `random`: sixteen fresh bytes. */
export function sealReply(config: WechatConfig, xml: string, aesKey: string, sealing: Sealing): string {
  const sealed = seal(xml, aesKey, config.appid, sealing.random);
  const timestamp = inSeconds(sealing.now);
  const signature = signatureOf(config.token, timestamp, sealing.nonce, sealed);
  return `<xml><Encrypt>${cdata(sealed)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(sealing.nonce)}</Nonce></xml>`;
}

export interface Sealing {
  readonly nonce: string;
  readonly now: number;
  readonly random: Uint8Array;
}

const inSeconds = (at: number): string => String(Math.floor(at / SECOND));
