import type { Client } from "graphql-ws";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor, Data } from "./kit/actor.js";
import { aMember, anItem, aPublishedProduct, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import {
  accept,
  approve,
  approveReport,
  aTicket,
  deliver,
  post,
  rework,
  sign,
  start,
} from "./kit/makers-fulfilment.js";
import { aCustomer, aPaidOrder, aPlacedOrder, type CustomerActor } from "./kit/makers-orders.js";
import { kindsOf, NOTICES, sendsTo } from "./kit/service-account.js";
import { connect, listen, subscribe } from "./kit/socket.js";
import { openWorld, type World } from "./kit/world.js";

const READ = `mutation($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) {
  inbox { unread seq } userErrors { code field } } }`;
const INBOX = "{ inbox { unread seq } }";
const INBOX_CHANGED = "subscription($afterSeq: Int) { inboxChanged(afterSeq: $afterSeq) { unread seq } }";
const END_SESSION = "mutation($input: EndSessionInput!) { endSession(input: $input) { userErrors { code } } }";

let world: World;
let staff: Actor;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  staff = await aStaff(world);
});
afterAll(() => world.close());

const noticesOf = async (actor: Actor): Promise<Data[]> => {
  await world.settle();
  return (await actor.ask(NOTICES, { first: 100 }))["notices"]?.["nodes"] as unknown as Data[];
};
const noticeOf = async (actor: Actor, kind: string): Promise<Data | undefined> =>
  (await noticesOf(actor)).find((notice) => String(notice["kind"]) === kind);
const unreadOf = async (actor: Actor): Promise<number> => Number((await actor.ask(INBOX))["inbox"]?.["unread"]);

