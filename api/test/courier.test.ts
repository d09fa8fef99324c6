import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "../src/kernel/clock.js";
import type { RecordedFact } from "../src/kernel/fact.js";
import { MAX_ATTEMPTS, OUTSIDE } from "../src/platform/courier.js";
import { deadLetters, revive } from "../src/platform/dead-letter.store.js";
import { readStream } from "../src/platform/facts.js";
import { UnitOfWork } from "../src/platform/unit-of-work.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { aFact, courierWith } from "./kit/platform.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const numbers = (facts: RecordedFact[]) => facts.map((fact) => (fact.payload as { n: number }).n);

describe("facts", () => {
  it("are numbered without gaps per stream, in the order of commit, also when many write at once", async () => {
    const { work } = courierWith(world, []);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => work.run(SYSTEM, async (tx) => tx.record(aFact(n), aFact(n, "order:two")))),
    );
    const facts = await readStream(world.server.platform.database.read, "order:one", ["Tested"]);
    expect(facts.map((fact) => fact.streamSeq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it("are gone with the transaction that is rolled back", async () => {
    const { work } = courierWith(world, []);
    const failing = work.run(SYSTEM, async (tx) => {
      tx.record(aFact(1));
      throw new Error("rolled back on purpose");
    });
    await expect(failing).rejects.toThrow();
    expect(await readStream(world.server.platform.database.read, "order:one", ["Tested"])).toEqual([]);
  });
});

describe("a unit of work", () => {
  it("tells which streams moved, how far, and who has to hear of it", async () => {
    const told: [ReadonlyMap<string, number>, ReadonlySet<string>][] = [];
    const { database } = world.server.platform;
    const work = new UnitOfWork(database, world.clock, {
      listenersOf: (kind) => (kind === "Heard" ? ["listener"] : []),
      committed: ({ streams, listeners }) => told.push([streams, listeners]),
    });
    await work.run(SYSTEM, async (tx) => tx.record(aFact(1), aFact(2)));
    await work.run(SYSTEM, async (tx) => tx.record({ ...aFact(3), kind: "Heard" }));
    await work.run(SYSTEM, async () => undefined);
    expect(told).toEqual([
      [new Map([["order:one", 2]]), new Set()],
      [new Map([["order:one", 3]]), new Set(["listener"])],
    ]);
  });
});

describe("the courier", () => {
  it("brings every fact to every listener, in order per stream, and a failing one delays nobody else", async () => {
    const heard: RecordedFact[] = [];
    const good = { name: "good", kinds: ["Tested"], hear: async (fact: RecordedFact) => void heard.push(fact) };
    const bad = { name: "bad", kinds: ["Tested"], hear: () => Promise.reject(new Error("down")) };
    const { work, courier } = courierWith(world, [good, bad]);
    for (const n of [1, 2, 3]) await work.run(SYSTEM, async (tx) => tx.record(aFact(n)));
    await courier.drain();
    expect(numbers(heard)).toEqual([1, 2, 3]);
  });

  it("tries a failing delivery again with growing pauses and goes on where it stopped", async () => {
    const heard: RecordedFact[] = [];
    let down = true;
    const listener = {
      name: "flaky",
      kinds: ["Tested"],
      hear: async (fact: RecordedFact) => {
        if (down) throw new Error("down");
        heard.push(fact);
      },
    };
    const { work, courier } = courierWith(world, [listener]);
    await work.run(SYSTEM, async (tx) => tx.record(aFact(1), aFact(2)));
    await courier.drain();
    down = false;
    await courier.drain();
    expect(heard).toEqual([]);
    world.clock.advance(SECOND);
    await courier.drain();
    expect(numbers(heard)).toEqual([1, 2]);
  });

  it("gives up after many tries, lets the stream go on, and delivers when staff retry", async () => {
    const heard: RecordedFact[] = [];
    let broken = true;
    const listener = {
      name: "poisoned",
      kinds: ["Tested"],
      hear: async (fact: RecordedFact) => {
        if (broken && (fact.payload as { n: number }).n === 1) throw new Error("poison");
        heard.push(fact);
      },
    };
    const { work, courier } = courierWith(world, [listener]);
    await work.run(SYSTEM, async (tx) => tx.record(aFact(1), aFact(2)));
    for (let n = 0; n < MAX_ATTEMPTS; n += 1) {
      await courier.drain();
      world.clock.advance(HOUR);
    }
    expect(numbers(heard)).toEqual([2]);
    const dead = await deadLetters(world.server.platform.database.read, { first: 10, after: null });
    expect(dead.rows).toMatchObject([
      { listener: "poisoned", factKind: "Tested", attempts: MAX_ATTEMPTS, lastError: "Error: poison" },
    ]);
    broken = false;
    await work.run(SYSTEM, (tx) => revive(tx, dead.rows[0]?.id ?? ""));
    await courier.drain();
    expect(numbers(heard)).toEqual([2, 1]);
  });

  it("lays what is left for a listener that is no longer there among the dead letters, also beside other lanes", async () => {
    const heard: RecordedFact[] = [];
    const hear = async (fact: RecordedFact): Promise<void> => void heard.push(fact);
    const gone = { name: "gone", kinds: ["Tested"], lane: "aside", hear };
    const before = courierWith(world, [gone]);
    await before.work.run(SYSTEM, async (tx) => tx.record(aFact(1)));
    const { courier } = courierWith(world, [{ name: "stays", kinds: ["Tested"], lane: "aside", hear }]);
    for (let n = 0; n < MAX_ATTEMPTS; n += 1) {
      await courier.drain();
      world.clock.advance(HOUR);
    }
    const dead = await deadLetters(world.server.platform.database.read, { first: 10, after: null });
    expect(dead.rows).toMatchObject([{ listener: "gone", lastError: expect.stringContaining("Nobody hears gone") }]);
    expect(heard).toEqual([]);
    await before.work.run(SYSTEM, (tx) => revive(tx, dead.rows[0]?.id ?? ""));
    await before.courier.drain();
    expect(numbers(heard)).toEqual([1]);
  });

  it("leases what calls out one at a time, so that nothing outlives its lease while it waits", async () => {
    let letGo: () => void = () => undefined;
    const hang = new Promise<void>((done) => (letGo = done));
    const caller = { name: "caller", kinds: ["Tested"], lane: OUTSIDE, hear: () => hang };
    const { work, courier } = courierWith(world, [caller]);
    for (const n of [1, 2, 3]) await work.run(SYSTEM, async (tx) => tx.record(aFact(n, `order:${n}`)));
    const leased = () => world.server.platform.database.read.query("SELECT 1 FROM deliveries WHERE attempts > 0");
    const drained = courier.drain();
    await expect.poll(leased).toHaveLength(1);
    letGo();
    expect(await drained).toBe(3);
  });

  it("hands a delivery whose courier died to another one when the lease ends", async () => {
    const heard: RecordedFact[] = [];
    let dying = true;
    const hang = new Promise<void>(() => undefined);
    const listener = {
      name: "lease",
      kinds: ["Tested"],
      hear: async (fact: RecordedFact) => {
        if (dying) await hang;
        heard.push(fact);
      },
    };
    const { work, courier } = courierWith(world, [listener]);
    await work.run(SYSTEM, async (tx) => tx.record(aFact(1)));
    void courier.drain();
    await expect
      .poll(() => world.server.platform.database.read.query("SELECT 1 FROM deliveries WHERE attempts = 1"))
      .toHaveLength(1);
    dying = false;
    const other = courierWith(world, [listener]).courier;
    expect(await other.drain()).toBe(0);
    world.clock.advance(MINUTE);
    await other.drain();
    expect(numbers(heard)).toEqual([1]);
  });

  it("fires a timer once it is due, never before, never when cancelled", async () => {
    const fired: string[] = [];
    const handler = { kind: "TEST", fire: async (id: string) => void fired.push(id) };
    const { work, courier } = courierWith(world, [], [handler]);
    await work.run(SYSTEM, async (tx) => {
      await tx.setTimer("TEST", "kept", tx.now + MINUTE);
      await tx.setTimer("TEST", "cancelled", tx.now + MINUTE);
      await tx.cancelTimer("TEST", "cancelled");
    });
    await courier.drain();
    expect(fired).toEqual([]);
    world.clock.advance(MINUTE);
    await courier.drain();
    await courier.drain();
    expect(fired).toEqual(["kept"]);
  });
});
