import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY, MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { sendRefund } from "../src/payments/send-refund.flow.js";
import { writePolicy } from "../src/platform/policies.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked } from "./kit/cash-desk.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aStagedOrder, complete } from "./kit/makers-fulfilment.js";
import {
  aPaidOrder,
  aPicture,
  aPlacedOrder,
  aSellableProduct,
  type MadeOrder,
  payByTransfer,
} from "./kit/makers-orders.js";
import {
  AGREE_REFUND,
  APPROVE_REFUND,
  approved,
  asked,
  BLAMELESS,
  CHOOSE_ROUTE,
  PAY_REFUND,
  PROPOSE_REFUND,
  payByChannel,
  proposalFor,
  proposed,
  REJECT_REFUND,
  REQUEST_REFUND,
  STAFF_REFUND,
  WITHDRAW_REFUND,
  wishOf,
} from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const STAFF_VIEW = `query($id: ID!) { staffRefund(id: $id) ${STAFF_REFUND} }`;
const ORDER = `query($id: ID!) { order(id: $id) { refunded refunds { id state } refundable { available
  lines { componentId available } tenders { paymentId } } timeline { kind amount } } }`;
const BANK = { payeeName: "林晓", payeeAccount: "6222020000001234" };

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let clerk: Actor;
let approver: Actor;
let cashier: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  clerk = await aStaff(world, ["refunds.read", "refunds.propose"]);
  approver = await aStaff(world, ["refunds.read", "refunds.propose", "refunds.approve", "refunds.execute"]);
  cashier = await aStaff(world, ["refunds.read", "refunds.execute"]);
});
afterAll(() => world.close());

const seen = (refund: Data, change: Record<string, unknown> = {}) => ({
  refundId: refund["id"],
  version: refund["version"],
  ...change,
});
const now = async (refund: Data): Promise<Data> =>
  (await approver.ask(STAFF_VIEW, { id: refund["id"] }))["staffRefund"] as Data;
const partOf = (refund: Data, index = 0): Data => (refund["parts"] as unknown as Data[])[index] as Data;
const orderOf = async (order: MadeOrder): Promise<Data> =>
  (await order.customer.ask(ORDER, { id: order.orderId }))["order"] as Data;

async function paidByChannel(): Promise<MadeOrder> {
  const order = await aPlacedOrder(world, { product });
  await payByChannel(world, order);
  return order;
}
const answer = (refund: Data, amount: number, change: Record<string, unknown> = {}) => ({
  refundId: refund["id"],
  version: refund["version"],
  components: [{ componentId: (refund["lines"] as unknown as Data[])[0]?.["componentId"], amount: String(amount) }],
  responsibility: BLAMELESS,
  idempotencyKey: newId(),
  ...change,
});

