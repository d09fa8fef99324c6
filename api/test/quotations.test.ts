import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { componentsOf, orderById } from "../src/orders/order.store.js";
import { instalmentsOf } from "../src/payments/instalment.store.js";
import { printQuotation } from "../src/quotations/print-quotation.flow.js";
import { versionByNumber } from "../src/quotations/quotation.store.js";
import { quotationById } from "../src/quotations/quotation-read.store.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aCustomer, payByTransfer } from "./kit/makers-orders.js";
import {
  ACCEPT_QUOTATION,
  ANSWER_REQUEST,
  APPROVE_QUOTATION,
  acceptanceOf,
  aQuotation,
  contentOf,
  DECLINE_QUOTATION,
  DRAFT_NEXT,
  type MadeQuotation,
  REQUEST_CHANGE,
  RETURN_QUOTATION,
  SAVE_QUOTATION,
  SEND_QUOTATION,
  START_QUOTATION,
  sendNext,
  WITHDRAW_QUOTATION,
} from "./kit/makers-quotations.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let staff: Actor;
const read = () => world.server.platform.database.read;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

const quotationNow = (made: MadeQuotation) => quotationById(read(), made.quotationId);
const stateOf = async (made: MadeQuotation, number = 1) =>
  (await versionByNumber(read(), made.quotationId, number))?.state;

describe("an accepted quotation", () => {
  it("becomes an order at the quoted prices, with the optional lines that were ticked", async () => {
    const made = await aQuotation(world);
    const payload = await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made, [1]));
    expect(payload["quotation"]["state"]).toBe("CONVERTED");
    expect(payload["order"]).toMatchObject({ state: "CONFIRMED", total: "20000", productTitle: "旧房翻新" });
    const orderId = String(payload["order"]["id"]);
    const order = await orderById(read(), orderId);
    expect(order).toMatchObject({ quotationId: made.quotationId, productId: null, productSlug: null, cost: 14_000 });
    expect((await componentsOf(read(), [orderId])).map((line) => line.saleAmount)).toEqual([10_000, 10_000]);
    const plan = await instalmentsOf(read(), [orderId]);
    expect(plan.map(({ amount, state }) => [amount, state])).toEqual([
      [6_000, "DUE"],
      [14_000, "PLANNED"],
    ]);
    expect(await versionByNumber(read(), made.quotationId, 1)).toMatchObject({ acceptedTotal: 20_000, ticked: [1] });
  });

  it("leaves out what was not ticked, and its order is delivered like any other", async () => {
    const made = await aQuotation(world);
    const payload = await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made));
    expect(payload["order"]["total"]).toBe("10000");
    const orderId = String(payload["order"]["id"]);
    await payByTransfer(world, { orderId, customer: made.customer });
    expect((await orderById(read(), orderId))?.state).toBe("IN_DELIVERY");
  });

  it("is told on the order's timeline, which leads back to it", async () => {
    const made = await aQuotation(world);
    const { order } = await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made));
    const ORDER = `query($id: ID!) { order(id: $id) { quotation { no state } productVersionNumber
      timeline { kind subject } } }`;
    const seen = await made.customer.ask(ORDER, { id: order?.["id"] });
    expect(seen["order"]).toMatchObject({ quotation: { no: made.no, state: "CONVERTED" }, productVersionNumber: null });
    expect(seen["order"]["timeline"]).toContainEqual({ kind: "ORDER_QUOTED", subject: `${made.no} v1` });
  });

  it("answers a repeat with the same order, and refuses a second acceptance", async () => {
    const made = await aQuotation(world);
    const yes = await acceptanceOf(world, made);
    const [first, second] = [
      await made.customer.do(ACCEPT_QUOTATION, yes),
      await made.customer.do(ACCEPT_QUOTATION, yes),
    ];
    expect(second["order"]["id"]).toBe(first["order"]["id"]);
    expect(await made.customer.refusal(ACCEPT_QUOTATION, { ...yes, idempotencyKey: newId() })).toBe("INVALID_STATE");
  });
});

