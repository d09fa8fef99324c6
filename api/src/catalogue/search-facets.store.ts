import { containing, type Sql, type SqlValue } from "../platform/sql.js";
import { matchText } from "./search.js";
import { type Match, searchProducts } from "./search.store.js";
import { type Cell, COUNT_CAP, type Facets, facetsOf, MARKS, PRICE_BANDS } from "./search-facets.js";
import { catalogueStamp } from "./search-stamp.store.js";
import { type Condition, conditionOf, type ShopFilter, WHOLE_SHOP } from "./shop-filter.store.js";

/** What can be chosen next in a list or a search, and by which words it was searched. */
export interface FoundFacets extends Facets {
  readonly regions: readonly { readonly code: string; readonly count: number }[];
  readonly corrected: string | null;
}

/** The facets of lists without words are few, and kept until the catalogue changes. */
const KEPT_MAX = 500;
const kept = new WeakMap<Sql, { stamp: string; facets: Map<string, Promise<FoundFacets>> }>();

/** Counts what each choice would leave: two statements for a list, those of the search besides. */
export async function shopFacets(
  sql: Sql,
  words: string | undefined,
  filter: ShopFilter,
  literal: boolean,
): Promise<FoundFacets> {
  if (words !== undefined) {
    const { match, corrected } = await searchProducts(sql, words, filter, literal);
    return count(sql, match ? matched(match, sql.dialect) : titled(words), filter, corrected);
  }
  const { shop: stamp } = await catalogueStamp(sql);
  let held = kept.get(sql);
  if (held?.stamp !== stamp) kept.set(sql, (held = { stamp, facets: new Map() }));
  const key = JSON.stringify(filter);
  const known = held.facets.get(key);
  if (known) return known;
  const counted = count(sql, EVERYTHING, filter, null);
  if (held.facets.size < KEPT_MAX) held.facets.set(key, counted);
  counted.catch(() => held.facets.delete(key));
  return counted;
}

interface Source {
  readonly from: string;
  readonly where: string;
  readonly values: readonly SqlValue[];
}

const EVERYTHING: Source = { from: "products p", where: "", values: [] };

function matched(match: Match, dialect: Sql["dialect"]): Source {
  const fits =
    dialect === "sqlite" ? "product_search MATCH ?" : "MATCH (s.titleTokens, s.bodyTokens) AGAINST (? IN BOOLEAN MODE)";
  return {
    from: "product_search s JOIN products p ON p.id = s.productId",
    where: `${fits} AND `,
    values: [matchText(match.parts, match.mode, dialect)],
  };
}

function titled(words: string): Source {
  return { from: "products p", where: "p.title LIKE ? ESCAPE '!' AND ", values: [containing(words.trim())] };
}

async function count(sql: Sql, source: Source, filter: ShopFilter, corrected: string | null): Promise<FoundFacets> {
  const within = conditionOf({ ...WHOLE_SHOP, regionCode: filter.regionCode });
  const cells = await cellsOf(sql, source, within);
  const narrowed = conditionOf({ ...filter, regionCode: null });
  const regions = await sql.query<{ code: string; n: number }>(
    `SELECT r.regionCode AS code, COUNT(*) AS n FROM ${source.from} JOIN product_regions r ON r.productId = p.id
     WHERE ${source.where}${narrowed.text} GROUP BY r.regionCode ORDER BY n DESC, code`,
    [...source.values, ...narrowed.values],
  );
  return {
    ...facetsOf(cells, filter),
    regions: regions.map(({ code, n }) => ({ code, count: Math.min(COUNT_CAP, Number(n)) })),
    corrected,
  };
}

async function cellsOf(sql: Sql, source: Source, within: Condition): Promise<Cell[]> {
  const bands = PRICE_BANDS.map((from, band) => (band === 0 ? "" : `WHEN p.priceFrom < ${from} THEN ${band - 1}`));
  const marks = MARKS.map((tenths) => `WHEN p.overallSum * 10 >= p.ratingCount * ${tenths} THEN ${tenths}`);
  const rows = await sql.query<Cell>(
    `SELECT p.categoryId, p.saleMode, CASE ${bands.join(" ")} ELSE ${PRICE_BANDS.length - 1} END AS band,
       CASE WHEN p.ratingCount = 0 THEN 0 ${marks.join(" ")} ELSE 0 END AS mark, COUNT(*) AS n
     FROM ${source.from} WHERE ${source.where}${within.text}
     GROUP BY p.categoryId, p.saleMode, band, mark`,
    [...source.values, ...within.values],
  );
  return rows.map((row) => ({ ...row, band: Number(row.band), mark: Number(row.mark), n: Number(row.n) }));
}
