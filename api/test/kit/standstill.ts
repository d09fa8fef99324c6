import { vi } from "vitest";
import type { Platform } from "../../src/platform/platform.js";
import type { EntityClass } from "../../src/platform/sql.js";
import type { Tx } from "../../src/platform/tx.js";
import type { World } from "./world.js";

const WAITING = `SELECT 1 AS one FROM information_schema.innodb_trx t
  JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
  WHERE p.db = DATABASE() AND t.trx_state = 'LOCK WAIT'`;

/**
 * The platform for one whose transactions stand still after they read `table` by `tail`, until `meanwhile` is over or
 * waits for a lock of theirs. On SQLite nobody writes meanwhile, so nothing stands still.
 */
export function standingStill(
  world: World,
  at: { readonly table: EntityClass<object>; readonly tail: string },
  meanwhile: () => Promise<unknown>,
): Platform {
  const { platform } = world.server;
  if (platform.database.dialect === "sqlite") return platform;
  const slowed = (tx: Tx): Tx =>
    Object.assign(Object.create(tx) as Tx, {
      async rows(table: EntityClass<object>, tail: string, values: never) {
        const rows = await tx.rows(table, tail, values);
        if (table === at.table && tail === at.tail) await overOrWaiting(world, meanwhile());
        return rows;
      },
    });
  const run: Platform["work"]["run"] = (viewer, work) => platform.work.run(viewer, (tx) => work(slowed(tx)));
  return { ...platform, work: Object.assign(Object.create(platform.work) as Platform["work"], { run }) };
}

async function overOrWaiting(world: World, work: Promise<unknown>): Promise<void> {
  let over = false;
  const end = (): void => {
    over = true;
  };
  work.then(end, end);
  const { read } = world.server.platform.database;
  // InnoDB tells anew only who has not asked for a tenth of a second.
  const patience = { interval: 150, timeout: 20_000 };
  await vi.waitUntil(async () => over || (await read.query(WAITING)).length > 0, patience);
}
