import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setRolesOf } from "../src/identity/identity.store.js";
import { newId } from "../src/kernel/ids.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { buildServer } from "../src/server.js";
import { Actor, type Data } from "./kit/actor.js";
import { aMember, aStaff } from "./kit/makers-catalogue.js";
import {
  ACCEPT_OFFER,
  accept,
  approveReport,
  aTicket,
  DECLINE_OFFER,
  type MadeTicket,
  offerOf,
  POST_PROGRESS,
  post,
  start,
} from "./kit/makers-fulfilment.js";
import { aCustomer, aPaidOrder } from "./kit/makers-orders.js";
import { connect, type Heard, listen, subscribe } from "./kit/socket.js";
import { openWorld, type World } from "./kit/world.js";

const ORDER_CHANGED = `subscription($id: ID!, $afterSeq: Int) { orderChanged(orderId: $id, afterSeq: $afterSeq) {
  seq order { seq state pendingReportCount delivery { percent } timeline { seq kind }
    tickets { state percent supplier { name } reports { text } } } } }`;
const STAFF_ORDER_CHANGED =
  "subscription($id: ID!) { staffOrderChanged(orderId: $id) { seq order { no tickets { state } } } }";
const QUEUES_CHANGED = "subscription { staffQueuesChanged { seq needsHuman reportsToReview workToApprove } }";
const WORK_CHANGED = "subscription { supplierWorkChanged { seq offers active rework rejectedReports } }";
const SEQ = "query($id: ID!) { order(id: $id) { seq } }";
const END_SESSION = "mutation($input: EndSessionInput!) { endSession(input: $input) { userErrors { code } } }";

let world: World;
let url: string;
let staff: Actor;
const clients: Client[] = [];

beforeAll(async () => {
  world = await openWorld();
  url = await listen(world);
  staff = await aStaff(world);
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(() => world.close());

function open(actor: Actor, connection: Parameters<typeof connect>[2] = {}): Client {
  const client = connect(url, actor, connection);
  clients.push(client);
  return client;
}

/** Watches from the number the page has read, so nothing between reading and watching is lost. */
async function watchOrder(made: MadeTicket): Promise<{ heard: Heard; seq: number; client: Client }> {
  const { order } = await made.customer.ask(SEQ, { id: made.order.orderId });
  const seq = Number(order?.["seq"]);
  const client = open(made.customer);
  return { heard: subscribe(client, ORDER_CHANGED, { id: made.order.orderId, afterSeq: seq }), seq, client };
}

const percentOf = (event: Data): number => Number(event["order"]?.["delivery"]?.["percent"]);
const note = (made: MadeTicket) => ({
  ticketId: made.ticketId,
  milestoneCode: null,
  text: "材料已到",
  photoFileIds: [],
  idempotencyKey: newId(),
});

describe("a customer's live order", () => {
  it("shows approved progress without asking again, and posted progress only as waiting", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { heard } = await watchOrder(made);
    const reportId = await post(made, "BEGUN", "水管已铺");
    const waiting = await heard.until((event) => Number(event["order"]?.["pendingReportCount"]) === 1);
    expect(JSON.stringify(waiting)).not.toContain("水管已铺");
    await approveReport(made, reportId);
    const shown = await heard.until((event) => percentOf(event) === 50);
    expect(JSON.stringify(shown)).toContain("水管已铺");
  });

  it("resumes after a cut: nothing missing, nothing doubled", async () => {
    const made = await aTicket(world, { state: "OFFERED", staff });
    const { heard, client } = await watchOrder(made);
    await accept(world, made);
    const seen = await heard.until((event) => String(event["order"]?.["tickets"]?.[0]?.["state"]) === "ASSIGNED");
    const afterSeq = Number(seen["seq"]);
    client.terminate();
    await heard.ended;
    await start(world, made);
    await made.supplier.owner.do(POST_PROGRESS, note(made));
    const resumed = subscribe(open(made.customer), ORDER_CHANGED, { id: made.order.orderId, afterSeq });
    const caughtUp = await resumed.until((event) => Number(event["order"]?.["pendingReportCount"]) === 1);
    const entries = caughtUp["order"]?.["timeline"] as unknown as { seq: number; kind: string }[];
    const missed = entries.filter(({ seq }) => seq > afterSeq).map(({ kind }) => kind);
    expect(missed).toEqual(["WORK_STARTED", "PROGRESS_POSTED"]);
    const seqs = resumed.events.map((event) => Number(event["seq"]));
    expect(seqs.every((seq, index) => seq > (index === 0 ? afterSeq : (seqs[index - 1] ?? 0)))).toBe(true);
    expect(Number(caughtUp["seq"])).toBe(Number(caughtUp["order"]?.["seq"]));
  });

  it("tells at once what happened before it was opened, and nothing when nothing did", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const behind = subscribe(open(made.customer), ORDER_CHANGED, { id: made.order.orderId, afterSeq: 1 });
    await behind.until((event) => String(event["order"]?.["tickets"]?.[0]?.["state"]) === "ASSIGNED");
    const { heard, seq } = await watchOrder(made);
    await start(world, made);
    const first = await heard.until(() => true);
    expect(Number(first["seq"])).toBeGreaterThan(seq);
    expect(first["order"]?.["tickets"]?.[0]?.["state"]).toBe("IN_PROGRESS");
  });

  it("is refused to strangers as if it did not exist, and to other audiences", async () => {
    const made = await aTicket(world, { staff });
    const id = made.order.orderId;
    const stranger = open(await aCustomer(world));
    expect(await subscribe(stranger, ORDER_CHANGED, { id }).ended).toBe("NOT_FOUND");
    expect(await subscribe(stranger, ORDER_CHANGED, { id: newId() }).ended).toBe("NOT_FOUND");
    expect(await subscribe(open(made.supplier.owner), ORDER_CHANGED, { id }).ended).toBe("FORBIDDEN");
    expect(await subscribe(stranger, STAFF_ORDER_CHANGED, { id }).ended).toBe("FORBIDDEN");
    expect(await subscribe(stranger, QUEUES_CHANGED).ended).toBe("FORBIDDEN");
    expect(await subscribe(stranger, WORK_CHANGED).ended).toBe("FORBIDDEN");
    const cashier = open(await aStaff(world, ["payments.read"]));
    expect(await subscribe(cashier, STAFF_ORDER_CHANGED, { id }).ended).toBe("FORBIDDEN");
  });

  it("never carries another order's story", async () => {
    const mine = await aTicket(world, { state: "ASSIGNED", staff });
    const theirs = await aTicket(world, { state: "ASSIGNED", staff });
    const { heard } = await watchOrder(mine);
    const other = await watchOrder(theirs);
    await start(world, theirs);
    await other.heard.until(() => true);
    await start(world, mine);
    await heard.until((event) => String(event["order"]?.["tickets"]?.[0]?.["state"]) === "IN_PROGRESS");
    expect(JSON.stringify(heard.events)).not.toContain(theirs.supplier.name);
  });
});

