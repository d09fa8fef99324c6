import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import type { Actor } from "./kit/actor.js";
import { aCustomer, aStaff, aSupplier, CHANGSHA } from "./kit/makers-catalogue.js";
import { aTicket } from "./kit/makers-fulfilment.js";
import { aSellableProduct, type CustomerActor } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const SAVE_RULE = `mutation($input: SavePriceRuleInput!) { savePriceRule(input: $input) {
  rule { draft { id version } } userErrors { code field } } }`;
const ACTIVATE = "mutation($input: RuleVersionInput!) { activatePriceRule(input: $input) { userErrors { code } } }";
const MAKE_COUPON =
  "mutation($input: MakeCouponInput!) { makeCoupon(input: $input) { coupon { id } userErrors { code } } }";
const PRICE = `query($id: ID!, $code: String) { priceProduct(productId: $id, regionCode: "${CHANGSHA}", inputs: [], choices: [], couponCode: $code) {
  price { total hash } userErrors { code } } }`;
const PLACE =
  "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code field } } }";
const OWN = `query($id: ID!) { order(id: $id) { total price {
  total tax rules { name effect fundedBy } coupons { name effect } lines { itemName listAmount amount byFormula explanation } } } }`;
const STAFF = `query($id: ID!) { staffOrder(id: $id) { price {
  total tax taxRate cost margin belowFloor hash
  rules { name effect fundedBy rule { name number } } coupons { name effect rule { number } }
  lines { amount costAmount supplier { name } formula { code } trace { kind text before after fundedBy } }
  check { same intact total } } } }`;
const PAY =
  "query($id: ID!) { supplierTicket(id: $id) { pay payFrom { unitCost quantity unit plain changes { name effect } } } }";

let world: World;
let staff: Actor;
let customer: CustomerActor;
let orderId: string;

/** ¥200 in two lines, 10 % off the first by a rule its supplier funds, ¥10 off by a coupon of the platform's. */
beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  const author = await aStaff(world, ["pricing.read", "pricing.manage"]);
  const product = await aSellableProduct(world);
  const saved = await author.do(SAVE_RULE, {
    ...{ name: "老客九折", target: "LINE", params: [], action: "MULTIPLY", value: "0.9", stop: false },
    ...{ fundedBy: "SUPPLIER", scope: { productIds: [product.productId] } },
  });
  const { draft } = saved["rule"] as unknown as { draft: { id: string; version: number } };
  await staff.do(ACTIVATE, { ruleVersionId: draft.id, version: draft.version });
  await staff.do(MAKE_COUPON, {
    ...{ code: "TEN-OFF", name: "立减十元", kind: "AMOUNT", value: 1_000, fundedBy: "PLATFORM", scope: {} },
    ...{ validFrom: "2026-11-01T00:00:00.000Z", validTo: "2027-11-01T00:00:00.000Z", idempotencyKey: newId() },
  });
  customer = await aCustomer(world);
  const asked = (await customer.ask(PRICE, { id: product.productId, code: "TEN-OFF" }))["priceProduct"];
  const price = asked["price"] as unknown as { total: string; hash: string };
  const placed = await customer.do(PLACE, {
    ...{ productId: product.productId, regionCode: CHANGSHA, inputs: [], choices: [], couponCode: "TEN-OFF" },
    ...{ contactName: "林晓", contactPhone: "13800000001", address: "岳麓区湘江中路 8 号" },
    ...{ expectedTotal: price.total, expectedHash: price.hash, idempotencyKey: newId() },
  });
  orderId = (placed["order"] as unknown as { id: string }).id;
});
afterAll(() => world.close());

describe("the price of an order", () => {
  it("is told to its customer with the rules and the coupon, adding up, without any cost", async () => {
    const { order } = await customer.ask(OWN, { id: orderId });
    expect(order["price"]).toMatchObject({
      total: "17000",
      rules: [{ name: "老客九折", effect: "-2000", fundedBy: "SUPPLIER" }],
      coupons: [{ name: "立减十元", effect: "-1000" }],
      lines: [{ listAmount: "10000" }, { listAmount: "10000" }],
    });
    expect(JSON.stringify(order)).not.toMatch(/cost|margin/i);
  });

  it("is not told to another customer", async () => {
    expect((await (await aCustomer(world)).ask(OWN, { id: orderId }))["order"]).toBeNull();
  });

  it("is told to staff step by step, with versions, cost and margin, and comes out the same to the fen", async () => {
    const { staffOrder } = await staff.ask(STAFF, { id: orderId });
    const price = staffOrder["price"] as unknown as Record<string, never> & { hash: string };
    expect(price).toMatchObject({
      ...{ total: "17000", cost: "12000", margin: "5000", taxRate: 600, belowFloor: false },
      rules: [{ name: "老客九折", rule: { name: "老客九折", number: 1 } }],
      coupons: [{ name: "立减十元", rule: null }],
      check: { same: true, intact: true, total: "17000" },
    });
    expect(price["lines"]).toMatchObject(
      [0, 1].map(() => ({
        ...{ amount: "8500", costAmount: "6000", formula: null },
        trace: [
          { kind: "ITEM", before: "0", after: "10000" },
          { kind: "RULE", text: "老客九折", before: "10000", after: "9000", fundedBy: "SUPPLIER" },
          { kind: "COUPON", text: "立减十元", before: "9000", after: "8500", fundedBy: "PLATFORM" },
        ],
      })),
    );
    expect(price.hash).toMatch(/^[\w-]{20,}/);
  });

  it("shows neither cost nor margin to staff who may not read costs", async () => {
    const clerk = await aStaff(world, ["orders.read"]);
    const { staffOrder } = await clerk.ask(STAFF, { id: orderId });
    expect(staffOrder["price"]).toMatchObject({ total: "17000", cost: null, margin: null, belowFloor: null });
    expect(staffOrder["price"]["lines"]).toMatchObject([{ costAmount: null }, { costAmount: null }]);
  });

  it("keeps its price when the rule that made it is over", async () => {
    const { platform } = world.server;
    await platform.work.run({ kind: "system" }, async (tx) => {
      await tx.run("UPDATE price_rule_versions SET state = 'DISABLED', activeKey = NULL WHERE state = 'ACTIVE'", []);
    });
    const { staffOrder } = await staff.ask(STAFF, { id: orderId });
    expect(staffOrder["price"]["check"]).toEqual({ same: true, intact: true, total: "17000" });
  });
});

describe("a supplier's pay", () => {
  it("is told to the supplier with how it came about, and to no other", async () => {
    const made = await aTicket(world, { state: "ASSIGNED" });
    const { supplierTicket } = await made.supplier.owner.ask(PAY, { id: made.ticketId });
    expect(supplierTicket["payFrom"]).toMatchObject({ unitCost: "7000", plain: "7000", changes: [] });
    expect(supplierTicket["pay"]).toBe("7000");
    const other = await aSupplier(world);
    expect((await other.owner.ask(PAY, { id: made.ticketId }))["supplierTicket"]).toBeNull();
  });
});
