import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "reflect-metadata";
import SqliteDriver from "libsql";
import { DataSource } from "typeorm";
import { tables } from "../dist/tables.js";

/**
 * Writes the first migration from the tables, for SQLite and for MySQL. Until the first release it is written anew;
 * later changes are migrations of their own. Needs MIGRATION_DATABASE_URL, an empty MariaDB or MySQL database.
 */
const sqlite = await sqliteStatements();
const mysql = await mysqlStatements(process.env["MIGRATION_DATABASE_URL"] ?? "");
const list = (statements) => statements.map((statement) => `      ${JSON.stringify(statement)},`).join("\n");
writeFileSync(
  new URL("../src/platform/migrations/0001-first.ts", import.meta.url),
  `import type { Migration } from "../migrator.js";

/** Made from the tables by scripts/write-migration.ts. */
export const first: Migration = {
  name: "0001-first",
  statements: {
    sqlite: [
${list(sqlite)}
    ],
    mysql: [
${list(mysql)}
    ],
  },
};
`,
);
console.log(`${sqlite.length} statements for SQLite, ${mysql.length} for MySQL`);

/** Synchronises an empty file and reads the clean text of every table and index back. */
async function sqliteStatements() {
  const folder = mkdtempSync(join(tmpdir(), "kaidan-"));
  const source = new DataSource({
    type: "better-sqlite3",
    driver: SqliteDriver,
    database: join(folder, "empty.sqlite"),
    entities: [...tables],
    synchronize: true,
  });
  await source.initialize();
  const made = await source.query(
    "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
  );
  await source.destroy();
  rmSync(folder, { recursive: true });
  return made.filter((entry) => entry.name !== "schema_progress").map((entry) => entry.sql);
}

async function mysqlStatements(url) {
  const source = new DataSource({ type: "mariadb", url, charset: "utf8mb4", entities: [...tables] });
  await source.initialize();
  const log = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  const made = log.upQueries
    .map((query) => query.query)
    .filter((query) => !query.startsWith("CREATE TABLE `schema_progress`"));
  return ["ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", ...made];
}
