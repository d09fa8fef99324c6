import { FormulaError, type Span } from "./issue.js";
import { limits } from "./limits.js";

export type TokenKind = "NUMBER" | "TEXT" | "NAME" | "WORD" | "SIGN" | "END";

/** `text` is the token as written; of a text without its quotation marks. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Names with a meaning of their own, which are no variables. */
export const words: ReadonlySet<string> = new Set(["and", "or", "not", "true", "false"]);

const SPACE = /[ \t\r\n]+/y;
/** What begins like a number is read as far as it could go on: "1e5", "0x10", "1_000", "1.2.3" and "10n" are none. */
const FIGURES = /\d[A-Za-z0-9_.]*/y;
const NUMBER = /^\d+(?:\.\d+)?$/;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SIGN = /==|!=|<=|>=|[-+*/%^<>?:(),]/y;
const TEXT = /"([^"\r\n]*)"/y;
const GOOD_NAME = /^[a-z][a-z0-9_]*$/;
/** Controls, zero-width and direction marks: what would make a formula look like another. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\uFFFD]/u;

/** Said by their number, since nobody would see them. */
const INVISIBLE = /[\p{C}\p{Z}\uFFFD]/u;

/** What a Chinese keyboard or a word processor writes instead of a sign: each character with the sign after it. */
const lookAlikes = [
  "（(",
  "）)",
  "＋+",
  "－-",
  "−-",
  "–-",
  "—-",
  "＊*",
  "×*",
  "✕*",
  "·*",
  "／/",
  "÷/",
  "％%",
  "＾^",
  "＜<",
  "＞>",
  "？?",
  "：:",
  "，,",
  "、,",
  "。.",
  "．.",
  '＂"',
  '“"',
  '”"',
  '‘"',
  '’"',
  "'\"",
  "≤<=",
  "≥>=",
  "≠!=",
  "＝==",
  "！not",
  "!not",
  "&and",
  "|or",
  "\u3000 ",
  "\u00a0 ",
  ...("０0１1２2３3４4５5６6７7８8９9".match(/../g) ?? []),
];

/** Cuts a formula into tokens, END last. Throws FormulaError at the first character that belongs to none. */
export function tokenize(source: string): Token[] {
  if (source.length > limits.characters)
    throw new FormulaError("TOO_LONG", { from: limits.characters, to: source.length }, limitOf(limits.characters));
  const tokens: Token[] = [];
  for (let at = skipSpace(source, 0); at < source.length; ) {
    const token = tokenAt(source, at);
    if (tokens.length >= limits.tokens) throw new FormulaError("TOO_MANY_TOKENS", token, limitOf(limits.tokens));
    tokens.push(token);
    at = skipSpace(source, token.to);
  }
  tokens.push({ kind: "END", text: "", from: source.length, to: source.length });
  return tokens;
}

function tokenAt(source: string, at: number): Token {
  const figures = matchAt(FIGURES, source, at);
  if (figures) return numberToken(at, figures[0]);
  const name = matchAt(NAME, source, at);
  if (name) return nameToken(at, name[0]);
  const sign = matchAt(SIGN, source, at);
  if (sign) return { kind: "SIGN", text: sign[0], from: at, to: at + sign[0].length };
  if (source[at] === '"') return textToken(source, at);
  if (source[at] === "=") throw new FormulaError("ASSIGNMENT", { from: at, to: at + 1 });
  return unknownCharacter(source, at);
}

function numberToken(at: number, text: string): Token {
  const span = { from: at, to: at + text.length };
  if (!NUMBER.test(text)) throw new FormulaError("NUMBER_MALFORMED", span, { text: shortened(text) });
  if (text.replace(".", "").length > limits.digits)
    throw new FormulaError("NUMBER_TOO_LONG", span, limitOf(limits.digits));
  return { kind: "NUMBER", text, ...span };
}

function nameToken(at: number, text: string): Token {
  const span = { from: at, to: at + text.length };
  if (!GOOD_NAME.test(text) || text.length > limits.nameCharacters)
    throw new FormulaError("NAME_MALFORMED", span, { name: shortened(text) });
  return { kind: words.has(text) ? "WORD" : "NAME", text, ...span };
}

function textToken(source: string, at: number): Token {
  const text = matchAt(TEXT, source, at)?.[1];
  if (text === undefined) throw new FormulaError("TEXT_UNFINISHED", { from: at, to: source.length });
  const span = { from: at, to: at + text.length + 2 };
  if (text.length > limits.textCharacters)
    throw new FormulaError("TEXT_TOO_LONG", span, limitOf(limits.textCharacters));
  const hidden = HIDDEN.exec(text);
  if (hidden) unknownCharacter(source, at + 1 + hidden.index);
  return { kind: "TEXT", text, ...span };
}

function unknownCharacter(source: string, at: number): never {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const code = (source.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const shown = INVISIBLE.test(character) ? `U+${code}` : character;
  const meant = lookAlikes.find((pair) => pair.startsWith(character));
  const data = { character: shown, instead: meant?.slice(character.length) ?? "" };
  throw new FormulaError("CHARACTER_UNKNOWN", { from: at, to: at + character.length }, data);
}

/** Whether a text may stand in a formula, an option or a table: no controls, no hidden characters, at most 200. */
export function isPlainText(text: string): boolean {
  return text.length <= limits.textCharacters && !HIDDEN.test(text) && !text.includes('"');
}

/** Whether a variable or table may be called this. */
export function isName(name: string): boolean {
  return GOOD_NAME.test(name) && name.length <= limits.nameCharacters;
}

function skipSpace(source: string, at: number): number {
  return at + (matchAt(SPACE, source, at)?.[0].length ?? 0);
}

/** The shared patterns keep a place of their own, so it is set anew for every look. */
function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function limitOf(limit: number) {
  return { limit: String(limit) };
}

function shortened(text: string): string {
  return text.length > limits.nameCharacters ? `${text.slice(0, limits.nameCharacters)}…` : text;
}
