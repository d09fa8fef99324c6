import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { DAY, HOUR, MINUTE, SECOND } from "../src/kernel/clock.js";
import { sendFinished } from "../src/notifications/send-finished.flow.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { AccountServer } from "./kit/account-server.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { accept, approve, approveReport, aTicket, post, start } from "./kit/makers-fulfilment.js";
import { aCustomer, aPaidOrder, aPlacedOrder } from "./kit/makers-orders.js";
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
    const { made, phone, id } = await aBoundCustomer(world, staff);
    const off = { topic: "PROGRESS", enabled: false };
    await made.customer.do(SET, { ...off, channel: "WECHAT" });
    await progress(made);
    await world.settle();
    expect(cardsTo(account, phone)).toEqual([]);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["EMAIL SENT"]);
    world.clock.advance(10 * MINUTE);
    await made.customer.do(SET, { ...off, channel: "EMAIL" });
    await progress(made, "DONE");
    await world.settle();
    expect(await sendsTo(world, id, "PROGRESS_APPROVED")).toHaveLength(1);
  });

  it("is another one for who has left the account, and staff see that WeChat was left out, and why", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    await phone.event("unsubscribe");
    await progress(made);
    await world.settle();
    expect(cardsTo(account, phone)).toEqual([]);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SUPPRESSED", "EMAIL SENT"]);
    const [left] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(left).toMatchObject({ reason: "NOT_FOLLOWING", attempts: 0, address: phone.openid });
  });

  it("is not taken when it was switched off while the message waited", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    refuse(account, -1);
    await progress(made);
    await world.settle();
    const before = cardsTo(account, phone).length;
    await made.customer.do(SET, { topic: "PROGRESS", channel: "WECHAT", enabled: false });
    world.clock.advance(SECOND);
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(before);
    const [held] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(held).toMatchObject({ state: "SUPPRESSED", reason: "SWITCHED_OFF" });
  });

  it("is told to its owner, channel by channel, with what reaches them", async () => {
    const { made } = await aBoundCustomer(world, staff);
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
    const { made, phone, id } = await aBoundCustomer(world, staff);
    await progress(made);
    await world.settle();
    world.clock.advance(4 * MINUTE);
    await approveReport(made, await post(made, null, "中间一条"));
    await world.settle();
    world.clock.advance(2 * MINUTE);
    await progress(made, "DONE");
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(1);
    const [, held] = await sendsTo(world, id, "PROGRESS_APPROVED");
    expect(held).toMatchObject({ state: "QUEUED", reason: "COLLAPSED" });
    world.clock.advance(4 * MINUTE);
    await world.settle();
    const cards = cardsTo(account, phone);
    expect(cards).toHaveLength(2);
    expect(rowsOf(cards[1]).at(-1)).toBe(minuteOf(world.clock.now() - 4 * MINUTE));
    const { notices } = await made.customer.ask("{ notices(first: 100) { nodes { kind } } }");
    const told = (notices?.["nodes"] as unknown as { kind: string }[]).filter(
      ({ kind }) => kind === "PROGRESS_APPROVED",
    );
    expect(told).toHaveLength(3);
  });

  it("are one card when work begins and is approved at once", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff, "ASSIGNED");
    await start(world, made);
    await world.settle();
    await progress(made);
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(1);
    expect(await chainOf(world, id, "WORK_STARTED")).toEqual(["WECHAT SENT"]);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT QUEUED"]);
    world.clock.advance(10 * MINUTE);
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(2);
  });

  it("are one card in the morning when the day's quota was used up, with the newest values", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff, "ASSIGNED");
    refuse(account, 45_009);
    await start(world, made);
    await world.settle();
    const before = cardsTo(account, phone).length;
    world.clock.advance(HOUR);
    const newest = world.clock.now();
    await progress(made, "DONE");
    await world.settle();
    const waiting = await chainOf(world, id, "PROGRESS_APPROVED");
    expect(waiting).toEqual(["WECHAT QUEUED"]);
    expect(cardsTo(account, phone)).toHaveLength(before);
    world.clock.advance(DAY + 8 * HOUR);
    await world.settle();
    const cards = cardsTo(account, phone);
    expect(cards).toHaveLength(before + 1);
    expect(rowsOf(cards.at(-1)).at(-1)).toBe(minuteOf(newest));
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
  });

  it("are a card each when they are of two orders", async () => {
    const { made, phone, id } = await aBoundCustomer(world, staff);
    const order = await aPaidOrder(world, { customer: made.customer, product: made.order.product });
    await world.settle();
    const [ticket] = await ticketsOf(world.server.platform.database.read, [order.orderId]);
    const other = { ...made, order, ticketId: ticket?.id ?? "" };
    await accept(world, other);
    await world.settle();
    const before = cardsTo(account, phone).length;
    await progress(made);
    await start(world, other);
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(before + 2);
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT SENT"]);
    expect(await chainOf(world, id, "WORK_STARTED")).toEqual(["WECHAT SENT"]);
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
  /** A reminder to a bound customer, at a time of the next day in Shanghai. */
  const reminded = async (hours: number) => {
    const { made, phone, id } = await aBoundCustomer(world, staff, "OFFERED");
    const day = Math.floor((world.clock.now() + 8 * HOUR) / DAY) + 1;
    world.clock.advance(day * DAY - 8 * HOUR + hours * HOUR - world.clock.now());
    const { orderId, instalments } = made.order;
    const { id: instalmentId, name: instalmentName, amount } = instalments[1] ?? { id: "", name: "", amount: 0 };
    await world.server.platform.work.run(SYSTEM, async (tx) => {
      await tx.run("UPDATE instalments SET state = 'DUE' WHERE id = ?", [instalmentId]);
      tx.record({
        kind: "InstalmentDue",
        stream: `order:${orderId}`,
        payload: { instalmentId, instalmentName, amount },
      });
    });
    return { phone, id };
  };
  const reminders = (id: string) => chainOf(world, id, "INSTALMENT_DUE");

  it("is not broken when WeChat tells after ten that a card did not arrive", async () => {
    const { id } = await reminded(21.9);
    await world.settle();
    expect(await reminders(id)).toEqual(["WECHAT SENT"]);
    const [sent] = await sendsTo(world, id, "INSTALMENT_DUE");
    world.clock.advance(HOUR);
    const failed = { msgid: sent?.providerId ?? "", status: "failed: system failed" };
    await sendFinished(world.server.platform, failed);
    await world.settle();
    expect(await reminders(id)).toEqual(["WECHAT FAILED", "SMS QUEUED"]);
    world.clock.advance(10 * HOUR);
    await world.settle();
    expect(await reminders(id)).toEqual(["WECHAT FAILED", "SMS SENT"]);
  });

  it("is not broken by what was ready before ten, when nobody was there to send it", async () => {
    const { id, phone } = await reminded(21.9);
    await world.server.courier.drain();
    await world.server.platform.work.run(SYSTEM, (tx) =>
      tx.run(
        "UPDATE notice_sends SET state = 'QUEUED', nextAt = ?, attempts = 0 WHERE recipientId = ? AND sentAt = ?",
        [tx.now, id, tx.now],
      ),
    );
    const before = cardsTo(account, phone).length;
    world.clock.advance(HOUR);
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(before);
    expect((await sendsTo(world, id, "INSTALMENT_DUE"))[0]).toMatchObject({ reason: "QUIET_HOURS", attempts: 0 });
    world.clock.advance(10 * HOUR);
    await world.settle();
    expect(cardsTo(account, phone)).toHaveLength(before + 1);
  });

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