describe("a refund that a customer asks for", () => {
  it("goes back by the channel it came by, once it was proposed and approved, and never is earned", async () => {
    const order = await paidByChannel();
    const photoId = (await order.customer.upload("REFUND", await aPicture())).body["id"];
    const wish = await asked(order, 1_000, { photoIds: [photoId] });
    expect(wish).toMatchObject({ state: "REQUESTED", asked: "1000", amount: "0", availableActions: ["WITHDRAW"] });
    expect(wish["photos"]).toEqual([{ id: photoId }]);
    const plan = (await clerk.do(PROPOSE_REFUND, answer(wish, 1_000)))["refund"] as Data;
    expect(plan).toMatchObject({ state: "AGREED", amount: "1000" });
    expect(partOf(plan)).toMatchObject({ amount: "1000", route: "ORIGINAL", state: "PLANNED", tender: "TEST_CHANNEL" });
    expect(await booked(world, order, "2241.R")).toBe(0);
    const granted = await approved(approver, plan);
    expect(granted["state"]).toBe("APPROVED");
    expect([await booked(world, order, "2241.R"), await booked(world, order, "2203")]).toEqual([-1_000, -5_000]);
    await world.settle();
    expect(await now(granted)).toMatchObject({ state: "SUCCEEDED", parts: [{ state: "SUCCEEDED" }] });
    expect([await booked(world, order, "2241.R"), await booked(world, order, "1012.TEST")]).toEqual([0, 5_000]);
    const told = await orderOf(order);
    expect(told).toMatchObject({ refunded: "1000", refundable: { available: "5000", tenders: [] } });
    const kinds = (told["timeline"] as unknown as Data[]).map(({ kind }) => String(kind));
    expect(kinds.filter((kind) => kind.startsWith("REFUND"))).toEqual([
      "REFUND_REQUESTED",
      "REFUND_AGREED",
      "REFUND_APPROVED",
      "REFUND_SUCCEEDED",
    ]);
  });

  it("lowers what is earned later by what went back before", async () => {
    const { order, tickets } = await aStagedOrder(world, [1]);
    await approved(approver, await proposed(clerk, order, 1_000));
    await complete(world, tickets);
    const earned = -(await booked(world, order, "6001")) - (await booked(world, order, "2221"));
    expect(earned).toBe(9_000);
    await payByTransfer(world, order);
    expect([await booked(world, order, "1122"), await booked(world, order, "2203")]).toEqual([0, 0]);
  });

  it("waits for the customer when it is not as asked, and is nobody else's to answer", async () => {
    const order = await paidByChannel();
    const wish = await asked(order, 1_000);
    const plan = (await clerk.do(PROPOSE_REFUND, answer(wish, 600)))["refund"] as Data;
    expect(plan["state"]).toBe("PROPOSED");
    const early = seen(plan, { idempotencyKey: newId() });
    expect(await approver.refusal(APPROVE_REFUND, early)).toBe("INVALID_STATE");
    const stranger = (await aPaidOrder(world, { product })).customer;
    expect(await stranger.refusal(AGREE_REFUND, seen(plan))).toBe("NOT_FOUND");
    expect(await order.customer.refusal(AGREE_REFUND, { ...seen(plan), version: 1 })).toBe("STALE_VERSION");
    const agreed = (await order.customer.do(AGREE_REFUND, seen(plan)))["refund"] as Data;
    expect(agreed).toMatchObject({ state: "AGREED", asked: "1000", amount: "600", availableActions: ["WITHDRAW"] });
  });

  it("can be withdrawn or rejected with a reason until it is approved, and not after", async () => {
    const order = await paidByChannel();
    const wish = await asked(order, 1_000);
    expect(await order.customer.refusal(REQUEST_REFUND, wishOf(order, 1))).toBe("INVALID_STATE");
    await order.customer.do(WITHDRAW_REFUND, seen(wish));
    const again = await asked(order, 900);
    expect(await clerk.refusal(REJECT_REFUND, seen(again, { reason: " " }))).toBe("REASON_REQUIRED");
    const rejected = (await clerk.do(REJECT_REFUND, seen(again, { reason: "已全部完成" })))["refund"];
    expect(rejected).toMatchObject({ state: "REJECTED" });
    const third = await asked(order, 800);
    const granted = await approved(approver, (await clerk.do(PROPOSE_REFUND, answer(third, 800)))["refund"] as Data);
    expect(await order.customer.refusal(WITHDRAW_REFUND, seen(granted))).toBe("INVALID_STATE");
    expect(await clerk.refusal(REJECT_REFUND, seen(granted, { reason: "太晚了" }))).toBe("INVALID_STATE");
  });

  it("refuses nothing, too much, another's order and a key that was used for something else", async () => {
    const order = await paidByChannel();
    const other = await paidByChannel();
    const refusal = (amount: number, change: Record<string, unknown> = {}) =>
      order.customer.refusal(REQUEST_REFUND, wishOf(order, amount, change));
    expect(await refusal(0)).toBe("VALIDATION");
    expect(await refusal(-5)).toBe("VALIDATION");
    expect(await refusal(6_001)).toBe("REFUND_EXCEEDS_PAID");
    expect(await refusal(100, { components: [] })).toBe("VALIDATION");
    expect(await refusal(100, { reason: "" })).toBe("REASON_REQUIRED");
    expect(await refusal(100, { orderId: other.orderId })).toBe("NOT_FOUND");
    const foreign = [{ componentId: other.components[0]?.id, amount: "100" }];
    expect(await refusal(100, { components: foreign })).toBe("NOT_FOUND");
    const idempotencyKey = newId();
    const first = await asked(order, 100, { idempotencyKey });
    expect((await asked(order, 100, { idempotencyKey }))["id"]).toBe(first["id"]);
    expect(await refusal(200, { idempotencyKey })).toBe("IDEMPOTENCY_KEY_REUSED");
  });
});

