import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { DAY } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import { orderById } from "../src/orders/order.store.js";
import { paymentsOf } from "../src/payments/payment.store.js";
import { isDuplicate } from "../src/platform/unit-of-work.js";
import { suppliersById } from "../src/suppliers/supplier.store.js";
import { aSupplier } from "./kit/makers-catalogue.js";
import { aPlacedOrder, aSellableProduct, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

/** How often the next draws of a prefix are the same number, before chance rules again. */
const alike = vi.hoisted(() => new Map<string, number>());

vi.mock("../src/kernel/ids.js", async (original) => {
  const ids = await original<typeof import("../src/kernel/ids.js")>();
  const newNumber = (prefix: string, day: string): string => {
    const left = alike.get(prefix) ?? 0;
    alike.set(prefix, left - 1);
    return left > 0 ? `${prefix}${day}-000000` : ids.newNumber(prefix, day);
  };
  return { ...ids, newNumber };
});

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
});
afterAll(() => world.close());
beforeEach(() => alike.clear());

const read = () => world.server.platform.database.read;
const isDrawn = (no: string | undefined): boolean => no?.endsWith("-000000") ?? false;

describe("a number that is drawn twice on one day", () => {
  it("is drawn again for an order, and the customer hears nothing of it", async () => {
    alike.set("SO", 2);
    const [first, second] = [await aPlacedOrder(world, { product }), await aPlacedOrder(world, { product })];
    expect(isDrawn(found(await orderById(read(), first.orderId)).no)).toBe(true);
    expect(isDrawn(found(await orderById(read(), second.orderId)).no)).toBe(false);
  });

  it("is drawn again for a payment, its booking and the tickets it opens, each of them once", async () => {
    const [one, other] = [await aPlacedOrder(world, { product }), await aPlacedOrder(world, { product })];
    for (const order of [one, other]) {
      for (const prefix of ["PY", "LT", "ST"]) alike.set(prefix, 1);
      await payByTransfer(world, order);
      const payments = await paymentsOf(read(), [order.orderId]);
      const bookings = await read().query<{ no: string }>("SELECT no FROM ledger_transactions WHERE orderId = ?", [
        order.orderId,
      ]);
      const tickets = await ticketsOf(read(), [order.orderId]);
      expect([payments.length, bookings.length, tickets.length]).toEqual([1, 1, 2]);
      const drawn = [...payments, ...bookings, ...tickets].filter(({ no }) => isDrawn(no));
      expect(drawn).toHaveLength(order === one ? 3 : 0);
    }
  });

  it("is drawn again for tickets that are written together", async () => {
    const order = await aPlacedOrder(world, { product });
    world.clock.advance(DAY);
    alike.set("ST", 2);
    await payByTransfer(world, order);
    expect((await ticketsOf(read(), [order.orderId])).filter(({ no }) => isDrawn(no))).toEqual([]);
  });

  it("is drawn again for a supplier, and is not taken for the company being known", async () => {
    alike.set("SP", 2);
    const ids = [(await aSupplier(world)).supplierId, (await aSupplier(world)).supplierId];
    const rows = await suppliersById(read(), ids);
    expect(ids.map((id) => isDrawn(rows.get(id)?.code))).toEqual([true, false]);
  });

  it("is a fault when it is never another, and nothing of the order is kept", async () => {
    alike.set("SO", 1_000);
    await aPlacedOrder(world, { product });
    const count = async () => (await read().query("SELECT id FROM orders")).length;
    const before = await count();
    await expect(aPlacedOrder(world, { product })).rejects.toSatisfy(isDuplicate);
    expect(await count()).toBe(before);
  });
});
