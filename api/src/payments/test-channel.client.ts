import { MINUTE } from "../kernel/clock.js";
import { parseFen } from "../kernel/money.js";
import type { Platform } from "../platform/platform.js";
import type { Notification, PaymentProvider } from "./provider.js";

export const TEST_CHANNEL = "TEST_CHANNEL";
export const TEST_CHANNEL_PAGE = "/test-channel/pay/";
export const TEST_CHANNEL_WEBHOOK = "/webhooks/payments/test";

/** So that a failure can be tried, the channel gives no amount back that ends in 44.04 yuan. */
const REFUSED_REFUND = 4_404;

/** Likewise it takes its time with an amount that ends in 55.05 yuan: it is under way when it is asked first. */
const SLOW_REFUND = 5_505;
const SLOW_MS = 5 * MINUTE;
/** What the channel remembers of refunds that are under way: since when, by number. */
const underWay = new WeakMap<Platform["clock"], Map<string, number>>();

/** A notification whose clock differs more than this is refused, so that an old one can't be played again for ever. */
const TOLERANCE_MS = 5 * MINUTE;

/** Whether this deployment lets people pay with play money. */
export function testChannelIsOpen(platform: Platform): boolean {
  return platform.config.testChannel ?? platform.demo;
}

/**
 * A channel that moves no money and otherwise behaves as a real one: a page for the payer, and a signed notification
 * to our webhook.
 */
export function testChannel(platform: Platform): PaymentProvider {
  return {
    name: TEST_CHANNEL,
    async start(attempt) {
      return { payUrl: `${TEST_CHANNEL_PAGE}${attempt.no}` };
    },
    async refund({ no, amount }) {
      if (amount % 10_000 === REFUSED_REFUND) return { outcome: "REFUSED", message: "测试通道拒绝了这笔退款" };
      if (amount % 10_000 === SLOW_REFUND && isUnderWay(platform, no)) return { outcome: "WORKING" };
      // One number, one movement: asked again it is the same refund.
      return { outcome: "DONE", refundId: `TR-${no}` };
    },
    verifyNotification(headers, rawBody) {
      const timestamp = text(headers["x-test-timestamp"]);
      const signature = text(headers["x-test-signature"]);
      const fresh = /^\d{13}$/.test(timestamp) && Math.abs(platform.clock.now() - Number(timestamp)) <= TOLERANCE_MS;
      if (!fresh || !platform.signer.verifies(signed(timestamp, rawBody), signature)) return null;
      return readNotification(rawBody);
    },
  };
}

function isUnderWay({ clock }: Platform, no: string): boolean {
  const known = underWay.get(clock) ?? new Map<string, number>();
  underWay.set(clock, known);
  const since = known.get(no) ?? clock.now();
  known.set(no, since);
  return clock.now() - since < SLOW_MS;
}

/** What the channel sends when the payer has decided: the request to our webhook, signed. */
export function testNotification(
  platform: Platform,
  payment: { readonly no: string; readonly amount: number },
  outcome: Notification["outcome"],
): { readonly headers: Record<string, string>; readonly payload: string } {
  const payload = JSON.stringify({
    // One attempt, one movement of money: the button pressed twice at once must not pay twice.
    txnId: `TC-${payment.no}`,
    paymentNo: payment.no,
    amount: String(payment.amount),
    currency: "CNY",
    outcome,
  });
  return { headers: signedHeaders(platform, payload), payload };
}

/** The headers that make a body believed. */
export function signedHeaders(platform: Platform, payload: string): Record<string, string> {
  const timestamp = String(platform.clock.now());
  return {
    "content-type": "application/json",
    "x-test-timestamp": timestamp,
    "x-test-signature": platform.signer.sign(signed(timestamp, payload)),
  };
}

/** A header or body that is one text; whatever else was sent counts as nothing. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

const signed = (timestamp: string, rawBody: string): string => `${TEST_CHANNEL}\n${timestamp}\n${rawBody}`;

function readNotification(rawBody: string): Notification | null {
  try {
    const body = JSON.parse(rawBody) as Readonly<Record<string, unknown>>;
    const { txnId, paymentNo, amount, currency, outcome } = body;
    if (typeof txnId !== "string" || !/^[\w-]{1,64}$/.test(txnId)) return null;
    if (typeof paymentNo !== "string" || typeof amount !== "string" || typeof currency !== "string") return null;
    if (outcome !== "SUCCEEDED" && outcome !== "FAILED") return null;
    return { provider: TEST_CHANNEL, providerTxnId: txnId, paymentNo, amount: parseFen(amount), currency, outcome };
  } catch {
    return null; // not our form: as little believed as a wrong signature
  }
}
