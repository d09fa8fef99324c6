import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import type { RecordedFact } from "../src/kernel/fact.js";
import { Courier, type Errands, type Listener } from "../src/platform/courier.js";
import { TimerRow } from "../src/platform/platform.table.js";
import { UnitOfWork } from "../src/platform/unit-of-work.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { aCustomer, aPaidOrder } from "./kit/makers-orders.js";
import { Phone } from "./kit/makers-wechat.js";
import { aFact } from "./kit/platform.js";
import { openConnectedWorld, SEND, sendsTo } from "./kit/service-account.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** A courier of the test's own, running as in a process; nudged by its commits. */
function running(listeners: Listener[], errands: Errands[]) {
  const { database, log } = world.server.platform;
  const work: UnitOfWork = new UnitOfWork(database, world.clock, {
    listenersOf: (kind) => listeners.filter((one) => one.kinds.includes(kind)).map((one) => one.name),
    committed: (moved) => courier.nudge(moved),
  });
  const courier = new Courier(database, work, world.clock, log, listeners, [], errands);
  return { work, courier };
}

/** Errands that wait to be let go, in the order they were begun. */
function held(width: number, count: number) {
  const begun: number[] = [];
  const letGo: (() => void)[] = [];
  let next = 0;
  const errands: Errands = {
    width,
    claim: async (most) => {
      const some = Array.from({ length: Math.min(most, count - next) }, () => (next += 1));
      return some.map((n) => () => {
        begun.push(n);
        return new Promise<void>((done) => letGo.push(done));
      });
    },
  };
  return { errands, begun, letGo };
}

describe("the lanes of the courier", () => {
  it("let no listener wait for one of another lane that hangs", async () => {
    const heard: number[] = [];
    let letGo: () => void = () => undefined;
    const hanging: Listener = {
      name: "hanging",
      kinds: ["Tested"],
      lane: "aside",
      hear: () => new Promise<void>((done) => (letGo = done)),
    };
    const quick: Listener = {
      name: "quick",
      kinds: ["Tested"],
      hear: async (fact: RecordedFact) => void heard.push((fact.payload as { n: number }).n),
    };
    const { work, courier } = running([hanging, quick], []);
    courier.start();
    for (const n of [1, 2, 3]) await work.run(SYSTEM, async (tx) => tx.record(aFact(n)));
    await expect.poll(() => heard).toEqual([1, 2, 3]);
    const stopped = courier.stop();
    letGo();
    await stopped;
  });

  it("do as many errands at once as they are wide, and give a place on as soon as it is free", async () => {
    const { errands, begun, letGo } = held(3, 5);
    const { courier } = running([], [errands]);
    courier.start();
    await expect.poll(() => begun).toEqual([1, 2, 3]);
    letGo[1]?.();
    await expect.poll(() => begun).toEqual([1, 2, 3, 4]);
    for (const done of letGo) done();
    await expect.poll(() => begun).toEqual([1, 2, 3, 4, 5]);
    const stopped = courier.stop();
    for (const done of letGo) done();
    await stopped;
  });

  it("go on after an errand or a look for errands that failed", async () => {
    let looks = 0;
    const done: string[] = [];
    const errands: Errands = {
      width: 2,
      claim: async () => {
        looks += 1;
        if (looks === 1) throw new Error("no connection");
        if (looks === 2) return [() => Promise.reject(new Error("broken")), async () => void done.push("whole")];
        return [];
      },
    };
    const { courier } = running([], [errands]);
    courier.start();
    await expect.poll(() => done).toEqual(["whole"]);
    await expect.poll(() => looks).toBeGreaterThan(2);
    await courier.stop();
  });

  it("are woken by a commit that concerns them, and by no other", async () => {
    const looks = { concerned: 0, other: 0 };
    const counting = (name: keyof typeof looks): Errands => ({
      width: 1,
      ...(name === "concerned" ? { wokenBy: [TimerRow] } : {}),
      claim: async () => {
        looks[name] += 1;
        return [];
      },
    });
    const { work, courier } = running([], [counting("concerned"), counting("other")]);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }); // no beat ever comes
    onTestFinished(() => void vi.useRealTimers());
    courier.start();
    await expect.poll(() => looks).toEqual({ concerned: 1, other: 1 });
    for (let commits = 1; commits <= 3; commits += 1) {
      const before = looks.concerned;
      await work.run(SYSTEM, (tx) => tx.setTimer("test", `subject-${commits}`, tx.now + 1));
      await expect.poll(() => looks.concerned).toBeGreaterThan(before);
    }
    expect(looks.other).toBe(1);
    await courier.stop();
  });

  it("hear at once of what was committed while they were busy", async () => {
    const heard: number[] = [];
    let fifth = (): void => undefined;
    const allHeard = new Promise<void>((done) => (fifth = done));
    const listener: Listener = {
      name: "echo",
      kinds: ["Tested"],
      hear: async (fact) => {
        const { n } = fact.payload as { n: number };
        heard.push(n);
        // A second courier of this process commits in the middle of a round; nobody nudges afterwards.
        if (n < 5) await work.run(SYSTEM, async (tx) => tx.record(aFact(n + 1)));
        else fifth();
      },
    };
    const { work, courier } = running([listener], []);
    // No beat ever comes: a hop that waited for the next one would not be made.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    courier.start();
    await work.run(SYSTEM, async (tx) => tx.record(aFact(1)));
    await allHeard;
    expect(heard).toEqual([1, 2, 3, 4, 5]);
    await courier.stop();
  });
});

