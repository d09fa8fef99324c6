/** What the order of work is drawn from: for each row the rows, from 1, that must be done before it. */
export type WorkRow = { dependsOn: readonly number[] };

/** The stage of each row: 1 for what waits for nothing, else one more than the latest it waits for; 0 inside a circle. */
export function stagesOf(rows: readonly WorkRow[]): number[] {
  const stages: number[] = rows.map(() => 0);
  for (let round = 0; round < rows.length; round += 1) {
    for (const [index, { dependsOn }] of rows.entries()) {
      const before = dependsOn.map((place) => stages[place - 1] ?? 0);
      if (!before.includes(0)) stages[index] = 1 + Math.max(0, ...before);
    }
  }
  return stages;
}

/** Where each row stands after one was moved: the new place, from 1, of every old place. */
export function placesAfterMove(count: number, from: number, to: number): Map<number, number> {
  const order = Array.from({ length: count }, (_, index) => index + 1);
  const [moved] = order.splice(from, 1);
  if (moved !== undefined) order.splice(to, 0, moved);
  return new Map(order.map((old, index) => [old, index + 1]));
}

/** The same after one was taken away; nothing waits for it any more. */
export function placesAfterRemoval(count: number, gone: number): Map<number, number> {
  const left = Array.from({ length: count }, (_, index) => index + 1).filter((place) => place !== gone + 1);
  return new Map(left.map((old, index) => [old, index + 1]));
}

/** What a row waits for, told by the new places. */
export function follow(dependsOn: readonly number[], places: ReadonlyMap<number, number>): number[] {
  return dependsOn.flatMap((place) => places.get(place) ?? []).sort((a, b) => a - b);
}