describe("live counters", () => {
  it("tell a supplier at once how it stands, then each new offer", async () => {
    const made = await aTicket(world, { staff });
    const heard = subscribe(open(made.supplier.owner), WORK_CHANGED);
    expect(await heard.until(() => true)).toMatchObject({ offers: 1, active: 0 });
    await aPaidOrder(world, { product: made.order.product });
    await world.settle();
    await heard.until((event) => Number(event["offers"]) === 2);
    await accept(world, made);
    await heard.until((event) => Number(event["active"]) === 1 && Number(event["offers"]) === 1);
  });

  it("tell staff at once how it stands, then every move, within what they may read", async () => {
    const own = await openWorld();
    const address = await listen(own);
    const chief = await aStaff(own);
    const made = await aTicket(own, { state: "IN_PROGRESS", staff: chief });
    const page = connect(address, chief);
    const heard = subscribe(page, QUEUES_CHANGED);
    const order = subscribe(page, STAFF_ORDER_CHANGED, { id: made.order.orderId });
    await heard.until((event) => Number(event["reportsToReview"]) === 0);
    const cashier = connect(address, await aStaff(own, ["payments.read"]));
    const blind = subscribe(cashier, QUEUES_CHANGED);
    await blind.until(() => true);
    await post(made, "BEGUN");
    await heard.until((event) => Number(event["reportsToReview"]) === 1);
    await order.until(() => true);
    await blind.until((_event) => blind.events.length > 1);
    for (const event of blind.events) expect(event).toMatchObject({ reportsToReview: 0, needsHuman: 0 });
    await page.dispose();
    await cashier.dispose();
    await own.close();
  });
});

