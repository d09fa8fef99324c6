import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fact } from "../../src/kernel/fact.js";
import { Courier, type Listener, type TimerHandler } from "../../src/platform/courier.js";
import { UnitOfWork } from "../../src/platform/unit-of-work.js";
import type { World } from "./world.js";

/** A courier and unit of work with listeners of the test's own, on the world's database and clock. */
export function courierWith(world: World, listeners: Listener[], timers: TimerHandler[] = []) {
  const { database, log } = world.server.platform;
  const work = new UnitOfWork(database, world.clock, {
    listenersOf: (kind) => listeners.filter((l) => l.kinds.includes(kind)).map((l) => l.name),
    committed: () => undefined,
  });
  return { work, courier: new Courier(database, work, world.clock, log, listeners, timers) };
}

export const aFact = (n: number, stream: Fact["stream"] = "order:one"): Fact => ({
  kind: "Tested",
  stream,
  payload: { n },
});

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "kaidan-test-"));
