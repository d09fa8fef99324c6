import { describe, expect, it } from "vitest";
import { addressOf } from "./anonymous-link";

describe("the address of a public answer", () => {
  it("is one for one wish, however its variables are written", () => {
    const one = addressOf("abc", {
      words: "空调",
      regionCode: undefined,
      narrowing: { saleModes: ["FIXED"], leastMark: 4 },
    });
    const other = addressOf("abc", {
      narrowing: { leastMark: 4, priceFrom: null, saleModes: ["FIXED"] },
      words: "空调",
    });
    expect(one).toBe(other);
    expect(decodeURIComponent(one)).toBe(
      '/graphql/documents/abc?variables={"narrowing":{"leastMark":4,"saleModes":["FIXED"]},"words":"空调"}',
    );
    expect(addressOf("abc", { regionCode: null })).toBe("/graphql/documents/abc");
  });
});
