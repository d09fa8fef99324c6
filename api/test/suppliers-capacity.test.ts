import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attemptsOf } from "../src/fulfilment/attempt.store.js";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { DAY } from "../src/kernel/clock.js";
import { dayAfter, dayOf } from "../src/kernel/day.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { cancelOrder } from "../src/orders/cancel-order.flow.js";
import { orderById } from "../src/orders/order.store.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { priceProduct } from "../src/pricing/price-product.flow.js";

import { placesOf } from "../src/suppliers/reservation.store.js";
import type { Actor, Data } from "./kit/actor.js";
import {
  aMember,
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  CHANGSHA,
  type MadeProduct,
  type MadeSupplier,
} from "./kit/makers-catalogue.js";
import { aCustomer, type CustomerActor, payByTransfer, viewerOf } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const SAVE =
  "mutation($input: SaveSupplierCalendarInput!) { saveSupplierCalendar(input: $input) { supplier { calendar { workdays perDay version days { day perDay note } } itemCalendars { version workdays item { id } } } userErrors { code field } } }";
const PLACE =
  "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id serviceOn } userErrors { code field data } } }";

const DAYS = `query($id: ID!, $from: Date!) { wantedDays(
  productId: $id, regionCode: "${CHANGSHA}", inputs: [], choices: [], from: $from, days: 4
) { wanted { dated nextFreeOn days { day state } } userErrors { code } } }`;

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  staff = await aStaff(world);
});
afterAll(() => world.close());

const inDays = (days: number): string => dayAfter(dayOf(world.clock.now()), days);
const week = (wish: Record<string, unknown> = {}) => ({
  version: 0,
  workdays: [1, 2, 3, 4, 5, 6, 7],
  days: [],
  ...wish,
});

interface Shop extends MadeSupplier {
  readonly itemId: string;
  readonly product: MadeProduct;
}

async function aShop(perDay = 1): Promise<Shop> {
  const itemId = await anItem(world);
  const supplier = await aSupplier(world, { services: [{ itemId, perDay }] });
  return { ...supplier, itemId, product: await aPublishedProduct(world, { components: [{ itemId }] }) };
}

async function order(shop: Shop, serviceOn: string, customer: CustomerActor): Promise<Data> {
  const wishes = { productId: shop.product.productId, regionCode: CHANGSHA, inputs: [], choices: [] };
  const { total, hash } = await priceProduct(world.server.platform, SYSTEM, wishes);
  const contact = { contactName: "林晓", contactPhone: "13800000001", address: "湘江中路 8 号" };
  const agreed = { expectedTotal: String(total), expectedHash: hash, idempotencyKey: newId() };
  return (await customer.ask(PLACE, { input: { ...wishes, ...contact, ...agreed, serviceOn } }))["placeOrder"] as Data;
}

async function placed(shop: Shop, serviceOn: string): Promise<{ orderId: string; customer: CustomerActor }> {
  const customer = await aCustomer(world);
  const answer = await order(shop, serviceOn, customer);
  return { orderId: String(answer["order"]?.["id"]), customer };
}

const dataOf = (answer: Data): Record<string, unknown> => JSON.parse(String(answer["userErrors"]?.[0]?.["data"]));

const refused = async (shop: Shop, serviceOn: string): Promise<unknown> =>
  (await order(shop, serviceOn, await aCustomer(world)))["userErrors"]?.[0]?.["code"];

const statesOf = async (orderId: string): Promise<string[]> =>
  (await placesOf(world.server.platform.database.read, [orderId])).map(({ state }) => state);

