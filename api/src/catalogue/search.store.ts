import { containing, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { tokenText } from "./search.js";
import { correctQuery } from "./search-correction.js";
import { keptAnswers } from "./search-kept.store.js";
import type { Lexicon } from "./search-lexicon.js";
import { ENOUGH_TITLES, HIT, type Hit, type Match, matching, SEARCH_CAP, saidInTitles } from "./search-match.store.js";
import { type Part, readQuery, type Tongue } from "./search-reading.js";
import { type CatalogueStamp, catalogueStamp } from "./search-stamp.store.js";
import { chinese, countWords, lexiconAt, type ProductTokens } from "./search-words.store.js";
import { conditionOf, type ShopFilter } from "./shop-filter.store.js";

/** With fewer hits than this that have every word, those with some of the words follow. */
const ENOUGH = 10;
/** So many searches are remembered: about 5 MB when all of them find as much as a search shows. */
const KEPT_MAX = 200;

/** Makes a product findable by these texts, in place of the former ones. */
export async function indexProduct(tx: Tx, productId: string, text: { title: string; body: string }): Promise<void> {
  const { cut } = await chinese();
  const [before] = await tx.query<ProductTokens>(
    "SELECT titleTokens, bodyTokens FROM product_search WHERE productId = ?",
    [productId],
  );
  const after = { titleTokens: tokenText(cut(text.title)), bodyTokens: tokenText(cut(text.body)) };
  await tx.run("DELETE FROM product_search WHERE productId = ?", [productId]);
  await tx.run("INSERT INTO product_search (productId, titleTokens, bodyTokens) VALUES (?, ?, ?)", [
    productId,
    after.titleTokens,
    after.bodyTokens,
  ]);
  await countWords(tx, before, after);
}

/** What a search found, and by which words. */
export interface Found {
  readonly hits: readonly Hit[];
  /** What was searched for in place of what was typed; null when that was taken as it is. */
  readonly corrected: string | null;
  /** The condition that the hits meet, for counting them. */
  readonly match: Match | null;
}

const kept = keptAnswers<Found>(KEPT_MAX);

/**
 * Listed products that fit the words, best first: those with every word; when they are none or the words look mistyped,
 * those that fit the words put right; then, when they are few, those that lack one word, and those that have one. Where a hundred titles say it,
 * only titles count. A query without a known word falls back to titles that contain it. `literal` takes the words as they
 * are. Answers are remembered until the catalogue changes, and a list shares them with its facets.
 */
export async function searchProducts(sql: Sql, query: string, filter: ShopFilter, literal = false): Promise<Found> {
  const stamp = await catalogueStamp(sql);
  const question = JSON.stringify([query, filter, literal]);
  return kept(sql, stamp.shop, question, () => find(sql, stamp, query, filter, literal));
}

async function find(
  sql: Sql,
  stamp: CatalogueStamp,
  query: string,
  filter: ShopFilter,
  literal: boolean,
): Promise<Found> {
  const [words, tongue] = [await lexiconAt(sql, stamp.words), await chinese()];
  const parts = readQuery(query, words, tongue);
  const every = await matched(sql, words, parts, "EVERY", filter);
  if (every.hits.length >= ENOUGH) return { ...every, corrected: null };
  const mended = literal ? undefined : await putRight(sql, query, every, filter, words, tongue);
  if (mended) return mended;
  const filled = await filledUp(sql, words, every, filter);
  if (filled) return filled;
  if (every.hits.length > 0) return { ...every, corrected: null };
  return { hits: await titled(sql, query, filter), corrected: null, match: null };
}

/** What the words put right find, when they look mistyped and it is more. */
async function putRight(
  sql: Sql,
  query: string,
  asTyped: Hits,
  filter: ShopFilter,
  words: Lexicon,
  tongue: Tongue,
): Promise<Found | undefined> {
  if (asTyped.hits.length > 0 && asTyped.match.parts.every((part) => part.known)) return undefined;
  const better = correctQuery(query, words, tongue);
  if (!better) return undefined;
  const found = await matched(sql, words, better.parts, "EVERY", filter);
  return found.hits.length > asTyped.hits.length ? { ...found, corrected: better.text } : undefined;
}

/** Few hits, followed by those that lack a word and, when these are few as well, by those that have one. */
async function filledUp(sql: Sql, words: Lexicon, every: Hits, filter: ShopFilter): Promise<Found | undefined> {
  const { parts } = every.match;
  let { hits, match } = every;
  for (const mode of ["MOST", "SOME"] as const) {
    if (hits.length >= ENOUGH || parts.length < (mode === "MOST" ? 3 : 2)) continue;
    const more = await matched(sql, words, parts, mode, filter);
    const seen = new Set(hits.map((hit) => hit.id));
    hits = [...hits, ...more.hits.filter((hit) => !seen.has(hit.id))].slice(0, SEARCH_CAP);
    match = more.match;
  }
  return hits.length > every.hits.length ? { hits, corrected: null, match } : undefined;
}

interface Hits {
  readonly hits: readonly Hit[];
  readonly match: Match;
}

async function matched(
  sql: Sql,
  words: Lexicon,
  parts: readonly Part[],
  mode: Match["mode"],
  filter: ShopFilter,
): Promise<Hits> {
  const anywhere: Match = { parts, mode, place: "TEXT" };
  const title = words.titlesAtMost(parts, mode) >= ENOUGH_TITLES && (await saidInTitles(sql, anywhere));
  const match: Match = title ? { ...anywhere, place: "TITLE" } : anywhere;
  return { hits: await matching(sql, match, filter), match };
}

function titled(sql: Sql, query: string, filter: ShopFilter): Promise<Hit[]> {
  const within = conditionOf(filter);
  return sql.query(
    `${HIT} FROM products p WHERE p.title LIKE ? ESCAPE '!' AND ${within.text}
     ORDER BY p.recommendScore DESC, p.id LIMIT ${SEARCH_CAP}`,
    [containing(query.trim()), ...within.values],
  );
}
