import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { fen } from "../src/kernel/money.js";
import { found } from "../src/kernel/refusal.js";
import { componentsOf, orderById } from "../src/orders/order.store.js";
import { libraryOf } from "../src/pricing/book.store.js";
import { recomputed } from "../src/pricing/snapshot.js";
import { snapshotsOfOrders } from "../src/pricing/snapshot.store.js";
import { linesOf, versionByNumber } from "../src/quotations/quotation.store.js";
import type { Actor, Data } from "./kit/actor.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, CHANGSHA, type MadeProduct } from "./kit/makers-catalogue.js";
import { aCustomer } from "./kit/makers-orders.js";
import {
  ACCEPT_QUOTATION,
  APPROVE_QUOTATION,
  acceptanceOf,
  aQuotation,
  contentOf,
  DRAFT_NEXT,
  SAVE_QUOTATION,
  SEND_QUOTATION,
  START_QUOTATION,
} from "./kit/makers-quotations.js";
import { openWorld, type World } from "./kit/world.js";

const REQUEST = `mutation($input: RequestQuotationInput!) { requestQuotation(input: $input) {
  quotation { id no state source currentNumber } userErrors { code field } } }`;
const PROPOSE = `query($input: QuoteProductInput!) { quoteProduct(input: $input) {
  proposal { title productVersionId contractTemplate inputs { code value }
    lines { componentId supplierId quantity stage unitPrice amount } plan { name shareBasisPoints } }
  userErrors { code field } } }`;
const QUEUES = "query { staffQueues { quotationsToAnswer quotationsToReview } }";
const LIST = "query { staffQuotations(state: INTERNAL_REVIEW) { edges { node { no } } } }";

let world: World;
let staff: Actor;
let product: MadeProduct;
let supplierId: string;
const read = () => world.server.platform.database.read;

/** Two items one after the other with a day between, the second by an expression, sold by asking only. */
beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  const itemIds = [await anItem(world, { name: "柜体" }), await anItem(world, { name: "安装" })];
  ({ supplierId } = await aSupplier(world, { services: itemIds.map((itemId) => ({ itemId })) }));
  product = await aPublishedProduct(world, {
    title: "异形柜体",
    saleMode: "QUOTE_ONLY",
    components: [
      { itemId: found(itemIds[0]), dependsOn: [], quantity: 3 },
      { itemId: found(itemIds[1]), dependsOn: [1], lagHours: 24, stage: 2 },
    ],
  });
});
afterAll(() => world.close());

const wishes = (made: MadeProduct = product) => ({
  productId: made.productId,
  regionCode: CHANGSHA,
  inputs: [],
  choices: [],
});

async function asked(by: Actor, made: MadeProduct = product): Promise<{ id: string; no: string }> {
  const input = { ...wishes(made), text: "斜顶，量尺后报价", idempotencyKey: newId() };
  const { quotation } = await by.do(REQUEST, input);
  return { id: String(quotation?.["id"]), no: String(quotation?.["no"]) };
}

const versionOf = async (quotationId: string, number = 1) => found(await versionByNumber(read(), quotationId, number));

/** The draft as staff would save it without a change, but for the part that is given. */
async function savedWith(quotationId: string, part: Record<string, unknown>, number = 1): Promise<Data> {
  const version = await versionOf(quotationId, number);
  const lines = (await linesOf(read(), [version.id])).map((line) => ({
    ...{ itemId: line.itemId, supplierId: line.supplierId, componentId: line.componentId },
    ...{ quantity: line.quantity, stage: line.stage, unitPrice: String(line.unitPrice), optional: line.optional },
  }));
  const { title, regionCode, productVersionId, contractTemplate, terms, validUntil } = version;
  const content = {
    ...{ title, regionCode, productVersionId, contractTemplate, terms, lines, inputs: [], plan: version.plan },
    validUntil: new Date(validUntil).toISOString(),
    ...part,
  };
  const input = { quotationId, number, version: version.version, content };
  const answer = await staff.send(SAVE_QUOTATION, { input });
  expect(answer.errors, JSON.stringify(answer.errors)).toBeUndefined();
  return answer.data?.["saveQuotationDraft"] as Data;
}

const send = async (by: Actor, quotationId: string, number = 1) =>
  by.do(SEND_QUOTATION, { quotationId, number, version: (await versionOf(quotationId, number)).version });

