import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typoDistance, withinOneTypo } from "./search-typos.js";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "空", "调"), maxLength: 8 });

describe("slips of the finger", () => {
  it.each([
    ["kongtiao", "kongtaio", 1],
    ["logo", "lgoo", 1],
    ["空调", "空条", 1],
    ["油烟机", "油机", 1],
    ["shangbiao", "shanbiaoo", 2],
    ["abc", "abc", 0],
  ])("between %s and %s are %i", (a, b, distance) => {
    expect(typoDistance(a, b, 3)).toBe(distance);
  });

  it("are as many from either side, none only between equals, and never counted beyond the limit", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const distance = typoDistance(a, b, limit);
        expect(distance).toBe(typoDistance(b, a, limit));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(limit + 1);
        if (limit < 4) expect(Math.min(typoDistance(a, b, 4), limit + 1)).toBe(distance);
      }),
      { seed: 20261123 },
    );
  });

  it("are one for a letter too many, one missing, another one and two that changed places", () => {
    fc.assert(
      fc.property(word, fc.nat(8), fc.constantFrom("x", "漆"), (text, place, other) => {
        const at = Math.min(place, text.length);
        const [head, tail] = [text.slice(0, at), text.slice(at)];
        expect(withinOneTypo(text, head + other + tail)).toBe(true);
        expect(withinOneTypo(text, head + tail.slice(1))).toBe(true);
        if (tail.length > 0) expect(withinOneTypo(text, head + other + tail.slice(1))).toBe(true);
        if (tail.length > 1) expect(withinOneTypo(text, `${head}${tail[1]}${tail[0]}${tail.slice(2)}`)).toBe(true);
      }),
      { seed: 20261123 },
    );
  });
});
