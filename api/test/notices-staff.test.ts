import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MINUTE } from "../src/kernel/clock.js";
import { sendFinished } from "../src/notifications/send-finished.flow.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { buildServer } from "../src/server.js";
import type { AccountServer } from "./kit/account-server.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aCustomer, aPaidOrder } from "./kit/makers-orders.js";
import { Phone } from "./kit/makers-wechat.js";
import {
  aBoundCustomer,
  cardsTo,
  chainOf,
  openConnectedWorld,
  progress,
  refuse,
  SEND,
  sendsTo,
} from "./kit/service-account.js";
import type { World } from "./kit/world.js";

const SENDS = `query($state: SendState, $channel: NoticeChannel, $first: Int, $after: String) {
  noticeSends(first: $first, after: $after, state: $state, channel: $channel) {
    nodes { id noticeKind channel address state attempts error verdict reason recipient subject version nextAt availableActions }
    pageInfo { hasNextPage endCursor } } }`;
const CHANNELS = "{ noticeChannels { channel state reason since } }";
const RETRY = `mutation($input: RetryNoticeSendInput!) { retryNoticeSend(input: $input) {
  send { id state version attempts } userErrors { code } } }`;

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

describe("staff", () => {
  it("see every message with its address masked, by state and channel, page by page", async () => {
    const { made } = await aBoundCustomer(world, staff);
    refuse(account, 47_003);
    await progress(made);
    await world.settle();
    const all = (await staff.ask(SENDS, { first: 100 }))["noticeSends"]?.["nodes"] as unknown as Data[];
    const mine = all.find(
      (send) => String(send["subject"]) === made.order.no && String(send["noticeKind"]) === "PAYMENT_RECEIVED",
    );
    expect(mine).toMatchObject({ channel: "EMAIL", recipient: "林晓", state: "SENT", noticeKind: "PAYMENT_RECEIVED" });
    expect(String(mine?.["address"])).toMatch(/^c\*\*\*@example\.com$/);
    expect(JSON.stringify(all)).not.toMatch(/customer\d+@|o-phone-\d+"|13800000001/);
    const failed = (await staff.ask(SENDS, { state: "FAILED", channel: "WECHAT", first: 100 }))["noticeSends"];
    const rows = failed?.["nodes"] as unknown as Data[];
    expect(rows).toHaveLength(1);
    expect(rows.every((send) => String(send["state"]) === "FAILED" && String(send["channel"]) === "WECHAT")).toBe(true);
    const page = (await staff.ask(SENDS, { first: 2 }))["noticeSends"] as Data;
    const next = (await staff.ask(SENDS, { first: 2, after: page["pageInfo"]?.["endCursor"] }))["noticeSends"] as Data;
    const ids = [page, next].flatMap((one) => (one["nodes"] as unknown as { id: string }[]).map(({ id }) => id));
    expect(ids).toEqual(all.slice(0, 4).map((send) => String(send["id"])));
  });

  it("retry what failed, once, and nothing else", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    refuse(account, 47_003);
    await progress(made);
    await world.settle();
    const sends = await sendsTo(world, id, "PROGRESS_APPROVED");
    const failed = sends.find(({ state }) => state === "FAILED");
    const sent = sends.find(({ state }) => state === "SENT");
    expect(await staff.refusal(RETRY, { sendId: sent?.id, version: sent?.version })).toBe("INVALID_STATE");
    expect(await staff.refusal(RETRY, { sendId: "AAAAAAAAAAAAAAAAAAAAAA", version: 1 })).toBe("NOT_FOUND");
    const input = { sendId: failed?.id, version: failed?.version };
    const both = await Promise.all([staff.ask(RETRY, { input }), staff.ask(RETRY, { input })]);
    const refused = both.filter(
      (answer) => (answer["retryNoticeSend"]?.["userErrors"] as unknown as Data[]).length > 0,
    );
    expect(refused).toHaveLength(1);
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(2);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT", "EMAIL SENT"]);
  });

  it("send a card anew that WeChat had taken and not delivered, as a message of its own", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    await progress(made);
    await world.settle();
    const [sent] = await sendsTo(world, id, "PROGRESS_APPROVED");
    const first = { msgid: sent?.providerId ?? "", status: "failed: system failed" };
    await sendFinished(world.server.platform, first);
    const [failed] = await sendsTo(world, id, "PROGRESS_APPROVED");
    await staff.do(RETRY, { sendId: failed?.id, version: failed?.version });
    const [waiting] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(waiting).toMatchObject({ state: "QUEUED", providerId: null, sentAt: null });
    refuse(account, -1);
    await world.settle();
    world.clock.advance(MINUTE);
    await world.settle();
    // Three calls: the first card, and twice the second, which WeChat was too busy for at first.
    const ids = cardsTo(account, phone).map(({ body }) => String(body["client_msg_id"]));
    expect(ids).toEqual([sent?.id, ids[1], ids[1]]);
    expect(ids[1]).not.toBe(sent?.id);
    expect(ids[1]?.length).toBeLessThanOrEqual(32);
    // What is told late of the first one is not taken for the second.
    await sendFinished(world.server.platform, first);
    expect((await sendsTo(world, id, "PROGRESS_APPROVED"))[0]).toMatchObject({ state: "SENT" });
  });

  it("without the right, and API keys, see none of it", async () => {
    const cashier = await aStaff(world, ["payments.read"]);
    for (const query of [SENDS, CHANNELS]) expect(await cashier.error(query)).toBe("FORBIDDEN");
    expect(await (await aCustomer(world)).error(SENDS)).toBe("FORBIDDEN");
  });
});

describe("two processes", () => {
  it("that race for one message send it once", async () => {
    const other = await buildServer(world.server.platform.config, { clock: world.clock });
    const customer = await aCustomer(world);
    const phone = await new Phone(world).bind(customer.accountId);
    await aPaidOrder(world, { customer });
    // Both route and send what is due at the same time.
    await Promise.all([world.server.courier.drain(), other.courier.drain()]);
    await Promise.all([world.server.courier.drain(), other.courier.drain()]);
    await other.stop();
    const payment = cardsTo(account, phone).filter(({ body }) => body["template_id"] === "T-PAYMENT_RECEIVED");
    expect(payment).toHaveLength(1);
    expect(await chainOf(world, customer.accountId, "PAYMENT_RECEIVED")).toEqual(["WECHAT SENT"]);
  });

  it("take a message over when the one that tried it died, by the same id", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    account.trouble(SEND, "HANG");
    await progress(made);
    await world.server.platform.work.run(SYSTEM, async () => undefined);
    const dying = world.server.courier.drain();
    await expect.poll(() => cardsTo(account, phone).length).toBe(1);
    // The process is gone in the middle of its call; its lease ends.
    world.clock.advance(MINUTE);
    const other = await buildServer(world.server.platform.config, { clock: world.clock });
    await other.courier.drain();
    await other.stop();
    await dying;
    const ids = cardsTo(account, phone).map(({ body }) => body["client_msg_id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(send).toMatchObject({ state: "SENT", attempts: 2 });
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });
});
