import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bin, buildApi, buildSandbox, buildWebs, root, run } from "./steps.mjs";
import { inMemory, startMariadb } from "./test-mariadb.mjs";

const results = join(root, "test-results");
/** How many random lives of an order are lived before anything counts as tested; a run by hand lives fewer. */
const ALL_LIVES = "100000";

/** Runs every suite and adds up what passed and failed; a suite that can't even start counts as one failure. */
export async function runSuites({ mariadb, chromium }) {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  const add = (title, result) => {
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    console.log(`  ${title}: ${result.passed} passed, ${result.failed} failed (${result.seconds} s)`);
  };
  await buildApi();
  await buildSandbox();
  add("check", await check());
  add("unit", await vitest("unit", "api", ["--project", "unit"], { LIVES: process.env["LIVES"] ?? ALL_LIVES }));
  add("API on SQLite", await vitest("api-sqlite", "api", ["--project", "api*"]));
  if (mariadb) {
    const server = await startMariadb(mariadb, { folder: inMemory() });
    add("API on MariaDB", await vitest("api-mariadb", "api", ["--project", "api*"], { TEST_DATABASE_URL: server.url }));
    await server.stop();
  } else total.skipped += 1;
  add("sandbox", await vitest("sandbox", "sandbox", []));
  add("webs", await vitest("web", "web-kit", []));
  if (chromium) {
    await buildWebs();
    add("journeys", await journeys(chromium));
  } else total.skipped += 1;
  return total;
}

async function check() {
  const from = Date.now();
  const { code } = await run(process.execPath, ["scripts/check.mjs"]);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds: secondsSince(from) };
}

async function vitest(name, cwd, args, env = {}) {
  const from = Date.now();
  const outputFile = join(results, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`];
  const { code } = await run(process.execPath, [bin("vitest", "vitest"), "run", ...args, ...reporters], {
    cwd: join(root, cwd),
    env,
  });
  return count(from, code, () => {
    const report = JSON.parse(readFileSync(outputFile, "utf8"));
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
  });
}

async function journeys(chromium) {
  const from = Date.now();
  const outputFile = join(results, "journeys.json");
  const { code } = await run(process.execPath, [bin("@playwright/test", "playwright"), "test"], {
    cwd: join(root, "e2e"),
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile },
  });
  return count(from, code, () => {
    const { stats } = JSON.parse(readFileSync(outputFile, "utf8"));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
}

function count(from, code, read) {
  let result = { passed: 0, failed: 1, skipped: 0 };
  try {
    result = read();
  } catch {
    // no report: the suite could not start, which stays one failure
  }
  if (code !== 0 && result.failed === 0) result.failed = 1;
  return { ...result, seconds: secondsSince(from) };
}

const secondsSince = (from) => Math.round((Date.now() - from) / 1000);
