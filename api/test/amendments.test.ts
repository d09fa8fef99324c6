import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { DAY } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { amendmentById, amendmentsOf } from "../src/orders/amendment.store.js";
import { orderStream } from "../src/orders/facts.js";
import { componentsOf, orderById } from "../src/orders/order.store.js";
import { instalmentsOf } from "../src/payments/instalment.store.js";
import { accountBalances } from "../src/payments/ledger-totals.store.js";
import { FactRow } from "../src/platform/platform.table.js";
import { writePolicy } from "../src/platform/policies.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor, Data } from "./kit/actor.js";
import { aCustomer, anItem, aPublishedProduct, aStaff, aSupplier, step } from "./kit/makers-catalogue.js";
import { aPaidOrder, aPlacedOrder, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code field }";
const AMENDMENT =
  "amendment { id no state version consent saleDelta mine availableActions effect { total difference refund } }";
const PREVIEW = `query($input: AmendmentContentInput!) { previewAmendment(input: $input) { preview {
  saleDelta costDelta consent lines { kind quantityBefore quantityAfter amountBefore amountAfter }
  effect { total difference refund forfeit plan { name before after } } } ${ERRORS} } }`;
const DRAFT = `mutation($input: DraftAmendmentInput!) { draftAmendment(input: $input) { ${AMENDMENT} ${ERRORS} } }`;
const PROPOSE = `mutation($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) { ${AMENDMENT} ${ERRORS} } }`;
const WITHDRAW = `mutation($input: WithdrawAmendmentInput!) { withdrawAmendment(input: $input) { ${AMENDMENT} ${ERRORS} } }`;
const AUDIT = `mutation($input: AuditAmendmentInput!) { auditAmendment(input: $input) { ${AMENDMENT} ${ERRORS} } }`;
const ANSWER = `mutation($input: AnswerAmendmentInput!) { answerAmendment(input: $input) {
  amendment { id state } order { nextStep { code } } ${ERRORS} } }`;
const ORDER = `query($id: ID!) { order(id: $id) { state total revision version nextStep { code } availableActions
  lines { itemName amount quantity cancelled } timeline { kind detail }
  amendments { id hash version state saleDelta availableActions lines { kind amountBefore amountAfter }
    effect { total difference refund plan { name before after } } } changeRequests { id state answer } } }`;
const REQUEST = `mutation($input: RequestChangeInput!) { requestChange(input: $input) { order { changeRequests { id state text version } } ${ERRORS} } }`;
const DECLINE = `mutation($input: DeclineChangeInput!) { declineChange(input: $input) { requestId ${ERRORS} } }`;
const TO_AUDIT = "query { amendmentsToAudit { nodes { id mine order { no } } } }";

const REASON = "客户增加一间房";

let world: World;
let editor: Actor;
let auditor: Actor;
/** 30/70 of two items of ¥100 each, by one supplier. */
let itemIds: readonly string[];
let productId: Awaited<ReturnType<typeof aPublishedProduct>>;
let supplierId: string;

beforeAll(async () => {
  world = await openWorld();
  editor = await aStaff(world, ["orders.read", "orders.edit", "cost.read"]);
  auditor = await aStaff(world, ["orders.read", "orders.audit"]);
  itemIds = [await anItem(world, { name: "刷墙" }), await anItem(world, { name: "地板" })];
  productId = await aPublishedProduct(world, {
    components: itemIds.map((itemId) => ({ itemId, stage: 1 })),
    plan: [
      step({
        name: "首期",
        nameEn: "First",
        nature: "ADVANCE",
        trigger: "ON_ORDER",
        shareBasisPoints: 3_000,
        gate: true,
      }),
      step({
        name: "尾款",
        nameEn: "Final",
        nature: "FINAL",
        trigger: "ON_ACCEPTANCE",
        shareBasisPoints: 7_000,
        gate: false,
      }),
    ],
  });
  supplierId = (await aSupplier(world, { services: itemIds.map((itemId) => ({ itemId })) })).supplierId;
});
afterAll(() => world.close());

const read = () => world.server.platform.database.read;
const linesOf = (order: MadeOrder) => componentsOf(read(), [order.orderId]);
const planOf = async (order: MadeOrder) =>
  (await instalmentsOf(read(), [order.orderId])).map(({ nature, amount, paid, state }) => [
    nature,
    amount,
    paid,
    state,
  ]);
const revisionOf = async (order: MadeOrder) => found(await orderById(read(), order.orderId)).revision;

interface Wish {
  readonly parts: readonly Record<string, unknown>[];
  readonly kind?: "CHANGE" | "CANCELLATION";
  readonly fault?: string;
  readonly way?: "COLLECT" | "SPREAD";
}

