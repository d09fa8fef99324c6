/** Longer variables are nobody's search. */
const CHARS_MAX = 1_000;

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Variables as the one text that stands for them: keys in order, nothing that is null, no spaces. One wish has one
 * address, so that an edge keeps it once.
 */
export function canonicalText(variables: Variables): string {
  return JSON.stringify(ordered(variables));
}

/** The variables of an address; undefined unless they are written in the one way. */
export function readCanonical(text: string): Variables | undefined {
  if (text.length > CHARS_MAX) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return canonicalText(value as Variables) === text ? (value as Variables) : undefined;
  } catch {
    return undefined; // not JSON: no address of ours
  }
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, ordered(each)]));
}
