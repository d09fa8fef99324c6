import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../src/kernel/clock.js";
import { sendFinished } from "../src/notifications/send-finished.flow.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { bindingOf } from "../src/wechat/binding.store.js";
import type { AccountServer } from "./kit/account-server.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { approve, approveReport, aTicket, deliver, type MadeTicket, post, start } from "./kit/makers-fulfilment.js";
import { aCustomer, aPaidOrder, aPlacedOrder } from "./kit/makers-orders.js";
import { Phone } from "./kit/makers-wechat.js";
import { chainOf, openConnectedWorld, rowsOf, SEND, sendsTo } from "./kit/service-account.js";
import type { World } from "./kit/world.js";

const SENDS = `query($state: SendState, $channel: NoticeChannel, $first: Int, $after: String) {
  noticeSends(first: $first, after: $after, state: $state, channel: $channel) {
    nodes { id noticeKind channel address state attempts error verdict reason recipient subject version nextAt availableActions }
    pageInfo { hasNextPage endCursor } } }`;
const CHANNELS = "{ noticeChannels { channel state reason since } }";
const RETRY = `mutation($input: RetryNoticeSendInput!) { retryNoticeSend(input: $input) {
  send { id state version attempts } userErrors { code } } }`;
const RESUME = `mutation($input: ResumeChannelInput!) { resumeChannel(input: $input) {
  channels { channel state } userErrors { code } } }`;
const SET = `mutation($input: SetNoticePreferenceInput!) { setNoticePreference(input: $input) {
  preferences { topic channel enabled available } userErrors { code } } }`;
const PREFERENCES = "{ noticePreferences { topic channel enabled available } }";

let world: World;
let account: AccountServer;
let staff: Actor;
beforeAll(async () => {
  ({ world, account } = await openConnectedWorld({ demo: true }));
});
beforeEach(async () => {
  // Staff are signed out after hours without a deed, and some tests take hours.
  staff = await aStaff(world);
});
afterAll(async () => {
  await world.close();
  await account.close();
});

/** A customer with WeChat bound, whose work is under way. */
async function aBoundCustomer(state: "OFFERED" | "ASSIGNED" | "IN_PROGRESS" = "IN_PROGRESS") {
  const made = await aTicket(world, { state, staff });
  await world.settle();
  const phone = await new Phone(world).bind(made.customer.accountId);
  await world.settle();
  return { made, phone, id: made.customer.accountId };
}

/** Something a customer hears of: a milestone approved. */
async function progress(made: MadeTicket, code: "BEGUN" | "DONE" = "BEGUN"): Promise<void> {
  await approveReport(made, await post(made, code));
}

const cardsTo = (openid: string) => account.to(SEND).filter(({ body }) => body["touser"] === openid);
const lettersTo = async (accountId: string): Promise<string[]> => {
  const [row] = await world.server.platform.database.read.query<{ login: string }>(
    "SELECT login FROM accounts WHERE id = ?",
    [accountId],
  );
  return world.server.platform.post.mailbox().flatMap(({ to, subject }) => (to === row?.login ? [subject] : []));
};
const codes = (code: number, times = 1) =>
  account.trouble(SEND, ...Array.from({ length: times }, () => ({ errcode: code, errmsg: `no rid: 65a-${code}` })));

describe("a card", () => {
  it("goes to who is bound and follows, with the values of the moment and a link to the page", async () => {
    const { made, phone, id } = await aBoundCustomer();
    await progress(made);
    await world.settle();
    const [card] = cardsTo(phone.openid);
    expect(card?.body["template_id"]).toBe("T-PROGRESS");
    expect(rowsOf(card)).toEqual([made.order.no, expect.stringMatching(/^服务/), "有新进度", "2026年11月20日 10:00"]);
    const to = encodeURIComponent(`/o/${made.order.orderId}?focus=ticket:${made.ticketId}`);
    expect(card?.body["url"]).toContain(`/wechat/oauth/start?purpose=sign-in&app=shop&to=${to}`);
    const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(send).toMatchObject({ channel: "WECHAT", state: "SENT", attempts: 1, address: phone.openid });
    expect(send?.providerId).toMatch(/^31876543210987654\d\d$/);
    expect(card?.body["client_msg_id"]).toBe(send?.id);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });

  it("is delivered when WeChat says so, also when it says so first, and says so twice", async () => {
    const { made, id } = await aBoundCustomer();
    await progress(made);
    await world.settle();
    const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
    const { platform } = world.server;
    const told = { msgid: send?.providerId ?? "", status: "success" };
    await sendFinished(platform, told);
    await sendFinished(platform, told);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT DELIVERED"]);
    // The next card's number is one more: WeChat tells of it before its answer has reached us.
    const next = String(BigInt(told.msgid) + 1n);
    await sendFinished(platform, { msgid: next, status: "success" });
    world.clock.advance(10 * MINUTE);
    await progress(made, "DONE");
    await world.settle();
    const after = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(after.map(({ state }) => state)).toEqual(["DELIVERED", "DELIVERED"]);
    expect(await world.server.platform.database.read.query("SELECT * FROM notice_receipts")).toEqual([]);
  });

  it("that the person blocked goes by the next way, and the binding rests", async () => {
    const { made, id } = await aBoundCustomer();
    await progress(made);
    await world.settle();
    const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
    await sendFinished(world.server.platform, { msgid: send?.providerId ?? "", status: "failed:user block" });
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
    expect((await bindingOf(world.server.platform.database.read, id))?.state).toBe("UNSUBSCRIBED");
  });
});