describe("a product whose price is asked for", () => {
  it("is drafted as the pricing engine has it, and waits for an answer once however often it is pressed", async () => {
    const customer = await aCustomer(world);
    const input = { ...wishes(), text: "斜顶，量尺后报价", idempotencyKey: newId() };
    const [one, two] = [await customer.do(REQUEST, input), await customer.do(REQUEST, input)];
    expect(one["quotation"]).toMatchObject({ state: "DRAFT", source: "CATALOGUE", currentNumber: null });
    expect(two["quotation"]["id"]).toBe(one["quotation"]["id"]);
    const version = await versionOf(String(one["quotation"]["id"]));
    const lines = await linesOf(read(), [version.id]);
    expect(lines.map(({ amount, componentId }) => [amount, componentId])).toEqual([
      [30_000, product.componentIds[0]],
      [10_000, product.componentIds[1]],
    ]);
  });

  it("stands in the queue of those who answer until it is sent", async () => {
    const before = await staff.ask(QUEUES, {});
    const { id } = await asked(await aCustomer(world));
    const waiting = Number(before["staffQueues"]["quotationsToAnswer"]);
    expect((await staff.ask(QUEUES, {}))["staffQueues"]).toMatchObject({ quotationsToAnswer: waiting + 1 });
    await send(staff, id);
    expect((await staff.ask(QUEUES, {}))["staffQueues"]).toMatchObject({ quotationsToAnswer: waiting });
  });

  it("can be asked for twenty times at most before anything is answered", async () => {
    const customer = await aCustomer(world);
    for (let i = 0; i < 20; i += 1) await asked(customer);
    const input = { ...wishes(), text: "再来一次", idempotencyKey: newId() };
    expect(await customer.refusal(REQUEST, input)).toBe("RATE_LIMITED");
  });

  it("keeps its contract, which staff may exchange and not drop", async () => {
    const made = await aPublishedProduct(world, { contractTemplate: "RENOVATION", components: [ofCabinets()] });
    const { id } = await asked(await aCustomer(world), made);
    expect((await versionOf(id)).contractTemplate).toBe("RENOVATION");
    expect((await savedWith(id, { contractTemplate: null }))["userErrors"]).toEqual([]);
    expect((await versionOf(id)).contractTemplate).toBe("RENOVATION");
    expect((await savedWith(id, { contractTemplate: null, productVersionId: null, lines: [] }))["userErrors"]).toEqual(
      [],
    );
    expect((await versionOf(id)).contractTemplate).toBe("RENOVATION");
  });

  it("is proposed to staff with its lines and its plan, and nothing is written", async () => {
    const count = async () => (await read().query("SELECT id FROM quotations")).length;
    const before = await count();
    const { quoteProduct } = await staff.ask(PROPOSE, { input: wishes() });
    expect(quoteProduct?.["userErrors"]).toEqual([]);
    expect(quoteProduct?.["proposal"]).toMatchObject({
      title: "异形柜体",
      lines: [
        { supplierId, quantity: 3, stage: 1, unitPrice: "10000", amount: null },
        { supplierId, quantity: 1, stage: 2, unitPrice: "10000", amount: null },
      ],
    });
    expect(await count()).toBe(before);
    const nothing = await staff.ask(PROPOSE, { input: { ...wishes(), productId: newId() } });
    expect(nothing["quoteProduct"]["userErrors"]).toEqual([{ code: "PRODUCT_NOT_AVAILABLE", field: "productId" }]);
  });
});

const ofCabinets = () => ({ itemId: found(product.itemIds[0]) });

