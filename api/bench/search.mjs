import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { searchQueries } from "./search-queries.mjs";

/**
 * `node api/bench/search.mjs <root>`: on a database with the large catalogue (DATA_DIR or DATABASE_URL), how many of the first
 * ten answers are right, how long the database layer takes, and how long a whole search page does.
 */
const root = process.argv[2];
const load = (path) => import(pathToFileURL(`${root}/api/dist/${path}`).href);
const { buildServer } = await load("server.js");
const { readConfig } = await load("platform/config.js");
const { searchProducts } = await load("catalogue/search.store.js");
const { WHOLE_SHOP } = await load("catalogue/shop-filter.store.js");

const server = await buildServer(readConfig({ LOG_LEVEL: "silent", ...process.env }));
const sql = server.platform.database.read;
const PAGE = `query($words: String) { products(search: $words, first: 20) { nodes { id title priceFrom summary rating { overall } category { name } } pageInfo { endCursor } }
  productFacets(search: $words) { total corrected categories { count } prices { count } regions { count } } }`;
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

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
const layer = [];
const whole = [];
for (let round = 0; round < 5; round += 1) {
  for (const { query } of searchQueries) {
    const from = performance.now();
    await searchProducts(sql, query, WHOLE_SHOP);
    layer.push(performance.now() - from);
    const begun = performance.now();
    const reply = await server.http.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: PAGE, variables: { words: query } },
    });
    whole.push(performance.now() - begun);
    if (reply.json().errors) throw new Error(reply.body);
  }
}
const mean = judged.reduce((sum, { precision }) => sum + precision, 0) / judged.length;
const kinds = Map.groupBy ? Map.groupBy(judged, (each) => each.kind) : new Map();
console.log(`\n| search, ${searchQueries.length} queries on ${sql.dialect} | value |\n|---|---|`);
console.log(`| P@10 | ${mean.toFixed(3)} |`);
console.log(`| database layer p50 / p99 ms | ${at(layer, 0.5).toFixed(1)} / ${at(layer, 0.99).toFixed(1)} |`);
console.log(`| whole page p50 / p99 ms | ${at(whole, 0.5).toFixed(1)} / ${at(whole, 0.99).toFixed(1)} |`);
for (const [kind, list] of kinds)
  console.log(`| ${kind} | ${(list.reduce((s, e) => s + e.precision, 0) / list.length).toFixed(2)} |`);
for (const { query, precision } of judged.filter((each) => each.precision < 0.9))
  console.log(`below: ${query} ${precision}`);
await server.stop();
