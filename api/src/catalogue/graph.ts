/** A thing of an order of work: its place from 1, and the places of what must be done before it. */
export interface Step {
  readonly position: number;
  readonly dependsOn: readonly number[];
}

/**
 * The places that stand in a circle of dependencies or depend on a place that is not there, in order; empty for a graph
 * that can be worked through.
 */
export function stuckSteps(steps: readonly Step[]): number[] {
  const done = new Set<number>();
  let open = [...steps];
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    const free = open.filter((step) => step.dependsOn.every((position) => done.has(position)));
    for (const step of free) done.add(step.position);
    open = open.filter((step) => !done.has(step.position));
  }
  return open.map((step) => step.position).sort((a, b) => a - b);
}

/**
 * The stage of each place: 1 for what depends on nothing, else one more than the latest it depends on. What can never
 * be reached stands in the stage after all others, so that a draft with a circle can still be shown.
 */
export function stagesOf(steps: readonly Step[]): Map<number, number> {
  const stages = new Map<number, number>();
  for (let round = 0; round < steps.length; round += 1) {
    for (const { position, dependsOn } of steps) {
      const before = dependsOn.map((place) => stages.get(place));
      if (!before.includes(undefined)) stages.set(position, 1 + Math.max(0, ...before.map((stage) => stage ?? 0)));
    }
  }
  const beyond = 1 + Math.max(0, ...stages.values());
  for (const { position } of steps) if (!stages.has(position)) stages.set(position, beyond);
  return stages;
}

/** Dependencies that say the same as stages: each thing waits for all of the nearest stage before its own. */
export function dependsOnStages(stages: readonly number[]): number[][] {
  return stages.map((stage) => {
    const before = Math.max(0, ...stages.filter((other) => other < stage));
    return stages.flatMap((other, index) => (other === before ? [index + 1] : []));
  });
}

/**
 * What of a graph is left when only some places are taken: who waited for a place that was not taken waits for what
 * that place waited for. Places keep their numbers. Takes a graph without circles.
 */
export function takenOnly(steps: readonly Step[], taken: ReadonlySet<number>): Map<number, number[]> {
  const byPosition = new Map(steps.map((step) => [step.position, step]));
  const known = new Map<number, ReadonlySet<number>>();
  const nearest = (position: number): ReadonlySet<number> => {
    const seen = known.get(position);
    if (seen) return seen;
    const before = byPosition.get(position)?.dependsOn ?? [];
    const result = new Set(before.flatMap((place) => (taken.has(place) ? [place] : [...nearest(place)])));
    known.set(position, result);
    return result;
  };
  return new Map(
    steps
      .filter((step) => taken.has(step.position))
      .map((step) => [step.position, [...nearest(step.position)].sort((a, b) => a - b)]),
  );
}
