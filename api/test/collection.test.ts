import { afterAll, beforeAll, expect, it } from "vitest";
import type { CollectionTerms } from "../src/catalogue/collection.js";
import { fen } from "../src/kernel/money.js";
import { found } from "../src/kernel/refusal.js";
import { booked } from "./kit/cash-desk.js";
import { anItem, aPublishedProduct, aSupplier } from "./kit/makers-catalogue.js";
import { aPaidOrder, aPlacedOrder, type MadeOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A product of one item at ¥100, sold on these terms, paid in one sum. */
async function aProduct(terms: Partial<CollectionTerms>) {
  const itemId = await anItem(world, {});
  const product = await aPublishedProduct(world, { components: [{ itemId, ...terms }] });
  await aSupplier(world, { services: [{ itemId }] });
  return product;
}

const sums = async (order: MadeOrder, accounts: readonly string[]): Promise<number[]> => {
  const all: number[] = [];
  for (const account of accounts) all.push(0 - (await booked(world, order, account)));
  return all;
};

it("an order keeps the terms its product had, and its customer reads who sells but not the commission", async () => {
  const product = await aProduct({ collectionMode: "CUSTODY", commissionRate: 1_200, officialFee: fen(2_700) });
  const order = await aPlacedOrder(world, { product });
  expect(found(order.components[0])).toMatchObject({
    collectionMode: "CUSTODY",
    commissionRate: 1_200,
    officialFee: 2_700,
  });
  const read = await order.customer.ask("query($id: ID!) { order(id: $id) { lines { collectionMode officialFee } } }", {
    id: order.orderId,
  });
  expect(read["order"]).toEqual({ lines: [{ collectionMode: "CUSTODY", officialFee: "2700" }] });
  const shop = await order.customer.ask(
    "query($slug: String!) { product(slug: $slug) { components { collectionMode commissionRate commissionRefundable } } }",
    { slug: product.slug },
  );
  expect(shop["product"]).toEqual({
    components: [{ collectionMode: "CUSTODY", commissionRate: null, commissionRefundable: null }],
  });
});

it("what the supplier sells is held for it, and the office's part is nobody's revenue", async () => {
  const product = await aProduct({ collectionMode: "CUSTODY", commissionRate: 1_200, officialFee: fen(2_700) });
  const order = await aPaidOrder(world, { product });
  const paid = await booked(world, order, "1002");
  const [held, fee, advances] = await sums(order, ["2241.H", "2241.G", "2203"]);
  expect([Number(held) + Number(fee), advances]).toEqual([paid, 0]);
  expect(fee).toBe(Math.round((paid * 2_700) / 10_000));
});

it("what the platform sells has no commission, and a fee is never more than the price", async () => {
  const product = await aProduct({ commissionRate: 1_200, officialFee: fen(99_999_999) });
  const { components } = await aPlacedOrder(world, { product });
  const [line] = components;
  expect(line).toMatchObject({ collectionMode: "OWN_SALE", commissionRate: 0 });
  expect(line?.officialFee).toBe(line?.saleAmount);
});
