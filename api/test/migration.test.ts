import type { DataSource } from "typeorm";
import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "../src/kernel/clock.js";
import { readConfig } from "../src/platform/config.js";
import { Database } from "../src/platform/database.js";
import { longTexts } from "../src/platform/migrations/0020-long-texts.js";
import { longFormTexts } from "../src/platform/migrations/0039-documents.js";
import { migrations } from "../src/platform/migrations/index.js";
import { Migrator } from "../src/platform/migrator.js";
import { buildServer } from "../src/server.js";
import { tables } from "../src/tables.js";
import { emptyFolder } from "./kit/platform.js";
import { openWorld, type World } from "./kit/world.js";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

describe("migrations", () => {
  it("leave exactly the tables that the code describes", async () => {
    world = await openWorld();
    const { dialect, writer } = world.server.platform.database;
    if (dialect === "mysql") widen(writer);
    const drift = await writer.driver.createSchemaBuilder().log();
    const text = drift.upQueries.map((query) => query.query).filter((query) => !/product_search/.test(query));
    expect(text).toEqual([]);
  });
});

/** On an embedded database of its own, whatever the suite runs on: the logic is the same, the folder is cheap. */
describe("an interrupted migration", () => {
  const config = () => readConfig({ DATA_DIR: emptyFolder(), LOG_LEVEL: "silent" });

  /**
   * Each migration is killed, before what it did last is written down, on the schema the ones before it left. SQLite takes
   * changes of the schema back with a transaction, so one database serves for all of them.
   */
  it("goes on where it stopped, whichever statement it died after, and ends in the same schema", async () => {
    const database = await Database.open(config(), tables);
    const { writer } = database;
    for (const [index, { name }] of migrations.entries()) {
      const upToHere = new Migrator(database, migrations.slice(0, index + 1), systemClock);
      const schemas = new Set<string>();
      for (const diesAfter of deathsOf(index)) {
        await writer.query("BEGIN");
        expect(await runUntil(database, upToHere, diesAfter)).toBe("killed");
        await upToHere.run();
        schemas.add(await schemaOf(database));
        await writer.query("ROLLBACK");
      }
      await upToHere.run();
      schemas.add(await schemaOf(database));
      expect(schemas.size, `one schema after ${name}`).toBe(1);
    }
    await database.close();
  });

  it("stops the next start, with the command that finishes it", async () => {
    const settings = config();
    const database = await Database.open(settings, tables);
    await runUntil(database, new Migrator(database, migrations, systemClock), 3);
    await database.close();
    await expect(buildServer(settings)).rejects.toThrow(/interrupted.*npm run migrate/);
  });

  it("an outdated schema stops the start as well", async () => {
    await expect(buildServer(config())).rejects.toThrow(/lacks.*npm run migrate/);
  });
});

/** What entities call text and MySQL keeps as MEDIUMTEXT. */
function widen(source: DataSource): void {
  for (const [table, columns] of Object.entries({ ...longTexts, ...longFormTexts }))
    for (const { column } of columns) {
      const described = source.entityMetadatas
        .find(({ tableName }) => tableName === table)
        ?.columns.find(({ databaseName }) => databaseName === column);
      if (!described) throw new Error(`There is no ${table}.${column}.`);
      described.type = "mediumtext";
    }
}

/**
 * After how many statements a migration is to die: at its ends, around everything that is not a plain CREATE, and at every
 * tenth of those, which are all alike.
 */
function deathsOf(index: number): number[] {
  const texts = (migrations[index]?.statements.sqlite ?? []).flat();
  const isPlain = (text: string | undefined) => /^\s*CREATE (TABLE|INDEX|UNIQUE INDEX)/i.test(text ?? "");
  if (texts.length === 0) return [];
  const counts = Array.from({ length: texts.length + 1 }, (_, count) => count);
  return counts.filter((count) => {
    const atEnd = count <= 1 || count === texts.length;
    return atEnd || count % 10 === 0 || !isPlain(texts[count - 1]) || !isPlain(texts[count]);
  });
}

async function schemaOf({ writer }: Database): Promise<string> {
  const rows = await writer.query("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name");
  return JSON.stringify(rows);
}

/** Runs migrations until the process "dies" after so many of their statements; what it did last is not written down. */
async function runUntil(database: Database, migrator: Migrator, diesAfter: number): Promise<"killed" | "done"> {
  const { writer } = database;
  const query = writer.query.bind(writer);
  let done = 0;
  writer.query = (async (text: string, values?: unknown[]) => {
    const ofMigrator = /schema_progress/.test(text);
    if (!ofMigrator && done >= diesAfter) throw new Error("killed");
    const result: unknown = await query(text, values);
    if (ofMigrator) return result;
    done += 1;
    if (done === diesAfter) throw new Error("killed");
    return result;
  }) as typeof writer.query;
  const ended = await migrator.run().then(
    () => "done" as const,
    (error: Error) => (error.message === "killed" ? ("killed" as const) : Promise.reject(error)),
  );
  writer.query = query;
  return ended;
}