describe("a service account that hangs", () => {
  // As long as the test lasts: whoever waited for it would never be done.
  beforeEach(() => {
    vi.spyOn(AbortSignal, "timeout").mockImplementation(() => new AbortController().signal);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("delays neither dispatch nor what people read in the app", async () => {
    const { world: connected, account } = await openConnectedWorld();
    const customer = await aCustomer(connected);
    await new Phone(connected).bind(customer.accountId);
    account.trouble(SEND, ...Array.from({ length: 40 }, () => "HANG" as const));
    connected.server.courier.start();
    const orders = await Promise.all([1, 2, 3].map(() => aPaidOrder(connected, { customer })));
    const { read } = connected.server.platform.database;
    const offered = async (): Promise<string[]> =>
      (
        await ticketsOf(
          read,
          orders.map(({ orderId }) => orderId),
        )
      ).flatMap(({ state, stage }) => (stage === 1 ? [state] : []));
    await expect.poll(() => account.to(SEND).length).toBeGreaterThan(0);
    await expect.poll(offered).toEqual(["OFFERED", "OFFERED", "OFFERED"]);
    const told = async (): Promise<number> =>
      (
        await read.query("SELECT id FROM notices WHERE recipientId = ? AND kind = 'PAYMENT_RECEIVED'", [
          customer.accountId,
        ])
      ).length;
    await expect.poll(told).toBe(3);
    expect((await sendsTo(connected, customer.accountId, "PAYMENT_RECEIVED")).map(({ state }) => state)).toEqual(
      Array.from({ length: 3 }, () => "QUEUED"),
    );
    await account.close();
    await connected.close();
  });

  it("holds back no letter, however many cards wait for it", async () => {
    const { world: connected, account } = await openConnectedWorld();
    const customer = await aCustomer(connected);
    await new Phone(connected).bind(customer.accountId);
    account.trouble(SEND, ...Array.from({ length: 40 }, () => "HANG" as const));
    const orders = await Promise.all(Array.from({ length: 20 }, () => aPaidOrder(connected, { customer })));
    connected.server.courier.start();
    // As many as leave at once hang by now, and more of them wait.
    await expect.poll(() => account.to(SEND).length).toBeGreaterThanOrEqual(16);
    const unbound = await aCustomer(connected);
    await aPaidOrder(connected, { customer: unbound });
    const letter = async () =>
      (await sendsTo(connected, unbound.accountId, "PAYMENT_RECEIVED")).map(({ state }) => state);
    await expect.poll(letter).toEqual(["SENT"]);
    const cards = await sendsTo(connected, customer.accountId, "PAYMENT_RECEIVED");
    expect(cards).toHaveLength(orders.length);
    expect(new Set(cards.map(({ state }) => state))).toEqual(new Set(["QUEUED"]));
    await account.close();
    await connected.close();
  });
});
