import type { Audience } from "../identity/account.js";

/** WeChat cuts or refuses a longer text. */
export const REPLY_BYTES = 2048;

/** A page of ours that a line leads to. */
export interface Link {
  readonly label: string;
  readonly audience: Audience;
  readonly path: string;
  /**
   * Whose page it is: the link signs this account in, once. Null for people we don't know: the page itself asks them who
   * they are.
   */
  readonly accountId: string | null;
}

/** A line of a chat; a link stands at its end. */
export type Line = string | { readonly text: string; readonly link: Link };

/** What the chat says: lines that may be left out from the end when there is no room, and a foot that goes last. */
export interface Saying {
  readonly lines: readonly Line[];
  readonly foot?: readonly Line[];
}

/** Several sayings below each other, an empty line between them; the feet stay below. */
export function together(sayings: readonly Saying[]): Saying {
  const parts = sayings.filter(({ lines, foot }) => lines.length + (foot?.length ?? 0) > 0);
  return {
    lines: parts.flatMap(({ lines }, index) => (index === 0 ? lines : ["", ...lines])),
    foot: parts.flatMap(({ foot }) => foot ?? []),
  };
}

/** Every link of a saying, in its order. */
export function linksOf({ lines, foot }: Saying): Link[] {
  return [...lines, ...(foot ?? [])].flatMap((line) => (typeof line === "string" ? [] : [line.link]));
}

/** Whether a link opens its page signed in; staff are never signed in by a link. */
const signsIn = ({ accountId, audience }: Link): boolean => accountId !== null && audience !== "STAFF";

/** Said below links that sign in: who passes one on passes on their key. */
const OWN = "链接仅供本人打开，请勿转发。";
/** Said when lines had to go. */
const CUT = "…（内容较多，请点开链接查看）";

/**
 * The saying as a text of at most 2,048 bytes of UTF-8; `url` tells the address of each link. Whole lines are left out, so
 * no link is ever cut in half; who reads is told that there is more, and that a link which signs in is for them alone.
 */
export function textOf({ lines, foot = [] }: Saying, url: (link: Link) => string): string {
  const said = lines.map((line) => lineText(line, url));
  const tail = foot.map((line) => lineText(line, url));
  if (linksOf({ lines, foot }).some(signsIn)) tail.push(OWN);
  if (bytes([...said, ...tail]) <= REPLY_BYTES) return [...said, ...tail].join("\n");
  const kept = [...said];
  while (kept.length > 0 && bytes([...kept, CUT, ...tail]) > REPLY_BYTES) kept.pop();
  // Feet of several accounts may be too long by themselves.
  while (tail.length > 0 && bytes([...kept, CUT, ...tail]) > REPLY_BYTES) tail.pop();
  return [...kept, CUT, ...tail].join("\n");
}

function lineText(line: Line, url: (link: Link) => string): string {
  if (typeof line === "string") return line;
  return `${line.text}<a href="${url(line.link)}">${line.link.label}</a>`;
}

const bytes = (lines: readonly string[]): number => new TextEncoder().encode(lines.join("\n")).length;