async function contentOf(order: MadeOrder, { parts, kind = "CHANGE", fault, way = "COLLECT" }: Wish) {
  return { orderId: order.orderId, baseRevision: await revisionOf(order), kind, fault, way, parts };
}

async function draft(order: MadeOrder, wish: Wish): Promise<Data> {
  const input = { ...(await contentOf(order, wish)), reason: REASON, idempotencyKey: newId() };
  return (await editor.do(DRAFT, input))["amendment"] as Data;
}

const seen = (amendment: Data) => ({ amendmentId: amendment["id"], version: amendment["version"] });

async function propose(order: MadeOrder, wish: Wish): Promise<Data> {
  return (await editor.do(PROPOSE, seen(await draft(order, wish))))["amendment"] as Data;
}

const shown = async (order: MadeOrder): Promise<Data> =>
  (await order.customer.ask(ORDER, { id: order.orderId }))["order"] as Data;

async function agree(order: MadeOrder): Promise<Data> {
  const amendment = (await shown(order))["amendments"]?.[0] as Data;
  const input = { ...seen(amendment), hash: amendment["hash"], agree: true };
  return order.customer.do(ANSWER, input);
}

async function auditing(order: MadeOrder, change: Record<string, unknown> = {}) {
  const [newest] = (await amendmentsOf(read(), [order.orderId])).get(order.orderId) ?? [];
  return { amendmentId: newest?.id, version: newest?.version, approve: true, idempotencyKey: newId(), ...change };
}

const adding = (saleAmount = "5000") => ({ kind: "ADD", itemId: itemIds[0], supplierId, quantity: 1, saleAmount });

async function changing(order: MadeOrder, index: number, change: Record<string, unknown>) {
  return { kind: "CHANGE", componentId: (await linesOf(order))[index]?.id, ...change };
}

const cancelling = async (order: MadeOrder, index: number, doneShare = 0) => {
  return { kind: "CANCEL", componentId: (await linesOf(order))[index]?.id, doneShare };
};

/** Everybody who has a say says yes. */
async function amend(order: MadeOrder, wish: Wish): Promise<void> {
  const { state } = await propose(order, wish);
  if ((state as unknown as string) === "WAIT_CUSTOMER") await agree(order);
  await auditor.do(AUDIT, await auditing(order));
}

