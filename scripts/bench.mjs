#!/usr/bin/env node
import "./check-node.mjs";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApi, buildSandbox, install, root, run, step } from "./steps.mjs";
import { startMariadb } from "./test-mariadb.mjs";
import { prepareSystem } from "./test-system.mjs";

/**
 * `npm run bench [-- --quick] [--only pages|live|wechat|price|search|ledger]`: the figures of docs/performance.md, each beside its floor, on a
 * MariaDB of its own.
 */
const { mariadb } = await prepareSystem();
if (!mariadb) {
  console.error(
    "The bench needs MariaDB. Install it (Debian: apt-get install mariadb-server; macOS: brew install mariadb).",
  );
  process.exit(1);
}
await install();
await buildApi();
await buildSandbox();
// Growing books are wide: they would measure the disk of a small buffer.
const growing = process.argv.includes("ledger");
const database = await startMariadb(mariadb, growing ? { buffer: "4G" } : {});
const folder = mkdtempSync(join(tmpdir(), "kaidan-bench-"));
const env = {
  DATABASE_URL: `${database.url}/bench`,
  SECRET: "a secret of the bench, thirty-two long",
  DATA_DIR: folder,
};
mkdirSync(join(root, "test-results"), { recursive: true });
try {
  await step("making the database", () =>
    run(process.execPath, ["api/bench/create-database.mjs", database.url, "bench"], { quiet: true }),
  );
  if (process.argv.includes("search")) await searchAndCatalogue();
  else await pages();
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The large catalogue on both databases: how well and how fast it is searched, and what a kept page saves. */
async function searchAndCatalogue() {
  const { DATABASE_URL: _, ...embedded } = { ...env, DATA_DIR: join(folder, "embedded") };
  for (const [name, where] of [
    ["MariaDB", env],
    ["SQLite", embedded],
  ]) {
    await step(`making the large catalogue on ${name}`, () =>
      run(process.execPath, ["api/dist/demo/main.js", "--large"], {
        env: { ...where, LOG_LEVEL: "error" },
        quiet: true,
      }),
    );
    await run(process.execPath, ["api/bench/search.mjs", root], { env: where });
    await run(process.execPath, ["api/bench/anonymous.mjs", root], { env: where });
  }
}

async function pages() {
  await step("making the demo", () =>
    run(process.execPath, ["api/dist/demo/main.js"], { env: { ...env, LOG_LEVEL: "error" }, quiet: true }),
  );
  if (growing) {
    const { code } = await run(process.execPath, ["api/bench/ledger.mjs", ...process.argv.slice(2)], { env });
    process.exitCode = code;
    return;
  }
  const out = join(root, "test-results", "bench.json");
  const args = ["api/bench/bench.mjs", "--root", root, "--out", out, ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { env });
  process.exitCode = code;
}
