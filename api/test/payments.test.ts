import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY, HOUR } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import type { FiredTrigger } from "../src/payments/instalment.js";
import { fireTrigger } from "../src/payments/instalment.store.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import {
  booked,
  CANCEL,
  CONFIRM,
  confirmation,
  gateOf,
  PAYMENT_FIELDS,
  REJECT,
  readOrder,
  type SeenPayment,
  SLIP,
  START,
  start,
  ticketsOf,
  withSlip,
} from "./kit/cash-desk.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, step } from "./kit/makers-catalogue.js";
import {
  aCustomer,
  aPaidOrder,
  aPicture,
  aPlacedOrder,
  aSellableProduct,
  type MadeOrder,
  payByTransfer,
} from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let cashier: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  cashier = await aStaff(world, ["orders.read", "payments.read", "payments.confirm"]);
});
afterAll(() => world.close());

const anOrder = (): Promise<MadeOrder> => aPlacedOrder(world, { product });

describe("paying by bank transfer", () => {
  it("goes from a reference over a slip to the cashier, who opens the delivery", async () => {
    const order = await anOrder();
    const turn = async () => (await readOrder(order))["nextStep"];
    expect(await turn()).toEqual({ actor: "CUSTOMER", code: "PAY_INSTALMENT" });
    const begun = await start(order, "BANK_TRANSFER");
    expect(begun).toMatchObject({ state: "CREATED", amount: "6000", payUrl: null, availableActions: ["UPLOAD_SLIP"] });
    expect(begun.reference).toBe(`KD${begun.no.slice(6)}`);
    const shown = await withSlip(order);
    expect(shown).toMatchObject({ id: begun.id, state: "SLIP_UPLOADED", slip: { mime: "image/webp" } });
    expect(await turn()).toEqual({ actor: "PLATFORM", code: "WAIT_CONFIRM_PAYMENT" });
    const queue = `{ paymentsToConfirm { nodes ${PAYMENT_FIELDS} } }`;
    expect((await cashier.ask(queue))["paymentsToConfirm"]?.["nodes"]).toContainEqual(
      expect.objectContaining({ id: begun.id, customerName: "林晓", availableActions: ["CONFIRM", "REJECT"] }),
    );
    const { payment } = await cashier.do(CONFIRM, confirmation(shown));
    expect(payment).toMatchObject({ state: "CONFIRMED", receivedAmount: "6000", availableActions: [] });
    expect(await readOrder(order)).toMatchObject({
      state: "IN_DELIVERY",
      moneyState: "PAID_TO_PLAN",
      paid: "6000",
      due: "0",
    });
    expect(await ticketsOf(world, order)).toBe(2);
    expect([await booked(world, order, "1002"), await booked(world, order, "2203")]).toEqual([6_000, -6_000]);
    const kinds = ((await readOrder(order))["timeline"] as unknown as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(["ORDER_PLACED", "PAYMENT_STARTED", "SLIP_UPLOADED", "PAYMENT_RECEIVED", "DELIVERY_STARTED"]);
  });

  it("lets the customer show another slip after a rejection that says why", async () => {
    const order = await anOrder();
    const shown = await withSlip(order);
    const refuse = { paymentId: shown.id, version: shown.version, reason: "看不清金额" };
    expect(await cashier.refusal(REJECT, { ...refuse, reason: "  " })).toBe("REASON_REQUIRED");
    const { payment } = await cashier.do(REJECT, refuse);
    expect(payment).toMatchObject({ state: "REJECTED", reason: "看不清金额" });
    const again = await withSlip(order);
    expect(again).toMatchObject({ id: shown.id, state: "SLIP_UPLOADED", reason: null });
    await cashier.do(CONFIRM, confirmation(again));
    expect((await readOrder(order))["state"]).toBe("IN_DELIVERY");
  });

  it("takes less as a part, keeps the gate closed, and opens it with the rest", async () => {
    const order = await anOrder();
    await cashier.do(CONFIRM, confirmation(await withSlip(order), { receivedAmount: "2500" }));
    expect(await readOrder(order)).toMatchObject({ state: "CONFIRMED", paid: "2500", due: "3500" });
    expect(await ticketsOf(world, order)).toBe(0);
    const rest = await withSlip(order);
    expect(rest.amount).toBe("3500");
    await cashier.do(CONFIRM, confirmation(rest));
    expect(await readOrder(order)).toMatchObject({ state: "IN_DELIVERY", paid: "6000", due: "0" });
  });

  it("keeps what is too much as the customer's credit and tells so", async () => {
    const order = await anOrder();
    await cashier.do(CONFIRM, confirmation(await withSlip(order), { receivedAmount: "6500" }));
    const page = await readOrder(order);
    expect(page).toMatchObject({ paid: "6000", due: "0" });
    expect(page["timeline"]).toContainEqual(
      expect.objectContaining({ kind: "CUSTOMER_CREDITED", amount: "500", detail: "OVERPAID", money: true }),
    );
    expect(await booked(world, order, "2241.C")).toBe(-500);
  });

  it("lets one of two cashiers win and posts once", async () => {
    const order = await anOrder();
    const shown = await withSlip(order);
    const other = await aStaff(world, ["payments.read", "payments.confirm"]);
    const answers = await Promise.all([
      cashier.ask(CONFIRM, { input: confirmation(shown) }),
      other.ask(CONFIRM, { input: confirmation(shown) }),
    ]);
    const codes = answers.flatMap(
      (answer) => answer["confirmBankPayment"]?.["userErrors"] as unknown as { code: string }[],
    );
    expect(codes.map(({ code }) => code)).toEqual(["STALE_VERSION"]);
    expect(await booked(world, order, "1002")).toBe(6_000);
    expect(await ticketsOf(world, order)).toBe(2);
  });

  it("takes each transfer of the bank once, for one payment only", async () => {
    const [one, two] = [await anOrder(), await anOrder()];
    const used = confirmation(await withSlip(one));
    await cashier.do(CONFIRM, used);
    const again = confirmation(await withSlip(two), { bankReference: ` ${used.bankReference} ` });
    expect(await cashier.refusal(CONFIRM, again)).toBe("VALIDATION");
    expect((await readOrder(two))["paid"]).toBe("0");
  });

  it("refuses to confirm without a slip, without money, twice, and what is not a transfer", async () => {
    const order = await anOrder();
    const begun = await start(order, "BANK_TRANSFER");
    expect(await cashier.refusal(CONFIRM, confirmation(begun))).toBe("SLIP_MISSING");
    const shown = await withSlip(order);
    expect(await cashier.refusal(CONFIRM, confirmation(shown, { receivedAmount: "0" }))).toBe("VALIDATION");
    expect(await cashier.refusal(CONFIRM, confirmation(shown, { bankReference: "x" }))).toBe("VALIDATION");
    expect(await cashier.refusal(CONFIRM, confirmation(shown, { version: 9 }))).toBe("STALE_VERSION");
    const { payment } = await cashier.do(CONFIRM, confirmation(shown));
    const done = payment as unknown as SeenPayment;
    expect(await cashier.refusal(CONFIRM, confirmation(done))).toBe("INVALID_STATE");
    expect(await cashier.refusal(CONFIRM, confirmation({ ...done, id: "AAAAAAAAAAAAAAAAAAAAAA" }))).toBe("NOT_FOUND");
    const online = await start(await anOrder(), "TEST_CHANNEL");
    expect(await cashier.refusal(CONFIRM, confirmation(online))).toBe("INVALID_STATE");
  });

  it("takes no slip of another, of another purpose, or for another's payment", async () => {
    const order = await anOrder();
    const begun = await start(order, "BANK_TRANSFER");
    const stranger = await aCustomer(world);
    const { body: theirs } = await stranger.upload("SLIP", await aPicture());
    const { body: review } = await order.customer.upload("REVIEW", await aPicture());
    const input = { paymentId: begun.id, version: begun.version };
    expect(await order.customer.refusal(SLIP, { ...input, fileId: theirs["id"] })).toBe("NOT_FOUND");
    expect(await order.customer.refusal(SLIP, { ...input, fileId: review["id"] })).toBe("NOT_FOUND");
    expect(await stranger.refusal(SLIP, { ...input, fileId: theirs["id"] })).toBe("NOT_FOUND");
  });

  it("is confirmed by cashiers only, and shown to its payer and staff who read payments", async () => {
    const order = await anOrder();
    const shown = await withSlip(order);
    const input = confirmation(shown);
    expect(await (await aStaff(world, ["payments.read"])).error(CONFIRM, { input })).toBe("FORBIDDEN");
    expect(await order.customer.error(CONFIRM, { input })).toBe("FORBIDDEN");
    expect(await (await aSupplier(world)).owner.error(CONFIRM, { input })).toBe("FORBIDDEN");
    expect(await world.stranger().error(CONFIRM, { input })).toBe("UNAUTHENTICATED");
    const PAYMENT = `query($id: ID!) { payment(id: $id) { id availableActions } }`;
    expect(await order.customer.ask(PAYMENT, { id: shown.id })).toMatchObject({ payment: { id: shown.id } });
    expect(await (await aStaff(world, ["payments.read"])).ask(PAYMENT, { id: shown.id })).toEqual({
      payment: { id: shown.id, availableActions: [] },
    });
    expect(await (await aCustomer(world)).ask(PAYMENT, { id: shown.id })).toEqual({ payment: null });
    expect(await (await aStaff(world, ["orders.read"])).ask(PAYMENT, { id: shown.id })).toEqual({ payment: null });
  });
});

describe("beginning to pay", () => {
  it("takes up the attempt that still waits, so the reference stays the same", async () => {
    const order = await anOrder();
    expect((await start(order, "BANK_TRANSFER")).id).toBe((await start(order, "BANK_TRANSFER")).id);
    expect((await start(order, "TEST_CHANNEL")).id).toBe((await start(order, "TEST_CHANNEL")).id);
  });

  it("refuses what is paid, closed, another's or unknown", async () => {
    const order = await anOrder();
    const input = { tender: "BANK_TRANSFER", idempotencyKey: newId() };
    const refusal = (actor: Actor, instalmentId: string | undefined): Promise<string> =>
      actor.refusal(START, { ...input, instalmentId });
    expect(await refusal(await aCustomer(world), gateOf(order))).toBe("NOT_FOUND");
    expect(await refusal(order.customer, "AAAAAAAAAAAAAAAAAAAAAA")).toBe("NOT_FOUND");
    await payByTransfer(world, order);
    expect(await refusal(order.customer, gateOf(order))).toBe("NOTHING_DUE");
    const closed = await anOrder();
    await closed.customer.do(CANCEL, { orderId: closed.orderId, version: 1, reason: "不要了" });
    expect(await refusal(closed.customer, gateOf(closed))).toBe("NOTHING_DUE");
  });

  it("closes other attempts that wait when the instalment is paid", async () => {
    const order = await anOrder();
    const online = await start(order, "TEST_CHANNEL");
    await cashier.do(CONFIRM, confirmation(await withSlip(order)));
    const { payment } = await order.customer.ask(`query($id: ID!) { payment(id: $id) { state payUrl } }`, {
      id: online.id,
    });
    expect(payment).toEqual({ state: "EXPIRED", payUrl: null });
  });
});

describe("an order with a slip at the cashier's", () => {
  it("does not expire while the slip waits, and does when it was rejected", async () => {
    const order = await anOrder();
    const waiting = await withSlip(order);
    world.clock.advance(73 * HOUR);
    await world.settle();
    expect((await readOrder(order))["state"]).toBe("CONFIRMED");
    const morning = await aStaff(world, ["payments.confirm"]);
    await morning.do(REJECT, { paymentId: waiting.id, version: waiting.version, reason: "查无此款" });
    world.clock.advance(13 * HOUR);
    await world.settle();
    expect((await readOrder(order))["state"]).toBe("EXPIRED");
  });
});

describe("instalments after the first", () => {
  it("fall due when work starts, when all is accepted, and days after that, once each", async () => {
    const part = { shareBasisPoints: 2_500, nature: "PROGRESS", gate: false } as const;
    const plan = [
      step({ ...part, name: "首付款", nameEn: "First", trigger: "ON_ORDER", gate: true }),
      step({ ...part, name: "进场款", nameEn: "Start", trigger: "ON_TICKETS_STARTED" }),
      step({ ...part, name: "验收款", nameEn: "Acceptance", trigger: "ON_ACCEPTANCE" }),
      step({ ...part, name: "质保金", nameEn: "Retention", trigger: "AFTER_DAYS", afterDays: 10 }),
    ];
    const itemId = await anItem(world);
    await aSupplier(world, { services: [{ itemId }] });
    const order = await aPaidOrder(world, {
      product: await aPublishedProduct(world, { components: [{ itemId }], plan }),
    });
    const { platform, courier } = world.server;
    const fire = (trigger: FiredTrigger) => platform.work.run(SYSTEM, (tx) => fireTrigger(tx, order.orderId, trigger));
    const states = async (): Promise<string[]> =>
      ((await readOrder(order))["instalments"] as unknown as { state: string }[]).map(({ state }) => state);
    await fire("ON_TICKETS_STARTED");
    await fire("ON_TICKETS_STARTED");
    expect(await states()).toEqual(["PAID", "DUE", "PLANNED", "PLANNED"]);
    await fire("ON_ACCEPTANCE");
    await fire("ON_ACCEPTANCE");
    expect(await states()).toEqual(["PAID", "DUE", "DUE", "PLANNED"]);
    world.clock.advance(10 * DAY - HOUR);
    await courier.drain();
    expect((await states())[3]).toBe("PLANNED");
    world.clock.advance(2 * HOUR);
    await courier.drain();
    expect((await states())[3]).toBe("DUE");
    const told = ((await readOrder(order))["timeline"] as unknown as { kind: string; subject: string }[]).filter(
      ({ kind }) => kind === "INSTALMENT_DUE",
    );
    expect(told.map(({ subject }) => subject)).toEqual(["进场款", "验收款", "质保金"]);
  });
});

describe("amounts on the wire", () => {
  it("are whole fen as text, nothing else", async () => {
    const input = confirmation(await withSlip(await anOrder()));
    expect(await cashier.error(CONFIRM, { input: { ...input, receivedAmount: "1.5" } })).toBe("BAD_USER_INPUT");
    expect(await cashier.error(CONFIRM, { input: { ...input, receivedAmount: 100 } })).toBe("BAD_USER_INPUT");
  });
});