describe("a refund after the work was accepted", () => {
  it("takes revenue and VAT back and claims from the supplier what it bears, which the supplier sees and nobody else", async () => {
    const { order, tickets } = await aStagedOrder(world, [1]);
    await complete(world, tickets);
    await payByTransfer(world, order);
    const responsibility = { platform: 3_000, supplier: 7_000, customer: 0 };
    const granted = await approved(approver, await proposed(clerk, order, 1_000, { responsibility }));
    expect(granted["lines"]).toMatchObject([{ amount: "1000", borne: "700", claimed: "700" }]);
    expect([await booked(world, order, "6001"), await booked(world, order, "2221")]).toEqual([-8_491, -509]);
    expect([await booked(world, order, "1221.S"), await booked(world, order, "2241.R")]).toEqual([700, -1_000]);
    expect(partOf(granted)).toMatchObject({ instalmentName: "尾款", route: "BANK", state: "WAITING_CASHIER" });
    const SHARES = `{ myRefundShares { edges { node { orderNo itemName refundNo amount borne claimed reason } } } }`;
    const owner = tickets[0]?.supplier.owner as Actor;
    const shares = (await owner.ask(SHARES))["myRefundShares"] as unknown as { edges: { node: Data }[] };
    expect(shares.edges.map(({ node }) => node)).toMatchObject([
      { orderNo: order.no, amount: "1000", borne: "700", claimed: "700", reason: "补偿客户" },
    ]);
    const other = await aStagedOrder(world, [1]);
    const theirs = (await (other.tickets[0]?.supplier.owner as Actor).ask(SHARES))["myRefundShares"] as Data;
    expect(theirs["edges"]).toEqual([]);
  });
});

describe("approving", () => {
  it("takes a person who had no hand in it, within the limit that the policy sets", async () => {
    const order = await paidByChannel();
    const own = await proposed(approver, order, 100);
    const wish = seen(own, { idempotencyKey: newId() });
    expect(await approver.refusal(APPROVE_REFUND, wish)).toBe("FOUR_EYES");
    expect(await clerk.error(APPROVE_REFUND, { input: wish })).toBe("FORBIDDEN");
    const admin = await aStaff(world);
    const SET = `mutation($input: ChangePolicyInput!) { changePolicy(input: $input) { userErrors { code } } }`;
    const limit = { key: "refunds.approval-limit" };
    await admin.do(SET, { ...limit, seen: "5000000", value: "99" });
    const boss = await aStaff(world, ["refunds.read", "refunds.approve"]);
    expect(await boss.refusal(APPROVE_REFUND, wish)).toBe("REFUND_OVER_LIMIT");
    await admin.do(APPROVE_REFUND, { ...wish, idempotencyKey: newId() });
    await admin.do(SET, { ...limit, seen: "99", value: "5000000" });
  });

  it("counts what was approved of the order before, so that nobody passes the limit in pieces", async () => {
    const order = await paidByChannel();
    const limit = (seenNow: string, value: string) =>
      world.server.platform.work.run(SYSTEM, (tx) => writePolicy(tx, "refunds.approval-limit", seenNow, value));
    await limit("5000000", "250");
    const [one, other] = [await proposed(clerk, order, 200), await proposed(clerk, order, 100)];
    await approver.do(APPROVE_REFUND, seen(one, { idempotencyKey: newId() }));
    const rest = seen(other, { idempotencyKey: newId() });
    expect(await approver.refusal(APPROVE_REFUND, rest)).toBe("REFUND_OVER_LIMIT");
    expect(await booked(world, order, "2241.R")).toBe(-200);
    await limit("250", "5000000");
    await approver.do(APPROVE_REFUND, rest);
  });

  it("lets one of two refunds win that together are more than was paid", async () => {
    const order = await paidByChannel();
    const [one, other] = [await proposed(clerk, order, 4_000), await proposed(clerk, order, 4_000)];
    const boss = await aStaff(world, ["refunds.read", "refunds.approve"]);
    const outcome = async (actor: Actor, refund: Data): Promise<string> => {
      const input = seen(refund, { idempotencyKey: newId() });
      const data = await actor.ask(APPROVE_REFUND, { input });
      const errors = (data["approveRefund"] as Data)["userErrors"] as unknown as { code: string }[];
      return errors[0]?.code ?? "APPROVED";
    };
    const both = await Promise.all([outcome(approver, one), outcome(boss, other)]);
    expect(both.sort()).toEqual(["APPROVED", "REFUND_EXCEEDS_PAID"]);
    expect(await booked(world, order, "2241.R")).toBe(-4_000);
  });

  it("approves the same refund once, however many press at once", async () => {
    const order = await paidByChannel();
    const plan = await proposed(clerk, order, 500);
    const people = [approver, await aStaff(world, ["refunds.read", "refunds.approve"])];
    const tries = people.map(async (actor) => {
      const data = await actor.ask(APPROVE_REFUND, { input: seen(plan, { idempotencyKey: newId() }) });
      return ((data["approveRefund"] as Data)["userErrors"] as unknown as { code: string }[])[0]?.code ?? "APPROVED";
    });
    expect((await Promise.all(tries)).sort()).toEqual(["APPROVED", "STALE_VERSION"]);
    expect(await booked(world, order, "2241.R")).toBe(-500);
  });
});

