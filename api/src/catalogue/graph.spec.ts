import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dependsOnStages, type Step, stagesOf, stuckSteps, takenOnly } from "./graph.js";

const work = (...before: number[][]): Step[] => before.map((dependsOn, index) => ({ position: index + 1, dependsOn }));

/** Any order of work without circles: each step depends on some of those before it, then all are renamed at random. */
const acyclic = fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 12 }).chain((picks) =>
  fc
    .shuffledSubarray(
      picks.map((_, index) => index + 1),
      { minLength: picks.length },
    )
    .map((names) =>
      picks.map((pick, index) => ({
        position: names[index] ?? 0,
        dependsOn: index === 0 ? [] : [...new Set(pick.map((seed) => names[seed % index] ?? 0))],
      })),
    ),
);

describe("an order of work", () => {
  it("is a circle where something waits for itself, by whatever way round", () => {
    expect(stuckSteps(work([], [1], [1, 2]))).toEqual([]);
    expect(stuckSteps(work([1]))).toEqual([1]);
    expect(stuckSteps(work([], [3], [4], [2], [1]))).toEqual([2, 3, 4]);
    expect(stuckSteps(work([], [9]))).toEqual([2]);
  });

  it("has as many stages as its longest chain; side by side is one stage", () => {
    expect([...stagesOf(work([], [1], [1], [2, 3], []))]).toEqual([
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 3],
      [5, 1],
    ]);
    expect(stagesOf(work([2], [1], [])).get(1)).toBe(2);
  });

  it("told by stages waits for all of the nearest stage before", () => {
    expect(dependsOnStages([1, 1, 3, 4])).toEqual([[], [], [1, 2], [3]]);
  });

  it("keeps the way through what was not taken", () => {
    const left = takenOnly(work([], [1], [2], [3]), new Set([1, 4]));
    expect([...left]).toEqual([
      [1, []],
      [4, [1]],
    ]);
  });

  it("never has a step before what it depends on, in any graph (seed 41)", () => {
    fc.assert(
      fc.property(acyclic, (steps) => {
        expect(stuckSteps(steps)).toEqual([]);
        const stages = stagesOf(steps);
        for (const { position, dependsOn } of steps) {
          for (const before of dependsOn) expect(stages.get(before)).toBeLessThan(stages.get(position) ?? 0);
          if (dependsOn.length === 0) expect(stages.get(position)).toBe(1);
        }
      }),
      { seed: 41 },
    );
  });

  it("with steps left out demands no less of the others and makes no circle, in any graph (seed 42)", () => {
    fc.assert(
      fc.property(acyclic, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (steps, picks) => {
        const taken = new Set(steps.map((step) => step.position).filter((position) => picks[position - 1]));
        const left = takenOnly(steps, taken);
        expect(new Set(left.keys())).toEqual(taken);
        expect(stuckSteps([...left].map(([position, dependsOn]) => ({ position, dependsOn })))).toEqual([]);
        for (const [position] of left) {
          const must = [...reachable(steps, position)].filter((place) => taken.has(place));
          const kept = [...left].map(([p, dependsOn]) => ({ position: p, dependsOn }));
          expect(reachable(kept, position)).toEqual(new Set(must));
        }
      }),
      { seed: 42 },
    );
  });
});

function reachable(steps: readonly Step[], from: number): Set<number> {
  const found = new Set<number>();
  const open = [from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const before of steps.find((step) => step.position === place)?.dependsOn ?? []) {
      if (!found.has(before)) open.push(before);
      found.add(before);
    }
  }
  return found;
}