describe("who is told what", () => {
  it("leads a customer from the order to the rating, each notice to its page", async () => {
    const made = await aTicket(world, { state: "OFFERED", staff });
    const { orderId, no, instalments } = made.order;
    await accept(world, made);
    await start(world, made);
    await deliver(world, made);
    await approve(world, made);
    await sign(world, made);
    const notices = await noticesOf(made.customer);
    const pages = Object.fromEntries(notices.map((notice) => [String(notice["kind"]), String(notice["path"])]));
    const focus = `/o/${orderId}?focus=ticket:${made.ticketId}`;
    expect(pages).toEqual({
      ORDER_PLACED: `/o/${orderId}`,
      PAYMENT_RECEIVED: `/o/${orderId}`,
      TICKET_ASSIGNED: focus,
      WORK_STARTED: focus,
      PROGRESS_APPROVED: focus,
      ACCEPTANCE_DUE: `/o/${orderId}/accept/${made.ticketId}`,
      INSTALMENT_DUE: `/o/${orderId}/pay/${instalments[1]?.id}`,
      ORDER_COMPLETED: `/o/${orderId}/review`,
    });
    const assigned = notices.find((notice) => String(notice["kind"]) === "TICKET_ASSIGNED");
    expect(assigned).toMatchObject({ no, supplier: made.supplier.name, topic: "PROGRESS" });
  });

  it("tells nobody what they did themselves; an order placed is kept as read", async () => {
    const customer = await aCustomer(world);
    await aPlacedOrder(world, { customer });
    const notices = await noticesOf(customer);
    expect(notices.map((notice) => String(notice["kind"]))).toEqual(["ORDER_PLACED"]);
    expect(notices[0]?.["readAt"]).toBe(notices[0]?.["at"]);
    expect(await unreadOf(customer)).toBe(0);
  });

  it("tells a supplier's owners and dispatchers of an offer and its pay, and none of its other people", async () => {
    const itemId = await anItem(world);
    const supplier = await aSupplier(world, { services: [{ itemId, costPrice: 7_000 }] });
    const dispatcher = await aMember(world, supplier.supplierId, "DISPATCHER");
    const worker = await aMember(world, supplier.supplierId, "WORKER");
    const finance = await aMember(world, supplier.supplierId, "FINANCE");
    await aPaidOrder(world, { product: await aPublishedProduct(world, { components: [{ itemId }] }) });
    await world.settle();
    for (const actor of [supplier.owner, dispatcher.actor]) {
      const offer = await noticeOf(actor, "NEW_TICKET");
      expect(offer).toMatchObject({ amount: "7000", title: null, path: expect.stringMatching(/^\/offers\//) });
      expect(offer?.["until"]).not.toBeNull();
    }
    expect(await noticesOf(worker.actor)).toEqual([]);
    expect(await noticesOf(finance.actor)).toEqual([]);
  });

  it("tells who does the work what came back, else the owners and dispatchers", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const worker = await aMember(world, made.supplier.supplierId, "WORKER");
    await start(world, { ...made, supplier: { ...made.supplier, owner: worker.actor } });
    const reportId = await post(made, "BEGUN");
    const REJECT = "mutation($input: RejectProgressInput!) { rejectProgress(input: $input) { userErrors { code } } }";
    await staff.do(REJECT, { reportId, version: 1, reason: "照片不清楚" });
    expect(await noticeOf(worker.actor, "PROGRESS_REJECTED")).toMatchObject({
      detail: "照片不清楚",
      path: `/t/${made.ticketId}`,
    });
    expect(await noticeOf(made.supplier.owner, "PROGRESS_REJECTED")).toBeUndefined();
  });

  it("tells the staff who may act, and nobody of them who may not", async () => {
    const reviewer = await aStaff(world, ["progress.review"]);
    const cashier = await aStaff(world, ["payments.confirm"]);
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const reportId = await post(made, "BEGUN");
    expect(await noticeOf(reviewer, "PROGRESS_TO_REVIEW")).toMatchObject({ path: `/progress?id=${reportId}` });
    expect((await noticesOf(cashier)).map((notice) => String(notice["kind"]))).toEqual(["TRANSFER_TO_CONFIRM"]);
    expect(await noticeOf(reviewer, "TRANSFER_TO_CONFIRM")).toBeUndefined();
  });

  it("never tells a customer what stays between others", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const reportId = await post(made, "BEGUN", "只给平台看的内容");
    const REJECT = "mutation($input: RejectProgressInput!) { rejectProgress(input: $input) { userErrors { code } } }";
    await staff.do(REJECT, { reportId, version: 1, reason: "内部的理由" });
    const text = JSON.stringify(await noticesOf(made.customer));
    expect(text).not.toMatch(/只给平台看的内容|内部的理由/);
    expect(text).not.toContain('"7000"');
  });

  it("tells the supplier why work came back, and tells the customer of a sign-off by time only", async () => {
    const made = await aTicket(world, { state: "PLATFORM_APPROVED", staff });
    await rework(world, made, "墙角开裂");
    expect(await noticeOf(made.supplier.owner, "WORK_RETURNED")).toMatchObject({ detail: "墙角开裂" });
    await start(world, made);
    await deliver(world, made);
    await approve(world, made);
    world.clock.advance(8 * DAY);
    // Everybody's session is over by then; a fresh one of the same customer reads.
    const again = await signedInAgain(made.customer);
    const kinds = (await noticesOf(again)).map((notice) => String(notice["kind"]));
    expect(kinds).toContain("WORK_ACCEPTED_BY_TIME");
  });
});

/** The same account with a session of this day. */
async function signedInAgain(customer: CustomerActor): Promise<Actor> {
  const { openSession, accountById } = await import("../src/identity/identity.store.js");
  const { platform } = world.server;
  const session = await platform.work.run(SYSTEM, async (tx) => {
    const account = await accountById(tx, customer.accountId);
    if (!account) throw new Error("The customer has an account.");
    return openSession(tx, account, { userAgent: null, ip: null });
  });
  return world.stranger("shop").withSession(session.token);
}

describe("hearing of a fact", () => {
  it("twice makes no second notice, nor a second message", async () => {
    const customer = await aCustomer(world);
    await aPaidOrder(world, { customer });
    const before = await noticesOf(customer);
    const sent = await sendsTo(world, customer.accountId, "PAYMENT_RECEIVED");
    expect(sent).toHaveLength(1);
    await world.server.platform.work.run(SYSTEM, (tx) =>
      tx.run("UPDATE deliveries SET state = 'PENDING' WHERE listener = 'notifications.route'"),
    );
    expect(await noticesOf(customer)).toEqual(before);
    expect(await sendsTo(world, customer.accountId, "PAYMENT_RECEIVED")).toEqual(sent);
  });

  it("takes as many statements for twenty people as for one", async () => {
    const own = await openWorld();
    const chief = await aStaff(own);
    const hear = async (): Promise<number> => {
      const made = await aTicket(own, { state: "IN_PROGRESS", staff: chief });
      await own.settle();
      await post(made, "BEGUN");
      return (await own.statements(() => own.settle())).length;
    };
    const few = await hear();
    for (let count = 0; count < 20; count += 1) await aStaff(own, ["progress.review"]);
    expect(await hear()).toBe(few);
    await own.close();
  });
});

describe("an inbox", () => {
  it("is its owner's alone: others read nothing of it and mark nothing read in it", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const mine = await noticesOf(made.customer);
    const stranger = await aCustomer(world);
    expect(await noticesOf(stranger)).toEqual([]);
    const ids = mine.map((notice) => String(notice["id"]));
    const marked = await stranger.do(READ, { noticeIds: ids });
    expect(marked["inbox"]?.["unread"]).toBe(0);
    await made.supplier.owner.do(READ, { noticeIds: ids });
    expect(await noticesOf(made.customer)).toEqual(mine);
    expect(await world.stranger().error(NOTICES)).toBe("UNAUTHENTICATED");
    expect(await world.stranger().error(INBOX)).toBe("UNAUTHENTICATED");
  });

  it("counts what is unread, and nothing once all is read", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    await world.settle();
    const unread = await unreadOf(made.customer);
    expect(unread).toBe(3);
    const first = (await noticesOf(made.customer)).find((notice) => notice["readAt"] === null);
    const one = await made.customer.do(READ, { noticeIds: [first?.["id"]] });
    expect(one["inbox"]?.["unread"]).toBe(unread - 1);
    const all = await made.customer.do(READ, { all: true });
    expect(all["inbox"]?.["unread"]).toBe(0);
    expect(await unreadOf(made.customer)).toBe(0);
    const left = await made.customer.ask(NOTICES, { unreadOnly: true });
    expect(kindsOf(left)).toEqual([]);
  });

  it("is paged newest first without a gap or a double", async () => {
    const made = await aTicket(world, { state: "PLATFORM_APPROVED", staff });
    const all = (await noticesOf(made.customer)).map((notice) => String(notice["id"]));
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Data = (await made.customer.ask(NOTICES, { first: 2, after }))["notices"] as Data;
      paged.push(...(page["nodes"] as unknown as { id: string }[]).map(({ id }) => id));
      const info = page["pageInfo"] as unknown as { hasNextPage: boolean; endCursor: string };
      after = info.hasNextPage ? info.endCursor : null;
    } while (after);
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });

  it("takes a hundred ids at most", async () => {
    const customer = await aCustomer(world);
    expect(await customer.refusal(READ, { noticeIds: Array.from({ length: 101 }, newId) })).toBe("VALIDATION");
  });
});

