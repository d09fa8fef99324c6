import type { Sql, SqlValue } from "../platform/sql.js";
import { hexWord, type MatchMode, matchText } from "./search.js";
import type { Part } from "./search-reading.js";
import { conditionOf, type ShopFilter } from "./shop-filter.store.js";

/** Words in the title count this many times as much as words elsewhere. */
const TITLE_WEIGHT = 3;
/** A search shows no more than this: who wants to see more narrows it. */
export const SEARCH_CAP = 200;
/** When so many products say it in their titles, what stands in the texts below them is not asked. */
export const ENOUGH_TITLES = 100;

/** What products have to say, and where. */
export interface Match {
  readonly parts: readonly Part[];
  readonly mode: MatchMode;
  /** In the title, or anywhere. */
  readonly place: "TITLE" | "TEXT";
}

/** A product that fits, with what else its list may be ordered by. */
export interface Hit {
  readonly id: string;
  readonly recommendScore: number;
  readonly priceFrom: number;
  readonly ratingScore: number;
  readonly publishedAt: number;
}

export const HIT = "SELECT p.id, p.recommendScore, p.priceFrom, p.ratingScore, p.publishedAt";

/** A condition on `product_search s` in the words of the database; undefined when nothing is asked of it. */
export function fitting(match: Match, dialect: Sql["dialect"]): { text: string; value: string } | undefined {
  const wanted = matchText(match.parts, match.mode, dialect);
  if (wanted === "") return undefined;
  const title = match.place === "TITLE";
  if (dialect === "sqlite") {
    return { text: "product_search MATCH ?", value: title ? `titleTokens : (${wanted})` : wanted };
  }
  const columns = title ? "s.titleTokens" : "s.titleTokens, s.bodyTokens";
  return { text: `MATCH (${columns}) AGAINST (? IN BOOLEAN MODE)`, value: wanted };
}

/** The hits of one condition, best first, at most 200. Equally good ones stand in the order of "recommended". */
export async function matching(sql: Sql, match: Match, filter: ShopFilter, limit = SEARCH_CAP): Promise<Hit[]> {
  const fits = fitting(match, sql.dialect);
  if (!fits) return [];
  const within = conditionOf(filter);
  const best = bestFirst(match, fits, sql.dialect);
  return sql.query(
    `${HIT} FROM product_search s JOIN products p ON p.id = s.productId WHERE ${fits.text} AND ${within.text}
     ORDER BY ${best.text}, p.recommendScore DESC, p.id LIMIT ${limit}`,
    [fits.value, ...within.values, ...best.values],
  );
}

interface Order {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** The condition's own score where one column is asked: the database has it already. */
function bestFirst(match: Match, fits: { text: string; value: string }, dialect: Sql["dialect"]): Order {
  if (dialect === "sqlite") return { text: `bm25(product_search, 0.0, ${TITLE_WEIGHT}.0, 1.0)`, values: [] };
  if (match.place === "TITLE") return { text: `${fits.text} DESC`, values: [fits.value] };
  const words = match.parts.flatMap((part) => part.any.flat().map(hexWord)).join(" ");
  return {
    text: `${TITLE_WEIGHT} * MATCH (s.titleTokens) AGAINST (? IN BOOLEAN MODE)
       + MATCH (s.bodyTokens) AGAINST (? IN BOOLEAN MODE) DESC`,
    values: [words, words],
  };
}

/** Whether so many titles say it that they are enough, whatever the shop is narrowed to. */
export async function saidInTitles(sql: Sql, match: Match): Promise<boolean> {
  const fits = fitting({ ...match, place: "TITLE" }, sql.dialect);
  if (!fits) return false;
  const [row] = await sql.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM product_search s WHERE ${fits.text} LIMIT ${ENOUGH_TITLES}) t`,
    [fits.value],
  );
  return Number(row?.n ?? 0) >= ENOUGH_TITLES;
}
