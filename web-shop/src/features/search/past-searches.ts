const slot = "kaidan.searches";
const KEPT = 8;

/** What was searched for on this device, the latest first. */
export const pastSearches = {
  all: (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(slot) ?? "[]");
      return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, KEPT) : [];
    } catch {
      return []; // a private window, or text that is not ours
    }
  },
  keep: (words: string): void => write([words, ...pastSearches.all().filter((each) => each !== words)].slice(0, KEPT)),
  forget: (): void => write([]),
};

// Private windows may refuse storage; nothing is kept then.
function write(searches: readonly string[]): void {
  try {
    localStorage.setItem(slot, JSON.stringify(searches));
  } catch {
    return;
  }
}