/** The books balance, and the order's plan and its lines both come to its price. */
async function sumsHold(order: MadeOrder): Promise<void> {
  const { total } = found(await orderById(read(), order.orderId));
  const plan = (await instalmentsOf(read(), [order.orderId])).filter(({ state }) => state !== "VOID");
  const lines = (await linesOf(order)).filter(({ state }) => state === "ACTIVE");
  expect(plan.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
  expect(lines.reduce((sum, { saleAmount }) => sum + saleAmount, 0)).toBe(total);
  const balances = await accountBalances(read());
  expect(balances.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(0);
}

const placed = () => aPlacedOrder(world, { product: productId });
const paid = () => aPaidOrder(world, { product: productId });

describe("a change that makes an order dearer", () => {
  it("is previewed with its money effect and keeps nothing", async () => {
    const order = await paid();
    const content = await contentOf(order, { parts: [adding()] });
    const { preview } = await editor.do(PREVIEW, content);
    expect(preview).toMatchObject({ saleDelta: "5000", costDelta: "7000", consent: ["PRICE_UP"] });
    expect(preview?.["effect"]).toMatchObject({ total: "25000", difference: "5000", refund: "0" });
    expect((await shown(order))["amendments"]).toEqual([]);
  });

  it("asks the customer, then another person, and is applied whole", async () => {
    const order = await paid();
    await world.settle();
    expect(await propose(order, { parts: [adding()] })).toMatchObject({ state: "WAIT_CUSTOMER", mine: true });
    expect(await shown(order)).toMatchObject({ nextStep: { code: "ANSWER_AMENDMENT" }, revision: 1, total: "20000" });
    await agree(order);
    expect(await editor.error(AUDIT, { input: await auditing(order) })).toBe("FORBIDDEN");
    const applied = await auditor.do(AUDIT, await auditing(order));
    expect(applied["amendment"]).toMatchObject({ state: "APPLIED", effect: null, availableActions: [] });
    expect(await shown(order)).toMatchObject({ revision: 2, total: "25000", nextStep: { code: "PAY_INSTALMENT" } });
    expect(await planOf(order)).toEqual([
      ["ADVANCE", 6_000, 6_000, "PAID"],
      ["FINAL", 14_000, 0, "PLANNED"],
      ["DIFFERENCE", 5_000, 0, "DUE"],
    ]);
    expect(await ticketsOf(read(), [order.orderId])).toHaveLength(3);
    await sumsHold(order);
  });

  it("is spread over what is open when staff choose so", async () => {
    const order = await paid();
    await amend(order, { parts: [adding()], way: "SPREAD" });
    expect((await planOf(order))[1]).toEqual(["FINAL", 19_000, 0, "PLANNED"]);
    await sumsHold(order);
  });

  it("comes to nothing when the customer declines, with the reason for staff", async () => {
    const order = await paid();
    await propose(order, { parts: [adding()] });
    const amendment = (await shown(order))["amendments"]?.[0] as Data;
    const no = { ...seen(amendment), hash: amendment["hash"], agree: false };
    expect(await order.customer.refusal(ANSWER, no)).toBe("REASON_REQUIRED");
    await order.customer.do(ANSWER, { ...no, reason: "太贵了" });
    expect(await auditor.refusal(AUDIT, await auditing(order))).toBe("INVALID_STATE");
    expect(await shown(order)).toMatchObject({ revision: 1, total: "20000" });
    const told = expect.objectContaining({ kind: "AMENDMENT_DECLINED", detail: "太贵了" });
    expect((await shown(order))["timeline"]).toEqual(expect.arrayContaining([told]));
  });
});

describe("a change that makes an order cheaper", () => {
  it("asks for less first and needs nobody's consent when no work goes", async () => {
    const order = await paid();
    const part = await changing(order, 0, { saleAmount: "8000" });
    expect(await propose(order, { parts: [part] })).toMatchObject({ state: "WAIT_AUDIT", consent: [] });
    await auditor.do(AUDIT, await auditing(order));
    expect((await planOf(order))[1]).toEqual(["FINAL", 12_000, 0, "PLANNED"]);
    await sumsHold(order);
  });

  it("gives back what was paid beyond the new price", async () => {
    const order = await paid();
    await amend(order, { parts: [await changing(order, 0, { saleAmount: "1000" }), await cancelling(order, 1)] });
    expect(await planOf(order)).toEqual([
      ["ADVANCE", 1_000, 6_000, "PAID"],
      ["FINAL", 0, 0, "VOID"],
    ]);
    const owed = (await accountBalances(read())).find(({ code }) => code === "2241.R");
    expect(owed?.balance).toBeGreaterThanOrEqual(5_000);
    await sumsHold(order);
  });
});

describe("work that is changed", () => {
  it("is offered anew on its next terms: the supplier agrees again", async () => {
    const order = await paid();
    await world.settle();
    await amend(order, { parts: [await changing(order, 0, { quantity: 2, saleAmount: "20000" })] });
    await world.settle();
    const component = (await linesOf(order))[0]?.id;
    const tickets = (await ticketsOf(read(), [order.orderId])).filter((one) => one.orderComponentId === component);
    const inOrder = tickets.toSorted((one, other) => one.revision - other.revision);
    expect(inOrder.map(({ state, revision, quantity }) => [state, revision, quantity])).toEqual([
      ["CANCELLED", 1, 1],
      ["OFFERED", 2, 2],
    ]);
  });

  it("goes on untouched when only the customer's price changes", async () => {
    const order = await paid();
    await world.settle();
    await amend(order, { parts: [await changing(order, 0, { saleAmount: "9000" })] });
    const tickets = await ticketsOf(read(), [order.orderId]);
    expect(tickets.map(({ state }) => state)).toEqual(["OFFERED", "OFFERED"]);
  });
});

describe("who may change an order", () => {
  it("is audited by a person who had no hand in it", async () => {
    const head = await aStaff(world);
    const order = await paid();
    const content = await contentOf(order, { parts: [await changing(order, 0, { saleAmount: "9000" })] });
    const drafted = (await head.do(DRAFT, { ...content, reason: REASON, idempotencyKey: newId() }))[
      "amendment"
    ] as Data;
    await editor.do(PROPOSE, seen(drafted));
    expect(await head.refusal(AUDIT, await auditing(order))).toBe("FOUR_EYES");
    await auditor.do(AUDIT, await auditing(order));
  });

  it("is not for strangers: another customer's and a missing amendment are alike", async () => {
    const order = await paid();
    await propose(order, { parts: [adding()] });
    const amendment = (await shown(order))["amendments"]?.[0] as Data;
    const stranger = await aCustomer(world);
    const answer = { ...seen(amendment), hash: amendment["hash"], agree: true };
    expect(await stranger.refusal(ANSWER, answer)).toBe("NOT_FOUND");
    expect(await stranger.refusal(ANSWER, { ...answer, amendmentId: newId() })).toBe("NOT_FOUND");
    expect(await order.customer.error(DRAFT, { input: await auditing(order) })).not.toBe("");
  });

  it("shows auditors what waits, and nobody a draft", async () => {
    const order = await paid();
    await draft(order, { parts: [adding()] });
    expect((await shown(order))["amendments"]).toEqual([]);
    await propose(order, { parts: [await changing(order, 0, { saleAmount: "9500" })] });
    const { amendmentsToAudit } = await auditor.ask(TO_AUDIT);
    expect(amendmentsToAudit?.["nodes"]).toEqual(
      expect.arrayContaining([expect.objectContaining({ mine: false, order: { no: order.no } })]),
    );
  });
});

describe("bad input", () => {
  it.each<[string, (order: MadeOrder) => Promise<Wish>, string]>([
    ["no part", async () => ({ parts: [] }), "VALIDATION"],
    ["nothing that changes", async (order) => ({ parts: [await changing(order, 0, {})] }), "VALIDATION"],
    ["a negative price", async (order) => ({ parts: [await changing(order, 0, { saleAmount: "-1" })] }), "VALIDATION"],
    [
      "a quantity of nothing",
      async (order) => ({ parts: [await changing(order, 0, { quantity: 0 })] }),
      "QUANTITY_OUT_OF_RANGE",
    ],
    ["another order's line", async () => ({ parts: [await cancelling(await placed(), 0)] }), "VALIDATION"],
    [
      "an end that leaves something",
      async (order) => {
        return { parts: [await cancelling(order, 0)], kind: "CANCELLATION", fault: "CUSTOMER" } as const;
      },
      "VALIDATION",
    ],
    [
      "an end without whose fault it is",
      async (order) => {
        return { parts: [await cancelling(order, 0), await cancelling(order, 1)], kind: "CANCELLATION" } as const;
      },
      "VALIDATION",
    ],
    [
      "a supplier that can't do it",
      async (order) => {
        const { supplierId: other } = await aSupplier(world);
        return { parts: [await changing(order, 0, { supplierId: other })] };
      },
      "SUPPLIER_NOT_ELIGIBLE",
    ],
  ])("refuses %s and keeps nothing", async (_what, wishOf, code) => {
    const order = await paid();
    const input = { ...(await contentOf(order, await wishOf(order))), reason: REASON, idempotencyKey: newId() };
    expect(await editor.refusal(DRAFT, input)).toBe(code);
    expect((await amendmentsOf(read(), [order.orderId])).size).toBe(0);
  });

  it("refuses an order that was changed since it was looked at, and a reused key with another body", async () => {
    const order = await paid();
    const content = await contentOf(order, { parts: [adding()] });
    const input = { ...content, reason: REASON, idempotencyKey: newId() };
    expect(await editor.refusal(DRAFT, { ...input, baseRevision: 2 })).toBe("STALE_VERSION");
    await editor.do(DRAFT, input);
    expect(await editor.refusal(DRAFT, { ...input, reason: "另一个原因" })).toBe("IDEMPOTENCY_KEY_REUSED");
  });
});

describe("two at once", () => {
  it("applies one of two changes of the same revision; the other is stale", async () => {
    const order = await paid();
    const first = await propose(order, { parts: [await changing(order, 0, { saleAmount: "9000" })] });
    const second = await propose(order, { parts: [await changing(order, 1, { saleAmount: "9000" })] });
    const audit = (amendment: Data) => ({ ...seen(amendment), approve: true, idempotencyKey: newId() });
    await Promise.all([auditor.send(AUDIT, { input: audit(first) }), auditor.send(AUDIT, { input: audit(second) })]);
    const states = ((await amendmentsOf(read(), [order.orderId])).get(order.orderId) ?? []).map(({ state }) => state);
    expect(states.sort()).toEqual(["APPLIED", "STALE"]);
    expect(await shown(order)).toMatchObject({ revision: 2, total: "19000" });
    await sumsHold(order);
  });

  it("loses no money when it is applied while the customer pays", async () => {
    const order = await placed();
    await propose(order, { parts: [await changing(order, 0, { saleAmount: "9000" })] });
    await Promise.allSettled([payByTransfer(world, order), auditor.do(AUDIT, await auditing(order))]);
    await sumsHold(order);
    expect(await revisionOf(order)).toBe(2);
  });

  it("answers a repeat of the same audit with the same", async () => {
    const order = await paid();
    await propose(order, { parts: [await changing(order, 0, { saleAmount: "9000" })] });
    const input = await auditing(order);
    const answers = await Promise.all([auditor.do(AUDIT, input), auditor.do(AUDIT, input)]);
    expect(answers.map((answer) => answer["amendment"]?.["state"])).toEqual(["APPLIED", "APPLIED"]);
    expect(await revisionOf(order)).toBe(2);
  });
});

describe("a wish in words", () => {
  it("is declined with a reason, or met by an amendment", async () => {
    const order = await paid();
    const wish = { orderId: order.orderId, wish: "CHANGE", text: "想加一间房", idempotencyKey: newId() };
    const asked = await order.customer.do(REQUEST, wish);
    const request = asked["order"]?.["changeRequests"]?.[0] as Data;
    const decline = { requestId: request["id"], version: request["version"], reason: "" };
    expect(await editor.refusal(DECLINE, decline)).toBe("REASON_REQUIRED");
    await editor.do(DECLINE, { ...decline, reason: "超出服务范围" });
    expect((await shown(order))["changeRequests"]).toMatchObject([{ state: "DECLINED", answer: "超出服务范围" }]);
    world.clock.advance(1_000);
    const again = await order.customer.do(REQUEST, { ...wish, idempotencyKey: newId() });
    const content = await contentOf(order, { parts: [adding()] });
    const requestId = again["order"]?.["changeRequests"]?.[0]?.["id"];
    await editor.do(DRAFT, { ...content, reason: REASON, requestId, idempotencyKey: newId() });
    expect((await shown(order))["changeRequests"]?.[0]).toMatchObject({ state: "MADE" });
  });

  it("is not taken back twice, and a withdrawn change is over", async () => {
    const order = await paid();
    const amendment = await propose(order, { parts: [adding()] });
    const taken = (await editor.do(WITHDRAW, seen(amendment)))["amendment"] as Data;
    expect(taken).toMatchObject({ state: "WITHDRAWN" });
    expect(await editor.refusal(WITHDRAW, seen(taken))).toBe("INVALID_STATE");
  });
});

/** Last: sessions end as well while the week goes by. */
describe("a change that nobody answers", () => {
  it("lapses after a week", async () => {
    const order = await paid();
    const { id } = await propose(order, { parts: [adding()] });
    world.clock.advance(7 * DAY + 1);
    await world.settle();
    expect(await amendmentById(read(), id as unknown as string)).toMatchObject({ state: "EXPIRED" });
    expect(await revisionOf(order)).toBe(1);
  });
});

describe("a change that leaves nothing of a part that is late", () => {
  const gate = { name: "首期", nameEn: "First", nature: "ADVANCE", trigger: "ON_ORDER", gate: true } as const;
  const late = { name: "进场款", nameEn: "Entry", nature: "PROGRESS", trigger: "ON_DATE", gate: false } as const;
  const WAIVE = `mutation($input: ProposeWaiverInput!) { proposeWaiver(input: $input) {
    instalment { waiverAsked } userErrors { code } } }`;

  it("has the work go on, and leaves no waiver that waits", async () => {
    const { work } = world.server.platform;
    await work.run(SYSTEM, (tx) => writePolicy(tx, "payments.waive-limit", "20000", "500"));
    const product = await aPublishedProduct(world, {
      components: itemIds.map((itemId) => ({ itemId, stage: 1 })),
      plan: [
        step({ ...gate, shareBasisPoints: 6_000 }),
        step({ ...late, shareBasisPoints: 4_000, afterDays: 5, graceDays: 1, overdueAction: "PAUSE_WORK" }),
      ],
    });
    const order = await aPaidOrder(world, { product });
    for (const days of [6, 2]) {
      world.clock.advance(days * DAY);
      await world.server.courier.drain();
    }
    const lateNow = async () => found((await instalmentsOf(read(), [order.orderId]))[1]);
    const part = await lateNow();
    expect(part.state).toBe("OVERDUE");
    const wish = { instalmentId: part.id, version: part.version, amount: "8000", reason: "老客户" };
    const asked = await (await aStaff(world)).do(WAIVE, { ...wish, idempotencyKey: newId() });
    expect(asked["instalment"]).toMatchObject({ waiverAsked: "8000" });

    editor = await aStaff(world, ["orders.read", "orders.edit", "cost.read"]);
    auditor = await aStaff(world, ["orders.read", "orders.audit"]);
    await amend(order, { parts: [await cancelling(order, 1)] });
    expect(await lateNow()).toMatchObject({ state: "VOID", waiverAsked: null, waiverAskedAt: null });
    const facts = await read().rows(FactRow, "WHERE t.stream = ? ORDER BY t.seq", [orderStream(order.orderId)]);
    expect(facts.filter(({ kind }) => kind === "WorkResumed")).toHaveLength(1);
  });
});
