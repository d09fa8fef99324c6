import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../src/kernel/clock.js";
import { MAX_TRIES } from "../src/notifications/send.js";
import { dropReceipt } from "../src/notifications/send.store.js";
import { sendFinished } from "../src/notifications/send-finished.flow.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { bindingOf } from "../src/wechat/binding.store.js";
import type { AccountServer } from "./kit/account-server.js";
import type { Actor } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { approve, deliver, start } from "./kit/makers-fulfilment.js";
import {
  aBoundCustomer,
  cardsTo,
  chainOf,
  openConnectedWorld,
  progress,
  refuse,
  rowsOf,
  sendsTo,
} from "./kit/service-account.js";
import type { World } from "./kit/world.js";

const CHANNELS = "{ noticeChannels { channel state reason since } }";
const RETRY = `mutation($input: RetryNoticeSendInput!) { retryNoticeSend(input: $input) {
  send { id state version attempts } userErrors { code } } }`;
const RESUME = `mutation($input: ResumeChannelInput!) { resumeChannel(input: $input) {
  channels { channel state } userErrors { code } } }`;

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

const lettersTo = async (accountId: string): Promise<string[]> => {
  const [row] = await world.server.platform.database.read.query<{ login: string }>(
    "SELECT login FROM accounts WHERE id = ?",
    [accountId],
  );
  return world.server.platform.post.mailbox().flatMap(({ to, subject }) => (to === row?.login ? [subject] : []));
};
describe("a card", () => {
  it("goes to who is bound and follows, with the values of the moment and a link to the page", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    await progress(made);
    await world.settle();
    const [card] = cardsTo(account, phone);
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
    const { made, id } = await aBoundCustomer(world, staff);
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

  it("of which WeChat tells at length before we know its number is noted all the same", async () => {
    const told = { msgid: "9999999999999999999", status: `failed: ${"so it is ".repeat(20)}` };
    await sendFinished(world.server.platform, told);
    const [receipt] = await world.server.platform.database.read.query<{ status: string }>(
      "SELECT status FROM notice_receipts WHERE providerId = ?",
      [told.msgid],
    );
    expect(receipt?.status).toBe(told.status.slice(0, 64));
    await world.server.platform.work.run(SYSTEM, (tx) => dropReceipt(tx, told.msgid));
  });

  it("that WeChat took and then lost goes by the next way, and the binding stays", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    await progress(made);
    await world.settle();
    const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
    await sendFinished(world.server.platform, { msgid: send?.providerId ?? "", status: "failed: system failed" });
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
    expect((await bindingOf(world.server.platform.database.read, id))?.state).toBe("BOUND");
  });

  it("that the person blocked goes by the next way, and the binding rests", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    await progress(made);
    await world.settle();
    const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
    await sendFinished(world.server.platform, { msgid: send?.providerId ?? "", status: "failed:user block" });
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
    expect((await bindingOf(world.server.platform.database.read, id))?.state).toBe("UNSUBSCRIBED");
  });
});

describe("a card that WeChat took and then found too fast", () => {
  it("is sent again a little later as a message of its own, and by the next way when that never helps", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    await progress(made);
    await world.settle();
    for (let told = 1; told < MAX_TRIES; told += 1) {
      const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
      const tooFast = { msgid: send?.providerId ?? "", status: "failed:freq limit" };
      await sendFinished(world.server.platform, tooFast);
      await sendFinished(world.server.platform, tooFast);
      await world.settle();
      expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT QUEUED"]);
      world.clock.advance(4 * MINUTE);
      await world.settle();
      expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
    }
    const ids = cardsTo(account, phone).map(({ body }) => body["client_msg_id"]);
    expect(new Set(ids).size).toBe(MAX_TRIES);
    const [last] = await sendsTo(world, id, "PROGRESS_APPROVED");
    await sendFinished(world.server.platform, { msgid: last?.providerId ?? "", status: "failed: freq limit" });
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
  });
});

