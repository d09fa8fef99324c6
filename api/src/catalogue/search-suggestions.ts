import { isHan, type Lexicon } from "./search-lexicon.js";
import { normalQuery, type Part, readQuery, type Tongue } from "./search-reading.js";

/** A query that is still being typed: its last part may go on. */
export interface OpenReading {
  readonly parts: readonly Part[];
  /** Whole queries it may become, the commonest first. */
  readonly queries: readonly { readonly text: string; readonly mustHave: readonly string[] }[];
}

const COMPLETIONS_MAX = 8;

/** Reads what has been typed so far: the last part as it is, or as the beginning of a word. */
export function openReading(typed: string, lexicon: Lexicon, tongue: Tongue): OpenReading {
  const text = normalQuery(typed);
  const parts = readQuery(text, lexicon, tongue);
  const last = parts.at(-1);
  if (!last) return { parts, queries: [] };
  const completions = lexicon.completions(last.text, COMPLETIONS_MAX);
  const open = { ...last, any: [...last.any, ...completions.map((term) => [term.word])] };
  const head = text.endsWith(last.text) ? text.slice(0, text.length - last.text.length) : "";
  const grown = completions.map((term) => ({ text: join(head, term.word), mustHave: [term.word] }));
  return { parts: [...parts.slice(0, -1), open], queries: [...spoken(text, parts), ...grown] };
}

/** Letters that could be read as pinyin, written out. */
function spoken(text: string, parts: readonly Part[]): { text: string; mustHave: string[] }[] {
  if (!/[a-z]/.test(text)) return [];
  const words = parts.map((part) => part.any[0]?.join("") ?? part.text);
  const written = words.join("");
  return isHan(written) && written !== text ? [{ text: written, mustHave: words }] : [];
}

/** 空调 and 清洗 stand together; Latin words keep the space between them. */
function join(head: string, word: string): string {
  const apart = /[a-z0-9]$/.test(head) && /^[a-z0-9]/.test(word);
  return `${head.trimEnd()}${apart || (head.endsWith(" ") && !isHan(word)) ? " " : ""}${word}`.trim();
}
