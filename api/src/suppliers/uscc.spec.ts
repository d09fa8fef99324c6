import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanUscc, isUscc, usccCheckCharacter } from "./uscc.js";

/** Codes from public company registers. */
const real = ["9144030071526726XG", "91330100799655058B", "914403001922038216", "91110000802100433B"];

describe("the unified social credit code", () => {
  it.each(real)("accepts %s, whose check character fits", (code) => {
    expect(isUscc(code)).toBe(true);
    expect(usccCheckCharacter(code.slice(0, 17))).toBe(code[17]);
  });

  it("notices every single wrong character", () => {
    const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
    const slip = fc.record({
      code: fc.constantFrom(...real),
      place: fc.integer({ min: 0, max: 17 }),
      character: fc.constantFrom(...alphabet),
    });
    fc.assert(
      fc.property(slip, ({ code, place, character }) => {
        fc.pre(code[place] !== character);
        expect(isUscc(code.slice(0, place) + character + code.slice(place + 1))).toBe(false);
      }),
      { seed: 32100, numRuns: 2_000 },
    );
  });

  it.each([
    "",
    "9144030071526726X",
    "9144030071526726XGG",
    "9144030071526726XI",
    "O144030071526726XG",
    "91440A0071526726XG",
  ])("refuses %s, which has not its shape", (code) => expect(isUscc(code)).toBe(false));

  it("reads small letters, spaces and full-width characters as people type them", () => {
    expect(cleanUscc(" 9144 0300 7152 6726 xg ")).toBe("9144030071526726XG");
    expect(cleanUscc("９１４４０３００７１５２６７２６ＸＧ")).toBe("9144030071526726XG");
  });

  it("refuses VALIDATION for what is none", () => {
    expect(() => cleanUscc("123")).toThrow(expect.objectContaining({ code: "VALIDATION" }));
  });
});
