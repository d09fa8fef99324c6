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