describe("parts by hand", () => {
  it("come from the chosen payments, with a reason, within what is left of each", async () => {
    const order = await paidByChannel();
    const sources = (await proposed(clerk, order, 10))["refundable"] as Data;
    const tender = (sources["tenders"] as unknown as Data[])[0] as Data;
    const { paymentId, instalmentId } = tender as unknown as { paymentId: string; instalmentId: string };
    const from = (amount: number, change = {}) => ({
      allocations: [{ paymentId, instalmentId, amount: String(amount), ...change }],
      overrideReason: "客户要求转账",
    });
    const refusal = (amount: number, change: Record<string, unknown>) =>
      clerk.refusal(PROPOSE_REFUND, proposalFor(order, amount, change));
    expect(await refusal(500, { ...from(500), overrideReason: "" })).toBe("REASON_REQUIRED");
    expect(await refusal(500, from(400))).toBe("VALIDATION");
    expect(await refusal(6_001, from(6_001))).toBe("REFUND_EXCEEDS_PAID");
    expect(await refusal(500, { responsibility: { platform: 1, supplier: 0, customer: 0 } })).toBe("VALIDATION");
    expect(await refusal(500, { ...from(500, { paymentId: newId() }) })).toBe("NOT_FOUND");
    const plan = await proposed(clerk, order, 500, from(500, { route: "BANK" }));
    expect(partOf(plan)).toMatchObject({ amount: "500", route: "BANK" });
    expect(plan["overrideReason"]).toBe("客户要求转账");
  });
});

