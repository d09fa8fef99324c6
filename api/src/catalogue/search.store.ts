import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { containing, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { queryTokens, tokenText } from "./search.js";

/** Words in the title count this many times as much as words elsewhere. */
const TITLE_WEIGHT = 3;
/** With fewer hits than this that have every word, those with some of the words follow. */
const ENOUGH = 10;
/** A search shows no more than this: who wants to see more narrows it. */
const SEARCH_CAP = 200;

let cutter: Jieba | undefined;

/** Chinese has no spaces: jieba's search mode gives 下水道 as 下水, 水道 and 下水道. The dictionary is read at first use. */
function cut(text: string): string[] {
  cutter ??= Jieba.withDict(dict);
  return cutter.cutForSearch(text, true);
}

/** Makes a product findable by these texts, in place of the former ones. */
export async function indexProduct(tx: Tx, productId: string, text: { title: string; body: string }): Promise<void> {
  await tx.run("DELETE FROM product_search WHERE productId = ?", [productId]);
  await tx.run("INSERT INTO product_search (productId, titleTokens, bodyTokens) VALUES (?, ?, ?)", [
    productId,
    tokenText(cut(text.title)),
    tokenText(cut(text.body)),
  ]);
}

/** Which part of the shop is looked into; null means all of it. */
export interface ShopFilter {
  readonly categoryId: string | null;
  readonly regionCode: string | null;
}

/** A product that fits, with what else its list may be ordered by. */
interface Hit {
  readonly id: string;
  readonly recommendScore: number;
  readonly priceFrom: number;
  readonly ratingScore: number;
  readonly publishedAt: number;
}

/**
 * Listed products that fit the words, best first: those with every word, then, when they are few, those with some. A
 * query without a known word falls back to titles that contain it.
 */
export async function searchProducts(sql: Sql, query: string, filter: ShopFilter): Promise<Hit[]> {
  const tokens = queryTokens(cut(query));
  const within = conditionOf(filter);
  const match = sql.dialect === "sqlite" ? matchFts5 : matchFullText;
  const every = tokens.length > 0 ? await match(sql, tokens, "AND", within) : [];
  if (every.length >= ENOUGH) return every;
  const some = tokens.length > 1 ? await match(sql, tokens, "OR", within) : [];
  const seen = new Set(every.map((hit) => hit.id));
  const hits = [...every, ...some.filter((hit) => !seen.has(hit.id))];
  return (hits.length > 0 ? hits : await titled(sql, query, within)).slice(0, SEARCH_CAP);
}

interface Condition {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

function conditionOf({ categoryId, regionCode }: ShopFilter): Condition {
  const inCategory = categoryId ? " AND p.categoryId = ?" : "";
  const inRegion = "EXISTS (SELECT 1 FROM product_regions r WHERE r.regionCode = ? AND r.productId = p.id)";
  const text = `p.listed = 1${inCategory}${regionCode ? ` AND ${inRegion}` : ""}`;
  return { text, values: [categoryId, regionCode].filter((value) => value !== null) };
}

const HIT = "SELECT p.id, p.recommendScore, p.priceFrom, p.ratingScore, p.publishedAt";

function matchFts5(sql: Sql, tokens: readonly string[], mode: "AND" | "OR", within: Condition): Promise<Hit[]> {
  return sql.query(
    `${HIT} FROM product_search s JOIN products p ON p.id = s.productId
     WHERE product_search MATCH ? AND ${within.text}
     ORDER BY bm25(product_search, 0.0, ${TITLE_WEIGHT}.0, 1.0), p.recommendScore DESC, p.id LIMIT ${SEARCH_CAP}`,
    [tokens.map((token) => `"${token}"`).join(` ${mode} `), ...within.values],
  );
}

function matchFullText(sql: Sql, tokens: readonly string[], mode: "AND" | "OR", within: Condition): Promise<Hit[]> {
  const words = tokens.join(" ");
  const wanted = mode === "AND" ? tokens.map((token) => `+${token}`).join(" ") : words;
  return sql.query(
    `${HIT} FROM product_search s JOIN products p ON p.id = s.productId
     WHERE MATCH (s.titleTokens, s.bodyTokens) AGAINST (? IN BOOLEAN MODE) AND ${within.text}
     ORDER BY ${TITLE_WEIGHT} * MATCH (s.titleTokens) AGAINST (? IN BOOLEAN MODE)
       + MATCH (s.bodyTokens) AGAINST (? IN BOOLEAN MODE) DESC, p.recommendScore DESC, p.id LIMIT ${SEARCH_CAP}`,
    [wanted, ...within.values, words, words],
  );
}

function titled(sql: Sql, query: string, within: Condition): Promise<Hit[]> {
  return sql.query(
    `${HIT} FROM products p WHERE p.title LIKE ? ESCAPE '!' AND ${within.text}
     ORDER BY p.recommendScore DESC, p.id LIMIT ${SEARCH_CAP}`,
    [containing(query.trim()), ...within.values],
  );
}
