import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { HOUR } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor, Data } from "./kit/actor.js";
import { countRows, wishFor } from "./kit/counter.js";
import { aStaff, aSupplier, CHANGSHA } from "./kit/makers-catalogue.js";
import { aCustomer, aPaidOrder, aPlacedOrder, aSellableProduct, type MadeOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const PLACE = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) {
  order { id no state total lines { itemName amount } } price { total hash } userErrors { code field data } } }`;
const CANCEL = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) {
  order { state moneyState instalments { state } timeline { kind detail } } userErrors { code } } }`;
const ORDER = `query($id: ID!) { order(id: $id) { id no state moneyState total paid due version seq productTitle
  region { code name } address contactName contactPhone note inputs { code }
  lines { itemName quantity unitPrice amount stage chosenByPlatform supplier { id name } }
  instalments { seq name trigger gate amount paid state dueAt } timeline { seq kind money amount subject } } }`;
const STAFF_ORDER = `query($id: ID!) { staffOrder(id: $id) { no cost margin customer { displayName login phone }
  lines { amount costAmount } payments { no } ledger { no } timeline { kind } } }`;

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  staff = await aStaff(world);
});
afterAll(() => world.close());

const read = async (order: MadeOrder): Promise<Data> =>
  (await order.customer.ask(ORDER, { id: order.orderId }))["order"] as Data;

describe("placing an order", () => {
  it("freezes what was priced, confirms it at once and asks for the first instalment", async () => {
    const customer = await aCustomer(world);
    const { order } = await customer.do(PLACE, await wishFor(customer, product.productId));
    expect(order).toMatchObject({ state: "CONFIRMED", total: "20000" });
    expect(order?.["no"]).toMatch(/^SO20261120-[0-9A-Z]{6}$/);
    const { order: page } = await customer.ask(ORDER, { id: order?.["id"] });
    expect(page).toMatchObject({
      moneyState: "UNPAID",
      paid: "0",
      due: "6000",
      version: 1,
      seq: 1,
      region: { code: CHANGSHA, name: "长沙市" },
      lines: [
        { itemName: "水电改造", amount: "10000", stage: 1, chosenByPlatform: true },
        { itemName: "开荒保洁", amount: "10000", stage: 2, chosenByPlatform: true },
      ],
      instalments: [
        { seq: 1, amount: "6000", paid: "0", state: "DUE", gate: true, dueAt: "2026-11-20T02:00:00.000Z" },
        { seq: 2, amount: "14000", paid: "0", state: "PLANNED", gate: false, dueAt: null },
      ],
      timeline: [{ kind: "ORDER_PLACED", amount: "20000", subject: "焕新套餐", money: false }],
    });
  });

  it("makes one order of two identical submits at the same moment", async () => {
    const customer = await aCustomer(world);
    const wish = await wishFor(customer, product.productId);
    const before = await countRows(world, "orders");
    const [one, two] = await Promise.all([customer.do(PLACE, wish), customer.do(PLACE, wish)]);
    expect(one["order"]?.["id"]).toBe(two["order"]?.["id"]);
    expect(await countRows(world, "orders")).toBe(before + 1);
  });

  it("keeps nothing when the price moved, tells the new one and takes it under the same key", async () => {
    const customer = await aCustomer(world);
    const wish = await wishFor(customer, product.productId);
    const cheaper = await aSupplier(world, {
      services: product.itemIds.map((itemId) => ({ itemId, salePrice: 9_000, costPrice: 6_000 })),
    });
    const before = await countRows(world, "orders");
    const { placeOrder } = await customer.ask(PLACE, { input: wish });
    expect(placeOrder).toMatchObject({
      order: null,
      price: { total: "18000" },
      userErrors: [{ code: "PRICE_CHANGED" }],
    });
    expect(await countRows(world, "orders")).toBe(before);
    const { total, hash } = found(placeOrder)["price"] as unknown as { total: string; hash: string };
    const { order } = await customer.do(PLACE, { ...wish, expectedTotal: total, expectedHash: hash });
    expect(order).toMatchObject({ total: "18000" });
    await world.server.platform.work.run({ kind: "system" }, (tx) =>
      tx.run("UPDATE suppliers SET state = 'PAUSED' WHERE id = ?", [cheaper.supplierId]),
    );
  });

  it("stays as it was agreed when the supplier's price changes later", async () => {
    const order = await aPlacedOrder(world, { product });
    await world.server.platform.work.run({ kind: "system" }, (tx) =>
      tx.run("UPDATE supplier_services SET salePrice = salePrice + 1000 WHERE supplierId = ?", [product.supplierId]),
    );
    expect(await read(order)).toMatchObject({
      total: "20000",
      lines: [{ unitPrice: "10000" }, { unitPrice: "10000" }],
    });
    await world.server.platform.work.run({ kind: "system" }, (tx) =>
      tx.run("UPDATE supplier_services SET salePrice = salePrice - 1000 WHERE supplierId = ?", [product.supplierId]),
    );
  });

  it.each([
    ["a wrong total", { expectedTotal: "1" }, "PRICE_CHANGED"],
    ["a wrong hash", { expectedHash: "x" }, "PRICE_CHANGED"],
    ["a product that is gone", { productId: "AAAAAAAAAAAAAAAAAAAAAA" }, "PRODUCT_NOT_AVAILABLE"],
    ["a region without service", { regionCode: "110100" }, "REGION_NOT_SERVED"],
    ["no contact", { contactName: "  " }, "VALIDATION"],
    ["no phone number", { contactPhone: "call me" }, "VALIDATION"],
    ["no address", { address: "" }, "VALIDATION"],
    ["a note without end", { note: "x".repeat(501) }, "VALIDATION"],
    ["an unknown question", { inputs: [{ code: "PRICE", value: "1" }] }, "VALIDATION"],
  ])("refuses %s", async (_case, change, code) => {
    const customer = await aCustomer(world);
    const before = await countRows(world, "orders");
    expect(await customer.refusal(PLACE, await wishFor(customer, product.productId, change))).toBe(code);
    expect(await countRows(world, "orders")).toBe(before);
  });

  it("is for customers: strangers, suppliers and staff are turned away", async () => {
    const input = await wishFor(world.stranger(), product.productId);
    const { owner } = await aSupplier(world);
    expect(await world.stranger().error(PLACE, { input })).toBe("UNAUTHENTICATED");
    expect(await owner.error(PLACE, { input })).toBe("FORBIDDEN");
    expect(await staff.error(PLACE, { input })).toBe("FORBIDDEN");
  });

  it("takes 18 statements whatever is in it: 1 key, 7 reads, 5 inserts of rows, 1 clock, 3 for facts, 1 answer", async () => {
    const seen = await world.statements(() => aPlacedOrder(world, { product }));
    const from = seen.findIndex((text) => text.includes("idempotency_keys"));
    const until = seen.findIndex((text) => text.includes("INSERT INTO facts"));
    expect(seen.slice(from, until + 1).filter((text) => !/^(START|SET|BEGIN|COMMIT)/.test(text))).toHaveLength(18);
  });
});

