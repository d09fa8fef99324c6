import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor, Data } from "./kit/actor.js";
import { CONFIRM, confirmation, START, withSlip } from "./kit/cash-desk.js";
import { aStaff, CHANGSHA } from "./kit/makers-catalogue.js";
import { aCustomer, aPlacedOrder, aSellableProduct } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const PLACE = "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }";
const PRICE = `query($id: ID!) { priceProduct(productId: $id, regionCode: "430100", inputs: [], choices: []) {
  price { total hash } } }`;

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
});
afterAll(() => world.close());

/** One mutation that takes a key: who sends it, a first input, and another input that the same key must not cover. */
interface Case {
  readonly actor: Actor;
  readonly document: string;
  readonly input: Record<string, unknown>;
  readonly other: Record<string, unknown>;
}

async function placing(): Promise<Case> {
  const actor = await aCustomer(world);
  const { priceProduct } = await actor.ask(PRICE, { id: product.productId });
  const { total, hash } = found(priceProduct)["price"] as unknown as { total: string; hash: string };
  const contact = { contactName: "林晓", contactPhone: "13800000001", address: "湘江中路 8 号" };
  const wish = { productId: product.productId, regionCode: CHANGSHA, inputs: [], choices: [], ...contact };
  const input = { ...wish, expectedTotal: total, expectedHash: hash };
  return { actor, document: PLACE, input, other: { ...input, note: "请带鞋套" } };
}

async function starting(): Promise<Case> {
  const { customer, instalments } = await aPlacedOrder(world, { product });
  const input = { instalmentId: instalments[0]?.id, tender: "BANK_TRANSFER" };
  return { actor: customer, document: START, input, other: { ...input, tender: "TEST_CHANNEL" } };
}

async function confirming(): Promise<Case> {
  const order = await aPlacedOrder(world, { product });
  const { idempotencyKey: _key, ...input } = confirmation(await withSlip(order));
  const actor = await aStaff(world, ["payments.read", "payments.confirm"]);
  return { actor, document: CONFIRM, input, other: { ...input, receivedAmount: "1" } };
}

const idOf = (payload: Data): unknown => (payload["order"] ?? payload["payment"])?.["id"];

describe.each([
  ["placeOrder", placing],
  ["startPayment", starting],
  ["confirmBankPayment", confirming],
])("%s under one key", (_name, make) => {
  it("answers a repeat with the same thing, in turn and at the same moment", async () => {
    const { actor, document, input } = await make();
    const keyed = { ...input, idempotencyKey: newId() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => actor.do(document, keyed)));
    answers.push(await actor.do(document, keyed));
    expect(new Set(answers.map(idOf)).size).toBe(1);
  });

  it("refuses another input, and another account's key is another key", async () => {
    const { actor, document, input, other } = await make();
    const idempotencyKey = newId();
    await actor.do(document, { ...input, idempotencyKey });
    expect(await actor.refusal(document, { ...other, idempotencyKey })).toBe("IDEMPOTENCY_KEY_REUSED");
    const second = await make();
    await second.actor.do(document, { ...second.input, idempotencyKey });
  });

  it.each([
    ["", "IDEMPOTENCY_KEY_REQUIRED"],
    ["short", "IDEMPOTENCY_KEY_REQUIRED"],
    ["x".repeat(256), "IDEMPOTENCY_KEY_REQUIRED"],
  ])("refuses the key %j", async (idempotencyKey, code) => {
    const { actor, document, input } = await make();
    expect(await actor.refusal(document, { ...input, idempotencyKey })).toBe(code);
  });

  it("is not read without a key", async () => {
    const { actor, document, input } = await make();
    expect(await actor.error(document, { input })).toBe("BAD_USER_INPUT");
  });
});

describe("a refusal", () => {
  it("is not kept: the mended input may use the key again", async () => {
    const { actor, document, input } = await placing();
    const idempotencyKey = newId();
    expect(await actor.refusal(document, { ...input, address: "", idempotencyKey })).toBe("VALIDATION");
    expect(await actor.refusal(document, { ...input, expectedTotal: "1", idempotencyKey })).toBe("PRICE_CHANGED");
    expect(idOf(await actor.do(document, { ...input, idempotencyKey }))).toBeTruthy();
  });
});