describe("what WeChat refuses", () => {
  it("because it is busy is sent again after 1, 2, 4 seconds by the same id, and once", async () => {
    const { made, phone, id } = await aBoundCustomer();
    codes(-1, 3);
    await progress(made);
    for (const seconds of [0, 1, 2, 4]) {
      world.clock.advance(seconds * SECOND);
      await world.settle();
    }
    const ids = cardsTo(phone.openid).map(({ body }) => body["client_msg_id"]);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });

  it("for ever because it is busy goes by the next way", async () => {
    const { made, id } = await aBoundCustomer();
    codes(-1, 8);
    await progress(made);
    for (let tries = 0; tries < 8; tries += 1) {
      await world.settle();
      world.clock.advance(3 * MINUTE);
    }
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
  });

  it("because of an old token costs one more call and nothing else", async () => {
    const { made, phone, id } = await aBoundCustomer();
    account.killToken();
    await progress(made);
    await world.settle();
    expect(cardsTo(phone.openid)).toHaveLength(2);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });

  it.each([
    ["an unknown openid: the binding ends", 40_003, null],
    ["no follower: the binding rests", 43_004, "UNSUBSCRIBED"],
    ["a block: the binding rests", 43_019, "UNSUBSCRIBED"],
    ["no quota: the binding stays", 43_101, "BOUND"],
  ] as const)("because of %s, and the notice goes by e-mail", async (_what, errcode, binding) => {
    const { made, id } = await aBoundCustomer();
    codes(errcode);
    await progress(made);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
    expect((await bindingOf(world.server.platform.database.read, id))?.state ?? null).toBe(binding);
    expect(await lettersTo(id)).toContain(`服务有新进度 ${made.order.no}`);
  });

  it("because of its contents is kept with them for staff, and goes by the next way", async () => {
    const { made, id } = await aBoundCustomer();
    codes(47_003);
    await progress(made);
    await world.settle();
    const [failed] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(failed).toMatchObject({ state: "FAILED", verdict: "PARAMETER" });
    expect(failed?.error).toContain("47003");
    expect(failed?.error).toContain(made.order.no);
    expect(failed?.error).toContain("rid: 65a-47003");
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
  });

  it("because today's quota is used up waits for tomorrow's, and what is urgent goes by the next way", async () => {
    const { made, phone, id } = await aBoundCustomer();
    codes(45_009);
    await progress(made);
    await world.settle();
    const [waiting] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(waiting).toMatchObject({ state: "QUEUED", reason: "DAILY_QUOTA", verdict: "DAILY_QUOTA" });
    const midnight = Date.parse("2026-11-20T16:00:00.000Z");
    const now = world.clock.now();
    expect(waiting?.nextAt).toBe(midnight + Math.max(0, Math.ceil((now - midnight) / DAY)) * DAY);
    await deliver(world, made);
    codes(45_009);
    await approve(world, made);
    await world.settle();
    expect(await chainOf(world, id, "ACCEPTANCE_DUE")).toEqual(["WECHAT FAILED", "SMS SENT"]);
    expect(phone.openid).not.toBe("");
  });

  it("because we are too fast is sent a little later", async () => {
    const { made, id } = await aBoundCustomer();
    codes(45_011);
    await progress(made);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT QUEUED"]);
    world.clock.advance(3 * SECOND);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });
});

