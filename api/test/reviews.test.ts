import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { newId } from "../src/kernel/ids.js";
import { aSupplier } from "./kit/makers-catalogue.js";
import { aPhoto, aStagedOrder, aTicket, complete, type MadeTicket } from "./kit/makers-fulfilment.js";
import { aCustomer, aPaidOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const REVIEW_ORDER = `mutation($input: ReviewOrderInput!) { reviewOrder(input: $input) {
  review { id authorName overall text publishedAt productTitle photos { url } suppliers { overall supplier { id } } }
  order { id availableActions nextStep { code } review { id } } userErrors { code field } } }`;
const SUPPLIER = `query($id: ID!) { supplier(id: $id) { rating { count overall quality punctuality attitude } }
  supplierReviews(supplierId: $id, first: 2) { nodes { text authorName } pageInfo { hasNextPage endCursor } } }`;
const PRODUCT = `query($slug: String!, $after: String) { product(slug: $slug) { rating { count overall }
  reviews(first: 2, after: $after) { nodes { id text } pageInfo { hasNextPage endCursor } } } }`;

const five = { overall: 5, quality: 5, punctuality: 5, attitude: 5 };

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const wish = ({ order, supplier }: MadeTicket, change: Record<string, unknown> = {}) => ({
  orderId: order.orderId,
  ...five,
  text: "干净利落",
  photoFileIds: [],
  supplierScores: [{ supplierId: supplier.supplierId, ...five }],
  anonymous: false,
  idempotencyKey: newId(),
  ...change,
});

describe("a review", () => {
  it("is published at once under a masked name and moves the ratings of product and suppliers", async () => {
    const { order, tickets } = await aStagedOrder(world, [1, 1]);
    await complete(world, tickets);
    const [first, second] = tickets as [MadeTicket, MadeTicket];
    const photo = await aPhoto(order.customer, "REVIEW");
    const supplierScores = [
      { supplierId: first.supplier.supplierId, ...five },
      { supplierId: second.supplier.supplierId, overall: 2, quality: 1, punctuality: 3, attitude: 4 },
    ];
    const input = wish(first, { overall: 4, photoFileIds: [photo], supplierScores });
    const { review, order: after } = await order.customer.do(REVIEW_ORDER, input);
    expect(review).toMatchObject({ authorName: "林**", overall: 4, text: "干净利落" });
    expect(review?.["photos"]).toHaveLength(1);
    expect(review?.["suppliers"]).toHaveLength(2);
    expect(after).toMatchObject({ availableActions: ["PAY"], review: { id: review?.["id"] } });
    const stranger = world.stranger();
    const { supplier, supplierReviews } = await stranger.ask(SUPPLIER, { id: second.supplier.supplierId });
    expect(supplier?.["rating"]).toEqual({ count: 1, overall: 2, quality: 1, punctuality: 3, attitude: 4 });
    expect(supplierReviews?.["nodes"]).toEqual([{ text: "干净利落", authorName: "林**" }]);
    const { product } = await stranger.ask(PRODUCT, { slug: order.product.slug });
    expect(product).toMatchObject({ rating: { count: 1, overall: 4 }, reviews: { nodes: [{ text: "干净利落" }] } });
  });

  it("is once per order, also under a double click", async () => {
    const made = await aTicket(world, { state: "ACCEPTED" });
    const input = wish(made);
    const tries = await Promise.all(
      [1, 2, 3, 4].map(() => made.customer.send(REVIEW_ORDER, { input: { ...input, idempotencyKey: newId() } })),
    );
    const codes = tries.flatMap((answer) => {
      const payload = answer.data?.["reviewOrder"] as { userErrors: { code: string }[] };
      return payload.userErrors.map(({ code }) => code);
    });
    expect(codes).toEqual(["ALREADY_REVIEWED", "ALREADY_REVIEWED", "ALREADY_REVIEWED"]);
    const { supplier } = await world.stranger().ask(SUPPLIER, { id: made.supplier.supplierId });
    expect(supplier?.["rating"]?.["count"]).toBe(1);
  });

  it("answers a repeat with the same review", async () => {
    const made = await aTicket(world, { state: "ACCEPTED" });
    const input = wish(made, { anonymous: true });
    const first = await made.customer.do(REVIEW_ORDER, input);
    expect(first["review"]).toMatchObject({ authorName: "匿名用户" });
    expect(await made.customer.do(REVIEW_ORDER, input)).toEqual(first);
    expect(await made.customer.refusal(REVIEW_ORDER, { ...input, overall: 1 })).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it("is the order's customer's, of a completed order", async () => {
    const made = await aTicket(world, { state: "PLATFORM_APPROVED" });
    expect(await made.customer.refusal(REVIEW_ORDER, wish(made))).toBe("INVALID_STATE");
    const stranger = await aCustomer(world);
    expect(await stranger.refusal(REVIEW_ORDER, wish(made))).toBe("NOT_FOUND");
    expect(await stranger.refusal(REVIEW_ORDER, wish(made, { orderId: newId() }))).toBe("NOT_FOUND");
    for (const actor of [made.supplier.owner, made.staff]) {
      expect(await actor.error(REVIEW_ORDER, { input: wish(made) })).toBe("FORBIDDEN");
    }
  });

  it("marks exactly those who did the work, from one to five, with the customer's own photos", async () => {
    const made = await aTicket(world, { state: "ACCEPTED" });
    const rival = await aSupplier(world);
    const refused = (change: Record<string, unknown>) => made.customer.refusal(REVIEW_ORDER, wish(made, change));
    expect(await refused({ supplierScores: [] })).toBe("VALIDATION");
    expect(await refused({ supplierScores: [{ supplierId: rival.supplierId, ...five }] })).toBe("VALIDATION");
    expect(await refused({ overall: 6 })).toBe("VALIDATION");
    expect(await refused({ punctuality: 0 })).toBe("VALIDATION");
    expect(await refused({ text: "字".repeat(1_001) })).toBe("VALIDATION");
    const foreign = await aPhoto(await aCustomer(world), "REVIEW");
    expect(await refused({ photoFileIds: [foreign] })).toBe("NOT_FOUND");
    const { supplier } = await world.stranger().ask(SUPPLIER, { id: made.supplier.supplierId });
    expect(supplier?.["rating"]?.["count"]).toBe(0);
  });
});

describe("lists of reviews", () => {
  it("go newest first, page by page, in a fixed number of statements", async () => {
    const customer = await aCustomer(world, "欧阳");
    const { order, tickets } = await aStagedOrder(world, [1], { customer });
    const [made] = tickets as [MadeTicket];
    await complete(world, tickets);
    // Two more orders of the same product, by the same road as any other.
    const rounds: MadeTicket[] = [made];
    for (let i = 0; i < 2; i += 1) {
      const next = await aPaidOrder(world, { customer, product: order.product });
      const [ticket] = await ticketsOf(world.server.platform.database.read, [next.orderId]);
      rounds.push({ ...made, order: next, ticketId: ticket?.id ?? "" });
    }
    await complete(world, rounds.slice(1));
    for (const [index, round] of rounds.entries()) {
      world.clock.advance(1_000);
      await customer.do(REVIEW_ORDER, wish(round, { text: `第 ${index + 1} 次` }));
    }
    const stranger = world.stranger();
    const texts = (nodes: unknown) => (nodes as { text: string }[]).map(({ text }) => text);
    const { product } = await stranger.ask(PRODUCT, { slug: order.product.slug });
    expect(texts(product?.["reviews"]?.["nodes"])).toEqual(["第 3 次", "第 2 次"]);
    const after = product?.["reviews"]?.["pageInfo"]?.["endCursor"];
    const rest = await stranger.ask(PRODUCT, { slug: order.product.slug, after });
    expect(texts(rest["product"]?.["reviews"]?.["nodes"])).toEqual(["第 1 次"]);
    const { supplierReviews } = await stranger.ask(SUPPLIER, { id: made.supplier.supplierId });
    expect(texts(supplierReviews?.["nodes"])).toEqual(["第 3 次", "第 2 次"]);
    const LIST = `query($id: ID!, $first: Int) { supplierReviews(supplierId: $id, first: $first) { nodes {
      text photos { url } suppliers { supplier { name } } } } }`;
    const cost = async (first: number) =>
      (await world.statements(() => stranger.ask(LIST, { id: made.supplier.supplierId, first }))).length;
    expect(await cost(3)).toBe(await cost(1));
  });
});
