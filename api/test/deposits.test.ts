import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanStepSpec } from "../src/catalogue/product.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { orderById } from "../src/orders/order.store.js";
import { writePolicy } from "../src/platform/policies.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { booked, readOrder, START } from "./kit/cash-desk.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, planPart } from "./kit/makers-catalogue.js";
import { aStagedOrder, bringTo } from "./kit/makers-fulfilment.js";
import { aPaidOrder, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code }";
const CANCEL = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { order { state moneyState } ${ERRORS} } }`;
const AMENDED = "amendment { id version effect { refund forfeit compensation } }";
const DRAFT = `mutation($input: DraftAmendmentInput!) { draftAmendment(input: $input) { ${AMENDED} ${ERRORS} } }`;
const PROPOSE = `mutation($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) { ${AMENDED} ${ERRORS} } }`;
const ANSWER = `mutation($input: AnswerAmendmentInput!) { answerAmendment(input: $input) { amendment { state } ${ERRORS} } }`;
const AUDIT = `mutation($input: AuditAmendmentInput!) { auditAmendment(input: $input) { amendment { state } ${ERRORS} } }`;
const SEEN = `query($id: ID!) { order(id: $id) { state version cancellation { allowed paid forfeit refund }
  amendments { id hash version } refunds { amount compensation source state } } }`;

let world: World;
let editor: Actor;
let auditor: Actor;

beforeAll(async () => {
  world = await openWorld();
  editor = await aStaff(world, ["orders.read", "orders.edit"]);
  auditor = await aStaff(world, ["orders.read", "orders.audit"]);
});
afterAll(() => world.close());

const part = (name: string, share: number, spec: Partial<PlanStepSpec>): PlanStepSpec =>
  planPart(name, share, { nature: "FINAL", ...spec });
/** ¥20 定金 that opens the work, ¥30 advance and ¥50 at the end of ¥100. */
const plan = [
  part("定金", 20, { nature: "DEPOSIT", trigger: "ON_ORDER", gate: true }),
  part("预付款", 30, { nature: "ADVANCE", trigger: "ON_TICKETS_STARTED" }),
  part("尾款", 50, {}),
];
const anOrder = async () => (await aStagedOrder(world, [1], { plan })).order;

const seen = async (order: MadeOrder) => found((await order.customer.ask(SEEN, { id: order.orderId }))["order"]);
const cancelled = async (order: MadeOrder) => {
  const { version } = await seen(order);
  return order.customer.do(CANCEL, { orderId: order.orderId, version, reason: "不做了" });
};
/** Debit less credit of what a 定金 moves: advances, lost deposits, compensation, what goes back. */
const books = async (order: MadeOrder) =>
  Promise.all(["2203", "6052", "6711", "2241.R"].map((account) => booked(world, order, account)));
const NOTHING_PAID_BACK = 0;

/** Staff end the order for a fault of somebody's; who has a say says yes. */
async function ended(order: MadeOrder, fault: "PLATFORM" | "SUPPLIER" | "CUSTOMER") {
  const parts = order.components.map(({ id: componentId }) => ({ kind: "CANCEL", componentId, doneShare: 0 }));
  const { revision } = found(await orderById(world.server.platform.database.read, order.orderId));
  const content = {
    orderId: order.orderId,
    baseRevision: revision,
    kind: "CANCELLATION",
    fault,
    way: "COLLECT",
    parts,
  };
  const made = (await editor.do(DRAFT, { ...content, reason: "无法履约", idempotencyKey: newId() }))["amendment"];
  await editor.do(PROPOSE, { amendmentId: made?.["id"], version: made?.["version"] });
  const [amendment] = (await seen(order))["amendments"] as unknown as { id: string; hash: string; version: number }[];
  const { id: amendmentId, hash, version } = found(amendment);
  await order.customer.do(ANSWER, { amendmentId, hash, version, agree: true });
  const now = found((await seen(order))["amendments"]?.[0]);
  await auditor.do(AUDIT, { amendmentId, version: now["version"], approve: true, idempotencyKey: newId() });
  return made?.["effect"];
}

describe("who pays a 定金 and walks away", () => {
  it("loses it, was told so before, and owes nothing more", async () => {
    const order = await anOrder();
    expect((await seen(order))["cancellation"]).toEqual({ allowed: true, paid: "2000", forfeit: "2000", refund: "0" });
    expect((await cancelled(order))["order"]).toMatchObject({ state: "CANCELLED" });
    expect(await books(order)).toEqual([0, -2_000, 0, NOTHING_PAID_BACK]);
    expect((await seen(order))["refunds"]).toEqual([]);
    expect((await readOrder(order))["due"]).toBe("0");
  });

  it("gets back what was paid besides it", async () => {
    const order = await anOrder();
    await payByTransfer(world, order, ({ name }) => name === "预付款");
    expect((await seen(order))["cancellation"]).toMatchObject({ paid: "5000", forfeit: "2000", refund: "3000" });
    await cancelled(order);
    expect(await books(order)).toEqual([0, -2_000, 0, -3_000]);
    expect((await seen(order))["refunds"]).toMatchObject([
      { amount: "3000", compensation: "0", source: "CANCELLATION" },
    ]);
  });

  it("gets all of it back where the policy says so", async () => {
    await policy("off");
    const order = await anOrder();
    expect((await seen(order))["cancellation"]).toMatchObject({ forfeit: "0", refund: "2000" });
    await cancelled(order);
    expect(await books(order)).toEqual([0, 0, 0, -2_000]);
    await policy("on");
  });

  it("gets it back where a supplier sells: what is held for it is not the platform's to keep", async () => {
    const itemId = await anItem(world);
    await aSupplier(world, { services: [{ itemId }] });
    const components = [{ itemId, collectionMode: "CUSTODY" as const, commissionRate: 1_000 }];
    const order = await aPaidOrder(world, { product: await aPublishedProduct(world, { components, plan }) });
    expect(await booked(world, order, "2241.H")).toBe(-2_000);
    expect((await seen(order))["cancellation"]).toEqual({ allowed: true, paid: "2000", forfeit: "0", refund: "2000" });
    expect((await cancelled(order))["order"]).toMatchObject({ state: "CANCELLED" });
    expect([await booked(world, order, "2241.H"), ...(await books(order))]).toEqual([0, 0, 0, 0, -2_000]);
  });

  it("loses it once: a second cancelling is refused, and of two at once one is", async () => {
    const order = await anOrder();
    const { version } = await seen(order);
    const input = { orderId: order.orderId, version, reason: "不做了" };
    await Promise.all([order.customer.send(CANCEL, { input }), order.customer.send(CANCEL, { input })]);
    expect(await books(order)).toEqual([0, -2_000, 0, NOTHING_PAID_BACK]);
    expect(await order.customer.refusal(CANCEL, { ...input, version: (await seen(order))["version"] })).toBe(
      "INVALID_STATE",
    );
  });

  it("can't do so by themselves once work began", async () => {
    const { order, tickets } = await aStagedOrder(world, [1], { plan });
    await bringTo(world, found(tickets[0]), "IN_PROGRESS");
    const { cancellation, version } = await seen(order);
    expect(cancellation).toMatchObject({ allowed: false, forfeit: "0" });
    const input = { orderId: order.orderId, version, reason: "不做了" };
    expect(await order.customer.refusal(CANCEL, input)).toBe("INVALID_STATE");
    expect(await books(order)).toEqual([-2_000, 0, 0, NOTHING_PAID_BACK]);
  });
});

describe("an order that ends by a fault", () => {
  it.each(["PLATFORM", "SUPPLIER"] as const)("of the %s gives the 定金 back twice", async (fault) => {
    const order = await anOrder();
    expect(await ended(order, fault)).toEqual({ refund: "2000", forfeit: "0", compensation: "2000" });
    expect(await books(order)).toEqual([0, 0, 2_000, -4_000]);
    expect((await seen(order))["refunds"]).toMatchObject([{ amount: "4000", compensation: "2000", state: "APPROVED" }]);
    expect((await seen(order))["state"]).toBe("CANCELLED");
  });

  it("doubles nothing but the 定金", async () => {
    const order = await anOrder();
    await payByTransfer(world, order, ({ name }) => name === "预付款");
    expect(await ended(order, "PLATFORM")).toMatchObject({ refund: "5000", compensation: "2000" });
    expect(await books(order)).toEqual([0, 0, 2_000, -7_000]);
  });

  it("of the customer keeps the 定金, as when they end it themselves", async () => {
    const order = await anOrder();
    expect(await ended(order, "CUSTOMER")).toEqual({ refund: "0", forfeit: "2000", compensation: "0" });
    expect(await books(order)).toEqual([0, -2_000, 0, NOTHING_PAID_BACK]);
  });

  it("takes no more money afterwards", async () => {
    const order = await anOrder();
    await ended(order, "PLATFORM");
    const last = found(order.instalments.at(-1));
    const input = { instalmentId: last.id, tender: "BANK_TRANSFER", idempotencyKey: newId() };
    expect(await order.customer.refusal(START, input)).toBe("NOTHING_DUE");
  });
});

const policy = (value: "on" | "off") =>
  world.server.platform.work.run(SYSTEM, (tx) =>
    writePolicy(tx, "orders.deposit-forfeits", value === "on" ? "off" : "on", value),
  );
