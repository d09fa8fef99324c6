import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { sendFinished } from "../notifications/send-finished.flow.js";
import type { WechatConfig } from "../platform/config.js";
import type { Platform } from "../platform/platform.js";
import type { Reply } from "./answering.js";
import {
  type Envelope,
  envelopeOf,
  isFromWechat,
  type Opened,
  openPush,
  sealReply,
  writeReply,
} from "./envelope.webhook.js";
import { type Pushed, readPush, shortOpenid } from "./message.js";
import { type Answering, MessageDesk } from "./message-desk.webhook.js";

const MESSAGES = "/wechat/messages";
const BODY_LIMIT = 64 * 1024;

/**
 * Where WeChat's servers push what followers do. Absent without a service account. Never limited by address: WeChat's few
 * addresses send everybody's messages, and a forger is turned away after one hash.
 */
export function registerMessages(http: FastifyInstance, platform: Platform, answering: Answering): void {
  const config = platform.config.wechat;
  if (!config) return;
  const desk = new MessageDesk(platform, answering);
  http.addHook("onClose", () => desk.idle());
  void http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const types = ["text/xml", "application/xml"];
    scope.addContentTypeParser(types, { parseAs: "string" }, (_request, body, done) => done(null, body));
    const options = { bodyLimit: BODY_LIMIT, config: { rateLimit: false } };
    registerVerification(scope, platform, config);
    scope.post(MESSAGES, options, async (request, reply) => {
      const envelope = envelopeOf(request.query);
      const body = typeof request.body === "string" ? request.body : "";
      const opened = openPush(config, envelope, body, platform.clock.now());
      if (typeof opened === "number") return refuse(platform, reply, opened, request.ip);
      const pushed = readPush(opened.fields);
      if (pushed === null) return refuse(platform, reply, 400, request.ip);
      return take({ platform, config, desk, envelope, opened, reply }, pushed);
    });
  });
}

/** What the console sends when its form is saved. Unless WeChat asks, nothing is echoed. */
function registerVerification(scope: FastifyInstance, platform: Platform, config: WechatConfig): void {
  scope.get(MESSAGES, { exposeHeadRoute: false }, async (request, reply) => {
    const { echostr } = request.query as Readonly<Record<string, unknown>>;
    const believed = isFromWechat(config, envelopeOf(request.query), platform.clock.now());
    if (!believed || typeof echostr !== "string") return refuse(platform, reply, 403, request.ip);
    return reply.type("text/plain; charset=utf-8").send(echostr);
  });
}

function refuse(platform: Platform, reply: FastifyReply, status: 400 | 403, ip: string): FastifyReply {
  platform.log.warn({ status, ip }, "A push that is none of WeChat's was refused.");
  return reply.code(status).send({ code: status === 403 ? "SIGNATURE_INVALID" : "VALIDATION" });
}

interface Delivery {
  readonly platform: Platform;
  readonly config: WechatConfig;
  readonly desk: MessageDesk;
  readonly envelope: Envelope;
  readonly opened: Opened;
  readonly reply: FastifyReply;
}

async function take(delivery: Delivery, pushed: Pushed): Promise<FastifyReply> {
  const { platform, desk, reply } = delivery;
  if (pushed.kind === "sent") await sendFinished(platform, pushed);
  if (pushed.kind !== "message") return reply.type("text/plain").send("success");
  const from = performance.now();
  const { message, to, dedupeKey } = pushed;
  const outcome = await desk.reply(dedupeKey, message);
  const answered = outcome === "FAILED" ? "FAILED" : (outcome?.kind ?? "nothing");
  const line = { type: message.event ?? message.type, openid: shortOpenid(message.openid), answered };
  platform.log.info({ ...line, ms: Math.round(performance.now() - from) }, "A WeChat message was taken.");
  if (outcome === "FAILED") return reply.code(500).send({ code: "INTERNAL" });
  if (outcome === null) return reply.type("text/plain").send("success");
  return reply.type("text/xml; charset=utf-8").send(written(delivery, outcome, message.openid, to));
}

function written(
  { platform, config, envelope, opened }: Delivery,
  reply: Reply,
  openid: string,
  account: string,
): string {
  const now = platform.clock.now();
  const xml = writeReply(reply, { openid, account, now });
  if (opened.aesKey === null) return xml;
  return sealReply(config, xml, opened.aesKey, { nonce: envelope.nonce, now, random: randomBytes(16) });
}
