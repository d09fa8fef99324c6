import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { SettingRow, TimerRow } from "../src/platform/platform.table.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const aTimer = (id: string) => ({
  id,
  kind: "TEST",
  subjectId: id,
  dueAt: 9e12,
  state: "PENDING",
  attempts: 0,
  lastError: null,
});

async function count(): Promise<number> {
  const rows = await world.server.platform.database.read.query<{ n: number }>("SELECT COUNT(*) AS n FROM timers");
  return Number(rows[0]?.n);
}

describe("one flow, one transaction", () => {
  it("keeps 200 concurrent transactions apart: every second one rolls back, readers never see half of one", async () => {
    const { work, database } = world.server.platform;
    const before = await count();
    const seen = new Set<number>();
    const writers = Array.from({ length: 200 }, async (_, index) => {
      await work
        .run(SYSTEM, async (tx) => {
          await tx.insert(TimerRow, [aTimer(newId())]);
          await tx.insert(TimerRow, [aTimer(newId())]);
          if (index % 2 === 1) throw new Error("rolled back on purpose");
        })
        .catch(() => undefined);
      const [row] = await database.read.query<{ n: number }>("SELECT COUNT(*) AS n FROM timers");
      seen.add((Number(row?.n) - before) % 2);
    });
    await Promise.all(writers);
    expect((await count()) - before).toBe(200);
    expect([...seen]).toEqual([0]);
  });

  it("refuses to write outside a transaction", async () => {
    await expect(world.server.platform.database.read.run("DELETE FROM timers")).rejects.toThrow("inside a transaction");
  });

  it("lets one of two edits of the same version win and refuses the other", async () => {
    const { work } = world.server.platform;
    const id = newId();
    await work.run(SYSTEM, (tx) => tx.insert(TimerRow, [aTimer(id)]));
    const edit = () => work.run(SYSTEM, (tx) => tx.change(TimerRow, { id, attempts: 0 }, { attempts: 1 }));
    const results = await Promise.allSettled([edit(), edit(), edit()]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "STALE_VERSION" });
  });
});

describe("a keyed mutation", () => {
  const once = (key: string, input: unknown) =>
    world.server.platform.work.once(SYSTEM, { operation: "test", key, input }, async (tx) => {
      const id = newId();
      await tx.insert(SettingRow, [{ key: id, value: "x" }]);
      return { id };
    });

  it("takes effect once and answers the same to every repeat, even at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => once("the same key", { a: 1 })));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  });

  it("refuses the key for another input", async () => {
    await expect(once("the same key", { a: 2 })).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  });

  it("needs a key of a sensible length", async () => {
    for (const key of ["", "short", "k".repeat(256)]) {
      await expect(once(key, {})).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REQUIRED" });
    }
  });

  it("may be tried again with the same key after a refusal", async () => {
    const { work } = world.server.platform;
    const tried = { operation: "refusing", key: "a key to retry", input: { a: 1 } };
    await expect(work.once(SYSTEM, tried, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await work.once(SYSTEM, { ...tried, input: { a: 2 } }, async () => ({ done: true }))).toEqual({
      done: true,
    });
  });
});
