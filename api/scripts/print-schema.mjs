import { readFileSync, writeFileSync } from "node:fs";
import { printedSchema } from "../dist/schema.js";

/** Writes api/schema.graphql; with --check only tells (exit code 1) whether it is stale. */
const file = new URL("../schema.graphql", import.meta.url);
const text = printedSchema();
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) {
    console.error('api/schema.graphql is stale. Run "npm run schema".');
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