describe("what WeChat refuses", () => {
  it("because it is busy is sent again after 1, 2, 4 seconds by the same id, and once", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    refuse(account, -1, 3);
    await progress(made);
    for (const seconds of [0, 1, 2, 4]) {
      world.clock.advance(seconds * SECOND);
      await world.settle();
    }
    const ids = cardsTo(account, phone).map(({ body }) => body["client_msg_id"]);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });

  it("for ever because it is busy goes by the next way", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    refuse(account, -1, 8);
    await progress(made);
    for (let tries = 0; tries < 8; tries += 1) {
      await world.settle();
      world.clock.advance(3 * MINUTE);
    }
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
  });

  it("because of an old token costs one more call and nothing else", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    account.killToken();
    await progress(made);
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(2);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });

  it("because the token ran out on the way costs one more call by the same id", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    refuse(account, 42_001);
    await progress(made);
    await world.settle();
    const ids = cardsTo(account, phone).map(({ body }) => body["client_msg_id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });

  it.each([
    ["an unknown openid: the binding ends", 40_003, null],
    ["no follower: the binding rests", 43_004, "UNSUBSCRIBED"],
    ["a block: the binding rests", 43_019, "UNSUBSCRIBED"],
    ["no quota: the binding stays", 43_101, "BOUND"],
  ] as const)("because of %s, and the notice goes by e-mail", async (_what, errcode, binding) => {
    const { made, id } = await aBoundCustomer(world, staff);
    refuse(account, errcode);
    await progress(made);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
    expect((await bindingOf(world.server.platform.database.read, id))?.state ?? null).toBe(binding);
    expect(await lettersTo(id)).toContain(`服务有新进度 ${made.order.no}`);
  });

  it("because of its contents is kept with them for staff, and goes by the next way", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    refuse(account, 47_003);
    await progress(made);
    await world.settle();
    const [failed] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(failed).toMatchObject({ state: "FAILED", verdict: "PARAMETER" });
    expect(failed?.error).toContain("47003");
    expect(failed?.error).toContain(made.order.no);
    expect(failed?.error).toContain("rid: 65a-47003");
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
  });

  it.each([
    ["whose template can't be filled", "{}", "EMAIL SENT"],
    ["whose template can't even be read", "{", "EMAIL FAILED"],
  ])("or a fault of ours, %s, comes to its end", async (_what, fields, next) => {
    const { work, database } = world.server.platform;
    const { made, id } = await aBoundCustomer(world, staff);
    const [kept] = await database.read.query<{ fields: string }>(
      "SELECT fields FROM wechat_templates WHERE code = 'PROGRESS'",
    );
    const fill = (text: string) =>
      work.run(SYSTEM, (tx) => tx.run("UPDATE wechat_templates SET fields = ? WHERE code = 'PROGRESS'", [text]));
    await progress(made);
    // It is routed while all is well.
    refuse(account, -1);
    await world.settle();
    await fill(fields);
    for (let tries = 0; tries < 2 * MAX_TRIES; tries += 1) {
      world.clock.advance(HOUR);
      await world.settle();
    }
    await fill(kept?.fields ?? "");
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", next]);
    expect((await sendsTo(world, id, "PROGRESS_APPROVED"))[0]).toMatchObject({
      verdict: "UNKNOWN",
      attempts: MAX_TRIES,
    });
  });

  it("because today's quota is used up goes by the next way; what has none waits for tomorrow's", async () => {
    const { made, id } = await aBoundCustomer(world, staff, "ASSIGNED");
    refuse(account, 45_009);
    await start(world, made);
    await world.settle();
    const [waiting] = await sendsTo(world, id, "WORK_STARTED");
    expect(waiting).toMatchObject({ state: "QUEUED", reason: "DAILY_QUOTA", verdict: "DAILY_QUOTA" });
    const midnight = Date.parse("2026-11-20T16:00:00.000Z");
    const now = world.clock.now();
    const morning = midnight + Math.max(0, Math.ceil((now - midnight) / DAY)) * DAY + 8 * HOUR;
    expect(waiting?.nextAt).toBe(morning);
    const other = await aBoundCustomer(world, staff);
    refuse(account, 45_009);
    await progress(other.made);
    await world.settle();
    expect(await chainOf(world, other.id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
    await deliver(world, other.made);
    await world.settle();
    refuse(account, 45_009);
    await approve(world, other.made);
    await world.settle();
    expect(await chainOf(world, other.id, "ACCEPTANCE_DUE")).toEqual(["WECHAT FAILED", "SMS SENT"]);
  });

  it("because we are too fast is sent a little later", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    refuse(account, 45_011);
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
    const { made, id } = await aBoundCustomer(world, staff);
    refuse(account, 48_001);
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
    const other = await aBoundCustomer(world, staff, "ASSIGNED");
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

  it("stops as well when our address is not on WeChat's white list", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    refuse(account, 40_164);
    await progress(made);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT FAILED", "EMAIL SENT"]);
    const { noticeChannels } = await staff.ask(CHANNELS);
    expect(noticeChannels?.[0]).toMatchObject({ state: "STOPPED", reason: expect.stringContaining("40164") });
    await staff.do(RESUME, { channel: "WECHAT" });
  });

  it("leaves what still waits for it to the next way", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    refuse(account, -1);
    await progress(made);
    await world.settle();
    const other = await aBoundCustomer(world, staff);
    refuse(account, 48_001);
    await progress(other.made);
    await world.settle();
    world.clock.advance(SECOND);
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SUPPRESSED", "EMAIL SENT"]);
    await staff.do(RESUME, { channel: "WECHAT" });
  });
});
