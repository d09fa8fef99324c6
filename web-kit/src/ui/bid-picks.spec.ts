import { expect, test } from "vitest";
import { amountOf, isComplete, picksOf, wholePicks } from "./bid-picks";

const cell = (bidId: string, amount: string) => ({ bidId, amount });
const sheet = [
  { code: "L1", cells: [cell("A", "100"), cell("B", "90")] },
  { code: "L2", cells: [cell("A", "50")] },
  { code: "L3", cells: [cell("GONE", "10")] },
];
const lines = [
  { code: "L1", optional: false },
  { code: "L2", optional: true },
  { code: "L3", optional: false },
];
const bids = [
  { id: "A", state: "SUBMITTED" },
  { id: "B", state: "SUBMITTED" },
  { id: "GONE", state: "EXPIRED" },
];

test("an award needs every required line that a standing bid prices, and no other", () => {
  const picks = picksOf(sheet, { L1: "B" });
  expect(isComplete(sheet, lines, bids, picks, true)).toBe(true);
  expect(isComplete(sheet, lines, bids, picksOf(sheet, { L2: "A" }), true)).toBe(false);
  expect(isComplete(sheet, lines, bids, [], true)).toBe(false);
});

test("an answer that is taken whole is taken with every line it prices", () => {
  expect(isComplete(sheet, [], bids, picksOf(sheet, wholePicks(sheet, "A")), false)).toBe(true);
  expect(isComplete(sheet, [], bids, picksOf(sheet, { L1: "A" }), false)).toBe(false);
});

test("a choice costs what its cell says, and one that no bid prices is none", () => {
  expect(amountOf(sheet, { lineCode: "L1", bidId: "B" })).toBe("90");
  expect(picksOf(sheet, { L2: "B" })).toEqual([]);
});