describe("an acceptance is refused, and nothing is written,", () => {
  const refused = async (made: MadeQuotation, change: Record<string, unknown>, by = made.customer) => {
    const code = await by.refusal(ACCEPT_QUOTATION, { ...(await acceptanceOf(world, made)), ...change });
    const orders = await read().query("SELECT id FROM orders WHERE quotationId = ?", [made.quotationId]);
    expect(orders).toEqual([]);
    return code;
  };

  it.each([
    ["QUOTATION_CHANGED", { hash: "0".repeat(64) }],
    ["QUOTATION_CHANGED", { number: 2 }],
    ["PRICE_CHANGED", { expectedTotal: "9999" }],
    ["VALIDATION", { ticked: [0] }],
    ["VALIDATION", { ticked: [1, 1] }],
    ["VALIDATION", { ticked: [7] }],
    ["VALIDATION", { contactName: " " }],
  ])("%s for %j", async (code, change) => {
    expect(await refused(await aQuotation(world), change)).toBe(code);
  });

  it("by anybody but the addressee, as if there were none", async () => {
    const made = await aQuotation(world);
    expect(await refused(made, {}, await aCustomer(world))).toBe("NOT_FOUND");
  });

  it("of a draft the customer never got", async () => {
    const made = await aQuotation(world, { state: "DRAFT" });
    const yes = { quotationId: made.quotationId, number: 1, hash: "x", ticked: [], expectedTotal: "10000" };
    const contact = { contactName: "林晓", contactPhone: "13800000001", address: "岳麓区", idempotencyKey: newId() };
    expect(await made.customer.refusal(ACCEPT_QUOTATION, { ...yes, ...contact })).toBe("INVALID_STATE");
  });

  it("when its time is over, before and after the timer noticed", async () => {
    const made = await aQuotation(world, { draft: { validUntil: world.clock.now() + HOUR } });
    world.clock.advance(HOUR);
    expect(await refused(made, {})).toBe("QUOTATION_EXPIRED");
    await world.settle();
    expect(await stateOf(made)).toBe("EXPIRED");
    expect(await refused(made, {})).toBe("QUOTATION_EXPIRED");
  });

  it("when it was withdrawn or declined", async () => {
    const [one, two] = [await aQuotation(world), await aQuotation(world)];
    await staff.do(WITHDRAW_QUOTATION, { quotationId: one.quotationId, number: 1, reason: "价格有误" });
    expect(await refused(one, {})).toBe("INVALID_STATE");
    await two.customer.do(DECLINE_QUOTATION, { quotationId: two.quotationId, number: 1, reason: "太贵" });
    expect(await refused(two, {})).toBe("INVALID_STATE");
  });

  it("when a newer version is out", async () => {
    const made = await aQuotation(world);
    const old = await acceptanceOf(world, made);
    expect(await sendNext(world, staff, made)).toBe(2);
    expect(await stateOf(made, 1)).toBe("SUPERSEDED");
    expect(await made.customer.refusal(ACCEPT_QUOTATION, old)).toBe("QUOTATION_CHANGED");
    await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made));
  });

  it("when a supplier in it can't do the work any more: staff are told that a new version is needed", async () => {
    const made = await aQuotation(world);
    await world.server.platform.work.run({ kind: "system" }, async (tx) => {
      await tx.run("UPDATE suppliers SET state = 'SUSPENDED' WHERE id = ?", [made.supplier.supplierId]);
    });
    expect(await refused(made, {})).toBe("SUPPLIER_NOT_ELIGIBLE");
    expect(await refused(made, {})).toBe("SUPPLIER_NOT_ELIGIBLE");
    expect(await quotationNow(made)).toMatchObject({ state: "SENT", attention: "SUPPLIER_NOT_ELIGIBLE" });
    const told = await read().query("SELECT seq FROM facts WHERE stream = ? AND kind = 'QuotationNotEligible'", [
      `quotation:${made.quotationId}`,
    ]);
    expect(told).toHaveLength(1);
  });
});

describe("a version that was sent", () => {
  it("can be had as a document by its customer, made once and named by its hash", async () => {
    const made = await aQuotation(world);
    await world.settle();
    const version = await versionByNumber(read(), made.quotationId, 1);
    expect(version?.pdfSha256).toMatch(/^[0-9a-f]{64}$/);
    await printQuotation(world.server.platform, version?.id ?? "");
    expect((await versionByNumber(read(), made.quotationId, 1))?.pdfFileId).toBe(version?.pdfFileId);
    const PDF = "query($no: String!) { quotation(no: $no) { versions { pdf { mime url } } } }";
    const seen = await made.customer.ask(PDF, { no: made.no });
    expect(seen["quotation"]["versions"][0]?.["pdf"]).toMatchObject({ mime: "application/pdf" });
    expect(await (await aCustomer(world)).ask(PDF, { no: made.no })).toEqual({ quotation: null });
  });
});