describe("a channel that refuses everything", () => {
  it("stops, tells staff why, is passed over, and runs again when they resume it", async () => {
    const { made, id } = await aBoundCustomer();
    codes(48_001);
    await progress(made);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
    const { noticeChannels } = await staff.ask(CHANNELS);
    expect(noticeChannels).toMatchObject([
      { channel: "WECHAT", state: "STOPPED", reason: expect.stringContaining("48001") },
      { channel: "SMS", state: "RUNNING" },
      { channel: "EMAIL", state: "RUNNING" },
    ]);
    expect(JSON.stringify(noticeChannels)).not.toMatch(/TOKEN-|the-secret/);
    const [failed] = await sendsTo(world, id, "PROGRESS_APPROVED");
    const retry = { sendId: failed?.id, version: failed?.version };
    expect(await staff.refusal(RETRY, retry)).toBe("INVALID_STATE");
    const other = await aBoundCustomer("ASSIGNED");
    await start(world, other.made);
    await world.settle();
    expect(await sendsTo(world, other.id, "WORK_STARTED")).toEqual([]);
    expect(await staff.refusal(RESUME, { channel: "EMAIL" })).toBe("INVALID_STATE");
    const resumed = await staff.do(RESUME, { channel: "WECHAT" });
    expect(resumed["channels"]?.[0]).toEqual({ channel: "WECHAT", state: "RUNNING" });
    expect((await staff.do(RETRY, retry))["send"]).toMatchObject({ state: "QUEUED", attempts: 0 });
    await world.settle();
    expect((await sendsTo(world, id, "PROGRESS_APPROVED"))[0]?.state).toBe("SENT");
  });

  it("leaves what still waits for it to the next way", async () => {
    const { made, id } = await aBoundCustomer();
    codes(-1);
    await progress(made);
    await world.settle();
    const other = await aBoundCustomer();
    codes(48_001);
    await progress(other.made);
    await world.settle();
    world.clock.advance(SECOND);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SUPPRESSED", "EMAIL SENT"]);
    await staff.do(RESUME, { channel: "WECHAT" });
  });
});

describe("the way a notice goes", () => {
  it("is e-mail for who has no WeChat, with a link to the page, and nothing for what is quiet", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const id = made.customer.accountId;
    await progress(made);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["EMAIL SENT"]);
    const letter = world.server.platform.post.mailbox().find(({ subject }) => subject.includes(made.order.no));
    expect(letter?.text).toContain(`/o/${made.order.orderId}?focus=ticket:${made.ticketId}`);
    expect(await chainOf(world, id, "WORK_STARTED")).toEqual([]);
  });

  it("is a short message when it is urgent, marked as one in the demo's mailbox", async () => {
    const made = await aTicket(world, { state: "DELIVERED", staff });
    await approve(world, made);
    await world.settle();
    expect(await chainOf(world, made.customer.accountId, "ACCEPTANCE_DUE")).toEqual(["SMS SENT"]);
    const message = world.server.platform.post.mailbox().find(({ subject }) => subject === "短信");
    expect(message).toMatchObject({ to: "13800000001", text: expect.stringMatching(/^【开单】「服务.+验收/) });
  });

  it("is the one people left switched on", async () => {
    const { made, phone, id } = await aBoundCustomer();
    const off = { topic: "PROGRESS", enabled: false };
    await made.customer.do(SET, { ...off, channel: "WECHAT" });
    await progress(made);
    await world.settle();
    expect(cardsTo(phone.openid)).toEqual([]);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["EMAIL SENT"]);
    world.clock.advance(10 * MINUTE);
    await made.customer.do(SET, { ...off, channel: "EMAIL" });
    await progress(made, "DONE");
    await world.settle();
    expect(await sendsTo(world, id, "PROGRESS_APPROVED")).toHaveLength(1);
  });

  it("is not taken when it was switched off while the message waited", async () => {
    const { made, phone, id } = await aBoundCustomer();
    codes(-1);
    await progress(made);
    await world.settle();
    const before = cardsTo(phone.openid).length;
    await made.customer.do(SET, { topic: "PROGRESS", channel: "WECHAT", enabled: false });
    world.clock.advance(SECOND);
    await world.settle();
    expect(cardsTo(phone.openid)).toHaveLength(before);
    const [held] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(held).toMatchObject({ state: "SUPPRESSED", reason: "SWITCHED_OFF" });
  });

  it("is told to its owner, channel by channel, with what reaches them", async () => {
    const { made } = await aBoundCustomer();
    const rows = (await made.customer.ask(PREFERENCES))["noticePreferences"] as unknown as Data[];
    expect(rows).toHaveLength(15);
    expect(rows.every((row) => row["enabled"] && row["available"])).toBe(true);
    const switched = await made.customer.do(SET, { topic: "MONEY", channel: "SMS", enabled: false });
    expect(switched["preferences"]).toContainEqual({ topic: "MONEY", channel: "SMS", enabled: false, available: true });
    await made.customer.do(SET, { topic: "MONEY", channel: "SMS", enabled: true });
    const stranger = (await (await aCustomer(world)).ask(PREFERENCES))["noticePreferences"] as unknown as Data[];
    expect(stranger.filter((row) => String(row["channel"]) === "WECHAT").some((row) => row["available"])).toBe(false);
  });
});