describe("reading orders", () => {
  it("answers a stranger's, another customer's and a missing order alike", async () => {
    const order = await aPlacedOrder(world, { product });
    const other = await aCustomer(world);
    expect(await other.ask(ORDER, { id: order.orderId })).toEqual({ order: null });
    expect(await other.ask(ORDER, { id: "AAAAAAAAAAAAAAAAAAAAAA" })).toEqual({ order: null });
    expect(await world.stranger().error(ORDER, { id: order.orderId })).toBe("UNAUTHENTICATED");
    const { owner } = await aSupplier(world);
    expect(await owner.error(ORDER, { id: order.orderId })).toBe("FORBIDDEN");
    const byNo = "query($no: String!) { orderByNo(no: $no) { id } }";
    expect(await order.customer.ask(byNo, { no: order.no.toLowerCase() })).toEqual({
      orderByNo: { id: order.orderId },
    });
    expect(await other.ask(byNo, { no: order.no })).toEqual({ orderByNo: null });
  });

  it("lists a customer's own, newest first, page by page, with the same statements for one as for five", async () => {
    const customer = await aCustomer(world);
    const list = `query($after: String, $first: Int) { myOrders(first: $first, after: $after) {
      nodes { id moneyState paid due lines { supplier { name } } instalments { state payments { no } } }
      pageInfo { hasNextPage endCursor } } }`;
    await aPlacedOrder(world, { product, customer });
    const forOne = await world.statements(() => customer.ask(list));
    const made: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      world.clock.advance(1_000);
      made.push((await aPlacedOrder(world, { product, customer })).orderId);
    }
    const forFive = await world.statements(() => customer.ask(list));
    expect(forFive.length).toBe(forOne.length);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { myOrders } = await customer.ask(list, { first: 2, after });
      seen.push(...(found(myOrders)["nodes"] as unknown as { id: string }[]).map(({ id }) => id));
      after = (found(myOrders)["pageInfo"] as unknown as { endCursor: string }).endCursor;
    }
    expect(seen.slice(0, 4)).toEqual([...made].reverse());
    expect(new Set(seen).size).toBe(5);
  });

  it("filters a customer's orders by state", async () => {
    const customer = await aCustomer(world);
    const paid = await aPaidOrder(world, { product, customer });
    await aPlacedOrder(world, { product, customer });
    const list = "query($state: OrderState) { myOrders(state: $state) { nodes { id } } }";
    const { myOrders } = await customer.ask(list, { state: "IN_DELIVERY" });
    expect(myOrders?.["nodes"]).toEqual([{ id: paid.orderId }]);
  });

  it("lets staff find an order by the beginning of its number, name or phone", async () => {
    const order = await aPlacedOrder(world, { product });
    const list = "query($search: String) { staffOrders(search: $search) { nodes { id } } }";
    const find = async (search: string): Promise<unknown> =>
      (await staff.ask(list, { search }))["staffOrders"]?.["nodes"];
    expect(await find(order.no)).toEqual([{ id: order.orderId }]);
    expect(await find(order.no.slice(0, -1).toLowerCase())).toContainEqual({ id: order.orderId });
    expect(await find("1380000")).toContainEqual({ id: order.orderId });
    expect(await find("%")).toEqual([]);
  });

  it("shows cost, margin, payments and books only to staff who may see them", async () => {
    const order = await aPaidOrder(world, { product });
    const { staffOrder: full } = await staff.ask(STAFF_ORDER, { id: order.orderId });
    expect(full).toMatchObject({ cost: "14000", margin: "6000", customer: { displayName: "林晓" } });
    expect(full?.["lines"]).toEqual([
      { amount: "10000", costAmount: "7000" },
      { amount: "10000", costAmount: "7000" },
    ]);
    expect(full?.["payments"]).toHaveLength(1);
    expect(full?.["ledger"]).toHaveLength(1);
    const clerk = await aStaff(world, ["orders.read"]);
    const { staffOrder: bare } = await clerk.ask(STAFF_ORDER, { id: order.orderId });
    expect(bare).toMatchObject({ cost: null, margin: null, payments: [], ledger: [] });
    expect(bare?.["lines"]).toMatchObject([{ costAmount: null }, { costAmount: null }]);
    expect(await (await aStaff(world, ["catalogue.read"])).error(STAFF_ORDER, { id: order.orderId })).toBe("FORBIDDEN");
    expect(await order.customer.error(STAFF_ORDER, { id: order.orderId })).toBe("FORBIDDEN");
  });
});

