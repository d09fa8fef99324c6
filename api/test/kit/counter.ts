import { newId } from "../../src/kernel/ids.js";
import { found } from "../../src/kernel/refusal.js";
import type { Actor } from "./actor.js";
import { CHANGSHA } from "./makers-catalogue.js";
import type { World } from "./world.js";

export const PRICE = `query($id: ID!, $inputs: [InputValueInput!]!, $choices: [ComponentChoiceInput!]!) {
  priceProduct(productId: $id, regionCode: "430100", inputs: $inputs, choices: $choices) {
    price { total hash } userErrors { code field } } }`;

/** What a customer sends to order a product as it stands, at the price just shown, changed as the test wants. */
export async function wishFor(customer: Actor, productId: string, change: Record<string, unknown> = {}) {
  const { priceProduct } = await customer.ask(PRICE, { id: productId, inputs: [], choices: [] });
  const { total, hash } = found(priceProduct)["price"] as unknown as { total: string; hash: string };
  const contact = { contactName: "林晓", contactPhone: "13800000001", address: "湘江中路 8 号" };
  const wish = { productId, regionCode: CHANGSHA, inputs: [], choices: [], ...contact };
  return { ...wish, expectedTotal: total, expectedHash: hash, idempotencyKey: newId(), ...change };
}

/** How many rows of a table there are, for what must or must not have been written. */
export async function countRows(world: World, table: string, where = "1 = 1", ...values: string[]): Promise<number> {
  const { read } = world.server.platform.database;
  return (await read.query(`SELECT 1 AS one FROM ${table} WHERE ${where}`, values)).length;
}
