import type { FastifyInstance, FastifyReply } from "fastify";
import { isOwnOrigin } from "../platform/origin.js";
import type { Platform } from "../platform/platform.js";
import { type PaymentRow, paymentByNo } from "./payment.store.js";
import { receivePayment } from "./receive-payment.flow.js";
import {
  TEST_CHANNEL,
  TEST_CHANNEL_PAGE,
  TEST_CHANNEL_WEBHOOK,
  testChannel,
  testChannelIsOpen,
  testNotification,
  text,
} from "./test-channel.client.js";
import { closedPage, payPage } from "./test-channel-page.js";

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The test channel's two sides: the page where the payer decides, and our webhook that the channel notifies. The page
 * knows no short cut: it sends the same signed request that a channel outside would send. Neither exists when the test
 * channel is off.
 */
export function registerTestChannel(http: FastifyInstance, platform: Platform): void {
  if (!testChannelIsOpen(platform)) return;
  void http.register(async (scope) => {
    keepBodiesRaw(scope);
    registerWebhook(scope, platform);
    registerPage(scope, platform);
  });
}

/** A signature covers the body as it came, byte for byte. */
function keepBodiesRaw(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const types = ["application/json", "application/x-www-form-urlencoded"];
  scope.addContentTypeParser(types, { parseAs: "string" }, (_request, body, done) => done(null, body));
}

function registerWebhook(scope: FastifyInstance, platform: Platform): void {
  const channel = testChannel(platform);
  scope.post(TEST_CHANNEL_WEBHOOK, async (request, reply) => {
    const notification = channel.verifyNotification(request.headers, text(request.body));
    if (!notification) {
      platform.log.warn({ channel: channel.name, ip: request.ip }, "A payment notification with a wrong signature.");
      return reply.code(401).send({ code: "SIGNATURE_INVALID" });
    }
    const received = await receivePayment(platform, notification);
    return received === "UNKNOWN" ? reply.code(404).send({ code: "NOT_FOUND" }) : reply.send({ code: "SUCCESS" });
  });
}

function registerPage(scope: FastifyInstance, platform: Platform): void {
  const find = async (no: string): Promise<PaymentRow | undefined> => {
    const payment = await paymentByNo(platform.database.read, no);
    return payment?.provider === TEST_CHANNEL ? payment : undefined;
  };
  scope.get<{ Params: { no: string } }>(`${TEST_CHANNEL_PAGE}:no`, async (request, reply) => {
    const payment = await find(request.params.no);
    if (!payment) return reply.code(404).send({ code: "NOT_FOUND" });
    return sendPage(reply, payment.state === "PENDING" ? payPage(payment) : closedPage(payment));
  });
  scope.post<{ Params: { no: string } }>(`${TEST_CHANNEL_PAGE}:no`, async (request, reply) => {
    // Browsers name the page a form is sent from: another site's form must not decide for the payer.
    const { origin, host } = request.headers;
    if (origin !== undefined && !isOwnOrigin(platform.config, origin, host)) {
      return reply.code(403).send({ code: "FORBIDDEN" });
    }
    const payment = await find(request.params.no);
    const outcome = new URLSearchParams(text(request.body)).get("outcome");
    if (!payment) return reply.code(404).send({ code: "NOT_FOUND" });
    if (outcome !== "SUCCEEDED" && outcome !== "FAILED") return reply.code(400).send({ code: "VALIDATION" });
    if (payment.state !== "PENDING") return sendPage(reply, closedPage(payment));
    const told = testNotification(platform, payment, outcome);
    const answer = await scope.inject({ method: "POST", url: TEST_CHANNEL_WEBHOOK, ...told });
    if (answer.statusCode !== 200) return reply.code(502).send({ code: "CHANNEL_UNAVAILABLE" });
    return reply.redirect(`/o/${payment.orderId}`, 303);
  });
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header("content-security-policy", PAGE_POLICY)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(html);
}
