import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanStepSpec } from "../src/catalogue/product.js";
import { contractsOf } from "../src/contracts/contract.store.js";
import { DAY } from "../src/kernel/clock.js";
import { dayOf } from "../src/kernel/day.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { orderStream } from "../src/orders/facts.js";
import { orderById } from "../src/orders/order.store.js";
import { instalmentsOf } from "../src/payments/instalment.store.js";
import { FactRow } from "../src/platform/platform.table.js";
import { writePolicy } from "../src/platform/policies.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Data } from "./kit/actor.js";
import { booked, readOrder, START } from "./kit/cash-desk.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, planPart } from "./kit/makers-catalogue.js";
import { aContract, aContractProduct } from "./kit/makers-contracts.js";
import {
  accept,
  approve,
  approveReport,
  aStagedOrder,
  bringTo,
  complete,
  deliver,
  post,
  START_WORK,
  sign,
  ticketNow,
} from "./kit/makers-fulfilment.js";
import { aPlacedOrder, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const FIRST = { nature: "ADVANCE", trigger: "ON_ORDER", gate: true } as const;
const deposit = planPart("定金", 20, { nature: "DEPOSIT", trigger: "ON_ORDER", gate: true });

const planOf = async (order: MadeOrder) => instalmentsOf(world.server.platform.database.read, [order.orderId]);
const states = async (order: MadeOrder): Promise<string> =>
  (await planOf(order)).map(({ name, state }) => `${name} ${state}`).join(", ");
/** What the order's story says, read behind every session: days pass here, and sessions end. */
const kindsTold = async ({ orderId }: MadeOrder): Promise<string[]> => {
  const facts = await world.server.platform.database.read.rows(FactRow, "WHERE t.stream = ? ORDER BY t.seq", [
    orderStream(orderId),
  ]);
  return facts.map(({ kind }) => kind);
};
async function pass(days: number): Promise<void> {
  world.clock.advance(days * DAY);
  await world.server.courier.drain();
}

describe("the parts of a plan fall due", () => {
  it("when a milestone of their component is approved, and not by that of another", async () => {
    const plan = [
      deposit,
      planPart("水电款", 80, { trigger: "ON_MILESTONE", milestone: "BEGUN", componentPosition: 2 }),
    ];
    const { order, tickets } = await aStagedOrder(world, [1, 1], { plan });
    const [first, second] = [found(tickets[0]), found(tickets[1])];
    for (const made of [first, second]) await bringTo(world, made, "IN_PROGRESS");
    await approveReport(first, await post(first, "BEGUN"));
    expect(await states(order)).toBe("定金 PAID, 水电款 PLANNED");
    const report = await post(second, "BEGUN");
    expect(await states(order)).toBe("定金 PAID, 水电款 PLANNED");
    await approveReport(second, report);
    expect(await states(order)).toBe("定金 PAID, 水电款 DUE");
    const asked = `query($id: ID!) { order(id: $id) { instalments { milestoneName } } }`;
    const { order: seen } = await order.customer.ask(asked, { id: order.orderId });
    expect(seen?.["instalments"]).toEqual([{ milestoneName: null }, { milestoneName: "开工" }]);
  });

  it("on their day, which is known from the beginning", async () => {
    const plan = [deposit, planPart("月付", 80, { trigger: "ON_DATE", afterDays: 30 })];
    const { order } = await aStagedOrder(world, [1], { plan });
    const [, monthly] = await planOf(order);
    expect(monthly).toMatchObject({ state: "PLANNED", dueAt: found(monthly?.dueOn) });
    await pass(29);
    expect(await states(order)).toBe("定金 PAID, 月付 PLANNED");
    expect((await kindsTold(order)).filter((kind) => kind === "InstalmentReminded")).toHaveLength(1);
    await pass(2);
    expect(await states(order)).toBe("定金 PAID, 月付 DUE");
  });

  it("when all work is accepted, though the milestone they waited for was none of theirs", async () => {
    const plan = [
      deposit,
      planPart("节点款", 80, { trigger: "ON_MILESTONE", milestone: "DONE", componentPosition: 1 }),
    ];
    const { order, tickets } = await aStagedOrder(world, [1], { plan });
    await complete(world, tickets);
    expect(await states(order)).toBe("定金 PAID, 节点款 DUE");
  });
});

describe("a day that comes while the order waits for its auditor", () => {
  const AUDIT = `mutation($input: AuditOrderInput!) { auditOrder(input: $input) { order { state } userErrors { code } } }`;
  const limit = (from: number, to: number) =>
    world.server.platform.work.run(SYSTEM, (tx) => writePolicy(tx, "orders.audit-limit", String(from), String(to)));

  it("asks for nothing and reminds nobody; what it stands for falls due when the order is let pass", async () => {
    const itemId = await anItem(world);
    await aSupplier(world, { services: [{ itemId }] });
    const monthly = planPart("月付", 80, { trigger: "ON_DATE", afterDays: 3, graceDays: 1 });
    const product = await aPublishedProduct(world, { components: [{ itemId }], plan: [deposit, monthly] });
    await limit(5_000_000, 100);
    const order = await aPlacedOrder(world, { product });
    await limit(100, 5_000_000);
    for (const days of [2, 2, 5]) await pass(days);
    expect(await states(order)).toBe("定金 PLANNED, 月付 PLANNED");
    const told = await kindsTold(order);
    expect(told.filter((kind) => kind.startsWith("Instalment"))).toEqual([]);

    const auditor = await aStaff(world, ["orders.read", "orders.audit"]);
    const { version } = found(await orderById(world.server.platform.database.read, order.orderId));
    await auditor.do(AUDIT, { orderId: order.orderId, version, approve: true });
    expect(await states(order)).toBe("定金 DUE, 月付 DUE");
    expect((await planOf(order))[1]?.dueAt).toBe(world.clock.now());
    await pass(2);
    expect(await states(order)).toBe("定金 DUE, 月付 OVERDUE");
    expect(await kindsTold(order)).toEqual(expect.arrayContaining(["InstalmentDue", "InstalmentReminded"]));
  });
});

describe("what is late", () => {
  const late = planPart("进场款", 80, { trigger: "ON_DATE", afterDays: 5, graceDays: 3, overdueAction: "PAUSE_WORK" });

  it("is overdue after its grace and still payable, and work stands still until it is paid", async () => {
    const { order, tickets } = await aStagedOrder(world, [1, 2], { plan: [deposit, late] });
    const first = found(tickets[0]);
    await bringTo(world, first, "ASSIGNED");
    await pass(6);
    expect(await states(order)).toBe("定金 PAID, 进场款 DUE");
    await pass(3);
    expect(await states(order)).toBe("定金 PAID, 进场款 OVERDUE");
    const { version } = await ticketNow(world, first);
    expect(await first.supplier.owner.refusal(START_WORK, { ticketId: first.ticketId, version })).toBe("WORK_PAUSED");
    const sees = `query($id: ID!) { supplierTicket(id: $id) { workPaused } }`;
    expect((await first.supplier.owner.ask(sees, { id: first.ticketId }))["supplierTicket"]).toEqual({
      workPaused: true,
    });
    expect((await readOrder(order))["nextStep"]).toEqual({ actor: "CUSTOMER", code: "PAY_INSTALMENT" });
    await payByTransfer(world, order);
    expect(await states(order)).toBe("定金 PAID, 进场款 PAID");
    expect(await kindsTold(order)).toEqual(expect.arrayContaining(["InstalmentOverdue", "WorkResumed"]));
    await first.supplier.owner.do(START_WORK, { ticketId: first.ticketId, version });
  });

  it("keeps a ticket from being offered, and the payment has it offered", async () => {
    const { order, tickets } = await aStagedOrder(world, [1, 2], { plan: [deposit, late] });
    const [first, second] = [found(tickets[0]), found(tickets[1])];
    await bringTo(world, first, "IN_PROGRESS");
    await pass(6);
    await pass(3);
    expect(await states(order)).toBe("定金 PAID, 进场款 OVERDUE");
    // What was begun is brought to its end; the next is ready then, and nobody is asked.
    const later = { ...first, staff: await aStaff(world) };
    await deliver(world, later);
    await approve(world, later);
    await sign(world, later);
    await world.settle();
    expect((await ticketNow(world, second)).state).toBe("TO_DISPATCH");
    await payByTransfer(world, order);
    await world.settle();
    expect((await ticketNow(world, second)).state).toBe("OFFERED");
    await accept(world, second);
  });

  it("is told a day and a week after, and no more once it is paid", async () => {
    const plan = [deposit, planPart("月付", 40, { trigger: "ON_DATE", afterDays: 1 }), planPart("尾款", 40, {})];
    const { order } = await aStagedOrder(world, [1], { plan });
    const reminders = async () => (await kindsTold(order)).filter((kind) => kind === "InstalmentReminded").length;
    await pass(1);
    expect(await states(order)).toBe("定金 PAID, 月付 DUE, 尾款 PLANNED");
    await pass(1);
    expect([await reminders(), await states(order)]).toEqual([1, "定金 PAID, 月付 OVERDUE, 尾款 PLANNED"]);
    await payByTransfer(world, order);
    await pass(8);
    expect(await reminders()).toBe(1);
  });
});

describe("who likes to pay early", () => {
  it("pays a planned part, which then never falls due", async () => {
    const { order, tickets } = await aStagedOrder(world, [1], { plan: [deposit, planPart("尾款", 80, {})] });
    const last = found((await planOf(order))[1]);
    const { payment } = await order.customer.do(START, {
      instalmentId: last.id,
      tender: "BANK_TRANSFER",
      idempotencyKey: newId(),
    });
    expect(payment).toMatchObject({ amount: String(last.amount) });
    // Begun and not paid, nobody asks for it.
    expect(await states(order)).toBe("定金 PAID, 尾款 PLANNED");
    expect((await readOrder(order))["moneyState"]).toBe("PAID_TO_PLAN");
    await payByTransfer(world, order, ({ id }) => id === last.id);
    expect(await states(order)).toBe("定金 PAID, 尾款 PAID");
    expect((await readOrder(order))["moneyState"]).toBe("PAID");
    await complete(world, tickets);
    expect(await states(order)).toBe("定金 PAID, 尾款 PAID");
  });

  it("waits until it is due where the platform decided so, and is offered nothing meanwhile", async () => {
    const { order, tickets } = await aStagedOrder(world, [1], { plan: [deposit, planPart("尾款", 80, {})] });
    const last = found((await planOf(order))[1]);
    const early = (seen: "on" | "off", value: "on" | "off") =>
      world.server.platform.work.run(SYSTEM, (tx) => writePolicy(tx, "payments.early", seen, value));
    const PAYABLE = "query($id: ID!) { order(id: $id) { instalments { payable } } }";
    const payable = async () => (await order.customer.ask(PAYABLE, { id: order.orderId }))["order"]?.["instalments"];
    const wish = { instalmentId: last.id, tender: "BANK_TRANSFER" };
    await early("on", "off");
    try {
      expect(await order.customer.refusal(START, { ...wish, idempotencyKey: newId() })).toBe("NOT_DUE_YET");
      expect(await payable()).toEqual([{ payable: "0" }, { payable: "0" }]);
      await complete(world, tickets);
      expect(await payable()).toEqual([{ payable: "0" }, { payable: String(last.amount) }]);
      await payByTransfer(world, order, ({ id }) => id === last.id);
    } finally {
      await early("off", "on");
    }
    expect(await states(order)).toBe("定金 PAID, 尾款 PAID");
  });
});

describe("a part that the supplier collects", () => {
  const RECORD = `mutation($input: RecordCollectedInput!) { recordCollected(input: $input) { paymentId userErrors { code } } }`;
  const CONFIRM = `mutation($input: ConfirmCollectedInput!) { confirmCollected(input: $input) {
    payment { state } userErrors { code } } }`;
  const tail = planPart("尾款", 50, { nature: "FINAL", collector: "SUPPLIER" });
  const READ = "query($id: ID!) { order(id: $id) { nextStep { actor code } instalments { collector state } } }";

  it("is asked for before what the platform collects, whoever is at the door, and the customer is told whom to pay", async () => {
    const before = planPart("完工款", 30, {});
    const { order, tickets } = await aStagedOrder(world, [1], { plan: [deposit, before, tail] });
    await complete(world, tickets);
    expect((await order.customer.ask(READ, { id: order.orderId }))["order"]).toMatchObject({
      nextStep: { actor: "CUSTOMER", code: "PAY_INSTALMENT" },
      instalments: [{ collector: "PLATFORM" }, { collector: "PLATFORM" }, { collector: "SUPPLIER", state: "DUE" }],
    });
    await payByTransfer(world, order, ({ name }) => name === "完工款");
    const { nextStep } = found((await order.customer.ask(READ, { id: order.orderId }))["order"]);
    expect(nextStep).toEqual({ actor: "CUSTOMER", code: "PAY_SUPPLIER" });
    const { ticketId, supplier } = found(tickets[0]);
    const amount = String(found((await planOf(order))[2]).amount);
    const { paymentId } = await supplier.owner.do(RECORD, { ticketId, amount, idempotencyKey: newId() });
    await order.customer.do(CONFIRM, { paymentId, version: 2, idempotencyKey: newId() });
    expect(await states(order)).toBe("定金 PAID, 完工款 PAID, 尾款 PAID");
    expect(await booked(world, order, "1221.S")).toBe(Number(amount));
  });

  it("is paid to the platform all the same by who prefers that", async () => {
    const { order, tickets } = await aStagedOrder(world, [1], { plan: [planPart("首付", 50, FIRST), tail] });
    await complete(world, tickets);
    await payByTransfer(world, order, ({ name }) => name === "尾款");
    expect(await states(order)).toBe("首付 PAID, 尾款 PAID");
  });

  it("is never what opens the work: nobody is there yet who could collect it", async () => {
    const plan = [planPart("首付", 100, { ...FIRST, collector: "SUPPLIER" })];
    await expect(aPublishedProduct(world, { plan })).rejects.toMatchObject({ code: "VALIDATION" });
  });
});

describe("what is waived", () => {
  const PROPOSE = `mutation($input: ProposeWaiverInput!) { proposeWaiver(input: $input) {
    instalment { state waived payable version waiverAsked availableActions } userErrors { code } } }`;
  const APPROVE = `mutation($input: DecideWaiverInput!) { approveWaiver(input: $input) {
    instalment { state waived payable waiverAsked } userErrors { code } } }`;
  const WAITING = `{ waiversToApprove { nodes { id orderId amount reason instalment { name availableActions } } } }`;
  const REJECT = `mutation($input: DecideWaiverInput!) { rejectWaiver(input: $input) {
    instalment { state waived waiverAsked } userErrors { code } } }`;

  /** An order of ¥100 whose final ¥80 is asked for; its work is accepted. */
  async function aDoneOrder() {
    const { order, tickets } = await aStagedOrder(world, [1], { plan: [deposit, planPart("尾款", 80, {})] });
    await complete(world, tickets);
    const last = found((await planOf(order))[1]);
    return { order, last, boss: await aStaff(world), other: await aStaff(world) };
  }
  const wish = (last: { id: string; version: number }, amount: number) => ({
    ...{ instalmentId: last.id, version: last.version, amount: String(amount), reason: "老客户" },
    idempotencyKey: newId(),
  });
  const limit = (fen: number) =>
    world.server.platform.work.run(SYSTEM, (tx) =>
      writePolicy(tx, "payments.waive-limit", String(limitNow), String((limitNow = fen))),
    );
  let limitNow = 20_000;

  it("is done at once up to the limit, takes part of it, and the books say whose gift it is", async () => {
    const { order, last, boss } = await aDoneOrder();
    const { instalment } = await boss.do(PROPOSE, wish(last, 1_000));
    expect(instalment).toMatchObject({ state: "DUE", waived: "1000", payable: "7000", availableActions: ["WAIVE"] });
    expect([await booked(world, order, "6602"), await booked(world, order, "1122")]).toEqual([1_000, 7_000]);
    expect(await kindsTold(order)).toContain("InstalmentWaived");
    await payByTransfer(world, order);
    expect(await states(order)).toBe("定金 PAID, 尾款 PAID");
    expect(await booked(world, order, "1122")).toBe(0);
    expect((await readOrder(order))["moneyState"]).toBe("PAID");
  });

  it("waits for somebody else where pieces come above the limit together", async () => {
    await limit(1_500);
    const { order, last, boss, other } = await aDoneOrder();
    const { instalment } = await boss.do(PROPOSE, wish(last, 1_000));
    const { instalment: again } = await boss.do(
      PROPOSE,
      wish({ ...last, version: Number(instalment?.["version"]) }, 1_000),
    );
    expect(again).toMatchObject({ waived: "1000", waiverAsked: "1000" });
    expect(await booked(world, order, "6602")).toBe(1_000);
    const version = again?.["version"];
    await other.do(APPROVE, { instalmentId: last.id, version, idempotencyKey: newId() });
    expect(await booked(world, order, "6602")).toBe(2_000);
    await limit(20_000);
  });

  it("settles the instalment when nothing is left of it", async () => {
    const { order, last, boss } = await aDoneOrder();
    const { instalment } = await boss.do(PROPOSE, wish(last, 8_000));
    expect(instalment).toMatchObject({ state: "WAIVED", waived: "8000", payable: "0", availableActions: [] });
    expect(await booked(world, order, "1122")).toBe(0);
    expect((await readOrder(order))["moneyState"]).toBe("PAID");
  });

  it("waits above the limit for somebody else than its author", async () => {
    await limit(500);
    const { order, last, boss, other } = await aDoneOrder();
    const { instalment } = await boss.do(PROPOSE, wish(last, 8_000));
    expect(instalment).toMatchObject({ state: "DUE", waived: "0", waiverAsked: "8000" });
    const waiting = async (): Promise<unknown[]> =>
      ((await other.ask(WAITING))["waiversToApprove"]?.["nodes"] ?? []) as unknown[];
    expect(await waiting()).toEqual([
      expect.objectContaining({
        ...{ id: last.id, orderId: order.orderId, amount: "8000", reason: "老客户" },
        instalment: { name: "尾款", availableActions: ["APPROVE_WAIVER", "REJECT_WAIVER"] },
      }),
    ]);
    const decision = () => ({ instalmentId: last.id, version: instalment?.["version"], idempotencyKey: newId() });
    expect(await boss.refusal(APPROVE, decision())).toBe("FOUR_EYES");
    expect(await other.refusal(PROPOSE, { ...wish(last, 8_000), version: instalment?.["version"] })).toBe(
      "INVALID_STATE",
    );
    const asked = `query($id: ID!) { order(id: $id) { instalments { waiverAsked waiverReason availableActions } } }`;
    const { order: seen } = await order.customer.ask(asked, { id: order.orderId });
    expect(seen?.["instalments"]?.[1]).toEqual({ waiverAsked: null, waiverReason: null, availableActions: [] });
    // Of two who decide at once one is too late.
    const both = await Promise.all([
      other.send(APPROVE, { input: decision() }),
      (await aStaff(world)).send(APPROVE, { input: decision() }),
    ]);
    const codes = both.map(
      ({ data }) => (data as unknown as Data)["approveWaiver"]?.["userErrors"]?.[0]?.["code"] ?? "DONE",
    );
    expect(new Set(codes)).toEqual(new Set(["DONE", "STALE_VERSION"]));
    expect((await planOf(order))[1]).toMatchObject({
      state: "WAIVED",
      waived: 8_000,
      waiverAsked: null,
      waiverBy: null,
    });
    expect(await booked(world, order, "6602")).toBe(8_000);
    expect(await waiting()).toEqual([]);
    await limit(20_000);
  });

  it("waits for nobody once its instalment was paid, and strangers to the money see none", async () => {
    await limit(500);
    const { order, last, boss } = await aDoneOrder();
    await boss.do(PROPOSE, wish(last, 8_000));
    const clerk = await aStaff(world, ["orders.read"]);
    expect(await clerk.error(WAITING)).toBe("FORBIDDEN");
    await payByTransfer(world, order);
    expect((await boss.ask(WAITING))["waiversToApprove"]?.["nodes"]).toEqual([]);
    await limit(20_000);
  });

  it("is turned down, and asked for as before", async () => {
    await limit(500);
    const { order, last, boss, other } = await aDoneOrder();
    const { instalment } = await boss.do(PROPOSE, wish(last, 8_000));
    const decision = { instalmentId: last.id, version: instalment?.["version"], idempotencyKey: newId() };
    expect((await other.do(REJECT, decision))["instalment"]).toEqual({ state: "DUE", waived: "0", waiverAsked: null });
    expect(await booked(world, order, "6602")).toBe(0);
    await limit(20_000);
  });

  it("is refused for nothing, too much, without a reason, unseen, not asked for, and to who may not", async () => {
    const { last, boss } = await aDoneOrder();
    const refusal = (change: object) => boss.refusal(PROPOSE, { ...wish(last, 100), ...change });
    expect(await refusal({ amount: "0" })).toBe("VALIDATION");
    expect(await refusal({ amount: "-1" })).toBe("VALIDATION");
    expect(await refusal({ amount: "8001" })).toBe("VALIDATION");
    expect(await refusal({ reason: " " })).toBe("REASON_REQUIRED");
    expect(await refusal({ version: last.version + 1 })).toBe("STALE_VERSION");
    expect(await refusal({ instalmentId: newId() })).toBe("NOT_FOUND");
    const gate = found((await planOf((await aDoneOrder()).order))[0]);
    expect(await boss.refusal(PROPOSE, wish(gate, 100))).toBe("INVALID_STATE");
    const clerk = await aStaff(world, ["orders.read", "payments.read", "payments.confirm"]);
    expect(await clerk.error(PROPOSE, { input: wish(last, 100) })).toBe("FORBIDDEN");
  });
});

describe("a plan that can't be", () => {
  const SAVE = `mutation($input: SavePlanTemplateInput!) { savePlanTemplate(input: $input) {
    planTemplate { steps { trigger dueDay milestone graceDays overdueAction } } userErrors { code field } } }`;
  const template = (steps: readonly PlanStepSpec[]) => ({
    ...{
      code: `T${newId()
        .replaceAll(/[^A-Za-z0-9]/g, "X")
        .slice(0, 12)}`.toUpperCase(),
      name: "计划",
      nameEn: "Plan",
    },
    ...{ offered: true, steps },
  });

  it.each([
    [
      "定金 above a fifth",
      "DEPOSIT_OVER_LIMIT",
      [planPart("定金", 21, { ...deposit, shareBasisPoints: 2_100 }), planPart("尾款", 79, {})],
    ],
    ["shares that are no whole", "VALIDATION", [deposit, planPart("尾款", 79, {})]],
    ["a day that is none", "VALIDATION", [deposit, planPart("月付", 80, { trigger: "ON_DATE", dueDay: "2026-02-30" })]],
    ["a date without a day", "VALIDATION", [deposit, planPart("月付", 80, { trigger: "ON_DATE" })]],
    ["a milestone without a name", "VALIDATION", [deposit, planPart("节点", 80, { trigger: "ON_MILESTONE" })]],
    ["a grace of a year", "VALIDATION", [deposit, planPart("尾款", 80, { graceDays: 365 })]],
    [
      "a nature that only a change of price makes",
      "VALIDATION",
      [deposit, planPart("差额", 80, { nature: "DIFFERENCE" })],
    ],
  ] as const)("is refused for %s", async (_words, code, steps) => {
    expect(await (await aStaff(world)).refusal(SAVE, template(steps))).toBe(code);
  });

  it("and one that can be is kept with all it says", async () => {
    const node = planPart("节点", 40, {
      trigger: "ON_MILESTONE",
      milestone: "m1",
      graceDays: 7,
      overdueAction: "PAUSE_WORK",
    });
    const dated = planPart("年底", 40, { trigger: "ON_DATE", dueDay: "2026-12-31" });
    const { planTemplate } = await (await aStaff(world)).do(SAVE, template([deposit, node, dated]));
    expect(planTemplate?.["steps"]).toEqual([
      { trigger: "ON_ORDER", dueDay: null, milestone: null, graceDays: 0, overdueAction: "NOTHING" },
      { trigger: "ON_MILESTONE", dueDay: null, milestone: "M1", graceDays: 7, overdueAction: "PAUSE_WORK" },
      { trigger: "ON_DATE", dueDay: "2026-12-31", milestone: null, graceDays: 0, overdueAction: "NOTHING" },
    ]);
  });
});

describe("a part that waits for the contract", () => {
  it("falls due when the signed one is verified", async () => {
    const plan = [deposit, planPart("签约款", 50, { trigger: "ON_CONTRACT" }), planPart("尾款", 30, {})];
    const made = await aContract(world, "SIGNED_UPLOADED", await aContractProduct(world, undefined, plan));
    await payByTransfer(world, made);
    expect(await states(made)).toBe("定金 PAID, 签约款 PLANNED, 尾款 PLANNED");
    const verify = `mutation($input: VerifyContractInput!) { verifyContract(input: $input) { userErrors { code } } }`;
    const { platform } = world.server;
    const contract = found((await contractsOf(platform.database.read, [made.orderId])).get(made.orderId));
    await (await aStaff(world)).do(verify, {
      ...{ contractId: contract.id, version: contract.version, revision: contract.revision },
      ...{
        amount: String(contract.amount),
        effectiveOn: dayOf(world.clock.now()),
        allPages: true,
        signedAndSealed: true,
      },
      idempotencyKey: newId(),
    });
    expect(await states(made)).toBe("定金 PAID, 签约款 DUE, 尾款 PLANNED");
  });
});
