import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectionTerms } from "../src/catalogue/collection.js";
import type { PlanStepSpec } from "../src/catalogue/product.js";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { DAY } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { fen } from "../src/kernel/money.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked, CANCEL, readOrder } from "./kit/cash-desk.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, PLAN, step } from "./kit/makers-catalogue.js";
import { complete } from "./kit/makers-fulfilment.js";
import { aPaidOrder, aPlacedOrder, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const PAY_FEE = `mutation($input: PayOfficialFeeInput!) { payOfficialFee(input: $input) {
  order { lines { officialFee officialFeePayable officialFeePaid } } userErrors { code field data } } }`;

const TERMS = `mutation($input: SaveSettlementTermsInput!) { saveSettlementTerms(input: $input) { userErrors { code } } }`;
const MAKE = `mutation($input: MakeStatementInput!) { makeStatement(input: $input) {
  statement { gross retained net } userErrors { code } } }`;

let world: World;
let cashier: Actor;
beforeAll(async () => {
  world = await openWorld();
  cashier = await aStaff(world, ["payments.confirm", "orders.read"]);
});
afterAll(() => world.close());

const ONE_SUM = [
  step({
    ...{ name: "全款", nameEn: "Whole", shareBasisPoints: 10_000, nature: "ADVANCE", trigger: "ON_ORDER", gate: true },
  }),
];

/** A trademark of ¥950, of which ¥270 is the office's, paid in one sum or as the plan says. */
async function aTrademark(terms: Partial<CollectionTerms> = {}, plan: readonly PlanStepSpec[] = ONE_SUM) {
  const itemId = await anItem(world, { name: "商标注册" });
  const components = [{ itemId, officialFee: fen(27_000), ...terms }];
  const product = await aPublishedProduct(world, { title: "商标注册", components, plan });
  const supplier = await aSupplier(world, { services: [{ itemId, salePrice: fen(95_000), costPrice: fen(40_000) }] });
  return { product, supplier };
}
const feeOf = (order: MadeOrder, change: Record<string, unknown> = {}) => ({
  componentId: found(order.components[0]).id,
  amount: "27000",
  paidBy: "PLATFORM",
  reference: "GJJ-2026-0001",
  idempotencyKey: newId(),
  ...change,
});
const answer = async (actor: Actor, input: unknown): Promise<Data> =>
  found((await actor.ask(PAY_FEE, { input }))["payOfficialFee"]);
const linesOf = async (order: MadeOrder): Promise<Data> => {
  const reader = await aStaff(world, ["orders.read"]);
  const asked = "query($id: ID!) { staffOrder(id: $id) { lines { officialFee officialFeePayable officialFeePaid } } }";
  return found((await reader.ask(asked, { id: order.orderId }))["staffOrder"]?.["lines"]);
};
const books = (order: MadeOrder, ...accounts: string[]): Promise<number[]> =>
  Promise.all(accounts.map((account) => booked(world, order, account)));
const faults = async (): Promise<readonly string[]> => {
  world.clock.advance(1);
  return (await auditLedger(world.server.platform)).differences;
};

describe("an office's fee", () => {
  it("is held apart when the customer pays, and leaves by bank when the platform pays the office (G)", async () => {
    const { product } = await aTrademark();
    const order = await aPaidOrder(world, { product });
    expect(await books(order, "1002", "2203", "2241.G")).toEqual([95_000, -68_000, -27_000]);
    const { order: seen } = await cashier.do(PAY_FEE, feeOf(order));
    expect(seen?.["lines"]).toEqual([{ officialFee: "27000", officialFeePayable: "0", officialFeePaid: "27000" }]);
    expect(await books(order, "1002", "2203", "2241.G")).toEqual([68_000, -68_000, 0]);
    const { timeline } = await readOrder(order);
    expect(timeline).toContainEqual(
      expect.objectContaining({
        kind: "OFFICIAL_FEE_PAID",
        amount: "27000",
        subject: "商标注册",
        detail: "GJJ-2026-0001",
      }),
    );
    expect(await faults()).toEqual([]);
  });

  it("is owed to the supplier that paid it in advance, who reads it among what is due", async () => {
    const { product, supplier } = await aTrademark();
    const order = await aPaidOrder(world, { product });
    await cashier.do(PAY_FEE, feeOf(order, { paidBy: "SUPPLIER" }));
    expect(await books(order, "1002", "2202", "2241.G")).toEqual([95_000, -27_000, 0]);
    const sheet = await supplier.owner.ask("{ mySettlement { items { account amount: balance } } }");
    expect(sheet["mySettlement"]?.["items"]).toEqual([{ account: "OWED", amount: "27000" }]);
    expect(await faults()).toEqual([]);
  });

  it("is paid back whole: nothing of it is kept back for the warranty", async () => {
    const { product, supplier } = await aTrademark();
    const order = await aPaidOrder(world, { product });
    const staff = await aStaff(world);
    await cashier.do(PAY_FEE, feeOf(order, { paidBy: "SUPPLIER", reference: "GJJ-2026-0500" }));
    const [ticket] = await ticketsOf(world.server.platform.database.read, [order.orderId]);
    const ticketId = found(ticket).id;
    await complete(world, [{ ticketId, order, customer: order.customer, supplier, staff }]);
    const terms = { supplierId: supplier.supplierId, version: 0, cycle: "MANUAL", retentionRate: 1_000 };
    await staff.do(TERMS, { ...terms, retentionDays: 365 });
    world.clock.advance(8 * DAY);
    const clerk = await aStaff(world, ["settlement.read", "settlement.manage"]);
    const { statement } = await clerk.do(MAKE, { supplierId: supplier.supplierId, idempotencyKey: newId() });
    expect(statement).toEqual({ gross: "67000", retained: "4000", net: "63000" });
    cashier = await aStaff(world, ["payments.confirm", "orders.read"]);
  });

  it("may be passed on in parts, each with a receipt of its own, and never beyond what came for it", async () => {
    const { product } = await aTrademark({}, PLAN);
    const order = await aPaidOrder(world, { product });
    expect(await linesOf(order)).toEqual([{ officialFee: "27000", officialFeePayable: "8100", officialFeePaid: "0" }]);
    const over = await answer(cashier, feeOf(order, { amount: "8101" }));
    expect(over["userErrors"]).toEqual([{ code: "VALIDATION", field: "amount", data: '{"max":8100}' }]);
    await cashier.do(PAY_FEE, feeOf(order, { amount: "5000" }));
    expect(await cashier.refusal(PAY_FEE, feeOf(order, { amount: "3000" }))).toBe("VALIDATION");
    await cashier.do(PAY_FEE, feeOf(order, { amount: "3100", reference: "GJJ-2026-0002" }));
    expect(await linesOf(order)).toEqual([{ officialFee: "27000", officialFeePayable: "0", officialFeePaid: "8100" }]);
    expect(await faults()).toEqual([]);
  });

  it("is not asked of the customer again once the office has it", async () => {
    const { product } = await aTrademark({}, PLAN);
    const order = await aPaidOrder(world, { product });
    await cashier.do(PAY_FEE, feeOf(order, { amount: "8100" }));
    await payByTransfer(world, order, ({ name }) => name === "尾款");
    expect(await books(order, "2203", "2241.G")).toEqual([-68_000, -18_900]);
  });

  it("leaves once when it is noted twice, or by two cashiers at once", async () => {
    const { product } = await aTrademark();
    const order = await aPaidOrder(world, { product });
    const input = feeOf(order);
    const colleague = await aStaff(world, ["payments.confirm"]);
    const both = await Promise.all([
      answer(cashier, input),
      answer(colleague, feeOf(order, { reference: "GJJ-2026-0009" })),
    ]);
    expect(both.flatMap((each) => each["userErrors"] as unknown as { code: string }[])).toEqual([
      expect.objectContaining({ code: "VALIDATION", field: "amount" }),
    ]);
    expect(await books(order, "2241.G")).toEqual([0]);
    const repeated = await aPaidOrder(world, { product });
    const wish = feeOf(repeated);
    await cashier.do(PAY_FEE, wish);
    await cashier.do(PAY_FEE, wish);
    expect(await books(repeated, "2241.G", "1002")).toEqual([0, 68_000]);
  });

  it.each([["0"], ["-1"]])("is not noted for %s fen", async (amount) => {
    const { product } = await aTrademark();
    const order = await aPaidOrder(world, { product });
    expect(await cashier.refusal(PAY_FEE, feeOf(order, { amount }))).toBe("VALIDATION");
    expect(await books(order, "2241.G")).toEqual([-27_000]);
  });

  it("is not noted before it came, for a line without one, or for a line that does not exist", async () => {
    const { product } = await aTrademark();
    expect(await cashier.refusal(PAY_FEE, feeOf(await aPlacedOrder(world, { product })))).toBe("VALIDATION");
    const plain = await aTrademark({ officialFee: fen(0) });
    const order = await aPaidOrder(world, { product: plain.product });
    expect(await cashier.refusal(PAY_FEE, feeOf(order, { amount: "1" }))).toBe("VALIDATION");
    expect(await cashier.refusal(PAY_FEE, feeOf(order, { componentId: newId() }))).toBe("NOT_FOUND");
  });

  it("is noted by cashiers alone", async () => {
    const { product, supplier } = await aTrademark();
    const order = await aPaidOrder(world, { product });
    const reader = await aStaff(world, ["payments.read", "orders.read", "orders.edit"]);
    for (const somebody of [order.customer, supplier.owner, reader])
      expect(await somebody.error(PAY_FEE, { input: feeOf(order) })).toBe("FORBIDDEN");
  });
});

const DRAFT = `mutation($input: DraftAmendmentInput!) { draftAmendment(input: $input) {
  amendment { id version } userErrors { code } } }`;
const PROPOSE = `mutation($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) {
  amendment { id version } userErrors { code } } }`;
const CONSENT = "query($id: ID!) { order(id: $id) { amendments { id version hash } } }";
const ANSWER = "mutation($input: AnswerAmendmentInput!) { answerAmendment(input: $input) { userErrors { code } } }";
const AUDIT = "mutation($input: AuditAmendmentInput!) { auditAmendment(input: $input) { userErrors { code field } } }";

/** The order ends with so much of its only line done, or goes on with a change of it. */
function wished(order: MadeOrder, part: Record<string, unknown>): Record<string, unknown> {
  const ends = part["kind"] === "CANCEL";
  const about = { orderId: order.orderId, baseRevision: 1, way: "COLLECT", reason: "商标名要换" };
  return {
    ...{ ...about, kind: ends ? "CANCELLATION" : "CHANGE", fault: ends ? "CUSTOMER" : null },
    ...{ parts: [{ componentId: found(order.components[0]).id, ...part }], idempotencyKey: newId() },
  };
}

/** Everybody agrees to it; what the auditor sends. */
async function agreed(order: MadeOrder, part: Record<string, unknown>): Promise<Record<string, unknown>> {
  const office = await aStaff(world, ["orders.edit", "orders.read"]);
  const { amendment } = await office.do(DRAFT, wished(order, part));
  await office.do(PROPOSE, { amendmentId: amendment?.["id"], version: amendment?.["version"] });
  const { order: seen } = await order.customer.ask(CONSENT, { id: order.orderId });
  const shown = (seen?.["amendments"] as unknown as Data[]).find(({ id }) => id === amendment?.["id"]);
  const { id: amendmentId, version, hash } = found<Data>(shown);
  await order.customer.do(ANSWER, { amendmentId, version, hash, agree: true });
  return { amendmentId, version: Number(version) + 1, approve: true, idempotencyKey: newId() };
}

describe("an order that is ended midway", () => {
  it("keeps what was done and gives the fee that no office got back, before anything else", async () => {
    const { product } = await aTrademark();
    const order = await aPaidOrder(world, { product });
    const auditor = await aStaff(world, ["orders.audit", "orders.read"]);
    await auditor.do(AUDIT, await agreed(order, { kind: "CANCEL", doneShare: 2_000 }));
    expect(await books(order, "2203", "2241.G", "2241.R", "1122")).toEqual([0, 0, -76_000, 0]);
    const [revenue, vat] = await books(order, "6001", "2221");
    expect(Number(revenue) + Number(vat)).toBe(-19_000);
    expect(await faults()).toEqual([]);
  });

  it("never keeps less than the office has already", async () => {
    const { product } = await aTrademark();
    const order = await aPaidOrder(world, { product });
    await cashier.do(PAY_FEE, feeOf(order, { reference: "GJJ-2026-0700" }));
    const auditor = await aStaff(world, ["orders.audit", "orders.read"]);
    const office = await aStaff(world, ["orders.edit", "orders.read"]);
    for (const doneShare of [0, 2_000]) {
      expect(await office.refusal(DRAFT, wished(order, { kind: "CANCEL", doneShare }))).toBe("FEE_PASSED_ON");
    }
    const { version } = await readOrder(order);
    const walksAway = { orderId: order.orderId, version, reason: "不办了" };
    expect(await order.customer.refusal(CANCEL, walksAway)).toBe("INVALID_STATE");
    expect(await books(order, "2203", "2241.R")).toEqual([-68_000, 0]);
    await auditor.do(AUDIT, await agreed(order, { kind: "CANCEL", doneShare: 4_000 }));
    expect(await books(order, "2203", "2241.G", "2241.R")).toEqual([0, 0, -57_000]);
    const [revenue, vat] = await books(order, "6001", "2221");
    expect(Number(revenue) + Number(vat)).toBe(-11_000);
    expect(await faults()).toEqual([]);
  });
});