describe("a live inbox", () => {
  it("tells at once how it stands, then each notice that comes or is read, until the session ends", async () => {
    const own = await openWorld();
    const url = await listen(own);
    const made = await aTicket(own, { state: "ASSIGNED", staff: await aStaff(own) });
    await own.settle();
    const client: Client = connect(url, made.customer);
    const heard = subscribe(client, INBOX_CHANGED);
    const before = Number((await heard.until(() => true))["unread"]);
    await start(own, made);
    await own.settle();
    await heard.until((event) => Number(event["unread"]) === before + 1);
    await made.customer.do(READ, { all: true });
    const last = await heard.until((event) => Number(event["unread"]) === 0);
    const stranger = subscribe(connect(url, await aCustomer(own)), INBOX_CHANGED);
    expect(await stranger.until(() => true)).toMatchObject({ unread: 0 });
    const { mySessions } = await made.customer.ask("{ mySessions { id } }");
    const [session] = mySessions as unknown as { id: string }[];
    await made.customer.do(END_SESSION, { sessionId: session?.id });
    await approveReport(made, await post(made, "BEGUN"));
    await own.settle();
    expect(await heard.ended).toBe("DONE");
    expect(heard.events.at(-1)).toEqual(last);
    stranger.stop();
    await client.dispose();
    await own.close();
  });
});
