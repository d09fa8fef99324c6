import { describe, expect, it } from "vitest";
import { hexWord, queryTokens, searchWords, tokenText } from "./search.js";

describe("search words", () => {
  it("become ASCII that no full-text index splits or drops", () => {
    expect(hexWord("空调")).toBe("u7a7a8c03");
    expect(hexWord("vi")).toBe("u00760069");
    expect(hexWord("漆".repeat(40))).toHaveLength(1 + 20 * 4);
  });

  it("are found by one of their characters, yet don't match each other by it", () => {
    expect(tokenText(["乳胶漆"])).toBe("u4e7380f66f06 c4e73 c80f6 c6f06");
    expect(queryTokens(["漆"])).toEqual(["c6f06"]);
    expect(queryTokens(["和服"])).toEqual(["u548c670d"]);
  });

  it("leave out punctuation, stop words and repeats", () => {
    expect(searchWords(["空调", " ", "的", "·", "清洗", "空调", "VI", "ＡＣ"])).toEqual(["空调", "清洗", "vi", "ac"]);
    expect(tokenText(["，", "和"])).toBe("");
  });

  it("never carry an operator of a query language", () => {
    const tokens = queryTokens(['"', "*", "+a", "NEAR(", "a-b", "OR", "\u0000", "%"]);
    for (const token of tokens) expect(token).toMatch(/^[uc][0-9a-f]+$/);
  });

  it("of a query count up to twelve", () => {
    expect(queryTokens(Array.from({ length: 40 }, (_, index) => `词${index}`))).toHaveLength(12);
  });
});
