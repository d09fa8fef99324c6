import type { Mode } from "../settings.js";
import type { News } from "./chats.js";
import { CryptoError, sameSignature, signatureOf, unseal } from "./crypto.js";
import { readXml, textOf, type XmlTree } from "./xml.js";

const TEXT_BYTES = 2_048;

/** What a valid answer says. */
export type Reply =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "news"; readonly articles: readonly News[] }
  | { readonly kind: "media"; readonly type: string }
  | { readonly kind: "transfer" }
  | { readonly kind: "nothing" };

/** A valid answer with the XML it was once opened, or why WeChat would show its error line. */
export type Answer =
  | { readonly ok: true; readonly reply: Reply; readonly xml: string }
  | { readonly ok: false; readonly problem: string };

/** What a reply must fit to: the account's seals and the two names. */
export interface Expected {
  readonly mode: Mode;
  readonly token: string;
  readonly appid: string;
  /** The key the push was sealed with. */
  readonly aesKey: string;
  readonly account: string;
  readonly openid: string;
}

const no = (problem: string): Answer => ({ ok: false, problem });

/** Reads a passive reply as strictly as WeChat does: XML, `success` or nothing; all else is an error to the reader. */
export function readReply(body: string, expected: Expected): Answer {
  if (body === "" || body === "success") return { ok: true, reply: { kind: "nothing" }, xml: body };
  const outer = readXml(body);
  if (!outer) return no("neither XML nor success");
  if (textOf(outer, "Encrypt") === null) {
    return expected.mode === "safe" ? no("not encrypted, in safe mode") : readOpen(body, outer, expected);
  }
  if (expected.mode === "plain") return no("encrypted, in plain mode");
  return readSealed(outer, expected);
}

function readSealed(outer: XmlTree, expected: Expected): Answer {
  const [sealed, signature, timestamp, nonce] = ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"].map((name) =>
    textOf(outer, name),
  );
  if (!sealed || !signature || !timestamp || !nonce) return no("Encrypt, MsgSignature, TimeStamp or Nonce is missing");
  if (!sameSignature(signatureOf(expected.token, timestamp, nonce, sealed), signature)) return no("wrong MsgSignature");
  try {
    const { message, appid } = unseal(expected.aesKey, sealed);
    if (appid !== expected.appid) return no("encrypted for another appid");
    const inner = readXml(message);
    return inner ? readOpen(message, inner, expected) : no("no XML inside");
  } catch (error) {
    if (error instanceof CryptoError) return no(error.message);
    throw error;
  }
}

function readOpen(xml: string, tree: XmlTree, expected: Expected): Answer {
  if (textOf(tree, "ToUserName") !== expected.openid) return no("ToUserName is not the person");
  if (textOf(tree, "FromUserName") !== expected.account) return no("FromUserName is not the account");
  if (!/^\d+$/.test(textOf(tree, "CreateTime") ?? "")) return no("CreateTime is missing");
  const reply = replyOf(tree);
  return typeof reply === "string" ? no(reply) : { ok: true, reply, xml };
}

function replyOf(tree: XmlTree): Reply | string {
  const type = textOf(tree, "MsgType");
  switch (type) {
    case "text": {
      const text = textOf(tree, "Content");
      if (!text) return "Content is empty";
      return Buffer.byteLength(text) > TEXT_BYTES ? "Content is longer than 2048 bytes" : { kind: "text", text };
    }
    case "news":
      return newsOf(tree);
    case "image":
    case "voice":
    case "video":
    case "music":
      return { kind: "media", type };
    case "transfer_customer_service":
      return { kind: "transfer" };
    default:
      return "unknown MsgType";
  }
}

function newsOf(tree: XmlTree): Reply | string {
  const list = tree["Articles"];
  if (typeof list !== "object" || Array.isArray(list)) return "Articles is missing";
  const item = (list as XmlTree)["item"];
  const items = (Array.isArray(item) ? item : [item]).filter((one): one is XmlTree => typeof one === "object");
  if (items.length === 0) return "Articles is empty";
  if (textOf(tree, "ArticleCount") !== String(items.length)) return "ArticleCount is wrong";
  return {
    kind: "news",
    articles: items.map((one) => ({
      title: textOf(one, "Title") ?? "",
      description: textOf(one, "Description"),
      picUrl: textOf(one, "PicUrl"),
      url: textOf(one, "Url"),
    })),
  };
}