describe("a day that is wanted", () => {
  it("is held with the order, confirmed by its payment, and told on it", async () => {
    const shop = await aShop();
    const { orderId, customer } = await placed(shop, inDays(7));
    expect(await statesOf(orderId)).toEqual(["HELD"]);
    expect((await customer.ask(`{ order(id: "${orderId}") { serviceOn } }`))["order"]).toEqual({
      serviceOn: inDays(7),
    });
    expect(await refused(shop, inDays(7))).toBe("DAY_NOT_FREE");
    await payByTransfer(world, { orderId, customer });
    expect(await statesOf(orderId)).toEqual(["CONFIRMED"]);
  });

  it("is free again when the order is cancelled, and when it expires unpaid", async () => {
    const shop = await aShop();
    const first = await placed(shop, inDays(9));
    const { version } = found(await orderById(world.server.platform.database.read, first.orderId));
    const wish = { orderId: first.orderId, version, reason: "改期" };
    await cancelOrder(world.server.platform, viewerOf(first.customer), wish);
    expect(await statesOf(first.orderId)).toEqual(["RELEASED"]);
    const second = await placed(shop, inDays(9));
    expect(await statesOf(second.orderId)).toEqual(["HELD"]);
    world.clock.advance(4 * DAY);
    await world.settle();
    expect(await statesOf(second.orderId)).toEqual(["RELEASED"]);
    expect(await statesOf((await placed(shop, inDays(5))).orderId)).toEqual(["HELD"]);
  });

  it("of 50 customers for the last place of it, exactly one gets it", async () => {
    const shop = await aShop();
    const day = inDays(11);
    const customers = await Promise.all(Array.from({ length: 50 }, () => aCustomer(world)));
    const answers = await Promise.all(customers.map((customer) => order(shop, day, customer)));
    expect(answers.filter((answer) => answer["order"])).toHaveLength(1);
    const codes = answers.flatMap((answer) => (answer["order"] ? [] : [answer["userErrors"]?.[0]?.["code"]]));
    expect(new Set(codes)).toEqual(new Set(["DAY_NOT_FREE"]));
    const losers = answers.flatMap((answer) => (answer["order"] ? [] : [dataOf(answer)]));
    expect(losers.every(({ next }) => next === dayAfter(day))).toBe(true);
    const rows = await world.server.platform.database.read.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM capacity_reservations WHERE supplierId = ? AND day = ? AND state <> 'RELEASED'",
      [shop.supplierId, day],
    );
    expect(Number(rows[0]?.n)).toBe(1);
  });

  it("is told beforehand: free, full, closed, too soon, and the first to be had", async () => {
    const shop = await aShop();
    const ask = async (from = inDays(0)) =>
      (await world.stranger().ask(DAYS, { id: shop.product.productId, from }))["wantedDays"]?.["wanted"] as Data;
    expect(await ask()).toMatchObject({ dated: false, nextFreeOn: inDays(0) });
    const closed = { day: inDays(2), perDay: 0, note: null };
    await shop.owner.do(SAVE, week({ days: [closed] }));
    await placed(shop, inDays(1));
    await world.server.platform.work.run(SYSTEM, (tx) =>
      tx.run("UPDATE supplier_services SET noticeHours = 24 WHERE supplierId = ?", [shop.supplierId]),
    );
    const told = await ask();
    expect(told).toMatchObject({ dated: true, nextFreeOn: inDays(3) });
    expect(told["days"]).toEqual([
      { day: inDays(0), state: "TOO_SOON" },
      { day: inDays(1), state: expect.stringMatching(/FULL|TOO_SOON/) },
      { day: inDays(2), state: "CLOSED" },
      { day: inDays(3), state: "FREE" },
    ]);
    const lost = dataOf(await order(shop, inDays(2), await aCustomer(world)));
    expect(lost).toMatchObject({ day: inDays(2), next: inDays(3), supplierId: shop.supplierId, itemId: shop.itemId });
  });

  it("is told to nobody for a product that can't be bought", async () => {
    const answer = await world.stranger().ask(DAYS, { id: newId(), from: inDays(0) });
    expect(answer["wantedDays"]).toEqual({ wanted: null, userErrors: [{ code: "PRODUCT_NOT_AVAILABLE" }] });
  });

  it("is told to the supplier with its work, and to nobody else's", async () => {
    const shop = await aShop();
    const { orderId, customer } = await placed(shop, inDays(6));
    await payByTransfer(world, { orderId, customer });
    await world.settle();
    expect((await shop.owner.ask("{ myOffers { serviceOn } }"))["myOffers"]).toEqual([{ serviceOn: inDays(6) }]);
    const { read } = world.server.platform.database;
    const id = found((await ticketsOf(read, [orderId]))[0]).id;
    expect((await staff.ask(`{ staffTicket(id: "${id}") { serviceOn } }`))["staffTicket"]).toEqual({
      serviceOn: inDays(6),
    });
  });

  it("is kept for three unpaid orders of one customer at most, until one of them is paid", async () => {
    const shop = await aShop(9);
    const customer = await aCustomer(world);
    const [first] = await Promise.all([20, 21, 22].map((day) => order(shop, inDays(day), customer)));
    const fourth = await order(shop, inDays(23), customer);
    expect(fourth["userErrors"]).toMatchObject([{ code: "TOO_MANY_DAYS_HELD", field: "serviceOn" }]);
    await payByTransfer(world, { orderId: String(first?.["order"]?.["id"]), customer });
    expect((await order(shop, inDays(23), customer))["order"]).toMatchObject({ serviceOn: inDays(23) });
  });

  it("of one customer's ten orders at once, three keep a day", async () => {
    const shop = await aShop(20);
    const customer = await aCustomer(world);
    const answers = await Promise.all(Array.from({ length: 10 }, () => order(shop, inDays(25), customer)));
    expect(answers.filter((answer) => answer["order"])).toHaveLength(3);
    const codes = answers.flatMap((answer) => (answer["order"] ? [] : [answer["userErrors"]?.[0]?.["code"]]));
    expect(new Set(codes)).toEqual(new Set(["TOO_MANY_DAYS_HELD"]));
  });

  it("may not be over, too far, or sooner than the notice allows", async () => {
    const shop = await aShop();
    expect(await refused(shop, inDays(-1))).toBe("VALIDATION");
    expect(await refused(shop, inDays(400))).toBe("VALIDATION");
    const { platform } = world.server;
    await platform.work.run(SYSTEM, (tx) =>
      tx.run("UPDATE supplier_services SET noticeHours = 72 WHERE supplierId = ?", [shop.supplierId]),
    );
    expect(await refused(shop, inDays(2))).toBe("VALIDATION");
    expect(await statesOf((await placed(shop, inDays(4))).orderId)).toEqual(["HELD"]);
    await platform.work.run(SYSTEM, (tx) =>
      tx.run("UPDATE supplier_services SET noticeHours = NULL, leadHours = 120 WHERE supplierId = ?", [
        shop.supplierId,
      ]),
    );
    expect(await refused(shop, inDays(4))).toBe("VALIDATION");
    expect(await statesOf((await placed(shop, inDays(6))).orderId)).toEqual(["HELD"]);
  });

  it("counts for whoever is asked to do the work: who has no room is not asked, and the place goes with the work", async () => {
    const shop = await aShop();
    const rival = await aSupplier(world, { services: [{ itemId: shop.itemId, salePrice: 11_000, perDay: 1 }] });
    const day = inDays(13);
    const { orderId, customer } = await placed(shop, day);
    await rival.owner.do(SAVE, week({ days: [{ day, perDay: 0, note: "店庆" }] }));
    await payByTransfer(world, { orderId, customer });
    const { read } = world.server.platform.database;
    const ticket = found((await ticketsOf(read, [orderId]))[0]);
    const ask = `{ staffTicket(id: "${ticket.id}") { candidates { supplier { id } eligible reasons } } }`;
    const before = JSON.stringify(await staff.ask(ask));
    expect(before).toContain("FULL_THAT_DAY");
    await rival.owner.do(SAVE, week({ version: 1 }));
    const dispatch =
      "mutation($input: DispatchTicketInput!) { dispatchTicket(input: $input) { ticket { id } userErrors { code } } }";
    const { version } = found((await ticketsOf(read, [orderId]))[0]);
    await staff.do(dispatch, { ticketId: ticket.id, supplierId: rival.supplierId, version, idempotencyKey: newId() });
    expect((await attemptsOf(read, [ticket.id])).map(({ supplierId }) => supplierId)).toContain(rival.supplierId);
    expect((await placesOf(read, [orderId]))[0]?.supplierId).toBe(rival.supplierId);
  });
});

