/**
 * Whether two words are at most one slip of the finger apart: a letter more, less or another, or two neighbours that
 * changed places.
 */
export function withinOneTypo(a: string, b: string): boolean {
  return typoDistance(a, b, 1) <= 1;
}

/**
 * How many slips lie between two words, counted up to `limit`; more is `limit + 1`. Neighbours that changed places are one
 * slip (optimal string alignment).
 */
export function typoDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + same);
      next.push(swapped ? Math.min(least, at(before, j - 2) + 1) : least);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return Math.min(at(row, b.length), limit + 1);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