describe("staff", () => {
  it("write a quotation for a customer they know, and send it", async () => {
    const made = await aQuotation(world);
    const input = { customerId: made.customer.accountId, content: contentOf(world, made), idempotencyKey: newId() };
    const { quotation } = await staff.do(START_QUOTATION, input);
    expect(quotation).toMatchObject({ state: "DRAFT", draftNumber: 1, currentNumber: 0 });
    expect(quotation?.["no"]).toMatch(/^QT20261\d{3}-[0-9A-Z]{6}$/);
    const [version] = quotation?.["versions"] as unknown as Data[];
    const sent = await staff.do(SEND_QUOTATION, {
      quotationId: quotation?.["id"],
      number: 1,
      version: version?.["version"],
    });
    expect(sent["quotation"]).toMatchObject({ state: "SENT", currentNumber: 1, draftNumber: null });
  });

  it("need a second person for a margin below the floor or a discount over the limit", async () => {
    const made = await aQuotation(world);
    const input = {
      customerId: made.customer.accountId,
      content: contentOf(world, made, "7100"),
      idempotencyKey: newId(),
    };
    const { quotation } = await staff.do(START_QUOTATION, input);
    const named = { quotationId: quotation?.["id"], number: 1 };
    const asked = await staff.do(SEND_QUOTATION, { ...named, version: quotation?.["versions"][0]?.["version"] });
    expect(asked["quotation"]).toMatchObject({ state: "INTERNAL_REVIEW" });
    const version = asked["quotation"]["versions"][0];
    expect(version?.["reviewReasons"]).toEqual(["MARGIN_BELOW_FLOOR", "DISCOUNT_OVER_LIMIT"]);
    const look = { ...named, version: version?.["version"] };
    expect(await staff.refusal(APPROVE_QUOTATION, look)).toBe("FOUR_EYES");
    const other = await aStaff(world);
    await other.do(RETURN_QUOTATION, { ...look, reason: "请再核一次成本" });
    const again = { ...named, version: Number(version?.["version"]) + 1 };
    await staff.do(SEND_QUOTATION, again);
    const passed = await other.do(APPROVE_QUOTATION, { ...named, version: again.version + 1 });
    expect(passed["quotation"]["state"]).toBe("SENT");
  });

  it("can't change what was sent, and the database does not let anybody", async () => {
    const made = await aQuotation(world);
    const version = await versionByNumber(read(), made.quotationId, 1);
    const edit = {
      quotationId: made.quotationId,
      number: 1,
      version: version?.version,
      content: contentOf(world, made),
    };
    expect(await staff.refusal(SAVE_QUOTATION, edit)).toBe("INVALID_STATE");
    for (const text of [
      "UPDATE quotation_versions SET total = 1 WHERE id = ?",
      "UPDATE quotation_versions SET hash = 'x' WHERE id = ?",
      "DELETE FROM quotation_versions WHERE id = ?",
      "UPDATE quotation_lines SET amount = 1 WHERE versionId = ?",
      "DELETE FROM quotation_lines WHERE versionId = ?",
    ]) {
      const work = world.server.platform.work.run({ kind: "system" }, (tx) => tx.run(text, [version?.id ?? ""]));
      await expect(work).rejects.toThrow(/never changes/);
    }
  });

  it("answer a wish in words or with the next version", async () => {
    const made = await aQuotation(world);
    const wish = { quotationId: made.quotationId, number: 1, text: "能否把第二项去掉？", idempotencyKey: newId() };
    const { quotation } = await made.customer.do(REQUEST_CHANGE, wish);
    await made.customer.do(REQUEST_CHANGE, wish);
    expect(quotation?.["requests"]).toHaveLength(1);
    expect((await quotationNow(made))?.attention).toBe("CHANGE_REQUESTED");
    const requestId = quotation?.["requests"][0]?.["id"];
    const answered = await staff.do(ANSWER_REQUEST, { requestId, answer: "第二项可以不勾选。" });
    expect(answered["quotation"]).toMatchObject({ attention: null, requests: [{ state: "ANSWERED" }] });
    expect(await staff.refusal(ANSWER_REQUEST, { requestId, answer: "再答一次" })).toBe("INVALID_STATE");
    await made.customer.do(REQUEST_CHANGE, { ...wish, text: "再便宜一点", idempotencyKey: newId() });
    await sendNext(world, staff, made);
    const requests = await read().query(
      "SELECT state, answeredByNumber FROM quotation_requests WHERE quotationId = ? ORDER BY createdAt, answeredByNumber",
      [made.quotationId],
    );
    expect(requests).toContainEqual({ state: "ANSWERED", answeredByNumber: 2 });
  });

  it("can't go on after it became an order", async () => {
    const made = await aQuotation(world);
    await staff.do(DRAFT_NEXT, { quotationId: made.quotationId });
    await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made));
    expect(await stateOf(made, 2)).toBe("WITHDRAWN");
    expect(await staff.refusal(DRAFT_NEXT, { quotationId: made.quotationId })).toBe("INVALID_STATE");
    const takeBack = { quotationId: made.quotationId, number: 1, reason: "迟了" };
    expect(await staff.refusal(WITHDRAW_QUOTATION, takeBack)).toBe("INVALID_STATE");
  });
});
