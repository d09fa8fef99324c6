import { searchWords } from "./search.js";
import { isHan, type Lexicon, type Term } from "./search-lexicon.js";
import { normalQuery, type Part, spelledParts, type Tongue } from "./search-reading.js";
import { typoDistance } from "./search-typos.js";

/** A query as it was probably meant. */
export interface Correction {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** What a stretch of Chinese costs by what it is taken for; the cheapest row of words is the likeliest. */
const COST = { word: 1, alone: 3, sameSound: 3.2, oneOther: 3.6, shortOther: 4.2, guess: 5.4, unknown: 6 } as const;
const WORD_MAX = 6;

/**
 * A query with one character or letter wrong in a word, put right by the words of the shop: homophones first, then a
 * character that differs, is missing or too many. Undefined when there is nothing to put right.
 */
export function correctQuery(query: string, lexicon: Lexicon, tongue: Tongue): Correction | undefined {
  const runs = normalQuery(query).match(/\p{Script=Han}+|[a-z]+(?: [a-z]+)*|[0-9]+|[^\p{Script=Han}a-z0-9]+/gu) ?? [];
  let corrected = false;
  const texts: string[] = [];
  const parts: Part[] = [];
  for (const run of runs) {
    const read = isHan(run) ? hanRun(run, lexicon, tongue) : otherRun(run, lexicon, tongue);
    corrected ||= read.corrected;
    texts.push(read.text);
    parts.push(...read.parts);
  }
  return corrected && parts.length > 0 ? { text: texts.join("").trim(), parts } : undefined;
}

interface Read {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly corrected: boolean;
}

/** Letters: words of the shop as they are, pinyin without a slip as it is, else with one. */
function otherRun(run: string, lexicon: Lexicon, tongue: Tongue): Read {
  const words = searchWords(tongue.cut(run));
  const asIs = (): Part[] =>
    words.map((word) => ({ text: word, any: [[word]], known: lexicon.find(word) !== undefined }));
  if (!/^[a-z ]+$/.test(run) || words.every((word) => lexicon.find(word))) {
    return { text: run, parts: asIs(), corrected: false };
  }
  const letters = run.replaceAll(" ", "");
  const plain = spelledParts(letters, lexicon, false);
  if (plain) return { text: run, parts: plain.parts, corrected: false };
  const mended = spelledParts(letters, lexicon, true);
  if (!mended) return { text: run, parts: asIs(), corrected: false };
  const shown = mended.parts.map((part) => part.any[0]?.join("") ?? part.text);
  return { text: shown.join(""), parts: mended.parts, corrected: true };
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly part: Part;
  readonly mended: boolean;
}

/** The likeliest row of words for a stretch of Chinese. */
function hanRun(run: string, lexicon: Lexicon, tongue: Tongue): Read {
  const best: (Step | undefined)[] = [];
  const costAt = (at: number): number => (at === 0 ? 0 : (best[at]?.cost ?? Number.POSITIVE_INFINITY));
  for (let from = 0; from < run.length; from += 1) {
    for (let to = from + 1; to <= Math.min(run.length, from + WORD_MAX); to += 1) {
      const step = bestStep(run.slice(from, to), lexicon, tongue);
      const cost = costAt(from) + step.cost;
      if (cost < costAt(to)) best[to] = { ...step, cost, from };
    }
  }
  const steps: Step[] = [];
  for (let step = best[run.length]; step; step = best[step.from]) steps.unshift(step);
  return {
    text: steps.map((step) => step.part.text).join(""),
    parts: steps.map((step) => step.part).filter((part) => searchWords([part.text]).length > 0),
    corrected: steps.some((step) => step.mended),
  };
}

function bestStep(text: string, lexicon: Lexicon, tongue: Tongue): Omit<Step, "from"> {
  const asIs = (cost: number, known: boolean) => ({ cost, part: { text, any: [[text]], known }, mended: false });
  if (lexicon.find(text) || lexicon.synonyms(text).length > 0) {
    const any = [text, ...lexicon.synonyms(text)].map((word) =>
      word === text ? [text] : searchWords(tongue.cut(word)),
    );
    return { cost: COST.word, part: { text, any, known: true }, mended: false };
  }
  if (text.length === 1) return asIs(COST.alone, false);
  const mended = mend(text, lexicon, tongue);
  return mended ?? asIs(COST.unknown * text.length, false);
}

function mend(text: string, lexicon: Lexicon, tongue: Tongue): Omit<Step, "from"> | undefined {
  const sound = tongue.sound(text);
  const alike = lexicon.soundingLike(sound).filter((term) => isHan(term.word));
  if (alike.length > 0) return meant(COST.sameSound, alike);
  const near = lexicon.nearHan(text);
  const long = near.filter((term) => term.word.length > 2);
  if (long.length > 0) return meant(COST.oneOther, bySound(long, sound).slice(0, 2));
  if (text.length !== 2) return undefined;
  const close = near.filter((term) => typoDistance(term.sound, sound, 2) <= 2);
  if (close.length > 0) return meant(COST.shortOther, bySound(close, sound).slice(0, 2));
  return near.length > 0 ? meant(COST.guess, near.slice(0, 3)) : undefined;
}

const bySound = (terms: readonly Term[], sound: string): Term[] =>
  [...terms].sort((a, b) => typoDistance(a.sound, sound, 4) - typoDistance(b.sound, sound, 4) || b.weight - a.weight);

function meant(cost: number, terms: readonly Term[]): Omit<Step, "from"> {
  const text = terms[0]?.word ?? "";
  return { cost, part: { text, any: terms.map((term) => [term.word]), known: true }, mended: true };
}
