import "reflect-metadata";
import { systemClock } from "./kernel/clock.js";
import { readConfig } from "./platform/config.js";
import { Database } from "./platform/database.js";
import { migrations } from "./platform/migrations/index.js";
import { Migrator } from "./platform/migrator.js";
import { tables } from "./tables.js";

/** `npm run migrate`: brings the schema up to date, or finishes what an interrupted run left. */
const database = await Database.open(readConfig(process.env), tables);
try {
  const applied = await new Migrator(database, migrations, systemClock).run();
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The schema is up to date.");
} finally {
  await database.close();
}
