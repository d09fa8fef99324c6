import { isUncounted, type MatchMode } from "./search.js";
import { withinOneTypo } from "./search-typos.js";

/** A word that products are found by, with how it sounds; of Latin words the sound is the word itself. */
export interface Term {
  readonly word: string;
  /** Pinyin without tones and spaces: kongtiao. */
  readonly sound: string;
  /** The first letters of its syllables: kt. Empty for Latin words. */
  readonly initials: string;
  /** In how many products it stands; titles count more. */
  readonly weight: number;
  /** In how many titles it stands. */
  readonly titles: number;
}

/** Words that stand for each other when searching, as an administrator says. */
export type SynonymGroup = readonly string[];

/** Terms that sound alike, and terms with the same initials, are this many at most: the commonest. */
const ALIKE_MAX = 4;
const INITIALS_MAX = 8;
/** A part of a word brings at most so many words that contain it. */
const CONTAINING_MAX = 12;

/**
 * The words of the shop: every lookup that reading a query needs, in memory. Made anew when words were added; nothing in
 * it changes. Pure: what it is made of is read by search-words.store.ts.
 */
export class Lexicon {
  private readonly byWord = new Map<string, Term>();
  private readonly bySound = new Map<string, Term[]>();
  private readonly byInitials = new Map<string, Term[]>();
  private readonly sounds: readonly Term[];
  private readonly synonymsOf = new Map<string, readonly string[]>();
  private readonly longestSynonym: number;
  private hanForms: Map<string, Term[]> | undefined;
  private soundForms: Map<string, Term[]> | undefined;

  /** `terms` may come in any order; of two with the same word the heavier counts. */
  constructor(terms: readonly Term[], synonyms: readonly SynonymGroup[]) {
    const sorted = [...terms].sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
    for (const term of sorted) {
      if (this.byWord.has(term.word)) continue;
      this.byWord.set(term.word, term);
      push(this.bySound, term.sound, term);
      if (term.initials.length > 1) push(this.byInitials, term.initials, term);
    }
    this.sounds = [...this.byWord.values()].sort((a, b) => (a.sound < b.sound ? -1 : 1));
    for (const group of synonyms) {
      for (const word of group) {
        const others = group.filter((other) => other !== word);
        this.synonymsOf.set(word, [...new Set([...(this.synonymsOf.get(word) ?? []), ...others])]);
      }
    }
    this.longestSynonym = Math.max(0, ...[...this.synonymsOf.keys()].map((word) => word.length));
  }

  get size(): number {
    return this.byWord.size;
  }

  find(word: string): Term | undefined {
    return this.byWord.get(word);
  }

  /** No more titles than this say so many of the parts. Words that are not counted may stand in any. */
  titlesAtMost(parts: readonly { readonly any: readonly (readonly string[])[] }[], mode: MatchMode): number {
    const ofWord = (word: string): number =>
      isUncounted(word) ? Number.POSITIVE_INFINITY : (this.find(word)?.titles ?? 0);
    const ofPhrase = (phrase: readonly string[]): number => Math.min(...phrase.map(ofWord));
    const each = parts.map((part) => part.any.reduce((sum, phrase) => sum + ofPhrase(phrase), 0)).sort((a, b) => a - b);
    const [least = 0, next = least] = each;
    if (mode === "EVERY") return least;
    return mode === "MOST" ? next + (each.length - 1) * least : each.reduce((sum, titles) => sum + titles, 0);
  }

  /** What stands for `word` beside itself. */
  synonyms(word: string): readonly string[] {
    return this.synonymsOf.get(word) ?? [];
  }

  /** The longest word with synonyms that begins at `from`. */
  synonymAt(text: string, from: number): string | undefined {
    for (let length = Math.min(this.longestSynonym, text.length - from); length > 0; length -= 1) {
      const word = text.slice(from, from + length);
      if (this.synonymsOf.has(word) && standsAlone(text, from, length)) return word;
    }
    return undefined;
  }

  soundingLike(sound: string): readonly Term[] {
    return (this.bySound.get(sound) ?? []).slice(0, ALIKE_MAX);
  }

  withInitials(initials: string): readonly Term[] {
    return (this.byInitials.get(initials) ?? []).slice(0, INITIALS_MAX);
  }

