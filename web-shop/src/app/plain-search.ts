type Search = Record<string, unknown>;

/** Reads an address as the plain texts they are: "430100" stays a text and no value is mistaken for JSON. */
export function parsePlainSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Writes texts only; undefined leaves the key out. */
export function stringifyPlainSearch(search: Search): string {
  const pairs = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}
