import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectionMode } from "../src/catalogue/collection.js";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import type { Actor } from "./kit/actor.js";
import { booked } from "./kit/cash-desk.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, planPart } from "./kit/makers-catalogue.js";
import { complete, type MadeTicket } from "./kit/makers-fulfilment.js";
import { aPaidOrder, type MadeOrder } from "./kit/makers-orders.js";
import { approved, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const MAKE = "mutation($input: MakeCouponInput!) { makeCoupon(input: $input) { coupon { code } userErrors { code } } }";
const SHEET = `query($supplierId: ID!) { supplierAccount(supplierId: $supplierId) { items { balance parts { kind amount } } } }`;
const SALE = `query($id: ID!) { supplierTicket(id: $id) { ownSale { price commission receives } } }`;
const BY_SUPPLIER = { responsibility: { platform: 0, supplier: 10_000, customer: 0 } };

let world: World;
let staff: Actor;
let approver: Actor;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  [staff, approver] = [await aStaff(world), await aStaff(world)];
});
afterAll(() => world.close());

/** ¥20 off. */
async function aCoupon(fundedBy: "PLATFORM" | "SUPPLIER"): Promise<string> {
  const given = { name: "立减", kind: "AMOUNT", value: 2_000, scope: {}, idempotencyKey: newId() };
  const valid = { validFrom: "2026-11-01T00:00:00.000Z", validTo: "2027-11-01T00:00:00.000Z" };
  const code = `GIFT-${(count += 1)}`;
  await staff.do(MAKE, { code, fundedBy, ...given, ...valid });
  return code;
}

/** A service of ¥100 that its supplier sells with 12 % commission, bought with a coupon and paid in one sum. */
async function aSale(fundedBy: "PLATFORM" | "SUPPLIER", collectionMode: CollectionMode = "CUSTODY") {
  const itemId = await anItem(world);
  const supplier = await aSupplier(world, { services: [{ itemId }] });
  const plan = [planPart("全款", 100, { nature: "ADVANCE", trigger: "ON_ORDER", gate: true })];
  const components = [{ itemId, collectionMode, commissionRate: 1_200 }];
  const product = await aPublishedProduct(world, { components, plan });
  const order = await aPaidOrder(world, { product, couponCode: await aCoupon(fundedBy) });
  const [ticket] = await ticketsOf(world.server.platform.database.read, [order.orderId]);
  const made: MadeTicket = { ticketId: found(ticket).id, order, customer: order.customer, supplier, staff };
  return { order, made };
}

/** What the books say: held, the supplier's, promotion, commission with its tax, claims. */
async function books(order: MadeOrder) {
  const of = (account: string) => booked(world, order, account);
  const held = async (account: string) => 0 - (await of(account));
  const commission = (await held("6051")) + (await held("2221"));
  return {
    ...{ held: await held("2241.H"), releasable: await held("2241.A"), promotion: await of("6602") },
    ...{ commission, claimed: await of("1221.S") },
  };
}
/** What the supplier's account says each open amount is made of. */
async function partsTold({ supplier }: MadeTicket): Promise<string[]> {
  const { supplierId } = supplier;
  const sheet = found((await staff.ask(SHEET, { supplierId }))["supplierAccount"]);
  const items = sheet["items"] as unknown as { balance: string; parts: { kind: string; amount: string }[] }[];
  return items.map(
    ({ balance, parts }) => `${parts.map(({ kind, amount }) => `${kind} ${amount}`).join(", ")} = ${balance}`,
  );
}
const noDifference = async () => expect((await auditLedger(world.server.platform)).differences).toEqual([]);

describe("a coupon on what a supplier sells", () => {
  it("is the platform's gift where it funds it: the supplier gets its price in full, less the commission", async () => {
    const { order, made } = await aSale("PLATFORM");
    expect(order.components[0]).toMatchObject({ saleAmount: 8_000, promotion: 2_000 });
    expect(await books(order)).toMatchObject({ held: 8_000, promotion: 0 });
    await complete(world, [made]);
    const { ownSale } = found((await made.supplier.owner.ask(SALE, { id: made.ticketId }))["supplierTicket"]);
    expect(ownSale).toEqual({ price: "10000", commission: "1200", receives: "8800" });
    expect(await books(order)).toEqual({ held: 0, releasable: 8_800, promotion: 2_000, commission: 1_200, claimed: 0 });
    expect(await partsTold(made)).toEqual(["GROSS 10000, COMMISSION -1200 = 8800"]);
    await noDifference();
  });

  it("lowers what the supplier gets where it funds it itself", async () => {
    const { order, made } = await aSale("SUPPLIER");
    expect(order.components[0]).toMatchObject({ saleAmount: 8_000, promotion: 0 });
    await complete(world, [made]);
    expect(await books(order)).toEqual({ held: 0, releasable: 7_040, promotion: 0, commission: 960, claimed: 0 });
  });

  it("is no debt to a supplier where the platform sells: its price is what the customer pays", async () => {
    const { order } = await aSale("PLATFORM", "OWN_SALE");
    expect(order.components[0]).toMatchObject({ saleAmount: 8_000, promotion: 0 });
  });

  it("shrinks with what goes back before the work is accepted", async () => {
    const { order, made } = await aSale("PLATFORM");
    await approved(approver, await proposed(staff, order, 4_000, BY_SUPPLIER));
    await complete(world, [made]);
    expect(await books(order)).toEqual({ held: 0, releasable: 4_400, promotion: 1_000, commission: 600, claimed: 0 });
    await noDifference();
  });

  it("comes back from the supplier with what it has to give back afterwards", async () => {
    const { order, made } = await aSale("PLATFORM");
    await complete(world, [made]);
    await approved(approver, await proposed(staff, order, 4_000, BY_SUPPLIER));
    expect(await books(order)).toEqual({
      ...{ held: 0, releasable: 8_800, promotion: 1_000, commission: 600, claimed: 4_400 },
    });
    expect(await partsTold(made)).toEqual(["REFUND_CLAIM -4400 = -4400", "GROSS 10000, COMMISSION -1200 = 8800"]);
    await approved(approver, await proposed(staff, order, 4_000, BY_SUPPLIER));
    expect(await books(order)).toEqual({
      ...{ held: 0, releasable: 8_800, promotion: 0, commission: 0, claimed: 8_800 },
    });
    await noDifference();
  });

  it("is given to a supplier that collects itself, whose commission is of its price in full", async () => {
    const { order, made } = await aSale("PLATFORM", "DIRECT");
    await complete(world, [made]);
    // The platform collected what the supplier was to collect, and holds it for it.
    expect(await books(order)).toEqual({ held: 0, releasable: 8_800, promotion: 2_000, commission: 1_200, claimed: 0 });
    await noDifference();
  });
});
