const WORD_CHARS_MAX = 20;

/** Words that stand in every text and say nothing of it. */
const stopWords = new Set("的 了 和 与 及 或 在 是 我 要 想 找 一个 the a an of for and to in".split(" "));

/**
 * The words of a cut text that search by: without punctuation, stop words and repeats, in lower case, in their order.
 */
export function searchWords(cut: readonly string[]): string[] {
  const words = cut.map((word) => word.normalize("NFKC").toLowerCase().trim());
  return [...new Set(words)].filter((word) => /[\p{L}\p{N}]/u.test(word) && !stopWords.has(word));
}

/**
 * A word as ASCII: 空调 is `u7a7a8c03`. Neither database's full-text index knows Chinese words, and both have rules of
 * their own for length and stop words; such a token passes them all. A single Chinese character is another kind of
 * token (漆 is `c6f06`), so that it is found inside words without making words match by their characters.
 */
export function hexWord(word: string): string {
  const units = Array.from({ length: Math.min(word.length, WORD_CHARS_MAX) }, (_, index) =>
    word.charCodeAt(index).toString(16).padStart(4, "0"),
  );
  return `${/^\p{Script=Han}$/u.test(word) ? "c" : "u"}${units.join("")}`;
}

/** The text of a full-text column: the words and, for searches by one character, the characters of the Chinese ones. */
export function tokenText(cut: readonly string[]): string {
  const words = searchWords(cut);
  const characters = words.flatMap((word) => [...word].filter((character) => /\p{Script=Han}/u.test(character)));
  return [...new Set([...words, ...characters])].map(hexWord).join(" ");
}

/** The words behind the tokens of a column, without those that nothing has to be known of. */
export function wordsOfTokens(tokens: string): string[] {
  const words = tokens.split(" ").filter((token) => token.startsWith("u"));
  return words
    .map((token) =>
      String.fromCharCode(...(token.slice(1).match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
    )
    .filter((word) => !isUncounted(word));
}

/** Numbers have no sound and no typo that could be told; a single Chinese character stands inside words. */
export function isUncounted(word: string): boolean {
  return /^(\p{N}+|\p{Script=Han})$/u.test(word);
}

/** How many of a query's parts a product has to say: all, all but one, or one. */
export type MatchMode = "EVERY" | "MOST" | "SOME";
type Phrases = readonly (readonly (readonly string[])[])[];

/** A condition on the words of a product, where any phrase of a part will do. */
export function matchText(
  parts: readonly { readonly any: readonly (readonly string[])[] }[],
  mode: MatchMode,
  dialect: "sqlite" | "mysql",
): string {
  const phrases = parts.map((part) => part.any.filter((phrase) => phrase.length > 0)).filter((any) => any.length > 0);
  const write = dialect === "sqlite" ? fts5 : fullText;
  if (mode !== "MOST" || phrases.length < 2) return write(phrases, mode === "SOME" ? "SOME" : "EVERY");
  const choices = phrases.map(
    (_, left) =>
      `(${write(
        phrases.filter((_any, index) => index !== left),
        "EVERY",
      )})`,
  );
  return choices.join(dialect === "sqlite" ? " OR " : " ");
}

function fts5(parts: Phrases, mode: "EVERY" | "SOME"): string {
  const all = (words: readonly string[]): string => words.map((word) => `"${hexWord(word)}"`).join(" AND ");
  const any = parts.map((phrases) => `(${phrases.map((words) => `(${all(words)})`).join(" OR ")})`);
  return any.join(mode === "EVERY" ? " AND " : " OR ");
}

function fullText(parts: Phrases, mode: "EVERY" | "SOME"): string {
  const all = (words: readonly string[]): string =>
    words.length === 1 ? hexWord(words[0] ?? "") : `(${words.map((word) => `+${hexWord(word)}`).join(" ")})`;
  const any = parts.map((phrases) =>
    phrases.length === 1 && phrases[0]?.length === 1 ? all(phrases[0]) : `(${phrases.map(all).join(" ")})`,
  );
  return mode === "EVERY" ? any.map((part) => `+${part}`).join(" ") : any.join(" ");
}
