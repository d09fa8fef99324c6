import { marks, type Sql } from "../platform/sql.js";
import { allCategories } from "./item.store.js";
import { correctQuery } from "./search-correction.js";
import { matching } from "./search-match.store.js";
import { normalQuery } from "./search-reading.js";
import { openReading } from "./search-suggestions.js";
import { chinese, lexicon } from "./search-words.store.js";
import { WHOLE_SHOP } from "./shop-filter.store.js";

export interface Suggestion {
  /** A query to run, a category or a product to open. */
  readonly kind: "QUERY" | "CATEGORY" | "PRODUCT";
  readonly text: string;
  readonly textEn: string | null;
  /** What the page of a category or product is addressed by; null of a query. */
  readonly slug: string | null;
}

const QUERIES_MAX = 4;
const CATEGORIES_MAX = 2;
const PRODUCTS_LOOKED_AT = 20;

/**
 * What somebody may want who has typed so much, at most `limit`: queries that find something, categories, products. Every
 * suggestion leads somewhere.
 */
export async function suggestions(sql: Sql, typed: string, limit: number): Promise<Suggestion[]> {
  const text = normalQuery(typed);
  if (text === "") return [];
  const [words, tongue] = [await lexicon(sql), await chinese()];
  const open = openReading(text, words, tongue);
  const products = await titlesOf(sql, open.parts);
  const titles = products.map((product) => product.title.toLowerCase());
  const queries = open.queries
    .filter((query) => query.text !== text && titles.some((title) => query.mustHave.every((w) => title.includes(w))))
    .map((query) => query.text);
  if (products.length === 0) {
    const better = correctQuery(text, words, tongue);
    if (better && (await titlesOf(sql, better.parts)).length > 0) queries.push(better.text);
  }
  const categories = (await allCategories(sql)).filter((category) => {
    const sound = tongue.sound(category.name);
    return category.name.includes(text) || category.nameEn.toLowerCase().includes(text) || sound.startsWith(text);
  });
  const asked = [...new Set(queries)].slice(0, QUERIES_MAX);
  return [
    ...asked.map((query) => ({ kind: "QUERY" as const, text: query, textEn: null, slug: null })),
    ...categories
      .slice(0, CATEGORIES_MAX)
      .map(({ name, nameEn, slug }) => ({ kind: "CATEGORY" as const, text: name, textEn: nameEn, slug })),
    ...products.map(({ title, titleEn, slug }) => ({ kind: "PRODUCT" as const, text: title, textEn: titleEn, slug })),
  ].slice(0, limit);
}

interface Titled {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string;
}

async function titlesOf(sql: Sql, parts: Parameters<typeof matching>[1]["parts"]): Promise<Titled[]> {
  const hits = await matching(sql, { parts, mode: "EVERY", place: "TITLE" }, WHOLE_SHOP, PRODUCTS_LOOKED_AT);
  if (hits.length === 0) return [];
  const ids = hits.map((hit) => hit.id);
  const rows = await sql.query<Titled>(
    `SELECT p.id, p.slug, v.title, v.titleEn FROM products p JOIN product_versions v ON v.id = p.publishedVersionId
     WHERE p.id IN (${marks(ids)})`,
    ids,
  );
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}