describe("cancelling and expiring", () => {
  const cancel = (order: MadeOrder, change: Record<string, unknown> = {}) => ({
    orderId: order.orderId,
    version: 1,
    reason: "改变主意",
    ...change,
  });

  it("closes an unpaid order with its instalments and tells why", async () => {
    const order = await aPlacedOrder(world, { product });
    const { order: closed } = await order.customer.do(CANCEL, cancel(order));
    expect(closed).toMatchObject({ state: "CANCELLED", moneyState: "UNPAID" });
    expect(closed?.["instalments"]).toEqual([{ state: "VOID" }, { state: "VOID" }]);
    expect(closed?.["timeline"]).toContainEqual({ kind: "ORDER_CANCELLED", detail: "改变主意" });
    expect(await order.customer.refusal(CANCEL, cancel(order, { version: 2 }))).toBe("INVALID_STATE");
  });

  it("refuses a stale version, no reason and somebody else's", async () => {
    const order = await aPlacedOrder(world, { product });
    expect(await order.customer.refusal(CANCEL, cancel(order, { version: 7 }))).toBe("STALE_VERSION");
    expect(await order.customer.refusal(CANCEL, cancel(order, { reason: " " }))).toBe("REASON_REQUIRED");
    expect(await (await aCustomer(world)).refusal(CANCEL, cancel(order))).toBe("NOT_FOUND");
  });

  it("ends a paid order before any work began, with everything back and its tickets cancelled", async () => {
    const paid = await aPaidOrder(world, { product });
    const { version } = (await read(paid)) as unknown as { version: number };
    await paid.customer.do(CANCEL, cancel(paid, { version }));
    expect(await read(paid)).toMatchObject({ state: "CANCELLED" });
    const { read: sql } = world.server.platform.database;
    expect((await ticketsOf(sql, [paid.orderId])).map(({ state }) => state)).toEqual(["CANCELLED", "CANCELLED"]);
    const owed = await sql.query<{ owed: number }>(
      "SELECT SUM(credit) - SUM(debit) AS owed FROM postings WHERE orderId = ? AND account = '2241.R'",
      [paid.orderId],
    );
    expect(Number(owed[0]?.owed)).toBe(paid.instalments.reduce((sum, { paid: one }) => sum + one, 0));
  });

  it("expires an order that nothing was paid for in three days, and no other", async () => {
    const unpaid = await aPlacedOrder(world, { product });
    const paid = await aPaidOrder(world, { product });
    world.clock.advance(71 * HOUR);
    await world.settle();
    expect((await read(unpaid))["state"]).toBe("CONFIRMED");
    world.clock.advance(2 * HOUR);
    await world.settle();
    expect(await read(unpaid)).toMatchObject({ state: "EXPIRED", instalments: [{ state: "VOID" }, { state: "VOID" }] });
    expect((await read(paid))["state"]).not.toBe("EXPIRED");
  });
});