describe("the socket", () => {
  it("serves subscriptions only", async () => {
    const made = await aTicket(world, { staff });
    const client = open(made.customer);
    expect(await subscribe(client, "{ myOrders { nodes { id } } }").ended).toBe("WS_SUBSCRIPTIONS_ONLY");
    const input = { ...(await offerOf(made.supplier.owner, made.ticketId)), idempotencyKey: newId() };
    const supplier = open(made.supplier.owner);
    expect(await subscribe(supplier, ACCEPT_OFFER, { input }).ended).toBe("WS_SUBSCRIPTIONS_ONLY");
    expect(await subscribe(supplier, DECLINE_OFFER, { input: { ...input, reason: "忙" } }).ended).not.toBe("DONE");
    expect(await subscribe(client, "{ __schema { types { name } } }").ended).not.toBe("DONE");
  });

  it("is closed with 4403 to pages of another origin, and to no page at all", async () => {
    const { customer, order } = await aTicket(world, { staff });
    for (const origin of ["https://evil.example", "null", ""]) {
      const client = open(customer, { origin });
      expect(await subscribe(client, ORDER_CHANGED, { id: order.orderId }).ended).toBe(4403);
    }
  });

  it("is closed with 4401 without a session, or with another app's", async () => {
    const { customer, order } = await aTicket(world, { staff });
    expect(await subscribe(open(world.stranger()), ORDER_CHANGED, { id: order.orderId }).ended).toBe(4401);
    for (const app of ["admin", "supplier", "nothing"]) {
      expect(await subscribe(open(customer, { app }), ORDER_CHANGED, { id: order.orderId }).ended).toBe(4401);
    }
  });

  it("tells nothing more once the session was ended elsewhere", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const { heard } = await watchOrder(made);
    await start(world, made);
    await heard.until(() => true);
    const told = heard.events.length;
    const { mySessions } = await made.customer.ask("{ mySessions { id current } }");
    const [session] = mySessions as unknown as { id: string }[];
    await made.customer.do(END_SESSION, { sessionId: session?.id });
    await made.supplier.owner.do(POST_PROGRESS, note(made));
    expect(await heard.ended).toBe("DONE");
    expect(heard.events).toHaveLength(told);
  });

  it("tells nothing more to staff who lost the right while they watch, though their session goes on", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const reader = await aStaff(world, ["orders.read"]);
    await expect.poll(() => world.server.platform.live.size).toBe(0);
    const heard = subscribe(open(reader), STAFF_ORDER_CHANGED, { id: made.order.orderId });
    await expect.poll(() => world.server.platform.live.size).toBe(1);
    await start(world, made);
    await heard.until(() => true);
    const told = heard.events.length;
    const { me } = await reader.ask("{ me { id } }");
    await world.server.platform.work.run(SYSTEM, (tx) => setRolesOf(tx, String(me?.["id"]), []));
    await made.supplier.owner.do(POST_PROGRESS, note(made));
    expect(await heard.ended).toBe("DONE");
    expect(heard.events).toHaveLength(told);
    expect(await reader.ask("{ me { id } }")).toEqual({ me });
  });

  it("tells nothing more to a member whom the supplier removed", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const { actor, memberId } = await aMember(world, made.supplier.supplierId, "WORKER");
    const heard = subscribe(open(actor), WORK_CHANGED);
    await heard.until(() => true);
    const told = heard.events.length;
    const REMOVE = "mutation($input: RemoveColleagueInput!) { removeColleague(input: $input) { userErrors { code } } }";
    await made.supplier.owner.do(REMOVE, { memberId, version: 1 });
    await start(world, made);
    expect(await heard.ended).toBe("DONE");
    expect(heard.events).toHaveLength(told);
  });

  it("leaves no watcher behind when a page is closed or unsubscribes while it waits", async () => {
    const made = await aTicket(world, { staff });
    await expect.poll(() => world.server.platform.live.size).toBe(0);
    const { client } = await watchOrder(made);
    const client2 = open(made.supplier.owner);
    const second = subscribe(client2, WORK_CHANGED);
    await second.until(() => true);
    await expect.poll(() => world.server.platform.live.size).toBe(2);
    second.stop();
    await expect.poll(() => world.server.platform.live.size).toBe(1);
    client.terminate();
    await expect.poll(() => world.server.platform.live.size).toBe(0);
  });
});

describe("several processes", () => {
  it("hear of each other by the table alone when there is no other way", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const { heard } = await watchOrder(made);
    const other = await buildServer(world.server.platform.config, { clock: world.clock });
    const there = new Actor(other, "supplier");
    for (const cookie of made.supplier.owner.cookie.split("; ")) there.withSession(cookie.split("=")[1] ?? "");
    const elsewhere = { ...made, supplier: { ...made.supplier, owner: there } };
    await start(world, elsewhere);
    const event = await heard.until(() => true);
    expect(event["order"]?.["tickets"]?.[0]?.["state"]).toBe("IN_PROGRESS");
    await other.stop();
  });
});
