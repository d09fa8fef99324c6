#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { bin, buildApi, run } from "./steps.mjs";

/** `npm run check`: what a tool can enforce. Each part says what it found; all parts run, so one go shows everything. */
const node = (script, ...args) => run(process.execPath, [script, ...args], { quiet: true });
export const parts = [
  ["format", () => node(bin("@biomejs/biome", "biome"), "check", "--error-on-warnings", ".")],
  [
    "lint",
    () =>
      node(
        bin("oxlint", "oxlint"),
        "--type-aware",
        "--deny-warnings",
        "api",
        "web-kit",
        "web-shop",
        "web-supplier",
        "web-admin",
        "sandbox",
        "e2e",
        "scripts",
      ),
  ],
  ["floors and street", floors],
  ["pure rules", () => node("scripts/check-rules.mjs")],
  ["floors of the webs", () => node("scripts/check-webs.mjs")],
  ["types", () => node(bin("typescript", "tsc"), "-b", "tsconfig.json")],
  ["schema", () => node("api/scripts/print-schema.mjs", "--check")],
  ["codegen", () => node("scripts/codegen.mjs", "--check")],
  ["words", () => node("scripts/words.mjs", "--check")],
  ["unused code and packages", () => node(bin("knip", "knip"), "--no-progress")],
];

/** dependency-cruiser passes when it reads nothing, so reading too little is a failure as well. */
async function floors() {
  const result = await node(bin("dependency-cruiser", "depcruise"), "--config", ".dependency-cruiser.cjs", "api/src");
  const modules = Number(/\((\d+) modules/.exec(result.output)?.[1] ?? 0);
  if (result.code === 0 && modules < 200)
    return { code: 1, output: `Only ${modules} modules were read; the configuration is broken.` };
  return result;
}

async function main() {
  await buildApi();
  let failed = 0;
  for (const [title, work] of parts) {
    const from = Date.now();
    const { code, output } = await work();
    console.log(`  ${code === 0 ? "✓" : "✗"} ${title} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
    if (code === 0) continue;
    failed += 1;
    const lines = output.split("\n").map((line) => `      ${line}`);
    console.log(lines.slice(0, 80).join("\n"));
  }
  process.exit(failed > 0 ? 1 : 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
