import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { searchQueries } from "./search-queries.mjs";

/**
 * `node api/bench/search.mjs <root>`: on a database with the large catalogue (DATA_DIR or DATABASE_URL), how many of the first
 * ten answers are right, and how long a search, a whole page of results with facets and suggestions take: anew, with every
 * remembered answer forgotten before each as after a publication, and again, as the next visitor is answered.
 */
const root = process.argv[2];
const ROUNDS = 5;
const load = (path) => import(pathToFileURL(`${root}/api/dist/${path}`).href);
const { buildServer } = await load("server.js");
const { readConfig } = await load("platform/config.js");
const { SYSTEM } = await load("platform/viewer.js");
const { noteCatalogueChange } = await load("catalogue/search-stamp.store.js");
const { searchProducts } = await load("catalogue/search.store.js");
const { suggestions } = await load("catalogue/search-suggestions.store.js");
const { WHOLE_SHOP } = await load("catalogue/shop-filter.store.js");

const server = await buildServer(readConfig({ LOG_LEVEL: "silent", ...process.env }));
const { work, database } = server.platform;
const sql = database.read;
const PAGE = `query($words: String) { products(search: $words, first: 20) { nodes { id title priceFrom summary rating { overall } category { name } } pageInfo { endCursor } }
  productFacets(search: $words) { total corrected categories { count } prices { count } regions { count } } }`;

/** Common words, in titles and in texts, and initials that many words have: what makes the tail. */
const common = [
  "服务",
  "维修",
  "安装",
  "清洗",
  "专业",
  "上门",
  "套餐",
  "商用",
  "师傅",
  "价格",
  "kt",
  "sf",
  "mt",
  "水",
  "机",
];
const asked = [...searchQueries.map(({ query }) => query), ...common];

const judged = [];
for (const { query, right, kind } of searchQueries) {
  const { hits } = await searchProducts(sql, query, WHOLE_SHOP);
  const ids = hits.slice(0, 10).map((hit) => hit.id);
  const rows = ids.length
    ? await sql.query(`SELECT id, title FROM products WHERE id IN (${ids.map(() => "?").join(",")})`, ids)
    : [];
  const good = rows.filter((row) => right(row.title)).length;
  judged.push({ query, kind, precision: ids.length === 0 ? 0 : good / ids.length });
}

const ways = {
  "search in the database layer": (query) => searchProducts(sql, query, WHOLE_SHOP),
  "whole page with facets": page,
  suggestions: (query) => suggestions(sql, query, 8),
};
const rows = [];
const slowest = [];
for (const [name, ask] of Object.entries(ways)) {
  const anew = await measure(ask, "SHOP");
  const again = await measure(ask, null);
  rows.push({ name, anew: anew.all, again: again.all });
  slowest.push(`${name}: ${anew.slowest}`);
}
// A publication changes words as well: who asks next waits for the words to be read anew.
rows.push({ name: "whole page, words read anew", anew: (await measure(page, "WORDS", 1)).all, again: null });

const at = (list, share) => list[Math.min(list.length - 1, Math.floor(list.length * share))].toFixed(1);
const shown = (list) => (list ? [0.5, 0.95, 0.99, 1].map((share) => at(list, share)).join(" / ") : "");
const mean = judged.reduce((sum, { precision }) => sum + precision, 0) / judged.length;
console.log(`\n| ${asked.length} queries on ${sql.dialect} | anew p50 / p95 / p99 / most ms | again |\n|---|---|---|`);
console.log(`| P@10 of ${judged.length} with known right answers | ${mean.toFixed(3)} | |`);
for (const { name, anew, again } of rows) console.log(`| ${name} | ${shown(anew)} | ${shown(again)} |`);
for (const line of slowest) console.log(`slowest anew, ${line}`);
for (const { query, precision } of judged.filter((each) => each.precision < 0.9)) {
  console.log(`below: ${query} ${precision}`);
}
await server.stop();

/** Times in order, and the queries whose median is greatest. */
async function measure(ask, forget, rounds = ROUNDS) {
  if (!forget) for (const query of asked) await ask(query);
  const times = new Map(asked.map((query) => [query, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const query of asked) {
      if (forget) await work.run(SYSTEM, (tx) => noteCatalogueChange(tx, forget));
      const from = performance.now();
      await ask(query);
      times.get(query).push(performance.now() - from);
    }
  }
  const ordered = (list) => [...list].sort((a, b) => a - b);
  const medians = [...times].map(([query, list]) => ({ query, ms: ordered(list)[Math.floor(list.length / 2)] }));
  const worst = medians.sort((a, b) => b.ms - a.ms).slice(0, 5);
  return {
    all: ordered([...times.values()].flat()),
    slowest: worst.map(({ query, ms }) => `${query} ${ms.toFixed(0)} ms`).join(", "),
  };
}

async function page(words) {
  const payload = { query: PAGE, variables: { words } };
  const reply = await server.http.inject({ method: "POST", url: "/graphql", payload });
  if (reply.json().errors) throw new Error(reply.body);
}