describe("paying", () => {
  it("leaves a part that its channel refused to the cashier, and repeats none of the others", async () => {
    const order = await paidByChannel();
    const refused = await approved(approver, await proposed(clerk, order, 4_404));
    await world.settle();
    const failed = await now(refused);
    expect(failed["state"]).toBe("PARTLY_FAILED");
    expect(partOf(failed)).toMatchObject({ state: "FAILED", failure: "测试通道拒绝了这笔退款" });
    expect(await booked(world, order, "1012.TEST")).toBe(6_000);
    const part = { allocationId: partOf(failed)["id"], version: partOf(failed)["version"] };
    const chosen = (await cashier.do(CHOOSE_ROUTE, part))["refund"] as Data;
    expect(chosen["state"]).toBe("EXECUTING");
    expect(partOf(chosen)).toMatchObject({ route: "BANK", state: "WAITING_CASHIER" });
    const paid = { ...part, version: partOf(chosen)["version"], ...BANK, bankReference: "ICBC 0001" };
    expect(await approver.refusal(PAY_REFUND, { ...paid, idempotencyKey: newId() })).toBe("FOUR_EYES");
    expect(await cashier.refusal(PAY_REFUND, { ...paid, version: 1, idempotencyKey: newId() })).toBe("STALE_VERSION");
    const done = (await cashier.do(PAY_REFUND, { ...paid, idempotencyKey: newId() }))["refund"] as Data;
    expect(done["state"]).toBe("SUCCEEDED");
    expect([await booked(world, order, "1002"), await booked(world, order, "2241.R")]).toEqual([-4_404, 0]);
    const other = await paidByChannel();
    const second = await approved(approver, await proposed(clerk, other, 4_404));
    await world.settle();
    const next = partOf(await now(second));
    const routed = (await cashier.do(CHOOSE_ROUTE, { allocationId: next["id"], version: next["version"] }))["refund"];
    const repeat = { allocationId: next["id"], version: partOf(routed as Data)["version"], ...BANK };
    const used = { ...repeat, bankReference: "icbc0001", idempotencyKey: newId() };
    expect(await cashier.refusal(PAY_REFUND, used)).toBe("VALIDATION");
  });

  it("books a part once, however often the channel is asked", async () => {
    const order = await paidByChannel();
    const granted = await approved(approver, await proposed(clerk, order, 700));
    const id = String(partOf(granted)["id"]);
    await Promise.all([1, 2, 3].map(() => sendRefund(world.server.platform, id)));
    await world.settle();
    expect(await booked(world, order, "1012.TEST")).toBe(5_300);
  });

  it("asks again for what is under way at the channel, and books it when the channel is done", async () => {
    const order = await paidByChannel();
    const granted = await approved(approver, await proposed(clerk, order, 5_505));
    await world.settle();
    expect(partOf(await now(granted))).toMatchObject({ state: "SENDING" });
    expect(await booked(world, order, "1012.TEST")).toBe(6_000);
    world.clock.advance(2 * MINUTE);
    await world.settle();
    expect(partOf(await now(granted))).toMatchObject({ state: "SENDING" });
    world.clock.advance(4 * MINUTE);
    await world.settle();
    expect((await now(granted))["state"]).toBe("SUCCEEDED");
    expect([await booked(world, order, "1012.TEST"), await booked(world, order, "2241.R")]).toEqual([495, 0]);
  });

  it("goes on after a process that died between the channel's answer and the books, once", async () => {
    const order = await paidByChannel();
    const granted = await approved(approver, await proposed(clerk, order, 700));
    const { platform } = world.server;
    const dies = Object.create(platform, {
      work: { value: { ...platform.work, run: () => Promise.reject(new Error("The process died.")) } },
    }) as typeof platform;
    await expect(sendRefund(dies, String(partOf(granted)["id"]))).rejects.toThrow("died");
    expect(await booked(world, order, "1012.TEST")).toBe(6_000);
    world.clock.advance(2 * MINUTE);
    await world.settle();
    expect((await now(granted))["state"]).toBe("SUCCEEDED");
    expect(await booked(world, order, "1012.TEST")).toBe(5_300);
  });

  it("goes by bank of itself when the channel's year is over", async () => {
    const order = await paidByChannel();
    const plan = await proposed(clerk, order, 300);
    expect(partOf(plan)["route"]).toBe("ORIGINAL");
    world.clock.advance(366 * DAY);
    const people = await Promise.all([
      aStaff(world, ["refunds.read", "refunds.propose"]),
      aStaff(world, ["refunds.read", "refunds.approve"]),
    ]);
    const granted = await approved(people[1] as Actor, plan);
    expect(partOf(granted)).toMatchObject({ route: "BANK", state: "WAITING_CASHIER" });
    const fresh = await proposed(people[0] as Actor, order, 200);
    expect(partOf(fresh)["route"]).toBe("BANK");
  });
});
