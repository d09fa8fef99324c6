import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { expirePayment } from "../src/payments/expire-payment.flow.js";
import { PaymentRow } from "../src/payments/payment.table.js";
import { startPayment } from "../src/payments/start-payment.flow.js";
import { signedHeaders, TEST_CHANNEL_WEBHOOK } from "../src/payments/test-channel.client.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { booked, CANCEL, gateOf, readOrder, type SeenPayment, start, ticketsOf } from "./kit/cash-desk.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aPlacedOrder, aSellableProduct, type MadeOrder, payByTransfer, viewerOf } from "./kit/makers-orders.js";
import { standingStill } from "./kit/standstill.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
});
afterAll(() => world.close());

const anOrder = (): Promise<MadeOrder> => aPlacedOrder(world, { product });

describe("a channel's notifications", () => {
  interface Told {
    txnId: string;
    paymentNo: string;
    amount: string;
    currency: string;
    outcome: string;
  }
  const tell = async (payment: SeenPayment, change: Partial<Told> = {}, headers: Record<string, string> = {}) => {
    const told = {
      txnId: `T-${payment.no}`,
      paymentNo: payment.no,
      amount: payment.amount,
      currency: "CNY",
      outcome: "SUCCEEDED",
    };
    const payload = JSON.stringify({ ...told, ...change });
    const signed = { ...signedHeaders(world.server.platform, payload), ...headers };
    return world.server.http.inject({ method: "POST", url: TEST_CHANNEL_WEBHOOK, headers: signed, payload });
  };
  const paymentState = async (order: MadeOrder): Promise<unknown> =>
    (await readOrder(order))["instalments"]?.[0]?.["payments"]?.[0]?.["state"];

  it("posts once however often the same is told, also at the same moment", async () => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => tell(payment)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200, 200]);
    expect((await tell(payment)).json()).toEqual({ code: "SUCCESS" });
    expect([await booked(world, order, "1012.TEST"), await ticketsOf(world, order)]).toEqual([6_000, 2]);
  });

  it("settles, posts and opens the delivery in one transaction of at most 30 statements", async () => {
    const payment = await start(await anOrder(), "TEST_CHANNEL");
    const seen = await world.statements(() => tell(payment));
    expect(seen.filter((text) => /^(INSERT|UPDATE|SELECT)/.test(text)).length).toBeLessThanOrEqual(30);
  });

  it.each([
    ["a wrong signature", { "x-test-signature": "AAAA" }],
    ["no signature", { "x-test-signature": "" }],
    ["an old time", { "x-test-timestamp": String(Date.parse("2026-11-01T00:00:00Z")) }],
    ["a time that is none", { "x-test-timestamp": "now" }],
    [
      "a wrong signature from localhost",
      { host: "localhost", "x-forwarded-host": "127.0.0.1", "x-test-signature": "AAAA" },
    ],
  ])("refuses %s and stores nothing", async (_case, headers) => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    expect((await tell(payment, {}, headers)).statusCode).toBe(401);
    expect([await paymentState(order), await booked(world, order, "1012.TEST")]).toEqual(["PENDING", 0]);
  });

  it("refuses a body that was signed in another form", async () => {
    const payment = await start(await anOrder(), "TEST_CHANNEL");
    const body = { txnId: "T-9", paymentNo: payment.no, amount: payment.amount, currency: "CNY", outcome: "SUCCEEDED" };
    const headers = signedHeaders(world.server.platform, JSON.stringify(body));
    const payload = JSON.stringify(body, null, 1);
    const reply = await world.server.http.inject({ method: "POST", url: TEST_CHANNEL_WEBHOOK, headers, payload });
    expect(reply.statusCode).toBe(401);
  });

  it.each([
    ["one fen", { amount: "1" }],
    ["more than was asked", { amount: "6001" }],
    ["another currency", { currency: "USD" }],
  ])("puts %s into quarantine: stored, order unpaid, nothing posted", async (_case, change) => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    expect((await tell(payment, change)).statusCode).toBe(200);
    expect(await readOrder(order)).toMatchObject({ state: "CONFIRMED", paid: "0" });
    expect([await paymentState(order), await booked(world, order, "1012.TEST")]).toEqual(["MISMATCH", 0]);
    expect((await tell(payment, change)).statusCode).toBe(200);
    const retry = await start(order, "TEST_CHANNEL");
    await tell(retry);
    expect((await readOrder(order))["paid"]).toBe("6000");
  });

  it("shows cashiers what is in quarantine, the longest waiting first, page by page", async () => {
    const cashier = await aStaff(world, ["payments.read"]);
    const MISMATCHED = `query($first: Int, $after: String) { mismatchedPayments(first: $first, after: $after) {
      nodes { id state amount receivedAmount availableActions } pageInfo { hasNextPage endCursor } } }`;
    const told = [];
    for (const amount of ["1", "2"]) {
      world.clock.advance(1);
      const payment = await start(await anOrder(), "TEST_CHANNEL");
      await tell(payment, { amount });
      told.push({ id: payment.id, state: "MISMATCH", amount: "6000", receivedAmount: amount, availableActions: [] });
    }
    const seen: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { mismatchedPayments: page } = await cashier.ask(MISMATCHED, { first: 1, after });
      const { nodes, pageInfo } = page as unknown as {
        nodes: unknown[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen.slice(-2)).toEqual(told);
    const reader = await aStaff(world, ["orders.read"]);
    expect(await reader.error(MISMATCHED)).toBe("FORBIDDEN");
  });

  it("keeps each odd movement for an attempt that is decided once, however often it is told", async () => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    await tell(payment);
    const odd = { amount: "4321", txnId: `ODD-${payment.no}` };
    for (const answer of await Promise.all([1, 2, 3].map(() => tell(payment, odd)))) {
      expect(answer.statusCode).toBe(200);
    }
    await tell(payment, { amount: "1234", txnId: `ODD2-${payment.no}` });
    const { read } = world.server.platform.database;
    const kept = await read.query(
      "SELECT received FROM payments WHERE orderId = ? AND state = 'MISMATCH' ORDER BY received",
      [order.orderId],
    );
    expect(kept.map((row) => Number((row as { received: number }).received))).toEqual([1_234, 4_321]);
    const cashier = await aStaff(world, ["payments.read"]);
    const { mismatchedPayments } = await cashier.ask(
      "{ mismatchedPayments(first: 100) { nodes { orderNo receivedAmount } } }",
    );
    const nodes = found(mismatchedPayments)["nodes"] as unknown as { orderNo: string }[];
    expect(nodes.filter(({ orderNo }) => orderNo === order.no)).toHaveLength(2);
    const facts = await read.query("SELECT stream FROM facts WHERE stream = ? AND kind = 'PaymentQuarantined'", [
      `order:${order.orderId}`,
    ]);
    expect(facts).toHaveLength(2);
    expect(await readOrder(order)).toMatchObject({ state: "IN_DELIVERY", paid: "6000" });
    expect(await booked(world, order, "1012.TEST")).toBe(6_000);
  });

  it("does not pay a second order with the same movement of money", async () => {
    const [one, two] = [await anOrder(), await anOrder()];
    const txnId = `T-${newId()}`;
    await tell(await start(one, "TEST_CHANNEL"), { txnId });
    expect((await tell(await start(two, "TEST_CHANNEL"), { txnId })).statusCode).toBe(200);
    expect(await readOrder(two)).toMatchObject({ state: "CONFIRMED", paid: "0" });
  });

  it("does not know payments it never asked for", async () => {
    const payment = await start(await anOrder(), "TEST_CHANNEL");
    expect((await tell(payment, { paymentNo: "PY20261120-XXXXXX" })).statusCode).toBe(404);
  });

  it("credits the customer with a second real payment of the same instalment", async () => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    await tell(payment);
    await tell(payment, { txnId: `T2-${payment.no}` });
    await tell(payment, { txnId: `T2-${payment.no}` });
    expect(await readOrder(order)).toMatchObject({ paid: "6000" });
    expect([await booked(world, order, "1012.TEST"), await booked(world, order, "2241.C")]).toEqual([12_000, -6_000]);
  });

  it("takes money that comes after the attempt expired, failed, or after a full payment by transfer", async () => {
    const late = await anOrder();
    const expired = await start(late, "TEST_CHANNEL");
    world.clock.advance(31 * MINUTE);
    await world.settle();
    await tell(expired);
    expect(await readOrder(late)).toMatchObject({ state: "IN_DELIVERY", paid: "6000" });
    const twice = await anOrder();
    const online = await start(twice, "TEST_CHANNEL");
    await payByTransfer(world, twice);
    await tell(online);
    expect([await booked(world, twice, "2241.C"), (await readOrder(twice))["paid"]]).toEqual([-6_000, "6000"]);
    const failed = await anOrder();
    const attempt = await start(failed, "TEST_CHANNEL");
    await tell(attempt, { outcome: "FAILED", txnId: "T-fail" });
    await tell(attempt);
    expect((await readOrder(failed))["paid"]).toBe("6000");
  });

  it("believes no failure once the money is there", async () => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    await tell(payment);
    await tell(payment, { outcome: "FAILED", txnId: "T-later" });
    expect([await paymentState(order), (await readOrder(order))["paid"]]).toEqual(["SUCCEEDED", "6000"]);
  });

  it("keeps money for a cancelled or expired order as the customer's credit", async () => {
    const cancelled = await anOrder();
    const payment = await start(cancelled, "TEST_CHANNEL");
    await cancelled.customer.do(CANCEL, { orderId: cancelled.orderId, version: 1, reason: "不要了" });
    await tell(payment);
    const page = await readOrder(cancelled);
    expect(page).toMatchObject({ state: "CANCELLED", paid: "0", instalments: [{ state: "VOID" }, { state: "VOID" }] });
    expect(page["timeline"]).toContainEqual(
      expect.objectContaining({ kind: "CUSTOMER_CREDITED", amount: "6000", detail: "ORDER_CLOSED" }),
    );
    expect([await booked(world, cancelled, "2241.C"), await ticketsOf(world, cancelled)]).toEqual([-6_000, 0]);
    const expired = await anOrder();
    const attempt = await start(expired, "TEST_CHANNEL");
    world.clock.advance(73 * HOUR);
    await world.settle();
    await tell(attempt);
    expect([(await readOrder(expired))["state"], await booked(world, expired, "2241.C")]).toEqual(["EXPIRED", -6_000]);
  });

  /** An attempt whose channel was not heard: as a process that died between its two transactions leaves it. */
  const unanswered = async (order: MadeOrder): Promise<SeenPayment> => {
    const payment = await start(order, "TEST_CHANNEL");
    await world.server.platform.work.run(SYSTEM, (tx) =>
      tx.run("UPDATE payments SET state = 'CREATED', payUrl = NULL WHERE id = ?", [payment.id]),
    );
    return payment;
  };
  /** Begins to pay and stands still where the channel's answer is to be stored, until `meanwhile` has its turn. */
  const startSlowly = async (order: MadeOrder, meanwhile: () => Promise<unknown>): Promise<string> => {
    let deed: Promise<unknown> | undefined;
    const at = { table: PaymentRow, tail: "WHERE t.id = ?" };
    const platform = standingStill(world, at, () => (deed ??= meanwhile()));
    const input = { instalmentId: gateOf(order), tender: "TEST_CHANNEL", idempotencyKey: newId() } as const;
    const paymentId = await startPayment(platform, viewerOf(order.customer), input);
    await (deed ?? meanwhile());
    return paymentId;
  };

  it("takes money told at the moment in which the channel's answer is stored", async () => {
    const order = await anOrder();
    const payment = await unanswered(order);
    const statuses: number[] = [];
    const told = async () => statuses.push((await tell(payment)).statusCode);
    expect([await startSlowly(order, told), statuses]).toEqual([payment.id, [200]]);
    expect(await readOrder(order)).toMatchObject({ state: "IN_DELIVERY", paid: "6000" });
    expect(await booked(world, order, "1012.TEST")).toBe(6_000);
  });

  it("takes money told at the moment in which the channel's page closes", async () => {
    const order = await anOrder();
    const payment = await start(order, "TEST_CHANNEL");
    const [told] = await Promise.all([tell(payment), expirePayment(world.server.platform, payment.id)]);
    expect([told.statusCode, (await readOrder(order))["paid"]]).toEqual([200, "6000"]);
  });

  it("shows one attempt to two clicks that ask the channel at once", async () => {
    const order = await anOrder();
    const payment = await unanswered(order);
    const again = async () => expect(await start(order, "TEST_CHANNEL")).toMatchObject({ state: "PENDING" });
    expect(await startSlowly(order, again)).toBe(payment.id);
    expect(await paymentState(order)).toBe("PENDING");
  });

  it("ends every race of paying and cancelling in one of two ways, with nothing lost", async () => {
    for (let round = 0; round < 8; round += 1) {
      const order = await anOrder();
      const payment = await start(order, "TEST_CHANNEL");
      const { version } = (await readOrder(order)) as unknown as { version: number };
      const [told, { cancelOrder }] = await Promise.all([
        tell(payment),
        order.customer.ask(CANCEL, { input: { orderId: order.orderId, version, reason: "不要了" } }),
      ]);
      expect(told.statusCode).toBe(200);
      const refused = (found(cancelOrder)["userErrors"] as unknown as unknown[]).length > 0;
      const { state, paid } = (await readOrder(order)) as unknown as { state: string; paid: string };
      const ends = [
        state,
        paid,
        await booked(world, order, "2203"),
        await booked(world, order, "2241.C"),
        await ticketsOf(world, order),
      ];
      expect(ends).toEqual(refused ? ["IN_DELIVERY", "6000", -6_000, 0, 2] : ["CANCELLED", "0", 0, -6_000, 0]);
    }
  });
});
