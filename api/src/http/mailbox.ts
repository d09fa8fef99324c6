import type { FastifyInstance } from "fastify";
import type { Platform } from "../platform/platform.js";

/**
 * `/demo/mailbox`: the last letters, newest first, so that a newcomer without a mail server can read codes and links.
 * Registered for demo data only.
 */
export function registerMailbox(http: FastifyInstance, platform: Platform): void {
  http.get("/demo/mailbox", async (_request, reply) => {
    reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-store");
    reply.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    return page(platform.post.mailbox().map(letter).join(""));
  });
}

function letter(sent: { to: string; subject: string; text: string; at: number }): string {
  const time = new Date(sent.at).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", hour12: false });
  const text = escapeHtml(sent.text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
  return `<article><header><b>${escapeHtml(sent.subject)}</b><span>${escapeHtml(sent.to)} · ${time}</span></header><p>${text}</p></article>`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replaceAll(/[&<>"]/g, (char) => entities[char] ?? char);
}

function page(letters: string): string {
  const empty = "<p>还没有信件。注册、找回密码、邀请同事时，信会出现在这里。<br>No letters yet.</p>";
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>演示信箱 · Demo mailbox</title>
<style>
  body { font: 15px/24px -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0; background: #f6f8f7; color: #17211d }
  main { max-width: 640px; margin: 0 auto; padding: 24px 16px }
  h1 { font-size: 20px; line-height: 28px; margin: 0 0 4px }
  small { color: #4b5a54 }
  article { background: #fff; border: 1px solid #e3e8e6; border-radius: 12px; padding: 12px 16px; margin-top: 12px }
  header { display: flex; flex-wrap: wrap; gap: 4px 12px; justify-content: space-between }
  header span { color: #66756f; font-size: 13px }
  article p { white-space: pre-wrap; overflow-wrap: anywhere; margin: 8px 0 0 }
  a { color: #0b6b50 }
</style>
<main><h1>演示信箱 Demo mailbox</h1><small>演示环境不寄信，验证码和链接在这里看。刷新查看新信。</small>${letters || empty}</main></html>`;
}