describe("a calendar", () => {
  it("closes days and limits them; the shop tells the next free one", async () => {
    const shop = await aShop(2);
    const today = dayOf(world.clock.now());
    const saved = await shop.owner.do(SAVE, week({ days: [{ day: today, perDay: 0, note: "休息" }] }));
    expect(saved["supplier"]?.["calendar"]).toMatchObject({
      version: 1,
      days: [{ day: today, perDay: 0, note: "休息" }],
    });
    expect(await refused(shop, today)).toBe("DAY_NOT_FREE");
    const { slug } = shop.product;
    const offers = `{ product(slug: "${slug}") { components { offers { nextFreeOn } } } }`;
    expect(JSON.stringify(await world.stranger().ask(offers))).toContain(`"nextFreeOn":"${inDays(1)}"`);
    const days = "{ me { supplier { capacityDays(days: 2) { day room taken free item { id } } } } }";
    expect((await shop.owner.ask(days))["me"]?.["supplier"]?.["capacityDays"]).toEqual([
      { day: today, room: 0, taken: 0, free: 0, item: { id: shop.itemId } },
      { day: inDays(1), room: 2, taken: 0, free: 2, item: { id: shop.itemId } },
    ]);
  });

  it("of one item replaces the week for it, until it follows again", async () => {
    const shop = await aShop();
    const input = week({ itemId: shop.itemId, perDay: 5, workdays: [1] });
    const saved = await shop.owner.do(SAVE, input);
    expect(saved["supplier"]?.["itemCalendars"]).toEqual([{ version: 1, workdays: [1], item: { id: shop.itemId } }]);
    expect(await shop.owner.refusal(SAVE, input)).toBe("STALE_VERSION");
    const follow = await shop.owner.do(SAVE, week({ itemId: shop.itemId, version: 1, follow: true }));
    expect(follow["supplier"]?.["itemCalendars"]).toEqual([]);
  });

  it("is refused as a whole when a part is wrong, for a foreign item, and to who may not", async () => {
    const shop = await aShop();
    expect(await shop.owner.refusal(SAVE, week({ workdays: [] }))).toBe("VALIDATION");
    expect(await shop.owner.refusal(SAVE, week({ itemId: await anItem(world) }))).toBe("NOT_FOUND");
    expect(await shop.owner.refusal(SAVE, week({ follow: true }))).toBe("VALIDATION");
    const { actor } = await aMember(world, shop.supplierId, "FINANCE");
    expect(await actor.error(SAVE, { input: week() })).toBe("FORBIDDEN");
    expect(await staff.error(SAVE, { input: week() })).toBe("FORBIDDEN");
  });

  it("of two who save it at once keeps one", async () => {
    const shop = await aShop();
    const answers = await Promise.all([1, 2].map((perDay) => shop.owner.ask(SAVE, { input: week({ perDay }) })));
    expect(answers.filter((answer) => answer["saveSupplierCalendar"]?.["supplier"])).toHaveLength(1);
  });
});
