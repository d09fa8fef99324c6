import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Platform } from "../platform/platform.js";

const webs = [
  { folder: "web-supplier", prefix: "/supplier" },
  { folder: "web-admin", prefix: "/admin" },
  { folder: "web-shop", prefix: "" },
] as const;

/** What a page of ours may load and talk to: the host it came from and nothing else; and who may show it in a frame. */
function policyOf(host: string | undefined, framedBy: string | null): string {
  // Safari before 15.4, and WeChat's browser on such phones, count no socket as 'self': it is named besides.
  const sockets = host && /^(\[[\da-f:]+\]|[\w.-]+)(:\d+)?$/i.test(host) ? ` ws://${host} wss://${host}` : "";
  return [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    // Mantine sets CSS variables in style attributes and one style element.
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self'${sockets}`,
    `frame-ancestors ${framedBy ?? "'none'"}`,
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}

/** Whether an address may be a page, which only the app can tell; a file that is missing and a program's door are none. */
function isPage(url: string): boolean {
  const path = url.split("?")[0] ?? "";
  return !/\/assets\/|\.\w+$|^\/(api|files|upload|graphql|demo|test-channel|webhooks)\b|^\/(wechat|w)(\/|$)/.test(path);
}

/** The three built webs on one port: pages are never cached, hashed assets for ever, a missing asset is a 404. */
export async function registerWebs(http: FastifyInstance, platform: Platform, websDir: string): Promise<void> {
  const { phoneUrl } = platform.config;
  const framedBy = phoneUrl ? new URL(phoneUrl).origin : null;
  for (const { folder, prefix } of webs) {
    const root = join(websDir, folder, "dist");
    if (!existsSync(join(root, "index.html"))) {
      platform.log.warn({ folder }, "This web is not built; its pages are not served.");
      continue;
    }
    await http.register(
      async (scope) => {
        scope.addHook("onRequest", async (request, reply) => {
          reply.header("content-security-policy", policyOf(request.headers.host, framedBy));
          // It knows no origin but one's own: where a simulated phone may show our pages, the policy alone decides.
          if (framedBy === null) reply.header("x-frame-options", "DENY");
        });
        await scope.register(fastifyStatic, {
          root,
          decorateReply: true,
          cacheControl: false,
          setHeaders: (reply, path) => {
            const asset = path.includes("/assets/");
            reply.setHeader("cache-control", asset ? "public, max-age=31536000, immutable" : "no-cache");
          },
        });
        // Relative links need the slash; without it the shop would answer.
        if (prefix) scope.get("", (_request, reply) => reply.redirect(`${prefix}/`, 308));
        scope.setNotFoundHandler((request, reply) => {
          if (request.method === "GET" && isPage(request.url)) return reply.sendFile("index.html");
          return reply.code(404).send({ code: "NOT_FOUND" });
        });
      },
      { prefix: prefix || "/" },
    );
  }
}