describe("the order of an accepted quotation", () => {
  it("waits as the product says, with its hours, and keeps a price that works out to the same fen", async () => {
    const customer = await aCustomer(world);
    const quotation = await asked(customer);
    await savedWith(quotation.id, { terms: "含安装" });
    await send(staff, quotation.id);
    const { order } = await customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, { quotationId: quotation.id }));
    const orderId = String(order?.["id"]);
    const lines = await componentsOf(read(), [orderId]);
    expect(lines.map(({ dependsOn, lagHours, stage }) => [dependsOn, lagHours, stage])).toEqual([
      [[], 0, 1],
      [[0], 24, 2],
    ]);
    const snapshot = found((await snapshotsOfOrders(read(), [orderId])).get(orderId));
    const { same, priced } = recomputed(snapshot.basis, snapshot.priced, await libraryOf(read(), [], []));
    expect([same, priced.total]).toEqual([true, (await orderById(read(), orderId))?.total]);
  });

  it("waits by stages for a line that staff moved, and costs one sum where one was written", async () => {
    const customer = await aCustomer(world);
    const quotation = await asked(customer);
    const [first, second] = await linesOf(read(), [(await versionOf(quotation.id)).id]);
    const line = (row: typeof first, part: object) => ({
      ...{ itemId: row?.itemId, supplierId, componentId: row?.componentId, quantity: row?.quantity },
      ...{ stage: row?.stage, unitPrice: String(row?.unitPrice), optional: false, ...part },
    });
    await savedWith(quotation.id, { lines: [line(first, { amount: "29990" }), line(second, { stage: 3 })] });
    await send(staff, quotation.id);
    const { order } = await customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, { quotationId: quotation.id }));
    const orderId = String(order?.["id"]);
    const lines = await componentsOf(read(), [orderId]);
    expect(lines.map(({ dependsOn, saleAmount, unitPrice }) => [dependsOn, saleAmount, unitPrice])).toEqual([
      [[], 29_990, 9_997],
      [null, 10_000, 10_000],
    ]);
    const snapshot = found((await snapshotsOfOrders(read(), [orderId])).get(orderId));
    expect(recomputed(snapshot.basis, snapshot.priced, await libraryOf(read(), [], [])).same).toBe(true);
  });
});

describe("what is not there is refused, and nothing is written:", () => {
  it.each([
    ["productVersionId", { productVersionId: "AAAAAAAAAAAAAAAAAAAAAA", lines: [] }],
    ["contractTemplate", { contractTemplate: "TYPO" }],
    ["lines.0.componentId", { productVersionId: null }],
  ])("%s", async (field, part) => {
    const { id } = await asked(await aCustomer(world));
    const before = await versionOf(id);
    expect((await savedWith(id, part))["userErrors"]).toMatchObject([{ code: "NOT_FOUND", field }]);
    expect(await versionOf(id)).toEqual(before);
  });
});

describe("a price that was bid", () => {
  it("costs what was bid in the next version too, whatever the supplier's list says", async () => {
    const made = await aQuotation(world, {
      lines: (line) => ({ ...line, serviceId: "service-of-the-bidder", costAmount: fen(8_800), listAmount: null }),
    });
    await staff.do(DRAFT_NEXT, { quotationId: made.quotationId });
    expect((await savedWith(made.quotationId, {}, 2))["userErrors"]).toEqual([]);
    const lines = await linesOf(read(), [(await versionOf(made.quotationId, 2)).id]);
    expect(lines.map(({ costAmount, serviceId }) => [costAmount, serviceId])).toEqual([
      [8_800, "service-of-the-bidder"],
      [8_800, "service-of-the-bidder"],
    ]);
  });
});

describe("a second person looks", () => {
  const cheap = async (by: Actor) => {
    const made = await aQuotation(world);
    const content = contentOf(world, made, "7100");
    const input = { customerId: made.customer.accountId, content, idempotencyKey: newId() };
    const { quotation } = await by.do(START_QUOTATION, input);
    return { id: String(quotation?.["id"]), no: String(quotation?.["no"]), made };
  };

  it("at an optional line that is sold far below its cost", async () => {
    const made = await aQuotation(world);
    const content = contentOf(world, made);
    const [required, optional] = content["lines"] as Record<string, unknown>[];
    const lines = [required, { ...optional, unitPrice: "1", quantity: 100 }];
    const input = { customerId: made.customer.accountId, content: { ...content, lines }, idempotencyKey: newId() };
    const { quotation } = await staff.do(START_QUOTATION, input);
    const sent = await send(staff, String(quotation?.["id"]));
    expect(sent["quotation"]["state"]).toBe("INTERNAL_REVIEW");
  });

  it("who wrote none of it, however many wrote", async () => {
    const [writer, sender, third] = [await aStaff(world), await aStaff(world), await aStaff(world)];
    const { id } = await cheap(writer);
    await send(sender, id);
    const look = { quotationId: id, number: 1, version: (await versionOf(id)).version };
    expect(await writer.refusal(APPROVE_QUOTATION, look)).toBe("FOUR_EYES");
    expect(await sender.refusal(APPROVE_QUOTATION, look)).toBe("FOUR_EYES");
    await third.do(APPROVE_QUOTATION, look);
  });

  it("finds it in a queue of its own, also while the customer has the version before", async () => {
    const made = await aQuotation(world);
    await staff.do(DRAFT_NEXT, { quotationId: made.quotationId });
    const version = await versionOf(made.quotationId, 2);
    const content = contentOf(world, made, "7100");
    await staff.do(SAVE_QUOTATION, { quotationId: made.quotationId, number: 2, version: version.version, content });
    const before = Number((await staff.ask(QUEUES, {}))["staffQueues"]["quotationsToReview"]);
    await send(staff, made.quotationId, 2);
    expect((await staff.ask(QUEUES, {}))["staffQueues"]).toMatchObject({ quotationsToReview: before + 1 });
    const { staffQuotations } = await staff.ask(LIST, {});
    expect(staffQuotations?.["edges"]).toContainEqual({ node: { no: made.no } });
  });
});

