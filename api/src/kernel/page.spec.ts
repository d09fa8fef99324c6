import { describe, expect, it } from "vitest";
import { pageRequest, toPage } from "./page.js";

const rows = [3, 2, 1].map((key) => ({ id: `row${key}`, key }));

describe("a page", () => {
  it("is cut to size, tells that more follows, and its cursor leads on", () => {
    const page = toPage(rows, { first: 2, after: null }, (row) => row.key);
    expect(page.rows.map((row) => row.id)).toEqual(["row3", "row2"]);
    expect(page.hasNextPage).toBe(true);
    expect(pageRequest(2, page.cursors.at(-1)).after).toEqual([2, "row2"]);
  });

  it("refuses sizes outside 1 to 100 and cursors that are none of ours", () => {
    for (const first of [0, -1, 101, 1e9, 1.5]) expect(() => pageRequest(first, null)).toThrow();
    for (const after of ["x", "%%%%", "bm90IGEgY3Vyc29y", "a".repeat(500)])
      expect(() => pageRequest(10, after)).toThrow();
  });
});
