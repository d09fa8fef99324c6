/** The known name a mistyped one is nearest to, at most two slips away and less than half of it; "" when none is near. */
export function nearest(name: string, known: Iterable<string>): string {
  let best = "";
  let least = Math.min(2, Math.floor((name.length - 1) / 2)) + 1;
  for (const candidate of known) {
    const slips = distance(name, candidate);
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}

/** How many letters must be added, dropped or changed to make one name of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