describe("several of a kind around one order", () => {
  it("leave the house once in ten minutes; the later one carries the newest values", async () => {
    const { made, phone, id } = await aBoundCustomer();
    await progress(made);
    await world.settle();
    world.clock.advance(4 * MINUTE);
    await approveReport(made, await post(made, null, "中间一条"));
    await world.settle();
    world.clock.advance(2 * MINUTE);
    await progress(made, "DONE");
    await world.settle();
    expect(cardsTo(phone.openid)).toHaveLength(1);
    const [, held] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(held).toMatchObject({ state: "QUEUED", reason: "COLLAPSED" });
    world.clock.advance(4 * MINUTE);
    await world.settle();
    const cards = cardsTo(phone.openid);
    expect(cards).toHaveLength(2);
    expect(rowsOf(cards[1]).at(-1)).toBe(minuteOf(world.clock.now() - 4 * MINUTE));
    const { notices } = await made.customer.ask("{ notices(first: 100) { nodes { kind } } }");
    const told = (notices?.["nodes"] as unknown as { kind: string }[]).filter(
      ({ kind }) => kind === "PROGRESS_APPROVED",
    );
    expect(told).toHaveLength(3);
  });
});

/** As cards tell an instant. */
function minuteOf(at: number): string {
  const local = new Date(at + 8 * HOUR);
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
  return `${day} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

describe("the night", () => {
  it("holds a reminder until 8:00 in Shanghai, and drops it when it was paid meanwhile", async () => {
    const { platform } = world.server;
    const remindAt = async (time: string) => {
      const order = await aPlacedOrder(world);
      await world.settle();
      const day = Math.floor((world.clock.now() + 8 * HOUR) / DAY) + 1;
      world.clock.advance(day * DAY - 8 * HOUR + Number(time.slice(0, 2)) * HOUR - world.clock.now());
      const { id, name, amount } = order.instalments[0] ?? { id: "", name: "", amount: 0 };
      await platform.work.run(SYSTEM, async (tx) =>
        tx.record({
          kind: "InstalmentDue",
          stream: `order:${order.orderId}`,
          payload: { instalmentId: id, instalmentName: name, amount },
        }),
      );
      await world.settle();
      return order;
    };
    const order = await remindAt("23:00");
    const id = order.customer.accountId;
    const [held] = await sendsTo(world, id, "INSTALMENT_DUE");
    expect(held).toMatchObject({ state: "QUEUED", reason: "QUIET_HOURS", attempts: 0 });
    world.clock.advance(9 * HOUR - 1);
    await world.settle();
    expect(await chainOf(world, id, "INSTALMENT_DUE")).toEqual(["SMS QUEUED"]);
    world.clock.advance(1);
    await world.settle();
    expect(await chainOf(world, id, "INSTALMENT_DUE")).toEqual(["SMS SENT"]);
    const paid = await remindAt("23:00");
    await platform.work.run(SYSTEM, (tx) =>
      tx.run("UPDATE instalments SET state = 'PAID' WHERE orderId = ? AND seq = 1", [paid.orderId]),
    );
    world.clock.advance(9 * HOUR);
    await world.settle();
    const [dropped] = await sendsTo(world, paid.customer.accountId, "INSTALMENT_DUE");
    expect(dropped).toMatchObject({ state: "SUPPRESSED", reason: "OVERTAKEN" });
  });
});

describe("staff", () => {
  it("see every message with its address masked, by state and channel, page by page", async () => {
    const made = await aTicket(world, { state: "OFFERED", staff });
    await world.settle();
    const all = (await staff.ask(SENDS, { first: 100 }))["noticeSends"]?.["nodes"] as unknown as Data[];
    const mine = all.find((send) => String(send["subject"]) === made.order.no);
    expect(mine).toMatchObject({ channel: "EMAIL", recipient: "林晓", state: "SENT", noticeKind: "PAYMENT_RECEIVED" });
    expect(String(mine?.["address"])).toMatch(/^c\*\*\*@example\.com$/);
    expect(JSON.stringify(all)).not.toMatch(/customer\d+@|o-phone-\d+"|13800000001/);
    const failed = (await staff.ask(SENDS, { state: "FAILED", channel: "WECHAT", first: 100 }))["noticeSends"];
    const rows = failed?.["nodes"] as unknown as Data[];
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((send) => String(send["state"]) === "FAILED" && String(send["channel"]) === "WECHAT")).toBe(true);
    const page = (await staff.ask(SENDS, { first: 2 }))["noticeSends"] as Data;
    const next = (await staff.ask(SENDS, { first: 2, after: page["pageInfo"]?.["endCursor"] }))["noticeSends"] as Data;
    const ids = [page, next].flatMap((one) => (one["nodes"] as unknown as { id: string }[]).map(({ id }) => id));
    expect(ids).toEqual(all.slice(0, 4).map((send) => String(send["id"])));
  });

  it("retry what failed, once, and nothing else", async () => {
    const { made, phone, id } = await aBoundCustomer();
    codes(47_003);
    await progress(made);
    await world.settle();
    const sends = await sendsTo(world, id, "PROGRESS_APPROVED");
    const failed = sends.find(({ state }) => state === "FAILED");
    const sent = sends.find(({ state }) => state === "SENT");
    expect(await staff.refusal(RETRY, { sendId: sent?.id, version: sent?.version })).toBe("INVALID_STATE");
    expect(await staff.refusal(RETRY, { sendId: "AAAAAAAAAAAAAAAAAAAAAA", version: 1 })).toBe("NOT_FOUND");
    const input = { sendId: failed?.id, version: failed?.version };
    const both = await Promise.all([staff.ask(RETRY, { input }), staff.ask(RETRY, { input })]);
    const refused = both.map((answer) => (answer["retryNoticeSend"]?.["userErrors"] as unknown as Data[]).length);
    expect(refused.sort()).toEqual([0, 1]);
    await world.settle();
    expect(cardsTo(phone.openid)).toHaveLength(2);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT", "EMAIL SENT"]);
  });

  it("without the right, and API keys, see none of it", async () => {
    const cashier = await aStaff(world, ["payments.read"]);
    for (const query of [SENDS, CHANNELS]) expect(await cashier.error(query)).toBe("FORBIDDEN");
    expect(await (await aCustomer(world)).error(SENDS)).toBe("FORBIDDEN");
  });
});

describe("two processes", () => {
  it("that race for one message send it once", async () => {
    const { buildServer } = await import("../src/server.js");
    const other = await buildServer(world.server.platform.config, { clock: world.clock });
    const customer = await aCustomer(world);
    const phone = await new Phone(world).bind(customer.accountId);
    await aPaidOrder(world, { customer });
    // Both route and send what is due at the same time.
    await Promise.all([world.server.courier.drain(), other.courier.drain()]);
    await Promise.all([world.server.courier.drain(), other.courier.drain()]);
    await other.stop();
    const payment = cardsTo(phone.openid).filter(({ body }) => body["template_id"] === "T-PAYMENT_RECEIVED");
    expect(payment).toHaveLength(1);
    expect(await chainOf(world, customer.accountId, "PAYMENT_RECEIVED")).toEqual(["WECHAT SENT"]);
  });

  it("take a message over when the one that tried it died, by the same id", async () => {
    const { made, phone, id } = await aBoundCustomer();
    account.trouble(SEND, "HANG");
    await progress(made);
    await world.server.platform.work.run(SYSTEM, async () => undefined);
    const dying = world.server.courier.drain();
    await expect.poll(() => cardsTo(phone.openid).length, { timeout: 10_000 }).toBe(1);
    // The process is gone in the middle of its call; its lease ends.
    world.clock.advance(MINUTE);
    const { buildServer } = await import("../src/server.js");
    const other = await buildServer(world.server.platform.config, { clock: world.clock });
    await other.courier.drain();
    await other.stop();
    await dying;
    const ids = cardsTo(phone.openid).map(({ body }) => body["client_msg_id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(send).toMatchObject({ state: "SENT", attempts: 2 });
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });
});
