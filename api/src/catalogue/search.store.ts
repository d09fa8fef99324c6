import { containing, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { hexWord, matchText, tokenText } from "./search.js";
import { correctQuery } from "./search-correction.js";
import { type Part, readQuery } from "./search-reading.js";
import { chinese, countWords, lexicon, type ProductTokens } from "./search-words.store.js";
import { conditionOf, type ShopFilter } from "./shop-filter.store.js";

/** Words in the title count this many times as much as words elsewhere. */
const TITLE_WEIGHT = 3;
/** With fewer hits than this that have every word, those with some of the words follow. */
const ENOUGH = 10;
/** A search shows no more than this: who wants to see more narrows it. */
const SEARCH_CAP = 200;

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

/** A product that fits, with what else its list may be ordered by. */
export interface Hit {
  readonly id: string;
  readonly recommendScore: number;
  readonly priceFrom: number;
  readonly ratingScore: number;
  readonly publishedAt: number;
}

/** What a search found, and by which words. */
export interface Found {
  readonly hits: readonly Hit[];
  /** What was searched for in place of what was typed; null when that was taken as it is. */
  readonly corrected: string | null;
  /** The condition that the hits meet, for counting them. */
  readonly match: Match | null;
}

export interface Match {
  readonly parts: readonly Part[];
  readonly mode: "EVERY" | "SOME";
}

/**
 * Listed products that fit the words, best first: those with every word; when they are none or the words look mistyped,
 * those that fit the words put right; then, when they are few, those with some of the words. A query without a known
 * word falls back to titles that contain it. `literal` takes the words as they are.
 */
export async function searchProducts(sql: Sql, query: string, filter: ShopFilter, literal = false): Promise<Found> {
  const [words, tongue] = [await lexicon(sql), await chinese()];
  const parts = readQuery(query, words, tongue);
  const every = await matching(sql, { parts, mode: "EVERY" }, filter);
  if (every.length >= ENOUGH) return { hits: every, corrected: null, match: { parts, mode: "EVERY" } };
  if (!literal && (every.length === 0 || parts.some((part) => !part.known))) {
    const better = correctQuery(query, words, tongue);
    const mended = better ? await matching(sql, { parts: better.parts, mode: "EVERY" }, filter) : [];
    if (better && mended.length > every.length) {
      return { hits: mended, corrected: better.text, match: { parts: better.parts, mode: "EVERY" } };
    }
  }
  const some = parts.length > 1 ? await matching(sql, { parts, mode: "SOME" }, filter) : [];
  const seen = new Set(every.map((hit) => hit.id));
  const hits = [...every, ...some.filter((hit) => !seen.has(hit.id))].slice(0, SEARCH_CAP);
  if (hits.length > 0) return { hits, corrected: null, match: { parts, mode: parts.length > 1 ? "SOME" : "EVERY" } };
  return { hits: await titled(sql, query, filter), corrected: null, match: null };
}

const HIT = "SELECT p.id, p.recommendScore, p.priceFrom, p.ratingScore, p.publishedAt";

/** The hits of one condition, best first, at most 200. */
export async function matching(sql: Sql, match: Match, filter: ShopFilter, limit = SEARCH_CAP): Promise<Hit[]> {
  const wanted = matchText(match.parts, match.mode, sql.dialect);
  if (wanted === "") return [];
  const within = conditionOf(filter);
  if (sql.dialect === "sqlite") {
    return sql.query(
      `${HIT} FROM product_search s JOIN products p ON p.id = s.productId
       WHERE product_search MATCH ? AND ${within.text}
       ORDER BY bm25(product_search, 0.0, ${TITLE_WEIGHT}.0, 1.0), p.recommendScore DESC, p.id LIMIT ${limit}`,
      [wanted, ...within.values],
    );
  }
  const words = match.parts.flatMap((part) => part.any.flat().map(hexWord)).join(" ");
  return sql.query(
    `${HIT} FROM product_search s JOIN products p ON p.id = s.productId
     WHERE MATCH (s.titleTokens, s.bodyTokens) AGAINST (? IN BOOLEAN MODE) AND ${within.text}
     ORDER BY ${TITLE_WEIGHT} * MATCH (s.titleTokens) AGAINST (? IN BOOLEAN MODE)
       + MATCH (s.bodyTokens) AGAINST (? IN BOOLEAN MODE) DESC, p.recommendScore DESC, p.id LIMIT ${limit}`,
    [wanted, ...within.values, words, words],
  );
}

function titled(sql: Sql, query: string, filter: ShopFilter): Promise<Hit[]> {
  const within = conditionOf(filter);
  const values: SqlValue[] = [containing(query.trim()), ...within.values];
  return sql.query(
    `${HIT} FROM products p WHERE p.title LIKE ? ESCAPE '!' AND ${within.text}
     ORDER BY p.recommendScore DESC, p.id LIMIT ${SEARCH_CAP}`,
    values,
  );
}
