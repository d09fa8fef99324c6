import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Floor 1 is pure: a rule (a plain .ts file of a room, or of the kernel) never waits, never asks the time, never
 * rolls dice. The import floors are kept by dependency-cruiser; this keeps what imports can't show.
 */
const forbidden =
  /\b(await|async|Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|process\.|crypto\.|random(Bytes|UUID|Int|FillSync)\b|newId\(|newSecret\(|newNumber\(|newCode\()/;
const notRooms = new Set(["platform", "http", "demo"]);
// The two places where the clock and the dice themselves are made, for flows and stores to use.
const exempt = new Set(["api/src/kernel/clock.ts", "api/src/kernel/ids.ts"]);

const problems = [];
for (const room of readdirSync("api/src", { withFileTypes: true })) {
  if (!room.isDirectory() || notRooms.has(room.name)) continue;
  for (const file of readdirSync(join("api/src", room.name), { recursive: true, encoding: "utf8" })) {
    if (!/^[^.]+\.ts$/.test(file)) continue;
    const path = `api/src/${room.name}/${file}`;
    if (exempt.has(path)) continue;
    const code = readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, (text) => text.replaceAll(/[^\n]/g, ""));
    for (const [index, line] of code.split("\n").entries()) {
      if (forbidden.test(line.replace(/\/\/.*/, "")))
        problems.push(`${path}:${index + 1}: a rule must be pure: ${line.trim()}`);
    }
  }
}

/** A code that nobody refuses with promises third parties something that never comes. */
const REFUSALS = "api/src/kernel/refusal.ts";
const [, sentences] = /refusalSentences = \{([\s\S]*?)\} as const/.exec(readFileSync(REFUSALS, "utf8")) ?? [];
const codes = [...(sentences ?? "").matchAll(/^ {2}([A-Z_]+):/gm)].map(([, code]) => code);
if (codes.length < 20) problems.push(`${REFUSALS}: only ${codes.length} codes were read; the check is broken.`);
const source = readdirSync("api/src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".spec.ts"))
  .map((path) => readFileSync(join("api/src", path), "utf8"))
  .join("\n");
for (const code of codes) {
  if (!source.includes(`"${code}"`)) problems.push(`${REFUSALS}: nobody refuses with ${code}`);
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
