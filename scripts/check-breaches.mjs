#!/usr/bin/env node
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parts } from "./check.mjs";
import { buildApi, root } from "./steps.mjs";

/**
 * `npm run check:breaches`: plants one breach for each part of `npm run check`, sees that the part fails, and takes the
 * breach away again. A guard that has never been seen to bite is none.
 */
const breaches = [
  ["format", "api/src/kernel/breach.ts", "export const   a=1\n"],
  ["lint", "api/src/platform/breach.ts", "export function f(work: () => Promise<void>): void {\n  work();\n}\n"],
  ["floors and street", "api/src/suppliers/breach.ts", 'import "../orders/order.js";\n'],
  ["pure rules", "api/src/orders/breach.ts", "export const now = (): number => Date.now();\n"],
  ["floors of the webs", "web-shop/src/features/order/breach.ts", 'import "../shelf/ProductCard";\n'],
  ["types", "api/src/kernel/breach.ts", 'export const a: number = "text";\n'],
  ["schema", "api/schema.graphql", (text) => text.replace("type Query {", "type Query {\n  breach: String")],
  ["codegen", "web-shop/src/gql/graphql.ts", (text) => `${text}\nexport type Breach = string;\n`],
  ["words", "web-shop/src/locales/en.po", (text) => text.replace(/msgstr "[^"]+"\n(?=\n)/, 'msgstr ""\n')],
  ["unused code and packages", "api/src/orders/breach.ts", "export const nobodyReadsThis = 1;\n"],
];

await buildApi();
let unseen = 0;
for (const [title, path, breach] of breaches) {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, "utf8") : null;
  try {
    writeFileSync(file, typeof breach === "string" ? breach : breach(before ?? ""));
    const [, seek] = parts.find(([name]) => name === title);
    const { code } = await seek();
    console.log(`  ${code === 0 ? "✗ NOT SEEN" : "✓ seen"}: a breach of ${title}`);
    if (code === 0) unseen += 1;
  } finally {
    if (before === null) rmSync(file);
    else writeFileSync(file, before);
  }
}
process.exit(unseen > 0 ? 1 : 0);
