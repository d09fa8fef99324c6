import { expect, it } from "vitest";
import { yuanToFen } from "./index.js";

it.each([
  ["57648.9312", 100, "HALF_UP", 5_764_900],
  ["57648.9312", 1, "HALF_UP", 5_764_893],
  ["0.005", 1, "HALF_UP", 1],
  ["0.0049999", 1, "HALF_UP", 0],
  ["0.001", 1, "UP", 1],
  ["1.00", 1, "UP", 100],
  ["0.009", 1, "DOWN", 0],
  ["12.5", 1000, "DOWN", 1000],
  ["12.5", 1000, "UP", 2000],
  ["15", 1000, "HALF_UP", 2000],
  ["0", 1, "UP", 0],
  [`0.${"3".repeat(40)}`, 1, "UP", 34],
  ["90071992547409.91", 1, "HALF_UP", Number.MAX_SAFE_INTEGER],
  ["90071992547409.92", 1, "HALF_UP", null],
  [`1${"0".repeat(60)}`, 1, "HALF_UP", null],
  [`0.${"0".repeat(500)}5`, 1, "UP", 1],
  ["100000000000000000000", 1, "HALF_UP", null],
  ["-0.01", 1, "HALF_UP", null],
  ["-0.001", 1, "HALF_UP", null],
  ["1e3", 1, "HALF_UP", null],
  ["", 1, "HALF_UP", null],
  ["x1", 1, "HALF_UP", null],
  ["1x", 1, "HALF_UP", null],
  ["1", 0, "HALF_UP", null],
  ["1", -1, "HALF_UP", null],
  ["1", 0.5, "HALF_UP", null],
] as const)("%s to the step %i, %s, is %s", (value, step, mode, fen) => {
  expect(yuanToFen(value, { step, mode })).toBe(fen);
});
