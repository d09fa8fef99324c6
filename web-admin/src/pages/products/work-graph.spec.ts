import { expect, test } from "vitest";
import { follow, placesAfterMove, placesAfterRemoval, stagesOf } from "./work-graph";

const rows = (...before: number[][]) => before.map((dependsOn) => ({ dependsOn }));

test("a row stands one stage after the latest it waits for; a circle stands nowhere", () => {
  expect(stagesOf(rows([], [1], [1, 2], []))).toEqual([1, 2, 3, 1]);
  expect(stagesOf(rows([2], [1], []))).toEqual([0, 0, 1]);
});

test("who waits for a moved row goes on waiting for it", () => {
  expect(follow([1, 3], placesAfterMove(3, 0, 2))).toEqual([2, 3]);
  expect(follow([2], placesAfterMove(3, 2, 0))).toEqual([3]);
});

test("nobody waits for what was taken away", () => {
  expect(follow([1, 2, 3], placesAfterRemoval(3, 1))).toEqual([1, 2]);
});
