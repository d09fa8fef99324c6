import { containing, type Sql, type SqlValue } from "../platform/sql.js";
import { searchProducts } from "./search.store.js";
import { type Cell, type Facets, facetsOf, MARKS, PRICE_BANDS } from "./search-facets.js";
import { keptAnswers } from "./search-kept.store.js";
import { fitting, type Match } from "./search-match.store.js";
import { catalogueStamp } from "./search-stamp.store.js";
import type { ShopFilter } from "./shop-filter.store.js";

/** What can be chosen next in a list or a search, and by which words it was searched. */
export interface FoundFacets extends Facets {
  readonly corrected: string | null;
}

/** Whatever a list is narrowed by, its facets are counted from the same few hundred cells. */
const KEPT_MAX = 100;
const kept = keptAnswers<readonly Cell[]>(KEPT_MAX);

/**
 * Counts what each choice would leave: one statement, those of the search besides. Remembered until the catalogue
 * changes.
 */
export async function shopFacets(
  sql: Sql,
  words: string | undefined,
  filter: ShopFilter,
  literal: boolean,
): Promise<FoundFacets> {
  const { shop: stamp } = await catalogueStamp(sql);
  if (words === undefined) {
    const cells = await kept(sql, stamp, "", () => cellsOf(sql, EVERYTHING));
    return { ...facetsOf(cells, filter), corrected: null };
  }
  const { match, corrected } = await searchProducts(sql, words, filter, literal);
  const source = (match && matched(match, sql.dialect)) ?? titled(words);
  const cells = await kept(sql, stamp, JSON.stringify(source), () => cellsOf(sql, source));
  return { ...facetsOf(cells, filter), corrected };
}

interface Source {
  readonly from: string;
  readonly where: string;
  readonly values: readonly SqlValue[];
}

const EVERYTHING: Source = { from: "products p", where: "", values: [] };

function matched(match: Match, dialect: Sql["dialect"]): Source | undefined {
  const fits = fitting(match, dialect);
  return (
    fits && {
      from: "product_search s JOIN products p ON p.id = s.productId",
      where: `${fits.text} AND `,
      values: [fits.value],
    }
  );
}

function titled(words: string): Source {
  return { from: "products p", where: "p.title LIKE ? ESCAPE '!' AND ", values: [containing(words.trim())] };
}

/** Products alike in all that is counted are one row; a product's cities are a text that few others don't have. */
async function cellsOf(sql: Sql, source: Source): Promise<Cell[]> {
  const bands = PRICE_BANDS.map((from, band) => (band === 0 ? "" : `WHEN p.priceFrom < ${from} THEN ${band - 1}`));
  const marks = MARKS.map((tenths) => `WHEN p.overallSum * 10 >= p.ratingCount * ${tenths} THEN ${tenths}`);
  const rows = await sql.query<Omit<Cell, "regions"> & { readonly regions: string }>(
    `SELECT p.categoryId, p.saleMode, p.regions, CASE ${bands.join(" ")} ELSE ${PRICE_BANDS.length - 1} END AS band,
       CASE WHEN p.ratingCount = 0 THEN 0 ${marks.join(" ")} ELSE 0 END AS mark, COUNT(*) AS n
     FROM ${source.from} WHERE ${source.where}p.listed = 1
     GROUP BY p.categoryId, p.saleMode, p.regions, band, mark`,
    source.values,
  );
  return rows.map((row) => ({
    ...row,
    ...{ band: Number(row.band), mark: Number(row.mark), n: Number(row.n) },
    regions: JSON.parse(row.regions) as string[],
  }));
}
