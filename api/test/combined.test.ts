import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { expirePaymentGroup } from "../src/payments/expire-payment-group.flow.js";
import { paymentByNo } from "../src/payments/payment.store.js";
import { receivePayment } from "../src/payments/receive-payment.flow.js";
import type { Actor, Data } from "./kit/actor.js";
import {
  booked,
  CONFIRM,
  confirmation,
  gateOf,
  readOrder,
  type SeenPayment,
  SLIP,
  START,
  start,
  ticketsOf,
  withSlip,
} from "./kit/cash-desk.js";
import { aCustomer, aStaff } from "./kit/makers-catalogue.js";
import { aPicture, aPlacedOrder, aSellableProduct, type MadeOrder } from "./kit/makers-orders.js";
import { kindsOf, NOTICES } from "./kit/service-account.js";
import { openWorld, type World } from "./kit/world.js";

const COMBINE = `mutation($input: CombinePaymentInput!) { combinePayment(input: $input) {
  group { id amount state expiresAt version parts { id no tender amount state version } } userErrors { code field data } } }`;
const GIVE_UP = `mutation($input: CancelCombinedPaymentInput!) { cancelCombinedPayment(input: $input) {
  group { state parts { tender state } } userErrors { code } } }`;
const BOOK = `mutation($input: BookMismatchedInput!) { bookMismatched(input: $input) {
  payment { state receivedAmount } userErrors { code } } }`;
const BY_CREDIT = `mutation($input: PayByCreditInput!) { payByCredit(input: $input) { userErrors { code } } }`;
const UNDER_WAY = `query($id: ID!) { order(id: $id) { instalments { combined { id state } } } }`;

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let cashier: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  cashier = await aStaff(world, ["payments.read", "payments.confirm"]);
});
afterAll(() => world.close());

interface Group {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly parts: readonly (SeenPayment & { readonly tender: string })[];
}

const codesOf = (payload: Data): string[] =>
  (payload["userErrors"] as unknown as { code: string }[]).map(({ code }) => code);
const payload = async (actor: Actor, document: string, input: unknown): Promise<Data> =>
  found(Object.values(await actor.ask(document, { input }))[0]) as Data;
const credit = async (order: MadeOrder): Promise<unknown> => (await order.customer.ask("{ myCredit }"))["myCredit"];

/** An unpaid order (60.00 due) of a customer who has 40.00 of credit. */
async function anOrder(): Promise<MadeOrder> {
  const customer = await aCustomer(world);
  const before = await withSlip(await aPlacedOrder(world, { product, customer }));
  await cashier.do(CONFIRM, confirmation(before, { receivedAmount: "10000" }));
  return aPlacedOrder(world, { product, customer });
}
const THREE = [
  { tender: "CREDIT", amount: "500" },
  { tender: "TEST_CHANNEL", amount: "4000" },
  { tender: "BANK_TRANSFER", amount: "1500" },
];
const wish = (order: MadeOrder, parts: unknown = THREE) => ({
  instalmentId: gateOf(order),
  parts,
  idempotencyKey: newId(),
});
const combine = async (order: MadeOrder, parts: unknown = THREE): Promise<Group> =>
  (await order.customer.do(COMBINE, wish(order, parts)))["group"] as unknown as Group;
const partBy = (group: Group, tender: string) => found(group.parts.find((part) => part.tender === tender));
const tell = (no: string, amount: number, currency = "CNY") =>
  receivePayment(world.server.platform, {
    provider: "TEST_CHANNEL",
    providerTxnId: newId(),
    paymentNo: no,
    amount,
    currency,
    outcome: "SUCCEEDED",
  } as never);

async function slipFor(order: MadeOrder, part: SeenPayment): Promise<SeenPayment> {
  const { body } = await order.customer.upload("SLIP", await aPicture());
  const done = await order.customer.do(SLIP, { paymentId: part.id, fileId: body["id"], version: part.version });
  return done["payment"] as unknown as SeenPayment;
}

