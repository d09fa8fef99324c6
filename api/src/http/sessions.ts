import type { FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { whoAsks, whoHolds } from "../identity/who-asks.flow.js";
import type { Answer, App } from "../platform/context.js";
import { appOrigin, isOwnOrigin } from "../platform/origin.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";

const apps: readonly App[] = ["shop", "supplier", "admin"];

/** The app a request says it comes from; only that app's cookie is read. */
export function appOf(request: FastifyRequest): App | null {
  return toApp(request.headers["x-kaidan-app"]);
}

function toApp(value: unknown): App | null {
  return apps.find((app) => app === value) ?? null;
}

/**
 * Who asks: an API key in the header, or the session cookie of the named app. A key that is wrong is refused at once
 * instead of being treated as a stranger.
 */
export async function viewerOf(platform: Platform, request: FastifyRequest): Promise<Viewer> {
  const authorization = request.headers.authorization;
  if (authorization !== undefined) {
    const secret = /^Bearer (\S{20,200})$/.exec(authorization)?.[1];
    const holder = secret ? await whoHolds(platform, secret, request.ip) : null;
    if (holder) return holder;
    throw new GraphQLError("The API key is unknown, revoked or over.", {
      extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
    });
  }
  const app = appOf(request);
  if (!app) return { kind: "anonymous", ip: request.ip };
  return whoAsks(platform, app, request.cookies[cookieName(platform, app)], request.ip);
}

/** Who opens a socket or a page; browsers set no header of ours there, so the app is named in another way. */
export async function viewerOfApp(platform: Platform, request: FastifyRequest, app: unknown): Promise<Viewer | null> {
  const named = toApp(app);
  if (!named) return null;
  const viewer = await whoAsks(platform, named, request.cookies[cookieName(platform, named)], request.ip);
  return viewer.kind === "anonymous" ? null : viewer;
}

/** A socket is opened by our own pages only: its origin is this host or one of the configured ones. */
export function mayConnect(platform: Platform, request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  return origin !== undefined && isOwnOrigin(platform.config, origin, host);
}

/** What the edge may set on the answer. A socket's answer can set nothing. */
export function answerOf(platform: Platform, request: FastifyRequest, reply: FastifyReply | undefined): Answer {
  const options = { httpOnly: true, sameSite: "lax", secure: isSecure(platform), path: "/" } as const;
  return {
    setSession(app, token, expiresAt) {
      reply?.setCookie(cookieName(platform, app), token, { ...options, expires: new Date(expiresAt) });
    },
    clearSession(app) {
      reply?.clearCookie(cookieName(platform, app), options);
    },
    originOf: (app) => originOf(platform, app, request),
  };
}

/** Where an app's pages live: its own host in production, else the common address. Never the caller's Host header in production. */
export function originOf(platform: Platform, app: App, request?: FastifyRequest): string {
  const { urls, publicUrl } = platform.config;
  const local = request?.headers.host ?? "";
  // In try-it mode the page is answered under the name it was asked by.
  if (!urls && !publicUrl && /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(local)) return `http://${local}`;
  return appOrigin(platform.config, app);
}

function isSecure(platform: Platform): boolean {
  const { urls, publicUrl } = platform.config;
  return (urls?.shop ?? publicUrl ?? "").startsWith("https://");
}

/** `__Host-` binds the cookie to the host; it needs https, which try-it mode has not. */
function cookieName(platform: Platform, app: App): string {
  return isSecure(platform) ? `__Host-kaidan-${app}` : `kaidan-${app}`;
}
