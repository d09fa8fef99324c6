import { describe, expect, it } from "vitest";
import { isId, newCode, newId, newNumber, newSecret } from "./ids.js";

describe("ids", () => {
  it("are 22 characters, secrets 43, codes six digits, and never the same", () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.filter(isId)).toHaveLength(1_000);
    expect(newSecret()).toMatch(/^[\w-]{43}$/);
    expect(newCode()).toMatch(/^\d{6}$/);
  });

  it("make numbers that are easy to read aloud", () => {
    expect(newNumber("SO", "20261122")).toMatch(/^SO20261122-[0-9A-HJKMNP-TV-Z]{6}$/);
  });
});
