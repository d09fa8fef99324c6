/** A piece of a message: words, or a link that may be opened. */
export type Piece = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

const anchor = /<a\s[^<>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')[^<>]*>([\s\S]*?)<\/a>/gi;
const bare = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;

/**
 * Splits a message as WeChat shows it: `<a href>` with an http(s) address and bare addresses become links; every other
 * tag, and every other kind of address, stays the text it is. Never yields a link that is not http(s).
 */
export function piecesOf(message: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of message.matchAll(anchor)) {
    const href = webAddress((found[1] ?? found[2] ?? "").replaceAll("&amp;", "&"));
    if (!href) continue;
    pieces.push(...withBareLinks(message.slice(from, found.index)), { kind: "link", text: found[3] ?? "", href });
    from = found.index + found[0].length;
  }
  pieces.push(...withBareLinks(message.slice(from)));
  return pieces;
}

/** The message in one line without its links' markup, as the list of chats shows it. */
export const plainText = (message: string): string =>
  piecesOf(message)
    .map((piece) => piece.text)
    .join("")
    .replaceAll(/\s+/g, " ")
    .trim();

/** The address if it is one a browser may open: http or https, nothing else. */
export function webAddress(text: string): string | null {
  try {
    const url = new URL(text.trim());
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

function withBareLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(bare)) {
    const shown = found[0].replace(/[.,;:!?)\]'"]+$/, "");
    const href = webAddress(shown);
    if (!href || insideTag(text, found.index)) continue;
    if (found.index > from) pieces.push({ kind: "text", text: text.slice(from, found.index) });
    pieces.push({ kind: "link", text: shown, href });
    from = found.index + shown.length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
}

/** An address in a tag that is shown as text (`<img src=…>`) belongs to that text. */
const insideTag = (text: string, index: number): boolean => text.lastIndexOf("<", index) > text.lastIndexOf(">", index);
