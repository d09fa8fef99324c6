import { describe, expect, it } from "vitest";
import { totalWith } from "./quote-total";

const version = {
  total: "10000",
  lines: [
    { position: 0, amount: "10000", optional: false },
    { position: 1, amount: "2550", optional: true },
  ],
};

describe("the total on the screen", () => {
  it("is the version's own while nothing is ticked", () => expect(totalWith(version, new Set())).toBe("10000"));
  it("takes in what is ticked, in whole fen", () => expect(totalWith(version, new Set([1]))).toBe("12550"));
});
