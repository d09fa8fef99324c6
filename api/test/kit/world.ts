import { AsyncLocalStorage } from "node:async_hooks";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mysql from "mysql2/promise";
import { seedDemo } from "../../src/demo/seed.js";
import { type Patience, usualPatience } from "../../src/http/patience.js";
import { newId } from "../../src/kernel/ids.js";
import { readConfig } from "../../src/platform/config.js";
import { Database } from "../../src/platform/database.js";
import { migrations } from "../../src/platform/migrations/index.js";
import { Migrator } from "../../src/platform/migrator.js";
import { buildServer, type Server } from "../../src/server.js";
import { tables } from "../../src/tables.js";
import { Actor, type AppName } from "./actor.js";

/** 2026-11-20 10:00 in Shanghai: where every test's clock starts. */
export const START = Date.parse("2026-11-20T02:00:00.000Z");

export class FakeClock {
  private at = START;
  now(): number {
    return this.at;
  }
  advance(ms: number): void {
    this.at += ms;
  }
}

/** The list that the work at hand writes its statements to. */
const counted = new AsyncLocalStorage<string[]>();

/** A whole server on a database of its own, a clock that only moves by hand, and people who talk to it by GraphQL. */
export interface World {
  readonly server: Server;
  readonly clock: FakeClock;
  /** Somebody without a session, using the given app. */
  stranger(app?: AppName): Actor;
  /** Delivers every fact and fires every timer that is due. */
  settle(): Promise<void>;
  /** Every SQL statement of `work`, whatever else is going on in this world. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

interface WorldOptions {
  readonly demo?: boolean;
  readonly seeded?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly patience?: Patience;
}

/**
 * On SQLite in a folder of its own; on MySQL or MariaDB in a new database when TEST_DATABASE_URL is set.
 * `demo`: as a demo deployment; `seeded`: with the whole demo in it; `env`: settings beside the usual ones;
 * `patience`: how long its server waits for callers.
 */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "kaidan-test-"));
  const base = process.env["TEST_DATABASE_URL"];
  const databaseName = `t_${newId().replaceAll("-", "_").toLowerCase()}`;
  if (base) await onServer(base, `CREATE DATABASE ${databaseName} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const config = readConfig({
    DATA_DIR: folder,
    PORT: "0",
    LOG_LEVEL: "silent",
    TEST_CHANNEL: "on",
    ...(base ? { DATABASE_URL: `${base}/${databaseName}`, SECRET: "a secret of thirty-two characters" } : {}),
    ...options.env,
  });
  const clock = new FakeClock();
  if (!base) copyFileSync(join(await migrated(), DATABASE), join(folder, DATABASE));
  if (options.seeded) await seedDemo(config, clock.now());
  const demo = options.demo ?? options.seeded ?? false;
  const patience = options.patience ?? usualPatience;
  const server = await buildServer(config, { clock, migrate: true, demo, patience });
  return {
    server,
    clock,
    stranger: (app = "shop") => new Actor(server, app),
    async settle() {
      await server.courier.drain();
    },
    async statements(work) {
      const seen: string[] = [];
      const forget = server.platform.database.onStatement((text) => {
        if (counted.getStore() === seen) seen.push(text);
      });
      // An injected request begins when it is awaited, which must be inside as well.
      await counted.run(seen, async () => await work()).finally(forget);
      if (seen.length === 0) throw new Error("There was no statement: nothing is shown by counting them.");
      return seen;
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true });
      if (base) await onServer(base, `DROP DATABASE ${databaseName}`);
    },
  };
}

const DATABASE = "kaidan.sqlite";
let template: Promise<string> | undefined;

/** A folder with a database that has every table and no row: the migrations of each world took most of its opening. */
async function migrated(): Promise<string> {
  template ??= makeTemplate();
  return await template;
}

async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "kaidan-test-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const database = await Database.open(readConfig({ DATA_DIR: folder, LOG_LEVEL: "silent" }), tables);
  await new Migrator(database, migrations, new FakeClock()).run();
  await database.close();
  return folder;
}

async function onServer(url: string, statement: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  await connection.query(statement);
  await connection.end();
}
