import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import { isOvertaken } from "../src/notifications/is-overtaken.flow.js";
import { NoticeRow, NoticeSendRow } from "../src/notifications/notices.table.js";
import {
  exchangeNotices,
  holdWaiting,
  leaseSend,
  startChannel,
  stopChannel,
  stopOf,
} from "../src/notifications/send.store.js";
import { sendFinished } from "../src/notifications/send-finished.flow.js";
import type { Platform } from "../src/platform/platform.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { AccountServer } from "./kit/account-server.js";
import type { Actor } from "./kit/actor.js";
import { aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { aTicket, decline, sign, ticketNow } from "./kit/makers-fulfilment.js";
import { aBoundCustomer, chainOf, openConnectedWorld, progress, sendsTo } from "./kit/service-account.js";
import type { World } from "./kit/world.js";

let world: World;
let account: AccountServer;
let staff: Actor;
let platform: Platform;
beforeAll(async () => {
  ({ world, account } = await openConnectedWorld({ demo: true }));
  platform = world.server.platform;
  staff = await aStaff(world);
});
afterAll(async () => {
  await world.close();
  await account.close();
});

const noticesAbout = (ticketId: string, kind: string): Promise<NoticeRow[]> =>
  platform.database.read.rows(NoticeRow, "WHERE t.subjectId = ? AND t.kind = ? ORDER BY t.factSeq", [ticketId, kind]);

describe("what was overtaken", () => {
  it("is an offer that was told to one supplier and stands to another now", async () => {
    const made = await aTicket(world, { state: "OFFERED", staff });
    await world.settle();
    const { itemId } = await ticketNow(world, made);
    await aSupplier(world, { services: [{ itemId }] });
    const [first] = await noticesAbout(made.ticketId, "NEW_TICKET");
    expect(await isOvertaken(platform, found(first))).toBe(false);
    await decline(world, made);
    await world.settle();
    expect((await ticketNow(world, made)).state).toBe("OFFERED");
    const [, second] = await noticesAbout(made.ticketId, "NEW_TICKET");
    expect(await isOvertaken(platform, found(second))).toBe(false);
    expect(await isOvertaken(platform, found(first))).toBe(true);
  });

  it("is a sign-off that was asked for, once it is given or its time is over", async () => {
    const made = await aTicket(world, { state: "PLATFORM_APPROVED", staff });
    await world.settle();
    const [asked] = await noticesAbout(made.ticketId, "ACCEPTANCE_DUE");
    const notice = found(asked);
    const until = (at: number): NoticeRow => ({ ...notice, params: { ...notice.params, until: at } });
    expect(await isOvertaken(platform, notice)).toBe(false);
    expect(await isOvertaken(platform, until(world.clock.now() + 1))).toBe(false);
    expect(await isOvertaken(platform, until(world.clock.now()))).toBe(true);
    await sign(world, made);
    expect(await isOvertaken(platform, until(world.clock.now() + HOUR))).toBe(true);
  });
});

describe("a message that waits", () => {
  it("is leased with the notice it carries by then, and takes no other along while it is tried", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    await progress(made);
    await world.settle();
    world.clock.advance(MINUTE);
    await progress(made, "DONE");
    await world.settle();
    const [, held] = await sendsTo(world, id, "PROGRESS_APPROVED");
    const waiting = found(held);
    const [newer] = await noticesAbout(made.ticketId, "TICKET_ASSIGNED");
    const { id: newerId } = found(newer);
    await platform.work.run(SYSTEM, async (tx) => {
      expect(await holdWaiting(tx, [waiting.id])).toEqual(new Set([waiting.id]));
      await exchangeNotices(tx, new Map([[waiting.id, newerId]]));
      const leased = await leaseSend(tx, waiting);
      expect(leased).toMatchObject({ noticeId: newerId, attempts: 1 });
      expect(await leaseSend(tx, waiting)).toBeNull();
      expect(await holdWaiting(tx, [waiting.id])).toEqual(new Set());
    });
  });
});

describe("what WeChat tells of a card", () => {
  it("is not lost when its number is stored at that very moment", async () => {
    const { made, id } = await aBoundCustomer(world, staff);
    await progress(made);
    await world.settle();
    const [send] = await sendsTo(world, id, "PROGRESS_APPROVED");
    const { id: sendId, providerId } = found(send);
    const number = (value: string | null) =>
      platform.work.run(SYSTEM, async (tx) => {
        await tx.change(NoticeSendRow, { id: sendId }, { providerId: value });
      });
    await number(null);
    // Who sent the card stores its number between the look for it and the note that it was not there.
    const { work } = platform;
    let stored = false;
    const run: typeof work.run = async (viewer, deed) => {
      const done = await work.run(viewer, deed);
      if (!stored) await number(providerId);
      stored = true;
      return done;
    };
    const meanwhile = Object.create(platform, { work: { value: { run } } }) as Platform;
    await sendFinished(meanwhile, { msgid: providerId ?? "", status: "success" });
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT DELIVERED"]);
  });
});

describe("a channel that stops", () => {
  it("keeps the first reason, which is the one to mend", async () => {
    await platform.work.run(SYSTEM, async (tx) => {
      await stopChannel(tx, "WECHAT", "48001 not granted");
      await stopChannel(tx, "WECHAT", "40164 not on the list");
    });
    expect((await stopOf(platform.database.read, "WECHAT"))?.reason).toBe("48001 not granted");
    await platform.work.run(SYSTEM, (tx) => startChannel(tx, "WECHAT"));
  });
});