  /** The commonest terms whose sound begins so. */
  soundBeginning(start: string, limit: number): readonly Term[] {
    const found: Term[] = [];
    for (let index = this.firstFrom(start); index < this.sounds.length; index += 1) {
      const term = this.sounds[index];
      if (!term?.sound.startsWith(start)) break;
      found.push(term);
    }
    return heaviest(found, limit);
  }

  /** The commonest longer terms that contain a part of a word: 胶漆 brings 乳胶漆. */
  containing(part: string): readonly Term[] {
    const found = [...this.byWord.values()].filter(
      (term) => term.word.length > part.length && term.word.includes(part),
    );
    return heaviest(found, CONTAINING_MAX);
  }

  /** The commonest terms that begin with what was typed, as it is written, as it sounds or by its initials. */
  completions(typed: string, limit: number): readonly Term[] {
    const written = [...this.byWord.values()].filter((t) => t.word.startsWith(typed) && t.word !== typed);
    const latin = /^[a-z]+$/.test(typed);
    const spoken = latin ? this.soundBeginning(typed, limit) : [];
    const short =
      latin && typed.length > 1 ? [...this.byWord.values()].filter((t) => t.initials.startsWith(typed)) : [];
    return heaviest([...new Set([...written, ...spoken, ...short])], limit);
  }

  /** Terms that differ from a Chinese text in one character: another, a missing or one too many. */
  nearHan(text: string): readonly Term[] {
    this.hanForms ??= formsOf(this.byWord.values(), (term) => (isHan(term.word) ? hanForms(term.word) : []));
    const found = hanForms(text).flatMap((form) => this.hanForms?.get(form) ?? []);
    const shorter = text.length > 3 ? deletions(text).map((form) => this.byWord.get(form)) : [];
    const all = [...found, ...shorter].filter((term) => term !== undefined && term.word !== text);
    return heaviest([...new Set(all.filter((term) => term !== undefined))], 24);
  }

  /** Terms whose sound is one typo away: a letter more, less or another, or two that changed places. */
  nearSound(sound: string): readonly Term[] {
    const spoken = (term: Term): string[] => (term.sound.length < 4 ? [] : [term.sound, ...deletions(term.sound)]);
    this.soundForms ??= formsOf(this.byWord.values(), spoken);
    const found = [sound, ...deletions(sound)].flatMap((form) => this.soundForms?.get(form) ?? []);
    const near = [...new Set(found)].filter((term) => term.sound !== sound && withinOneTypo(term.sound, sound));
    return heaviest(near, ALIKE_MAX);
  }

  private firstFrom(start: string): number {
    let [low, high] = [0, this.sounds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sounds[middle]?.sound ?? "") < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether a text is Chinese characters alone. */
export function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

function standsAlone(text: string, from: number, length: number): boolean {
  const latin = (character: string | undefined): boolean => character !== undefined && /[a-z0-9]/.test(character);
  const [first, last] = [text[from], text[from + length - 1]];
  return !(latin(first) && latin(text[from - 1])) && !(latin(last) && latin(text[from + length]));
}

/** `*` for each character in turn, and for three and more each left out. */
function hanForms(word: string): string[] {
  const characters = [...word];
  if (characters.length < 2 || characters.length > 8) return [];
  const other = characters.map((_, index) => characters.map((c, at) => (at === index ? "*" : c)).join(""));
  return characters.length < 3 ? other : [...other, ...deletions(word), word];
}

function deletions(word: string): string[] {
  const characters = [...word];
  return characters.map((_, index) => characters.filter((_c, at) => at !== index).join(""));
}

function formsOf(terms: Iterable<Term>, forms: (term: Term) => readonly string[]): Map<string, Term[]> {
  const map = new Map<string, Term[]>();
  for (const term of terms) for (const form of new Set(forms(term))) push(map, form, term);
  return map;
}

function push(map: Map<string, Term[]>, key: string, term: Term): void {
  const held = map.get(key);
  if (held) held.push(term);
  else map.set(key, [term]);
}

function heaviest(terms: readonly Term[], limit: number): readonly Term[] {
  return [...terms].sort((a, b) => b.weight - a.weight).slice(0, limit);
}
