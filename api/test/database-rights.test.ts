import { randomBytes } from "node:crypto";
import mysql from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { found } from "../src/kernel/refusal.js";
import { readConfig } from "../src/platform/config.js";
import { buildServer } from "../src/server.js";
import { emptyFolder } from "./kit/platform.js";
import { openWorld, type World } from "./kit/world.js";

const base = process.env["TEST_DATABASE_URL"];
/** The rights that docs/operations.md gives to the server's own account. */
const RIGHTS = "SELECT, INSERT, UPDATE, DELETE";
const user = `kaidan_${randomBytes(4).toString("hex")}`;
const password = randomBytes(12).toString("hex");

let world: World | undefined;
let asRoot: mysql.Connection | undefined;
/** Why it can't be tried here; null when it can. */
let hindrance: string | null = "it needs a MySQL or MariaDB (TEST_DATABASE_URL)";

beforeAll(async () => {
  if (!base) return;
  asRoot = await mysql.createConnection(base);
  hindrance = await asRoot.query(`CREATE USER '${user}'@'%' IDENTIFIED BY '${password}'`).then(
    () => null,
    (error: unknown) => `the account of TEST_DATABASE_URL may not make users: ${String(error)}`,
  );
  if (hindrance === null) world = await openWorld();
});
afterAll(async () => {
  await world?.close();
  if (hindrance === null) await asRoot?.query(`DROP USER '${user}'@'%'`);
  await asRoot?.end();
});

describe("the server's own database account", () => {
  it("does all its work and can't take the books' guards away", async (context) => {
    if (hindrance !== null) {
      console.warn(`NOT TRIED: the rights of the server's own database account, because ${hindrance}.`);
      return context.skip(hindrance);
    }
    const name = found(world).server.platform.config.databaseUrl?.split("/").at(-1);
    await asRoot?.query(`GRANT ${RIGHTS} ON ${name}.* TO '${user}'@'%'`);
    const url = new URL(found(base));
    [url.username, url.password, url.pathname] = [user, password, `/${name}`];
    const settings = { DATABASE_URL: url.href, SECRET: "a secret of thirty-two characters", LOG_LEVEL: "silent" };
    const server = await buildServer(readConfig({ ...settings, DATA_DIR: emptyFolder() }));
    await server.stop();
    const own = await mysql.createConnection(url.href);
    for (const text of [
      "TRUNCATE TABLE postings",
      "DROP TRIGGER postings_stay",
      "ALTER TABLE postings DROP COLUMN credit",
      "DROP TABLE postings",
      "CREATE TRIGGER mine BEFORE INSERT ON postings FOR EACH ROW SET NEW.debit = 0",
    ]) {
      await expect(own.query(text), text).rejects.toThrow(/denied/i);
    }
    await own.end();
  });
});
