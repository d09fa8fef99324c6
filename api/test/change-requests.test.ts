import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aStagedOrder, bringTo } from "./kit/makers-fulfilment.js";
import { aPaidOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code }";
const SEEN = "changeRequests { id wish text state version }";
const ASK = `mutation($input: RequestChangeInput!) { requestChange(input: $input) { order { ${SEEN} } ${ERRORS} } }`;
const TAKE_BACK = `mutation($input: WithdrawChangeInput!) { withdrawChange(input: $input) { order { ${SEEN} } ${ERRORS} } }`;
const ASK_OF_TICKET = `mutation($input: RequestTicketChangeInput!) { requestTicketChange(input: $input) { requestId ${ERRORS} } }`;
const TAKE_BACK_OF_TICKET = `mutation($input: WithdrawChangeInput!) { withdrawTicketChange(input: $input) { requestId ${ERRORS} } }`;
const OF_TICKET = `query($id: ID!) { supplierTicket(id: $id) { ${SEEN} } }`;
const DECLINE = `mutation($input: DeclineChangeInput!) { declineChange(input: $input) { requestId ${ERRORS} } }`;
const QUEUE = `query($first: Int, $after: String) { changeRequestsToAnswer(first: $first, after: $after) {
  nodes { id text supplier { id } order { no } } pageInfo { hasNextPage endCursor } } }`;
const COUNT = "{ staffQueues { changeRequests } }";

let world: World;
let editor: Actor;

beforeAll(async () => {
  world = await openWorld();
  editor = await aStaff(world, ["orders.read", "orders.edit"]);
});
afterAll(() => world.close());

const wishOf = (orderId: string, text: string) => ({ orderId, wish: "CHANGE", text, idempotencyKey: newId() });
const requestsOf = (seen: Data | null | undefined) => seen?.["changeRequests"] as unknown as Data[] | undefined;
const firstOf = (seen: Data | null | undefined): Data => found<Data>(requestsOf(seen)?.[0]);
const seenBy = (request: Data) => ({ requestId: request["id"], version: request["version"] });

async function aTakenTicket() {
  const { order, tickets } = await aStagedOrder(world, [1, 1]);
  for (const made of tickets) await bringTo(world, made, "ASSIGNED");
  return { order, ticket: found(tickets[0]), other: found(tickets[1]) };
}

async function askedOf(
  ticket: { readonly ticketId: string; readonly supplier: { readonly owner: Actor } },
  text: string,
) {
  const { owner } = ticket.supplier;
  await owner.do(ASK_OF_TICKET, { ticketId: ticket.ticketId, text, idempotencyKey: newId() });
  return firstOf((await owner.ask(OF_TICKET, { id: ticket.ticketId }))["supplierTicket"]);
}

describe("who asked for a change", () => {
  it("takes it back while nobody answered, once, and asks again", async () => {
    const order = await aPaidOrder(world);
    const asked = firstOf((await order.customer.do(ASK, wishOf(order.orderId, "想加一间房")))["order"]);
    const { order: after } = await order.customer.do(TAKE_BACK, seenBy(asked));
    const taken = firstOf(after);
    expect(taken).toMatchObject({ state: "WITHDRAWN", text: "想加一间房" });
    expect(await order.customer.refusal(TAKE_BACK, seenBy(asked))).toBe("STALE_VERSION");
    expect(await order.customer.refusal(TAKE_BACK, seenBy(taken))).toBe("INVALID_STATE");
    expect(await editor.refusal(DECLINE, { ...seenBy(taken), reason: "不需要了" })).toBe("INVALID_STATE");
    const again = (await order.customer.do(ASK, wishOf(order.orderId, "还是想加")))["order"];
    const states = (again?.["changeRequests"] as unknown as Data[]).map((each) => String(each["state"]));
    expect(states.toSorted((one, other) => one.localeCompare(other))).toEqual(["OPEN", "WITHDRAWN"]);
  });

  it("is the only one who takes it back: no other customer, no supplier, and no customer a supplier's", async () => {
    const { order, ticket, other } = await aTakenTicket();
    const asked = firstOf((await order.customer.do(ASK, wishOf(order.orderId, "换一天上门")))["order"]);
    const stranger = await aPaidOrder(world);
    expect(await stranger.customer.refusal(TAKE_BACK, seenBy(asked))).toBe("NOT_FOUND");
    expect(await ticket.supplier.owner.refusal(TAKE_BACK_OF_TICKET, seenBy(asked))).toBe("NOT_FOUND");
    const own = await askedOf(ticket, "墙面空鼓，需要多铲");
    expect(await order.customer.refusal(TAKE_BACK, seenBy(own))).toBe("NOT_FOUND");
    expect(await other.supplier.owner.refusal(TAKE_BACK_OF_TICKET, seenBy(own))).toBe("NOT_FOUND");
    await ticket.supplier.owner.do(TAKE_BACK_OF_TICKET, seenBy(own));
    world.clock.advance(1_000);
    expect(await askedOf(ticket, "再铲两面")).toMatchObject({ state: "OPEN" });
  });

  it("as a supplier sees the requests of its own ticket and nobody else's", async () => {
    const { order, ticket, other } = await aTakenTicket();
    await order.customer.do(ASK, wishOf(order.orderId, "只给平台看"));
    const own = await askedOf(ticket, "材料不够");
    const seen = async (by: Actor, id: string) =>
      (await by.ask(OF_TICKET, { id }))["supplierTicket"]?.["changeRequests"];
    expect(await seen(ticket.supplier.owner, ticket.ticketId)).toEqual([own]);
    expect(await seen(other.supplier.owner, other.ticketId)).toEqual([]);
  });
});

describe("requests that wait", () => {
  it("are counted and listed, the longest waiting first, until they are answered or taken back", async () => {
    const before = Number((await editor.ask(COUNT))["staffQueues"]?.["changeRequests"]);
    const [one, two] = [await aPaidOrder(world), await aPaidOrder(world)];
    world.clock.advance(1_000);
    const first = firstOf((await one.customer.do(ASK, wishOf(one.orderId, "先问的")))["order"]);
    world.clock.advance(1_000);
    const second = firstOf((await two.customer.do(ASK, wishOf(two.orderId, "后问的")))["order"]);
    const waiting = async () => Number((await editor.ask(COUNT))["staffQueues"]?.["changeRequests"]) - before;
    expect(await waiting()).toBe(2);
    const texts: string[] = [];
    let after: string | null = null;
    do {
      const page: Data = found((await editor.ask(QUEUE, { first: 1, after }))["changeRequestsToAnswer"]);
      texts.push(...(page["nodes"] as unknown as { text: string }[]).map(({ text }) => text));
      const { hasNextPage, endCursor } = page["pageInfo"] as unknown as { hasNextPage: boolean; endCursor: string };
      after = hasNextPage ? endCursor : null;
    } while (after !== null);
    expect(texts.slice(-2)).toEqual(["先问的", "后问的"]);
    await one.customer.do(TAKE_BACK, seenBy(first));
    await editor.do(DECLINE, { ...seenBy(second), reason: "超出服务范围" });
    expect(await waiting()).toBe(0);
  });

  it("are told to nobody without the right", async () => {
    const clerk = await aStaff(world, ["catalogue.read"]);
    expect((await clerk.ask(COUNT))["staffQueues"]).toEqual({ changeRequests: 0 });
    expect(await clerk.error(QUEUE, {})).toBe("FORBIDDEN");
    const order = await aPaidOrder(world);
    expect(await order.customer.error(QUEUE, {})).toBe("FORBIDDEN");
  });
});
