import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildHttp } from "../src/http/http.js";
import { MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { startPayment } from "../src/payments/start-payment.flow.js";
import { TEST_CHANNEL_WEBHOOK } from "../src/payments/test-channel.client.js";
import type { Platform } from "../src/platform/platform.js";
import { booked, gateOf, readOrder, type SeenPayment, start, ticketsOf } from "./kit/cash-desk.js";
import { aPlacedOrder, aSellableProduct, type MadeOrder, viewerOf } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
});
afterAll(() => world.close());

const anOrder = (): Promise<MadeOrder> => aPlacedOrder(world, { product });

describe("paying by the test channel", () => {
  const page = (payment: SeenPayment) => world.server.http.inject({ method: "GET", url: payment.payUrl });
  const press = (payment: SeenPayment, outcome: string, headers: Record<string, string> = {}) =>
    world.server.http.inject({
      method: "POST",
      url: payment.payUrl,
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      payload: `outcome=${outcome}`,
    });

  it("shows a page in both languages without a script, and paying there opens the delivery once", async () => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    expect(payment).toMatchObject({ state: "PENDING", payUrl: `/test-channel/pay/${payment.no}` });
    const shown = await page(payment);
    expect(shown.body).toContain("¥60.00");
    expect(shown.body).toContain("支付成功");
    expect(shown.body).toContain("Test payment");
    expect(shown.body).not.toContain("<script");
    const paid = await press(payment, "SUCCEEDED");
    expect([paid.statusCode, paid.headers.location]).toEqual([303, `/o/${order.orderId}`]);
    expect(await readOrder(order)).toMatchObject({ state: "IN_DELIVERY", paid: "6000" });
    expect([await booked(world, order, "1012.TEST"), await ticketsOf(world, order)]).toEqual([6_000, 2]);
    expect((await press(payment, "SUCCEEDED")).body).toContain("This payment is over");
    expect(await booked(world, order, "1012.TEST")).toBe(6_000);
  });

  it("leaves the order unpaid when it fails, and lets the customer try again", async () => {
    const order = await anOrder();
    const failed = await start(order, "TEST_CHANNEL");
    await press(failed, "FAILED");
    const seen = await readOrder(order);
    expect(seen).toMatchObject({ state: "CONFIRMED", paid: "0" });
    const kinds = (seen["timeline"] as unknown as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(["ORDER_PLACED", "PAYMENT_STARTED", "PAYMENT_FAILED"]);
    const again = await start(order, "TEST_CHANNEL");
    expect(again.id).not.toBe(failed.id);
    await press(again, "SUCCEEDED");
    expect((await readOrder(order))["paid"]).toBe("6000");
  });

  it.each(["https://evil.example", "null", "http://pay.example.evil.example"])(
    "lets no other site decide for the payer: a form sent from %s changes nothing",
    async (origin) => {
      const order = await anOrder();
      const payment = await start(order, "TEST_CHANNEL");
      for (const outcome of ["SUCCEEDED", "FAILED"]) {
        const answer = await press(payment, outcome, { origin, host: "pay.example" });
        expect([answer.statusCode, answer.json()]).toEqual([403, { code: "FORBIDDEN" }]);
      }
      expect(await readOrder(order)).toMatchObject({ state: "CONFIRMED", paid: "0" });
      const own = await press(payment, "SUCCEEDED", { origin: "http://pay.example", host: "pay.example" });
      expect(own.statusCode).toBe(303);
    },
  );

  it("knows no page of a bank transfer or of an unknown number, and no other answer than the two", async () => {
    const order = await anOrder();
    const transfer = await start(order, "BANK_TRANSFER");
    const unknown = await page({ ...transfer, payUrl: "/test-channel/pay/PY20261120-XXXXXX" });
    expect((await page({ ...transfer, payUrl: `/test-channel/pay/${transfer.no}` })).statusCode).toBe(404);
    expect(unknown.statusCode).toBe(404);
    expect((await press(await start(order, "TEST_CHANNEL"), "MAYBE")).statusCode).toBe(400);
  });

  it("closes an attempt nobody paid in half an hour", async () => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    world.clock.advance(31 * MINUTE);
    await world.settle();
    expect((await readOrder(order))["instalments"]?.[0]?.["payments"]).toEqual([{ state: "EXPIRED" }]);
    expect((await page(payment)).body).toContain("This payment is over");
  });
});

describe("where the test channel is off", () => {
  const closed = (): Platform => {
    const { platform } = world.server;
    return { ...platform, config: { ...platform.config, testChannel: false } };
  };

  it("refuses to begin, and leaves no attempt behind", async () => {
    const order = await anOrder();
    const input = { instalmentId: gateOf(order), tender: "TEST_CHANNEL", idempotencyKey: newId() } as const;
    const begun = startPayment(closed(), viewerOf(order.customer), input);
    await expect(begun).rejects.toMatchObject({ code: "CHANNEL_UNAVAILABLE" });
    expect((await readOrder(order))["instalments"]?.[0]?.["payments"]).toEqual([]);
  });

  it("has neither page nor webhook", async () => {
    const http = await buildHttp(closed(), undefined);
    try {
      const url = "/test-channel/pay/PY20261120-XXXXXX";
      expect((await http.inject({ method: "GET", url })).statusCode).toBe(404);
      expect((await http.inject({ method: "POST", url: TEST_CHANNEL_WEBHOOK, payload: {} })).statusCode).toBe(404);
    } finally {
      await http.close();
    }
  });
});
