import { isUncounted, searchWords } from "./search.js";
import { isHan, type Lexicon, type Term } from "./search-lexicon.js";

/** Words all of which have to stand in a product. */
export type Phrase = readonly string[];

/** A part of a query: any of its phrases will do. */
export interface Part {
  /** As it was written, or as it was meant. */
  readonly text: string;
  readonly any: readonly Phrase[];
  /** Whether the shop knows it: unknown parts hint at a typo. */
  readonly known: boolean;
}

/** What turns texts into words and words into sounds. */
export interface Tongue {
  /** Cuts a text into words, and long words into their parts as well. */
  cut(text: string): readonly string[];
  /** Pinyin without tones and spaces. */
  sound(han: string): string;
}

/** More parts of a query don't narrow a search. */
const PARTS_MAX = 12;
const QUERY_CHARS_MAX = 60;
const LATIN_MAX = 40;

export function normalQuery(query: string): string {
  return query.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim().slice(0, QUERY_CHARS_MAX);
}

/**
 * Reads a query as it is written: words with synonyms first, the rest cut into words; Latin letters that are no word of
 * the shop are taken as pinyin, whole, begun or by initials.
 */
export function readQuery(query: string, lexicon: Lexicon, tongue: Tongue): Part[] {
  const parts: Part[] = [];
  for (const piece of piecesOf(normalQuery(query), lexicon)) {
    if (piece.synonym) parts.push(synonymPart(piece.text, lexicon, tongue));
    else parts.push(...plainParts(piece.text, lexicon, tongue));
  }
  const seen = new Set<string>();
  return parts.filter((part) => !seen.has(part.text) && seen.add(part.text)).slice(0, PARTS_MAX);
}

interface Piece {
  readonly text: string;
  readonly synonym: boolean;
}

function piecesOf(text: string, lexicon: Lexicon): Piece[] {
  const pieces: Piece[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const word = lexicon.synonymAt(text, at);
    if (word) {
      pieces.push({ text: plain, synonym: false }, { text: word, synonym: true });
      plain = "";
      at += word.length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  return [...pieces, { text: plain, synonym: false }].filter((piece) => piece.text.trim() !== "");
}

function synonymPart(word: string, lexicon: Lexicon, tongue: Tongue): Part {
  const any = [word, ...lexicon.synonyms(word)].map((each) => searchWords(tongue.cut(each)));
  return { text: word, any: any.filter((phrase) => phrase.length > 0), known: true };
}

function plainParts(text: string, lexicon: Lexicon, tongue: Tongue): Part[] {
  const parts: Part[] = [];
  let latin: string[] = [];
  const flush = (): void => {
    if (latin.length > 0) parts.push(...spelled(latin, lexicon));
    latin = [];
  };
  for (const word of searchWords(tongue.cut(text))) {
    if (/^[a-z]+$/.test(word) && !lexicon.find(word)) {
      latin.push(word);
      continue;
    }
    flush();
    parts.push(compoundPart(word, parts, lexicon) ?? wordPart(word, lexicon));
  }
  flush();
  return parts;
}

/**
 * A long word that its pieces were cut out of just before, in their place: 下水道 takes in 下水 and 水道, and 注册商标 is
 * said by 商标注册 as well, whose words are the same. Undefined when the shop doesn't know the long word: its pieces count.
 */
function compoundPart(word: string, before: Part[], lexicon: Lexicon): Part | undefined {
  if (!lexicon.find(word)) return undefined;
  const isPiece = ({ text }: Part): boolean => isHan(text) && text.length < word.length && word.includes(text);
  const first = before.findLastIndex((part) => !isPiece(part)) + 1;
  const pieces = before.splice(first).map(({ text }) => text);
  const whole = [...word].every((_, at) => pieces.some((piece) => covers(word, piece, at)));
  return { text: word, any: whole ? [[word], pieces] : [[word]], known: true };
}

const covers = (word: string, piece: string, at: number): boolean =>
  at >= word.indexOf(piece) && at < word.indexOf(piece) + piece.length;

/** A word of the shop as it is, part of one as all that contain it; one character is found inside words anyway. */
function wordPart(word: string, lexicon: Lexicon): Part {
  const number = isUncounted(word) && !isHan(word);
  if (number || lexicon.find(word)) return { text: word, any: [[word]], known: true };
  if (isHan(word) && word.length > 1) {
    const longer = lexicon.containing(word);
    if (longer.length > 0) return { text: word, any: [[word], ...longer.map((term) => [term.word])], known: true };
  }
  return { text: word, any: [[word]], known: false };
}

/** Letters that are no words: "kong tiao", "kongtiaoqingxi", "ktqx". Unknown words stay as they are. */
function spelled(words: readonly string[], lexicon: Lexicon): Part[] {
  const read = spelledParts(words.join(""), lexicon, false);
  return read?.parts ?? words.map((word) => ({ text: word, any: [[word]], known: false }));
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly part: Part;
}

/** What letters cost that are taken for a word: the fewer and the surer words, the better the reading. */
const COST = { sound: 1, begun: 2.5, initials: 2, typo: 3.5 } as const;
const SOUND_MAX = 30;

/**
 * Letters as a row of words by their pinyin, the likeliest; undefined when they can't be. With `typos` one letter of each
 * word may be wrong.
 */
export function spelledParts(
  letters: string,
  lexicon: Lexicon,
  typos: boolean,
): { readonly parts: Part[]; readonly cost: number } | undefined {
  if (letters.length < 2 || letters.length > LATIN_MAX) return undefined;
  const best: (Step | undefined)[] = [];
  const costAt = (at: number): number => (at === 0 ? 0 : (best[at]?.cost ?? Number.POSITIVE_INFINITY));
  for (let from = 0; from < letters.length; from += 1) {
    if (costAt(from) === Number.POSITIVE_INFINITY) continue;
    for (let to = from + 1; to <= Math.min(letters.length, from + SOUND_MAX); to += 1) {
      const word = letters.slice(from, to);
      const step = bestStep(word, to === letters.length, lexicon, typos);
      if (!step || costAt(from) + step.cost >= costAt(to)) continue;
      best[to] = { cost: costAt(from) + step.cost, from, part: step.part };
    }
  }
  const whole = best[letters.length];
  if (!whole) return undefined;
  const parts: Part[] = [];
  for (let step: Step | undefined = whole; step; step = best[step.from]) parts.unshift(step.part);
  return { parts, cost: whole.cost };
}

function bestStep(
  letters: string,
  last: boolean,
  lexicon: Lexicon,
  typos: boolean,
): { readonly cost: number; readonly part: Part } | undefined {
  const alike = lexicon.soundingLike(letters);
  if (alike.length > 0) return { cost: COST.sound, part: partOf(letters, alike) };
  const short = letters.length > 1 ? lexicon.withInitials(letters) : [];
  if (short.length > 0) return { cost: COST.initials, part: partOf(letters, short) };
  const begun = last && letters.length > 2 ? lexicon.soundBeginning(letters, 4) : [];
  if (begun.length > 0) return { cost: COST.begun, part: partOf(letters, begun) };
  const near = typos && letters.length > 3 ? lexicon.nearSound(letters) : [];
  if (near.length > 0) return { cost: COST.typo, part: { ...partOf(letters, near), text: near[0]?.word ?? letters } };
  return undefined;
}

function partOf(text: string, terms: readonly Term[]): Part {
  return { text, any: terms.map((term) => [term.word]), known: true };
}