describe("paying one instalment by several ways", () => {
  it("holds the credit first, takes it with the last part, and only then opens the work", async () => {
    const order = await anOrder();
    const group = await combine(order);
    expect(group).toMatchObject({ state: "OPEN", amount: "6000" });
    expect(await credit(order)).toBe("3500");
    const page = await start(order, "TEST_CHANNEL");
    expect(page).toMatchObject({ id: partBy(group, "TEST_CHANNEL").id, amount: "4000", state: "PENDING" });
    await tell(page.no, 4_000);
    expect([await ticketsOf(world, order), (await readOrder(order))["paid"]]).toEqual([0, "4000"]);
    const slip = await slipFor(order, partBy(group, "BANK_TRANSFER"));
    await cashier.do(CONFIRM, confirmation(slip));
    expect(await readOrder(order)).toMatchObject({ state: "IN_DELIVERY", paid: "6000" });
    expect(await ticketsOf(world, order)).toBe(2);
    const accounts = ["2241.C", "1012.TEST", "1002", "2203"].map((account) => booked(world, order, account));
    expect(await Promise.all(accounts)).toEqual([500, 4_000, 1_500, -6_000]);
    expect(await credit(order)).toBe("3500");
  });

  it("frees the credit when it does not come together in time; money that comes later is not lost", async () => {
    const order = await anOrder();
    const parts = [THREE[0], { tender: "TEST_CHANNEL", amount: "5500" }];
    const group = await combine(order, parts);
    const page = await start(order, "TEST_CHANNEL");
    world.clock.advance(31 * MINUTE);
    await world.settle();
    expect(await credit(order)).toBe("4000");
    const shown = await order.customer.ask(UNDER_WAY, { id: order.orderId });
    expect(JSON.stringify(shown)).not.toContain(group.id);
    await tell(page.no, 5_500);
    expect(await readOrder(order)).toMatchObject({ paid: "5500", due: "500" });
    expect(await credit(order)).toBe("4000");
  });

  it("tells its customer once when its time ran out, and not when they gave it up themselves", async () => {
    const parts = [THREE[0], { tender: "TEST_CHANNEL", amount: "5500" }];
    const [late, given] = [await anOrder(), await anOrder()];
    const group = await combine(late, parts);
    const { id, version } = await combine(given, parts);
    await given.customer.do(GIVE_UP, { groupId: id, version });
    world.clock.advance(31 * MINUTE);
    await world.settle();
    await Promise.all([group.id, id].map((each) => expirePaymentGroup(world.server.platform, each)));
    await world.settle();
    const told = async ({ customer }: MadeOrder) =>
      kindsOf(await customer.ask(NOTICES, { first: 100 })).filter((kind) => kind === "COMBINED_PAYMENT_RELEASED");
    expect(await told(late)).toHaveLength(1);
    expect(await told(given)).toEqual([]);
  });

  it("waits for the cashier while a slip is there", async () => {
    const order = await anOrder();
    const group = await combine(order);
    await slipFor(order, partBy(group, "BANK_TRANSFER"));
    await expirePaymentGroup(world.server.platform, group.id);
    expect(await credit(order)).toBe("3500");
  });

  it("is given up by its customer: what was held is free, what was paid stays paid", async () => {
    const order = await anOrder();
    const group = await combine(order);
    await tell(partBy(group, "TEST_CHANNEL").no, 4_000);
    const input = { groupId: group.id, version: group.version };
    expect(codesOf(await payload(await aCustomer(world), GIVE_UP, input))).toEqual(["NOT_FOUND"]);
    const done = await payload(order.customer, GIVE_UP, input);
    expect(done["group"]).toMatchObject({ state: "RELEASED" });
    expect([await credit(order), (await readOrder(order))["paid"]]).toEqual(["4000", "4000"]);
    expect(codesOf(await payload(order.customer, GIVE_UP, input))).toEqual(["STALE_VERSION"]);
  });

  it("takes its last part or is given up, never both, when the two meet", async () => {
    const order = await anOrder();
    const group = await combine(order, [THREE[0], { tender: "TEST_CHANNEL", amount: "5500" }]);
    world.clock.advance(HOUR);
    await Promise.all([
      tell(partBy(group, "TEST_CHANNEL").no, 5_500),
      expirePaymentGroup(world.server.platform, group.id),
    ]);
    const paid = (await readOrder(order))["paid"];
    expect(["5500", "6000"]).toContain(paid);
    expect(await credit(order)).toBe(paid === "6000" ? "3500" : "4000");
  });

  it("pays a chosen part of an instalment and says what remains", async () => {
    const order = await anOrder();
    const group = await combine(order, [{ tender: "BANK_TRANSFER", amount: "1000" }]);
    await cashier.do(CONFIRM, confirmation(await slipFor(order, partBy(group, "BANK_TRANSFER"))));
    expect(await readOrder(order)).toMatchObject({ paid: "1000", due: "5000" });
  });

  it("does not let two hold the same credit, nor what is held be spent", async () => {
    const order = await anOrder();
    const other = await aPlacedOrder(world, { product, customer: order.customer });
    const parts = [
      { tender: "CREDIT", amount: "3000" },
      { tender: "BANK_TRANSFER", amount: "1000" },
    ];
    const both = await Promise.all([order, other].map((each) => payload(each.customer, COMBINE, wish(each, parts))));
    expect(both.flatMap(codesOf)).toEqual(["CREDIT_TOO_LOW"]);
    const spend = { instalmentId: gateOf(other), amount: "2000", idempotencyKey: newId() };
    expect(codesOf(await payload(order.customer, BY_CREDIT, spend))).toEqual(["CREDIT_TOO_LOW"]);
    expect(await credit(order)).toBe("1000");
  });

  it("replaces one that was put together before", async () => {
    const order = await anOrder();
    const first = await combine(order);
    await combine(order, [{ tender: "BANK_TRANSFER", amount: "6000" }]);
    expect(await credit(order)).toBe("4000");
    const late = await payload(order.customer, GIVE_UP, { groupId: first.id, version: first.version + 1 });
    expect(codesOf(late)).toEqual(["INVALID_STATE"]);
  });

  it.each([
    ["nothing", []],
    ["credit alone", [{ tender: "CREDIT", amount: "100" }]],
    ["one way twice", [THREE[1], THREE[1]]],
    ["more than is open", [{ tender: "BANK_TRANSFER", amount: "6001" }]],
    ["a part of nothing", [THREE[1], { tender: "BANK_TRANSFER", amount: "0" }]],
    ["cash", [{ tender: "CASH", amount: "100" }]],
  ])("is refused for %s", async (_, parts) => {
    const order = await anOrder();
    expect(codesOf(await payload(order.customer, COMBINE, wish(order, parts)))).toEqual(["VALIDATION"]);
    expect(await credit(order)).toBe("4000");
  });

  it("is for one's own order, once per key", async () => {
    const order = await anOrder();
    expect(codesOf(await payload(await aCustomer(world), COMBINE, wish(order)))).toEqual(["NOT_FOUND"]);
    const input = wish(order);
    const first = await payload(order.customer, COMBINE, input);
    expect(await payload(order.customer, COMBINE, input)).toEqual(first);
    const other = { ...input, parts: [THREE[2]] };
    expect(codesOf(await payload(order.customer, COMBINE, other))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(await credit(order)).toBe("3500");
  });
});

describe("channel money that did not fit", () => {
  async function aMismatch(): Promise<{ order: MadeOrder; id: string; version: number }> {
    const order = await aPlacedOrder(world, { product });
    const page = (
      await order.customer.do(START, { instalmentId: gateOf(order), tender: "TEST_CHANNEL", idempotencyKey: newId() })
    )["payment"] as unknown as SeenPayment;
    await tell(page.no, 5_000);
    const { id, version } = found(await paymentByNo(world.server.platform.database.read, page.no));
    return { order, id, version };
  }
  const clear = ({ id, version }: { id: string; version: number }, change = {}) => ({
    paymentId: id,
    version,
    receivedAmount: "5000",
    idempotencyKey: newId(),
    ...change,
  });

  it("is booked once by a cashier who cleared it: to the instalment, and what is more as credit", async () => {
    const short = await aMismatch();
    await cashier.do(BOOK, clear(short));
    expect(await readOrder(short.order)).toMatchObject({ paid: "5000", due: "1000" });
    const long = await aMismatch();
    await cashier.do(BOOK, clear(long, { receivedAmount: "7000" }));
    expect([await booked(world, long.order, "2241.C"), await ticketsOf(world, long.order)]).toEqual([-1_000, 2]);
  });

  it("goes to the faster of two cashiers, and to cashiers alone", async () => {
    const made = await aMismatch();
    const colleague = await aStaff(world, ["payments.confirm"]);
    const both = await Promise.all([cashier, colleague].map((each) => payload(each, BOOK, clear(made))));
    expect(both.flatMap(codesOf)).toEqual(["STALE_VERSION"]);
    expect(await booked(world, made.order, "1012.TEST")).toBe(5_000);
    expect(await made.order.customer.error(BOOK, { input: clear(made) })).toBe("FORBIDDEN");
    const next = await aMismatch();
    expect(codesOf(await payload(cashier, BOOK, clear(next, { receivedAmount: "0" })))).toEqual(["VALIDATION"]);
  });
});
