import type { Reply } from "./answering.js";

/** A WeChat as staff see it: enough to tell two apart, not enough to name one elsewhere. */
export function maskedOpenid(openid: string): string {
  return openid.length > 10 ? `${openid.slice(0, 4)}…${openid.slice(-4)}` : "…";
}

/** What was replied, without its links: they sign in, and staff are not the customer. */
export function loggedReply(reply: Reply | null): string | null {
  if (!reply) return null;
  return reply.kind === "transfer" ? "→ 人工客服" : reply.text.replaceAll(/<a href="[^"]*">([^<]*)<\/a>/g, "[$1]");
}

/** The token of a link that signs in, wherever a text has it. */
const TOKEN = /\/w\/[\w-]+/g;

/** A reply with its links still in it, but nothing that opens them. */
export function withoutTokens(reply: Reply | null): Reply | null {
  return reply?.kind === "text" ? { ...reply, text: reply.text.replaceAll(TOKEN, "/w/…") } : reply;
}

/** Whether a reply holds what signs in. */
export const hasTokens = (reply: Reply | null): boolean => reply?.kind === "text" && reply.text.search(TOKEN) >= 0;
