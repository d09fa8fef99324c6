import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { marks } from "../src/platform/sql.js";
import type { Tx } from "../src/platform/tx.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor, Data } from "./kit/actor.js";
import {
  booked,
  CANCEL,
  CONFIRM,
  confirmation,
  gateOf,
  readOrder,
  START,
  start,
  ticketsOf,
  withSlip,
} from "./kit/cash-desk.js";
import { countRows, wishFor } from "./kit/counter.js";
import { aCustomer, aStaff } from "./kit/makers-catalogue.js";
import { ACCEPT_WORK, aTicket, ticketNow } from "./kit/makers-fulfilment.js";
import { aPlacedOrder, aSellableProduct } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

/** As many as arrive at once when somebody tries. */
const CROWD = 20;

const PLACE = "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }";
const REVIEW =
  "mutation($input: ReviewOrderInput!) { reviewOrder(input: $input) { review { id } userErrors { code } } }";
const DISABLE = "mutation($input: DisableStaffInput!) { disableStaff(input: $input) { userErrors { code } } }";

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  staff = await aStaff(world);
});
afterAll(() => world.close());

/** How often each answer came: DONE or the code of a refusal. */
async function tally(tries: readonly Promise<Data>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const data of await Promise.all(tries)) {
    const [payload] = Object.values(data as unknown as Record<string, { userErrors: { code: string }[] }>);
    const code = payload?.userErrors[0]?.code ?? "DONE";
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

const crowd = <Result>(deed: (index: number) => Promise<Result>): Promise<Result>[] =>
  Array.from({ length: CROWD }, (_, index) => deed(index));

describe("twenty at once", () => {
  it("place one order with one key", async () => {
    const customer = await aCustomer(world);
    const input = await wishFor(customer, product.productId);
    expect(await tally(crowd(() => customer.ask(PLACE, { input })))).toEqual({ DONE: CROWD });
    expect(await countRows(world, "orders", "customerId = ?", customer.accountId)).toBe(1);
  });

  it("begin one payment of an instalment, each with a key of its own", async () => {
    const order = await aPlacedOrder(world, { product });
    const input = { instalmentId: gateOf(order), tender: "TEST_CHANNEL" };
    const begin = () => order.customer.ask(START, { input: { ...input, idempotencyKey: newId() } });
    expect(await tally(crowd(begin))).toEqual({ DONE: CROWD });
    expect(await countRows(world, "payments", "orderId = ?", order.orderId)).toBe(1);
  });

  it("pay once at the channel's page", async () => {
    const order = await aPlacedOrder(world, { product });
    const { payUrl: url } = await start(order, "TEST_CHANNEL");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const press = () => world.server.http.inject({ method: "POST", url, headers, payload: "outcome=SUCCEEDED" });
    for (const reply of await Promise.all(crowd(press))) expect(reply.statusCode).toBeLessThan(400);
    expect([await booked(world, order, "1012.TEST"), await ticketsOf(world, order)]).toEqual([6_000, 2]);
  });

  it("confirm a transfer once, although two cashiers press", async () => {
    const order = await aPlacedOrder(world, { product });
    const shown = await withSlip(order);
    const cashiers = [staff, await aStaff(world)];
    const confirm = (index: number) => found(cashiers[index % 2]).ask(CONFIRM, { input: confirmation(shown) });
    expect(await tally(crowd(confirm))).toEqual({ DONE: 1, STALE_VERSION: CROWD - 1 });
    expect([await booked(world, order, "1002"), await ticketsOf(world, order)]).toEqual([6_000, 2]);
  });

  it("book one transfer for one of two payments", async () => {
    const shown = [await withSlip(await aPlacedOrder(world, { product }))];
    shown.push(await withSlip(await aPlacedOrder(world, { product })));
    const bankReference = `ICBC-${newId()}`;
    const confirm = (index: number) =>
      staff.ask(CONFIRM, { input: confirmation(found(shown[index % 2]), { bankReference }) });
    const { DONE, ...refused } = await tally(crowd(confirm));
    expect(DONE).toBe(1);
    for (const code of Object.keys(refused)) expect(["STALE_VERSION", "VALIDATION"]).toContain(code);
  });

  it("sign work off once and review once", async () => {
    const made = await aTicket(world, { staff, state: "PLATFORM_APPROVED" });
    const { version } = await ticketNow(world, made);
    const accept = () =>
      made.customer.ask(ACCEPT_WORK, { input: { ticketId: made.ticketId, version, idempotencyKey: newId() } });
    const { DONE, ...refused } = await tally(crowd(accept));
    expect([DONE, Object.keys(refused)]).toEqual([1, ["STALE_VERSION"]]);
    const marks = { overall: 1, quality: 1, punctuality: 1, attitude: 1 };
    const supplierScores = [{ supplierId: made.supplier.supplierId, ...marks }];
    const words = { orderId: made.order.orderId, anonymous: true, text: "", photoFileIds: [], supplierScores };
    const review = () => made.customer.ask(REVIEW, { input: { ...words, ...marks, idempotencyKey: newId() } });
    expect(await tally(crowd(review))).toEqual({ DONE: 1, ALREADY_REVIEWED: CROWD - 1 });
    expect(await countRows(world, "reviews", "orderId = ?", made.order.orderId)).toBe(1);
  });
});

describe("two administrators", () => {
  it.each([1, 2, 3])("disable each other at once: one stays (%i)", async () => {
    const { read } = world.server.platform.database;
    const managers = [await aStaff(world, ["staff.manage"]), await aStaff(world, ["staff.manage"])];
    const ids = await Promise.all(
      managers.map(async (one) => String(found((await one.ask("{ me { id } }"))["me"])["id"])),
    );
    // Whoever else may manage staff in this world is out of the way meanwhile.
    const others = await read.query<{ id: string }>("SELECT id FROM accounts WHERE audience = 'STAFF' AND active = 1");
    const away = others.map(({ id }) => id).filter((id) => !ids.includes(id));
    const set = (active: number) => (tx: Tx) =>
      tx.run(`UPDATE accounts SET active = ${active} WHERE id IN (${marks(away)})`, away);
    const { work } = world.server.platform;
    await work.run(SYSTEM, set(0));
    const disable = (index: number) =>
      found(managers[index]).send(DISABLE, { input: { staffId: ids[1 - index], version: 1 } });
    await Promise.all([disable(0), disable(1)]);
    const left = await countRows(world, "accounts", `active = 1 AND id IN (${marks(ids)})`, ...ids);
    await work.run(SYSTEM, set(1));
    expect(left).toBeGreaterThan(0);
  });
});

describe("money against a closing order", () => {
  it.each([1, 2, 3])("cancelling and paying at once: either refused, or the money is a credit (%i)", async () => {
    const order = await aPlacedOrder(world, { product });
    const { payUrl: url } = await start(order, "TEST_CHANNEL");
    const version = Number((await readOrder(order))["version"]);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    await Promise.all([
      order.customer.ask(CANCEL, { input: { orderId: order.orderId, version, reason: "不需要了" } }),
      world.server.http.inject({ method: "POST", url, headers, payload: "outcome=SUCCEEDED" }),
    ]);
    const { state, paid } = await readOrder(order);
    const tickets = await ticketsOf(world, order);
    const [money, credit] = [await booked(world, order, "1012.TEST"), await booked(world, order, "2241.C")];
    // Money that came after the cancellation is the customer's; a page that was told of it in time pays nothing at all.
    const came = money === 0 ? 0 : 6_000;
    const ends: Record<string, unknown[]> = {
      IN_DELIVERY: ["6000", 2, 6_000, 0],
      CANCELLED: ["0", 0, came, -came],
    };
    expect([String(paid), tickets, money, credit], String(state)).toEqual(ends[String(state)]);
  });

  it("one transfer in four spellings is one transfer", async () => {
    const used = confirmation(await withSlip(await aPlacedOrder(world, { product })), {
      bankReference: "ICBC-2026-01",
    });
    await staff.do(CONFIRM, used);
    const shown = await withSlip(await aPlacedOrder(world, { product }));
    for (const bankReference of ["icbc-2026-01", "ＩＣＢＣ-2026-01", "ICBC- 2026-01", "ICBC-2026\u00AD-01\u2060"]) {
      expect(await staff.refusal(CONFIRM, confirmation(shown, { bankReference })), bankReference).toBe("VALIDATION");
    }
    for (const receivedAmount of ["0", "-1"]) {
      expect(await staff.refusal(CONFIRM, confirmation(shown, { receivedAmount }))).toBe("VALIDATION");
    }
  });
});
