import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Floor 1 is pure: a rule (a plain .ts file of a room, or of the kernel) never waits, never asks the time, never
 * rolls dice. The import floors are kept by dependency-cruiser; this keeps what imports can't show.
 */
const forbidden = /\b(await|async|Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|process\.)/;
const notRooms = new Set(["platform", "http", "demo"]);
const exempt = new Set(["api/src/kernel/clock.ts"]);

const problems = [];
for (const room of readdirSync("api/src", { withFileTypes: true })) {
  if (!room.isDirectory() || notRooms.has(room.name)) continue;
  for (const file of readdirSync(join("api/src", room.name))) {
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
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
