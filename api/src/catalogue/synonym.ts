import { must } from "../kernel/refusal.js";

const WORDS_MAX = 12;
const CHARS_MAX = 30;

/**
 * Words that stand for each other, as searches compare them: in lower case, each once. Refuses VALIDATION for fewer than two
 * or more than twelve, for an empty one and for more than 30 characters.
 */
export function cleanSynonyms(words: readonly string[]): string[] {
  const clean = [...new Set(words.map((word) => word.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim()))];
  must(clean.length >= 2 && clean.length <= WORDS_MAX, "VALIDATION", { field: "words", min: 2, max: WORDS_MAX });
  for (const word of clean) {
    must(word.length <= CHARS_MAX && /[\p{L}\p{N}]/u.test(word), "VALIDATION", { field: "words", max: CHARS_MAX });
  }
  return clean;
}
