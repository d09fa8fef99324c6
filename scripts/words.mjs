#!/usr/bin/env node
// The words of the webs: finds every sentence in the sources and keeps the English complete.
//   node scripts/words.mjs [web-shop …]          extracts, reuses translations of the other apps, lists what lacks English
//   node scripts/words.mjs --en words.json …     takes {"中文": "English"} from a file as well
//   node scripts/words.mjs --check               writes nothing; exits 1 when a catalog is stale or incomplete
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const allApps = ["web-shop", "web-supplier", "web-admin"];
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { en: { type: "string" }, check: { type: "boolean", default: false } },
});
const apps = positionals.length > 0 ? positionals : allApps;
const supplied = flags.en ? JSON.parse(readFileSync(resolve(flags.en), "utf8")) : {};
const entry = /^msgid (".*")\nmsgstr (".*")$/gm;

const missing = {};
let stale = false;
await withLock(() => {
  for (const app of apps) update(app);
});
const count = Object.keys(missing).length;
if (count > 0) console.log(JSON.stringify(missing, null, 2));
console.error(count > 0 ? `${count} sentence(s) lack English.` : "English is complete.");
if (flags.check && (stale || count > 0)) {
  if (stale) console.error('Catalogs are stale: run "node scripts/words.mjs".');
  process.exit(1);
}

function update(app) {
  const before = catalogs(app);
  execFileSync(process.execPath, [join(root, "node_modules/@lingui/cli/dist/lingui-extract.js"), "--clean"], {
    cwd: join(root, app),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const memory = { ...Object.assign({}, ...allApps.map(translations)), ...supplied };
  const path = (language) => join(root, app, `src/locales/${language}.po`);
  for (const language of ["zh-CN", "en"]) {
    const text = readFileSync(path(language), "utf8").replace(/^"POT-Creation-Date:.*\n/m, "");
    writeFileSync(path(language), language === "en" ? translate(text, memory) : text);
  }
  if (flags.check) {
    const after = catalogs(app);
    stale ||= after.some((text, index) => text !== before[index]);
    ["zh-CN", "en"].forEach((language, index) => {
      writeFileSync(path(language), before[index]);
    });
  }
}

/** Fills empty translations from memory and notes what stays empty. */
function translate(text, memory) {
  return text.replace(entry, (whole, id, translation) => {
    const source = JSON.parse(id);
    if (source === "") return whole;
    const english = supplied[source] ?? (JSON.parse(translation) || memory[source]);
    if (!english) {
      missing[source] = "";
      return whole;
    }
    return `msgid ${id}\nmsgstr ${JSON.stringify(english)}`;
  });
}

function catalogs(app) {
  return ["zh-CN", "en"].map((language) => readFileSync(join(root, app, `src/locales/${language}.po`), "utf8"));
}

function translations(app) {
  const pairs = [...catalogs(app)[1].matchAll(entry)].map((match) => [JSON.parse(match[1]), JSON.parse(match[2])]);
  return Object.fromEntries(pairs.filter(([source, english]) => source !== "" && english !== ""));
}

/** Two people may run this at once; the second waits. A lock older than a minute was left by a crash. */
async function withLock(work) {
  const lock = join(root, "node_modules/.cache/words.lock");
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > 60_000) rmdirSync(lock);
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
}
