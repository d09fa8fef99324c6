import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { HOUR } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor } from "./kit/actor.js";
import { countRows } from "./kit/counter.js";
import {
  aCustomer,
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  CHANGSHA,
  type MadeProduct,
  type MadeSupplier,
} from "./kit/makers-catalogue.js";
import { bringTo, type MadeTicket } from "./kit/makers-fulfilment.js";
import { type CustomerActor, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const PRICE = `query($productId: ID!, $inputs: [InputValueInput!]!, $choices: [ComponentChoiceInput!]!) {
  priceProduct(productId: $productId, regionCode: "${CHANGSHA}", inputs: $inputs, choices: $choices) {
    price { total hash lines { itemName quantity } } userErrors { code data } } }`;
const PLACE = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) {
  order { id lines { itemName quantity stage } } userErrors { code field data } } }`;

const WIRING = "水电改造";
const CHECK = "隐蔽验收";
const TILES = "墙面铺砖";
const PAINT = "墙面乳胶漆";
const CLEANING = "开荒保洁";
const names = [WIRING, CHECK, TILES, PAINT, CLEANING] as const;
type Name = (typeof names)[number];

/** In hours; staff stay signed in meanwhile. */
const LAG = 3;
const WET = { code: "WET", label: "地面面积", labelEn: "Floor", kind: "NUMBER", unit: "㎡", required: true } as const;

let world: World;
let staff: Actor;
let supplier: MadeSupplier;
let product: MadeProduct;

/**
 * Wiring, then perhaps a check, then walls of tiles or of paint some hours later, then perhaps cleaning. How much wall there
 * is follows from the floor.
 */
beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  const itemIds: string[] = [];
  for (const name of names) itemIds.push(await anItem(world, { name }));
  supplier = await aSupplier(world, { services: itemIds.map((itemId) => ({ itemId, perDay: 50 })) });
  const item = (name: Name): string => found(itemIds[names.indexOf(name)]);
  const wall = { required: false, choiceGroup: "WALL", dependsOn: [2], lagHours: LAG } as const;
  product = await aPublishedProduct(world, {
    title: "卫生间翻新",
    inputs: [{ ...WET, min: 3, max: 30, options: [], hint: null }],
    choiceGroups: [{ code: "WALL", name: "墙面", nameEn: "Walls", min: 1, max: 1 }],
    components: [
      { itemId: item(WIRING), dependsOn: [] },
      { itemId: item(CHECK), required: false, selectedByDefault: false, dependsOn: [1] },
      { itemId: item(TILES), ...wall, selectedByDefault: true, quantityKind: "INPUT", quantityInput: "WET" },
      { itemId: item(PAINT), ...wall, selectedByDefault: false, quantityKind: "FORMULA", ...measured },
      { itemId: item(CLEANING), required: false, selectedByDefault: false, dependsOn: [3, 4] },
    ],
  });
});
const measured = { quantity: null, quantityFormula: "ceil(wet * 4.8)" } as const;
afterAll(() => world.close());

const choose = (wish: Partial<Record<Name, boolean>>) =>
  Object.entries(wish).map(([name, selected]) => ({
    componentId: found(product.componentIds[names.indexOf(name as Name)]),
    selected,
  }));
const inputs = [{ code: "WET", value: "5" }];

async function place(customer: Actor, wish: Partial<Record<Name, boolean>>): Promise<Record<string, unknown>> {
  const choices = choose(wish);
  const asked = await customer.ask(PRICE, { productId: product.productId, inputs, choices });
  const { price } = asked["priceProduct"] as { price: { total: string; hash: string } | null };
  return orderInput(choices, price ?? { total: "10000", hash: "no-price" });
}

const orderInput = (choices: readonly unknown[], price: { total: string; hash: string }) => ({
  ...{ productId: product.productId, regionCode: CHANGSHA, inputs, choices },
  ...{ contactName: "林晓", contactPhone: "13800000001", address: "岳麓区湘江中路 8 号" },
  ...{ expectedTotal: price.total, expectedHash: price.hash, idempotencyKey: newId() },
});

/** An order of these wishes, paid so far that its tickets are open, with them by the name of their item. */
async function paid(wish: Partial<Record<Name, boolean>>): Promise<Map<string, MadeTicket>> {
  const customer: CustomerActor = await aCustomer(world);
  const { order } = await customer.do(PLACE, await place(customer, wish));
  const orderId = String(order?.["id"]);
  await payByTransfer(world, { orderId, customer });
  const made = { order: { orderId, customer } as MadeOrder, customer, supplier, staff };
  const rows = await ticketsOf(world.server.platform.database.read, [orderId]);
  return new Map(rows.map((row) => [row.itemName, { ...made, ticketId: row.id }]));
}

async function states(tickets: ReadonlyMap<string, MadeTicket>): Promise<Record<string, string>> {
  await world.settle();
  const first = found([...tickets.values()][0]);
  const rows = await ticketsOf(world.server.platform.database.read, [first.order.orderId]);
  return Object.fromEntries(rows.map((row) => [row.itemName, row.state]));
}

const accepted = async (tickets: ReadonlyMap<string, MadeTicket>, name: Name): Promise<void> => {
  await world.settle();
  await bringTo(world, found(tickets.get(name)), "ACCEPTED");
};

describe("an order of an either-or", () => {
  it("has the member that was chosen, measured by its own expression, and not the other", async () => {
    const customer = await aCustomer(world);
    const { order } = await customer.do(PLACE, await place(customer, { [PAINT]: true }));
    expect(order?.["lines"]).toMatchObject([
      { itemName: WIRING, quantity: 1, stage: 1 },
      { itemName: PAINT, quantity: 24, stage: 2 },
    ]);
  });

  it("has what is preselected when its customer says nothing of it", async () => {
    const customer = await aCustomer(world);
    const { order } = await customer.do(PLACE, await place(customer, {}));
    expect(order?.["lines"]).toMatchObject([{ itemName: WIRING }, { itemName: TILES, quantity: 5 }]);
  });

  it.each([
    ["both members", { [TILES]: true, [PAINT]: true }, "VALIDATION"],
    ["neither member", { [TILES]: false, [PAINT]: false }, "VALIDATION"],
    ["what is required left out", { [WIRING]: false }, "VALIDATION"],
  ])("is refused with %s, and nothing is written", async (_, wish, code) => {
    const customer = await aCustomer(world);
    const before = await countRows(world, "orders");
    expect(await customer.refusal(PLACE, await place(customer, wish))).toBe(code);
    expect(await countRows(world, "orders")).toBe(before);
  });

  it("is refused with a component of another product", async () => {
    const customer = await aCustomer(world);
    const other = await aPublishedProduct(world);
    const foreign = [{ componentId: found(other.componentIds[0]), selected: true }];
    expect(await customer.refusal(PLACE, orderInput(foreign, { total: "10000", hash: "no-price" }))).toBe("VALIDATION");
  });
});

describe("the work of a composed order", () => {
  it("goes in the order of the graph, and waits out the hours between", async () => {
    const tickets = await paid({ [CHECK]: true, [TILES]: true, [CLEANING]: true });
    expect(await states(tickets)).toEqual({
      [WIRING]: "OFFERED",
      [CHECK]: "WAITING",
      [TILES]: "WAITING",
      [CLEANING]: "WAITING",
    });
    await accepted(tickets, WIRING);
    expect(await states(tickets)).toMatchObject({ [CHECK]: "OFFERED", [TILES]: "WAITING" });
    await accepted(tickets, CHECK);
    expect(await states(tickets)).toMatchObject({ [TILES]: "WAITING", [CLEANING]: "WAITING" });
    world.clock.advance(LAG * HOUR - 1);
    expect(await states(tickets)).toMatchObject({ [TILES]: "WAITING" });
    world.clock.advance(1);
    expect(await states(tickets)).toMatchObject({ [TILES]: "OFFERED", [CLEANING]: "WAITING" });
    await accepted(tickets, TILES);
    expect(await states(tickets)).toMatchObject({ [CLEANING]: "OFFERED" });
  });

  it("waits for what came before a part that was left out, and the part not chosen holds nothing up", async () => {
    const tickets = await paid({ [PAINT]: true, [CLEANING]: true });
    expect(await states(tickets)).toEqual({ [WIRING]: "OFFERED", [PAINT]: "WAITING", [CLEANING]: "WAITING" });
    await accepted(tickets, WIRING);
    world.clock.advance(LAG * HOUR);
    expect(await states(tickets)).toMatchObject({ [PAINT]: "OFFERED", [CLEANING]: "WAITING" });
    await accepted(tickets, PAINT);
    expect(await states(tickets)).toMatchObject({ [CLEANING]: "OFFERED" });
  });
});
