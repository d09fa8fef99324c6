import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectionMode } from "../src/catalogue/collection.js";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { amendmentsOf } from "../src/orders/amendment.store.js";
import { componentsOf, orderById } from "../src/orders/order.store.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import { fundingOfOrder } from "../src/payments/funding.store.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked } from "./kit/cash-desk.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, type MadeSupplier, planPart } from "./kit/makers-catalogue.js";
import { bringTo, complete, type MadeTicket } from "./kit/makers-fulfilment.js";
import { aPaidOrder, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { approved, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code field data }";
const DRAFT = `mutation($input: DraftAmendmentInput!) { draftAmendment(input: $input) { amendment { id version } ${ERRORS} } }`;
const PROPOSE = `mutation($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) { amendment { state } ${ERRORS} } }`;
const SHOWN = "query($id: ID!) { order(id: $id) { amendments { id version hash } } }";
const ANSWER = `mutation($input: AnswerAmendmentInput!) { answerAmendment(input: $input) { amendment { state } ${ERRORS} } }`;
const AUDIT = `mutation($input: AuditAmendmentInput!) { auditAmendment(input: $input) { amendment { state } ${ERRORS} } }`;
const COLLECTED = `mutation($input: RecordCollectedInput!) { recordCollected(input: $input) { paymentId ${ERRORS} } }`;
const CONFIRM_IT = `mutation($input: ConfirmCollectedInput!) { confirmCollected(input: $input) { payment { state } ${ERRORS} } }`;
const BY_SUPPLIER = { responsibility: { platform: 0, supplier: 10_000, customer: 0 } };

let world: World;
let editor: Actor;
let auditor: Actor;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  editor = await aStaff(world, ["orders.read", "orders.edit", "cost.read"]);
  auditor = await aStaff(world, ["orders.read", "orders.audit"]);
  staff = await aStaff(world);
});
afterAll(() => world.close());

/** Half with the order, half after acceptance: of items of ¥100 each, sold as told, of which the first half is paid. */
const anOrder = (...modes: readonly CollectionMode[]) => anOrderOn([HALF, planPart("尾款", 50, {})], modes);
const HALF = planPart("首付", 50, { nature: "ADVANCE", trigger: "ON_ORDER", gate: true });

/** Items of ¥100 each, sold as told, on a plan of which the first part is paid. */
async function anOrderOn(plan: readonly ReturnType<typeof planPart>[], modes: readonly CollectionMode[]) {
  const made: { itemId: string; supplier: MadeSupplier }[] = [];
  for (const _ of modes) {
    const itemId = await anItem(world);
    made.push({ itemId, supplier: await aSupplier(world, { services: [{ itemId }] }) });
  }
  const components = made.map(({ itemId }, index) => ({ itemId, collectionMode: modes[index] ?? "OWN_SALE" }));
  const product = await aPublishedProduct(world, { components, plan: [...plan] });
  const order = await aPaidOrder(world, { product });
  /** The tickets as they are now: a change of the order may make another one. */
  const tickets = async (): Promise<MadeTicket[]> => {
    const rows = await ticketsOf(world.server.platform.database.read, [order.orderId]);
    return made.map(({ itemId, supplier }) => {
      const ticketId = found(rows.find((row) => row.itemId === itemId && row.state !== "CANCELLED")).id;
      return { ticketId, order, customer: order.customer, supplier, staff };
    });
  };
  const work = async (): Promise<void> => complete(world, await tickets());
  return { order, tickets, work };
}

const read = () => world.server.platform.database.read;
const partsOf = (order: MadeOrder) => componentsOf(read(), [order.orderId]);
/** What came for each part of others, in the order of the parts, and what is the platform's own advance. */
async function money(order: MadeOrder) {
  const funding = await fundingOfOrder(read(), order.orderId);
  const held = (await partsOf(order)).map(({ id }) => funding.get(id)?.held ?? 0);
  return { held, own: 0 - (await booked(world, order, "2203")), owed: 0 - (await booked(world, order, "2241.R")) };
}

async function amend(order: MadeOrder, change: (ids: readonly string[]) => readonly Record<string, unknown>[]) {
  const ids = (await partsOf(order)).map(({ id }) => id);
  const baseRevision = found(await orderById(read(), order.orderId)).revision;
  const content = { orderId: order.orderId, baseRevision, kind: "CHANGE", way: "COLLECT", parts: change(ids) };
  const { amendment } = await editor.do(DRAFT, { ...content, reason: "少做一部分", idempotencyKey: newId() });
  await editor.do(PROPOSE, { amendmentId: amendment?.["id"], version: amendment?.["version"] });
  const waiting = async () => found((await amendmentsOf(read(), [order.orderId])).get(order.orderId)?.[0]);
  if ((await waiting()).state === "WAIT_CUSTOMER") {
    const shown = (await order.customer.ask(SHOWN, { id: order.orderId }))["order"]?.[
      "amendments"
    ] as unknown as Data[];
    const seen = found<Data>(shown[0]);
    await order.customer.do(ANSWER, {
      amendmentId: seen["id"],
      version: seen["version"],
      hash: seen["hash"],
      agree: true,
    });
  }
  const { id: amendmentId, version } = await waiting();
  await auditor.do(AUDIT, { amendmentId, version, approve: true, idempotencyKey: newId() });
}
const cheaper = (componentId: string | undefined, saleAmount: string) => ({ kind: "CHANGE", componentId, saleAmount });
const noDifference = async () => expect((await auditLedger(world.server.platform)).differences).toEqual([]);

