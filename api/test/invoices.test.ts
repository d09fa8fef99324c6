import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInvoiceOf } from "../src/documents/invoice.store.js";
import { newId } from "../src/kernel/ids.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked, CANCEL, readOrder } from "./kit/cash-desk.js";
import { countRows } from "./kit/counter.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aCustomer, aPaidOrder, aPlacedOrder, type MadeOrder } from "./kit/makers-orders.js";
import { APPROVE_REFUND, approved, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const FIELDS = "{ id no kind title taxNo amount state rejectReason invoiceNo redAmount }";
const REQUEST = `mutation($input: RequestInvoiceInput!) { requestInvoice(input: $input) {
  invoice ${FIELDS} userErrors { code field data } } }`;
const ISSUE = `mutation($input: IssueInvoiceInput!) { issueInvoice(input: $input) {
  invoice { state invoiceNo version file { mime } } userErrors { code field } } }`;
const REJECT = `mutation($input: RejectInvoiceInput!) { rejectInvoice(input: $input) {
  invoice { state rejectReason } userErrors { code } } }`;
const TAKE_BACK = `mutation($input: TakeBackInvoiceInput!) { takeBackInvoice(input: $input) {
  invoice { state redAmount redNo version } userErrors { code field } } }`;
const ORDER = `query($id: ID!) { order(id: $id) { invoiceable invoices ${FIELDS} forms { code amount } timeline { kind } } }`;
const QUEUE =
  "query($state: InvoiceState) { staffInvoices(state: $state, first: 100) { nodes { id version orderNo } } }";
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");

let world: World;
let desk: Actor;

beforeAll(async () => {
  world = await openWorld();
  desk = await aStaff(world, ["invoices.manage", "orders.read"]);
});
afterAll(() => world.close());

const wish = (order: MadeOrder, change: Record<string, unknown> = {}) => ({
  orderId: order.orderId,
  kind: "SPECIAL",
  title: "湘江装饰有限公司",
  taxNo: "91430100MA4L00001X",
  amount: "6000",
  idempotencyKey: newId(),
  ...change,
});
const pageOf = async (order: MadeOrder): Promise<Data> =>
  (await order.customer.ask(ORDER, { id: order.orderId }))["order"] as Data;
const open = (order: MadeOrder) => openInvoiceOf(world.server.platform.database.read, order.orderId);

/** What its customer heard of invoices, by kind. */
const told = async (order: MadeOrder): Promise<readonly string[]> => {
  await world.settle();
  const { notices } = await order.customer.ask("{ notices(first: 50) { nodes { kind path } } }");
  return (notices?.["nodes"] as unknown as { kind: string; path: string }[])
    .filter(({ kind }) => kind.startsWith("INVOICE"))
    .map(({ kind, path }) => `${kind} ${path}`);
};

async function requested(change: Record<string, unknown> = {}) {
  const order = await aPaidOrder(world);
  const { invoice } = await order.customer.do(REQUEST, wish(order, change));
  return { order, id: String(invoice?.["id"]) };
}
async function issued() {
  const made = await requested();
  await desk.do(ISSUE, { invoiceId: made.id, version: 1, invoiceNo: `NO-${newId()}`, fileId: null });
  return made;
}

describe("an invoice", () => {
  it("is asked for of what was paid, waits in the queue, and comes with its number and file", async () => {
    const { order, id } = await requested();
    await world.settle();
    expect(await pageOf(order)).toMatchObject({ invoiceable: "0", invoices: [{ state: "REQUESTED", amount: "6000" }] });
    expect((await pageOf(order))["forms"]).toContainEqual({ code: "INVOICE_REQUEST", amount: "6000" });
    const queue = (await desk.ask(QUEUE, { state: "REQUESTED" }))["staffInvoices"] as Data;
    expect(queue["nodes"]).toContainEqual({ id, version: 1, orderNo: order.no });
    expect(await told(order)).toEqual([]);
    const fileId = (await desk.upload("INVOICE", PDF, "invoice.pdf")).body["id"];
    const { invoice } = await desk.do(ISSUE, { invoiceId: id, version: 1, invoiceNo: "24312000000012345678", fileId });
    expect(invoice).toMatchObject({ state: "ISSUED", file: { mime: "application/pdf" } });
    expect(await told(order)).toEqual([`INVOICE_ISSUED /o/${order.orderId}`]);
    expect(JSON.stringify((await pageOf(order))["timeline"])).toContain("INVOICE_ISSUED");
    expect(await open(order)).toBe(6_000);
  });

  it("never covers more than was paid, and no amount that is none", async () => {
    const order = await aPaidOrder(world);
    expect(await order.customer.refusal(REQUEST, wish(order, { amount: "6001" }))).toBe("INVOICE_EXCEEDS_PAID");
    for (const amount of ["0", "-1"]) {
      expect(await order.customer.refusal(REQUEST, wish(order, { amount }))).toBe("VALIDATION");
    }
    const unpaid = await aPlacedOrder(world);
    expect(await unpaid.customer.refusal(REQUEST, wish(unpaid, { amount: "1" }))).toBe("INVOICE_EXCEEDS_PAID");
    expect(await countRows(world, "invoice_requests", "orderId IN (?, ?)", order.orderId, unpaid.orderId)).toBe(0);
  });

  it.each([1, 2, 3])("is granted once when two are asked for at once that together are too much (%i)", async () => {
    const order = await aPaidOrder(world);
    const both = await Promise.all(
      [1, 2].map(() => order.customer.ask(REQUEST, { input: wish(order, { amount: "4000" }) })),
    );
    const codes = both.flatMap((answer) =>
      (answer["requestInvoice"]?.["userErrors"] as unknown as Data[]).map((error) => error["code"]),
    );
    expect(codes).toEqual(["INVOICE_EXCEEDS_PAID"]);
    expect(await countRows(world, "invoice_requests", "orderId = ?", order.orderId)).toBe(1);
  });

  it("needs a tax number when it is special, and only its own customer asks for it", async () => {
    const order = await aPaidOrder(world);
    expect(await order.customer.refusal(REQUEST, wish(order, { taxNo: null }))).toBe("VALIDATION");
    await order.customer.do(REQUEST, wish(order, { kind: "PLAIN", taxNo: null, title: "林晓", amount: "100" }));
    const stranger = await aCustomer(world, "别人");
    expect(await stranger.refusal(REQUEST, wish(order, { amount: "100" }))).toBe("NOT_FOUND");
    expect(await order.customer.error(QUEUE, {})).toBe("FORBIDDEN");
    const reader = await aStaff(world, ["documents.read"]);
    expect(await reader.error(QUEUE, {})).toBe("FORBIDDEN");
  });

  it("is sent back with a reason, and its amount can be asked for again", async () => {
    const { order, id } = await requested();
    expect(await desk.refusal(REJECT, { invoiceId: id, version: 1, reason: "" })).toBe("REASON_REQUIRED");
    expect((await desk.do(REJECT, { invoiceId: id, version: 1, reason: "抬头有误" }))["invoice"]).toMatchObject({
      state: "REJECTED",
    });
    expect(await told(order)).toEqual([`INVOICE_REJECTED /o/${order.orderId}`]);
    expect(await pageOf(order)).toMatchObject({ invoiceable: "6000", invoices: [{ rejectReason: "抬头有误" }] });
    expect(await desk.refusal(ISSUE, { invoiceId: id, version: 2, invoiceNo: "X1", fileId: null })).toBe(
      "INVALID_STATE",
    );
  });

  it("takes no number twice and no file that is another's", async () => {
    const [first, second] = [await requested(), await requested()];
    await desk.do(ISSUE, { invoiceId: first.id, version: 1, invoiceNo: "DOUBLE-1", fileId: null });
    const input = { invoiceId: second.id, version: 1, invoiceNo: "DOUBLE-1", fileId: null };
    expect(await desk.refusal(ISSUE, input)).toBe("VALIDATION");
    expect(await desk.refusal(ISSUE, { ...input, invoiceNo: "OTHER-1", fileId: newId() })).toBe("NOT_FOUND");
    expect(await desk.refusal(ISSUE, { ...input, version: 9 })).toBe("STALE_VERSION");
  });

  it("is taken back in red, in parts and whole, and never beyond", async () => {
    const { order, id } = await issued();
    const red = { invoiceId: id, redNo: "RED-1", reason: "部分退款" };
    const { invoice } = await desk.do(TAKE_BACK, { ...red, version: 2, amount: "1000" });
    expect(invoice).toMatchObject({ state: "RED_PARTIAL", redAmount: "1000" });
    expect(await open(order)).toBe(5_000);
    expect(await desk.refusal(TAKE_BACK, { ...red, version: 3, amount: "5001" })).toBe("VALIDATION");
    const last = await desk.do(TAKE_BACK, { ...red, version: 3, amount: "5000" });
    expect(last["invoice"]).toMatchObject({ state: "RED_FULL" });
    expect(await open(order)).toBe(0);
    expect(await desk.refusal(TAKE_BACK, { ...red, version: 4, amount: "1" })).toBe("VALIDATION");
  });

  it("stands in the way of a refund until its red letter came for as much, and no longer", async () => {
    const { order, id } = await issued();
    const clerk = await aStaff(world, ["refunds.read", "refunds.propose"]);
    const approver = await aStaff(world, ["refunds.read", "refunds.approve"]);
    const refund = await proposed(clerk, order, 1_000);
    const wanted = () => ({ refundId: refund["id"], version: refund["version"], idempotencyKey: newId() });
    expect(await approver.refusal(APPROVE_REFUND, wanted())).toBe("INVOICE_NEEDS_RED_LETTER");
    const red = { invoiceId: id, redNo: `RED-${newId()}`, reason: "部分退款" };
    await desk.do(TAKE_BACK, { ...red, version: 2, amount: "999" });
    expect(await approver.refusal(APPROVE_REFUND, wanted())).toBe("INVOICE_NEEDS_RED_LETTER");
    expect(await booked(world, order, "2241.R")).toBe(0);
    await desk.do(TAKE_BACK, { ...red, redNo: `RED-${newId()}`, version: 3, amount: "1" });
    expect((await approved(approver, refund))["state"]).toBe("APPROVED");
    expect(await booked(world, order, "2241.R")).toBe(-1_000);
    expect(await open(order)).toBe(5_000);
  });

  it("is not taken back before it was issued", async () => {
    const { id } = await requested();
    const red = { invoiceId: id, version: 1, redNo: "RED-2", reason: "退款", amount: "1" };
    expect(await desk.refusal(TAKE_BACK, red)).toBe("INVALID_STATE");
  });
});

describe("an order that was invoiced", () => {
  it("is ended only after a red-letter invoice, and nothing of it has changed before", async () => {
    const { order, id } = await issued();
    const cancelling = async () => {
      const { version } = await readOrder(order);
      return { orderId: order.orderId, version, reason: "不装了" };
    };
    expect(await order.customer.refusal(CANCEL, await cancelling())).toBe("INVOICE_NEEDS_RED_LETTER");
    expect(await readOrder(order)).toMatchObject({ state: "IN_DELIVERY", paid: "6000" });
    expect(await countRows(world, "refunds", "orderId = ?", order.orderId)).toBe(0);
    await desk.do(TAKE_BACK, { invoiceId: id, version: 2, amount: "6000", redNo: `R-${newId()}`, reason: "订单终止" });
    await order.customer.do(CANCEL, await cancelling());
    expect(await readOrder(order)).toMatchObject({ state: "CANCELLED" });
    expect(await booked(world, order, "2203")).toBe(0);
  });
});
