#!/usr/bin/env node
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parts } from "./check.mjs";
import { buildApi, root } from "./steps.mjs";

/**
 * `npm run check:breaches`: sees that each part of `npm run check` passes, plants one breach for it, sees that it fails,
 * and takes the breach away again, also when interrupted. A guard that has never been seen to bite is none.
 */
const breaches = {
  format: ["api/src/kernel/breach.ts", "export const   a=1\n"],
  lint: ["api/src/platform/breach.ts", "export function f(work: () => Promise<void>): void {\n  work();\n}\n"],
  "floors and street": ["api/src/suppliers/breach.ts", 'import "../orders/order.js";\n'],
  "pure rules": ["api/src/orders/breach.ts", "export const now = (): number => Date.now();\n"],
  "floors of the webs": ["web-shop/src/features/order/breach.ts", 'import "../shelf/ProductCard";\n'],
  types: ["api/test/breach.ts", 'export const a: number = "text";\n'],
  schema: ["api/schema.graphql", (text) => text.replace("type Query {", "type Query {\n  breach: String")],
  codegen: ["web-shop/src/gql/graphql.ts", (text) => `${text}\nexport type Breach = string;\n`],
  words: ["web-shop/src/locales/en.po", (text) => text.replace(/msgstr "[^"]+"\n(?=\n)/, 'msgstr ""\n')],
  "unused code and packages": ["api/src/orders/breach.ts", "export const nobodyReadsThis = 1;\n"],
};

let mend = () => {};
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.once(signal, () => {
    mend();
    process.exit(code);
  });
}

await buildApi();
let unseen = 0;
for (const [title, seek] of parts) {
  const outcome = await seen(title, seek);
  console.log(`  ${outcome === "seen" ? "✓" : "✗"} ${title}: ${outcome}`);
  if (outcome !== "seen") unseen += 1;
}
process.exit(unseen > 0 ? 1 : 0);

/** What became of the part's breach. A part that fails by itself proves nothing, so it must pass first. */
async function seen(title, seek) {
  const breach = breaches[title];
  if (!breach) return "NO BREACH IS PLANTED FOR IT";
  if ((await seek()).code !== 0) return "FAILS WITHOUT A BREACH";
  plant(...breach);
  try {
    return (await seek()).code === 0 ? "NOT SEEN" : "seen";
  } finally {
    mend();
  }
}

/** Writes the breach; from now on `mend` puts the file back as it was. */
function plant(path, breach) {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, "utf8") : null;
  mend = () => {
    if (before === null) rmSync(file, { force: true });
    else writeFileSync(file, before);
    mend = () => {};
  };
  writeFileSync(file, typeof breach === "string" ? breach : breach(before ?? ""));
}
