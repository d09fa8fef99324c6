import type { DataSource } from "typeorm";
import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "../src/kernel/clock.js";
import { readConfig } from "../src/platform/config.js";
import { Database } from "../src/platform/database.js";
import { longTexts } from "../src/platform/migrations/0020-long-texts.js";
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

  it("goes on where it stopped, whichever statement it died after, and ends in the same schema", async () => {
    const schemas = new Set<string>();
    const total = migrations.reduce((sum, migration) => sum + migration.statements.sqlite.length, 0);
    for (let diesAfter = 0; diesAfter <= total; diesAfter += 7) {
      const database = await Database.open(config(), tables);
      await runUntil(database, diesAfter);
      await new Migrator(database, migrations, systemClock).run();
      schemas.add(
        JSON.stringify(await database.read.query("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")),
      );
      await database.close();
    }
    expect(schemas.size).toBe(1);
  });

  it("stops the next start, with the command that finishes it", async () => {
    const settings = config();
    const database = await Database.open(settings, tables);
    await runUntil(database, 3);
    await database.close();
    await expect(buildServer(settings)).rejects.toThrow(/interrupted.*npm run migrate/);
  });

  it("an outdated schema stops the start as well", async () => {
    await expect(buildServer(config())).rejects.toThrow(/lacks.*npm run migrate/);
  });
});

/** What entities call text and MySQL keeps as MEDIUMTEXT. */
function widen(source: DataSource): void {
  for (const [table, columns] of Object.entries(longTexts))
    for (const { column } of columns) {
      const described = source.entityMetadatas
        .find(({ tableName }) => tableName === table)
        ?.columns.find(({ databaseName }) => databaseName === column);
      if (!described) throw new Error(`There is no ${table}.${column}.`);
      described.type = "mediumtext";
    }
}

/** Runs migrations until the process "dies" after the given number of schema statements. */
async function runUntil(database: Database, diesAfter: number): Promise<void> {
  const { writer } = database;
  const query = writer.query.bind(writer);
  let done = 0;
  writer.query = (async (text: string, values?: unknown[]) => {
    const isSchema = /^\s*(CREATE|ALTER|INSERT INTO (?!schema_progress))/i.test(text) && !/schema_progress/.test(text);
    if (isSchema && done >= diesAfter) throw new Error("killed");
    const result: unknown = await query(text, values);
    if (isSchema) done += 1;
    return result;
  }) as typeof writer.query;
  await new Migrator(database, migrations, systemClock).run().catch(() => undefined);
  writer.query = query;
}
