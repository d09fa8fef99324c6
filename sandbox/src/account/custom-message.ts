import { mediaWords, type News, type Said } from "./chats.js";
import { WechatError } from "./errors.js";

const TEXT_BYTES = 2_048;

interface CustomWish {
  readonly msgtype?: unknown;
  readonly text?: { readonly content?: unknown };
  readonly news?: { readonly articles?: unknown };
}

/** What a customer-service message shows; throws 40008, 44004 or 45002. */
export function saidOf(wish: unknown): Said {
  const { msgtype, text, news } = (wish ?? {}) as CustomWish;
  if (typeof msgtype !== "string") throw new WechatError(40008);
  if (msgtype === "text") return { from: "account", kind: "text", text: contentOf(text?.content) };
  if (msgtype === "news") return newsOf(news?.articles);
  const media = mediaWords[msgtype];
  if (!media) throw new WechatError(40008);
  return { from: "account", kind: "text", text: media };
}

function contentOf(content: unknown): string {
  if (typeof content !== "string" || content === "") throw new WechatError(44004);
  if (Buffer.byteLength(content) > TEXT_BYTES) throw new WechatError(45002);
  return content;
}

function newsOf(articles: unknown): Said {
  const [article, ...more] = Array.isArray(articles) ? (articles as unknown[]) : [];
  if (typeof article !== "object" || article === null) throw new WechatError(44004);
  if (more.length > 0) throw new WechatError(45002);
  const { title, description, picurl, url } = article as Record<string, unknown>;
  const news: News = {
    title: textOf(title) ?? "",
    description: textOf(description),
    picUrl: textOf(picurl),
    url: textOf(url),
  };
  return { from: "account", kind: "news", news };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
