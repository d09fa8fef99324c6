/** What the page's own address asks for: text to be scanned, and which phone to show alone. */
export interface Wish {
  scan: string | null;
  phone: string | null;
}

/** Reads `#scan=<text>` and `#phone=<id or name>`, both percent-encoded; anything else wishes nothing. */
export function wishOf(hash: string): Wish {
  const wish: Wish = { scan: null, phone: null };
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [key, ...rest] = part.split("=");
    const value = decoded(rest.join("="));
    if (key === "scan") wish.scan = value;
    if (key === "phone") wish.phone = value;
  }
  return wish;
}

/**
 * The text of a code in what somebody pasted: the first web address in it, for people paste the sentence around it too;
 * a link that opens this very page for a scan stands for the text it carries; else the whole text. Null when empty.
 */
export function codeIn(pasted: string): string | null {
  const text = pasted.trim();
  if (text === "") return null;
  const address = /https?:\/\/[^\s<>"'，。；、）】」]+/i.exec(text)?.[0];
  if (!address) return text;
  const carried = address.includes("#") ? wishOf(address.slice(address.indexOf("#"))).scan : null;
  return carried ?? address;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value).trim() || null;
  } catch {
    return value.trim() || null;
  }
}