describe("a quotation that ends while a version is reviewed", () => {
  it("expires for its customer and stays with the reviewer", async () => {
    const made = await aQuotation(world, { draft: { validUntil: world.clock.now() + HOUR } });
    await staff.do(DRAFT_NEXT, { quotationId: made.quotationId });
    const version = await versionOf(made.quotationId, 2);
    const content = contentOf(world, made, "7100");
    await staff.do(SAVE_QUOTATION, { quotationId: made.quotationId, number: 2, version: version.version, content });
    await send(staff, made.quotationId, 2);
    world.clock.advance(HOUR);
    await world.settle();
    const { staffQuotations } = await staff.ask(LIST, {});
    expect(staffQuotations?.["edges"]).toContainEqual({ node: { no: made.no } });
    expect((await versionOf(made.quotationId)).state).toBe("EXPIRED");
  });
});

describe("a supplier", () => {
  const WORK = `query { myQuotedWork { edges { node { no title state lines { itemName costAmount taken } } } } }`;
  const work = async (by: Actor): Promise<Data[]> =>
    ((await by.ask(WORK, {}))["myQuotedWork"]["edges"] as unknown as { node: Data }[]).map(({ node }) => node);

  it("sees its own lines with its own pay, and which of them were taken; another sees nothing", async () => {
    const made = await aQuotation(world);
    await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made));
    expect(await work(made.supplier.owner)).toEqual([
      {
        ...{ no: made.no, title: "旧房翻新", state: "CONVERTED" },
        lines: [
          { itemName: "第 1 项", costAmount: "7000", taken: true },
          { itemName: "第 2 项", costAmount: "7000", taken: false },
        ],
      },
    ]);
    const other = await aSupplier(world, { services: [{ itemId: found(made.itemIds[0]) }] });
    expect(await work(other.owner)).toEqual([]);
  });

  it("never learns of a draft", async () => {
    const made = await aQuotation(world, { state: "DRAFT" });
    expect(await work(made.supplier.owner)).toEqual([]);
  });
});

describe("a stranger", () => {
  const READ = `query($no: String!) { quotation(no: $no) { id } }`;
  const STAFF = `query($no: String!) { staffQuotation(no: $no) { id } }`;

  it("finds no quotation of somebody else's, by number or in a list", async () => {
    const [made, other] = [await aQuotation(world), await aCustomer(world)];
    expect(await other.ask(READ, { no: made.no })).toEqual({ quotation: null });
    expect(await other.ask("query { myQuotations { edges { node { id } } } }", {})).toEqual({
      myQuotations: { edges: [] },
    });
    expect(await made.customer.ask(READ, { no: made.no })).toEqual({ quotation: { id: made.quotationId } });
  });

  it("of the staff reads, proposes and looks customers up only with the right to", async () => {
    const made = await aQuotation(world);
    const clerk = await aStaff(world, ["orders.read"]);
    const code = async (query: string, variables: Record<string, unknown>) =>
      (await clerk.send(query, variables)).errors?.[0]?.extensions?.["code"];
    expect(await code(STAFF, { no: made.no })).toBe("FORBIDDEN");
    expect(await code(PROPOSE, { input: wishes() })).toBe("FORBIDDEN");
    const LOOK = `query { quotationCustomers(loginOrPhone: "13800000001") { id } }`;
    expect(await code(LOOK, {})).toBe("FORBIDDEN");
  });
});