describe("an order of several sellers that is made cheaper", () => {
  it("moves what a part has too much to the part that wants it, and each supplier gets its own price", async () => {
    const { order, work } = await anOrder("CUSTODY", "CUSTODY");
    expect(await money(order)).toEqual({ held: [5_000, 5_000], own: 0, owed: 0 });
    await amend(order, ([first]) => [{ ...cheaper(first, "2000"), costAmount: "1000" }]);
    expect(await money(order)).toEqual({ held: [2_000, 8_000], own: 0, owed: 0 });
    await work();
    await payByTransfer(world, order, ({ name }) => name === "尾款");
    expect(await money(order)).toEqual({ held: [2_000, 10_000], own: 0, owed: 0 });
    expect(await booked(world, order, "2241.A")).toBe(-12_000);
    await noDifference();
  });

  it("moves it to the platform's own part as well, and from it", async () => {
    const { order } = await anOrder("OWN_SALE", "CUSTODY");
    await amend(order, ([, second]) => [cheaper(second, "1000")]);
    expect(await money(order)).toEqual({ held: [0, 1_000], own: 9_000, owed: 0 });
    const { order: other } = await anOrder("OWN_SALE", "CUSTODY");
    await amend(other, ([first]) => [cheaper(first, "1000")]);
    expect(await money(other)).toEqual({ held: [0, 9_000], own: 1_000, owed: 0 });
    await noDifference();
  });

  it("gives back from where the money lies, and nothing of what another part costs", async () => {
    const { order } = await anOrder("OWN_SALE", "CUSTODY", "CUSTODY");
    // ¥150 of ¥300 came; ¥140 is the price of what is left.
    await amend(order, ([first, second, third]) => [
      { kind: "CANCEL", componentId: first, doneShare: 0 },
      cheaper(second, "9000"),
      cheaper(third, "5000"),
    ]);
    expect(await money(order)).toMatchObject({ held: [0, 9_000, 5_000], own: 0 });
    await noDifference();
  });

  it("lets a supplier owe what it collected itself beyond its new price, and the other part has it", async () => {
    const first = planPart("首付", 20, { nature: "ADVANCE", trigger: "ON_ORDER", gate: true });
    const second = planPart("进度款", 40, { nature: "PROGRESS", trigger: "ON_TICKETS_STARTED" });
    const made = await anOrderOn([first, second, planPart("尾款", 40, {})], ["DIRECT", "CUSTODY"]);
    const { order } = made;
    const ticket = found((await made.tickets())[0]);
    await bringTo(world, ticket, "IN_PROGRESS");
    const { ticketId, supplier } = ticket;
    const { paymentId } = await supplier.owner.do(COLLECTED, { ticketId, amount: "8000", idempotencyKey: newId() });
    await order.customer.do(CONFIRM_IT, { paymentId, version: 2, idempotencyKey: newId() });
    const collected = async () => 0 - (await booked(world, order, "9002"));
    expect([await money(order), await collected()]).toEqual([{ held: [2_000, 2_000], own: 0, owed: 0 }, 8_000]);
    await amend(order, ([direct]) => [{ ...cheaper(direct, "5000"), costAmount: "1000" }]);
    expect([await money(order), await collected()]).toEqual([{ held: [0, 7_000], own: 0, owed: 0 }, 5_000]);
    expect(await booked(world, order, "1221.S")).toBe(3_000);
    await made.work();
    await payByTransfer(world, order, ({ name }) => name === "尾款");
    expect(await money(order)).toEqual({ held: [0, 10_000], own: 0, owed: 0 });
    expect(await booked(world, order, "2241.A")).toBe(-10_000);
    await noDifference();
  });

  it("releases no more of what was begun than its share of the price", async () => {
    const { order } = await anOrder("CUSTODY", "CUSTODY");
    await amend(order, ([first]) => [{ kind: "CANCEL", componentId: first, doneShare: 2_000 }]);
    expect(await money(order)).toEqual({ held: [2_000, 8_000], own: 0, owed: 0 });
    expect(await booked(world, order, "2241.A")).toBe(-2_000);
    await noDifference();
  });
});

describe("what went back of one supplier's part by a wish", () => {
  it("is not made up for by what comes later: the other part is made whole", async () => {
    const { order, work } = await anOrder("CUSTODY", "CUSTODY");
    await approved(await aStaff(world), await proposed(staff, order, 1_000, BY_SUPPLIER));
    expect((await money(order)).held).toEqual([4_000, 5_000]);
    await work();
    await payByTransfer(world, order, ({ name }) => name === "尾款");
    expect((await money(order)).held).toEqual([9_000, 10_000]);
    expect(await booked(world, order, "2241.A")).toBe(-19_000);
    await noDifference();
  });
});
