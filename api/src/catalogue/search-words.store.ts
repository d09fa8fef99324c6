import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { wordsOfTokens } from "./search.js";
import { SearchTermRow, SynonymRow } from "./search.table.js";
import { keptAnswers } from "./search-kept.store.js";
import { isHan, Lexicon } from "./search-lexicon.js";
import type { Tongue } from "./search-reading.js";
import { catalogueStamp, noteCatalogueChange } from "./search-stamp.store.js";

/** A word in a title weighs as much as in so many other texts. */
const TITLE_WEIGHT = 3;
const ROWS_AT_ONCE = 300;

let tongue: Promise<Tongue> | undefined;

/**
 * Chinese has no spaces: jieba's search mode gives 下水道 as 下水, 水道 and 下水道; pinyin-pro says how words are read.
 * Both dictionaries are read at first use.
 */
export function chinese(): Promise<Tongue> {
  tongue ??= import("pinyin-pro").then(({ pinyin }) => {
    const cutter = Jieba.withDict(dict);
    return {
      cut: (text) => cutter.cutForSearch(text, true),
      sound: (han) => pinyin(han, { toneType: "none", type: "array", v: true }).join(""),
    };
  });
  return tongue;
}

/** The tokens of a product's two columns before or after a change; empty when it has none. */
export interface ProductTokens {
  readonly titleTokens: string;
  readonly bodyTokens: string;
}

/** Counts a product's words anew: those of `before` less, those of `after` more. */
export async function countWords(tx: Tx, before: ProductTokens | undefined, after: ProductTokens): Promise<void> {
  const counts = new Map<string, { titles: number; bodies: number }>();
  const add = (tokens: string | undefined, column: "titles" | "bodies", by: number): void => {
    for (const word of wordsOfTokens(tokens ?? "")) {
      const count = counts.get(word) ?? { titles: 0, bodies: 0 };
      count[column] += by;
      counts.set(word, count);
    }
  };
  add(before?.titleTokens, "titles", -1);
  add(before?.bodyTokens, "bodies", -1);
  add(after.titleTokens, "titles", 1);
  add(after.bodyTokens, "bodies", 1);
  const moved = [...counts].filter(([, { titles, bodies }]) => titles !== 0 || bodies !== 0);
  await addCounts(tx, moved);
  await noteCatalogueChange(tx, "WORDS");
}

/** Counts every word of the index anew, for an index that was filled before words were counted or by other means. */
export async function countAllWords(tx: Tx): Promise<void> {
  // Emptied first: who indexes a product meanwhile waits, and counts on top of what is counted here.
  await tx.run("DELETE FROM search_terms");
  const rows = await tx.query<ProductTokens>("SELECT titleTokens, bodyTokens FROM product_search");
  const counts = new Map<string, { titles: number; bodies: number }>();
  for (const row of rows) {
    for (const [column, tokens] of [
      ["titles", row.titleTokens],
      ["bodies", row.bodyTokens],
    ] as const) {
      for (const word of wordsOfTokens(tokens)) {
        const count = counts.get(word) ?? { titles: 0, bodies: 0 };
        count[column] += 1;
        counts.set(word, count);
      }
    }
  }
  await addCounts(tx, [...counts]);
  await noteCatalogueChange(tx, "WORDS");
}

/** In the order of the words, so that two who add the same ones wait for each other instead of locking up. */
async function addCounts(
  tx: Tx,
  counts: readonly (readonly [string, { readonly titles: number; readonly bodies: number }])[],
): Promise<void> {
  const { sound } = await chinese();
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]) => ({ word, ...spoken(word, sound), ...count }));
  const more =
    tx.dialect === "sqlite"
      ? "ON CONFLICT (word) DO UPDATE SET titles = titles + excluded.titles, bodies = bodies + excluded.bodies"
      : "ON DUPLICATE KEY UPDATE titles = titles + VALUES(titles), bodies = bodies + VALUES(bodies)";
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    await tx.run(
      `INSERT INTO search_terms (word, sound, initials, titles, bodies)
       VALUES ${some.map(() => "(?,?,?,?,?)").join(",")} ${more}`,
      some.flatMap((row) => [row.word, row.sound, row.initials, row.titles, row.bodies]),
    );
  }
}

function spoken(word: string, sound: (han: string) => string): { sound: string; initials: string } {
  if (!isHan(word)) return { sound: word.slice(0, 160), initials: "" };
  const initials = [...word].map((character) => sound(character)[0] ?? "").join("");
  return { sound: sound(word).slice(0, 160), initials: initials.slice(0, 40) };
}

const kept = keptAnswers<Lexicon>(1);

/** The words of the shop as of now: one statement while nothing changed, two more when something did. */
export async function lexicon(sql: Sql): Promise<Lexicon> {
  return lexiconAt(sql, (await catalogueStamp(sql)).words);
}

/** The words of the shop as of a stamp that was just read. */
export async function lexiconAt(sql: Sql, stamp: string): Promise<Lexicon> {
  return kept(sql, stamp, "words", () => readLexicon(sql));
}

async function readLexicon(sql: Sql): Promise<Lexicon> {
  const terms = await sql.query<SearchTermRow>(
    "SELECT word, sound, initials, titles, bodies FROM search_terms WHERE titles + bodies > 0",
  );
  const synonyms = await sql.rows(SynonymRow, "ORDER BY t.changedAt, t.id");
  return new Lexicon(
    terms.map(({ word, sound, initials, titles, bodies }) => ({
      ...{ word, sound, initials, titles },
      weight: titles * TITLE_WEIGHT + bodies,
    })),
    synonyms.map((row) => row.words),
  );
}
