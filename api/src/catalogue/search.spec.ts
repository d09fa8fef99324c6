import { describe, expect, it } from "vitest";
import { hexWord, matchText, searchWords, tokenText, wordsOfTokens } from "./search.js";

describe("search words", () => {
  it("become ASCII that no full-text index splits or drops", () => {
    expect(hexWord("空调")).toBe("u7a7a8c03");
    expect(hexWord("vi")).toBe("u00760069");
    expect(hexWord("漆".repeat(40))).toHaveLength(1 + 20 * 4);
  });

  it("are found by one of their characters, yet don't match each other by it", () => {
    expect(tokenText(["乳胶漆"])).toBe("u4e7380f66f06 c4e73 c80f6 c6f06");
    expect(hexWord("漆")).toBe("c6f06");
    expect(hexWord("和服")).toBe("u548c670d");
    expect(wordsOfTokens(tokenText(["乳胶漆", "vi"]))).toEqual(["乳胶漆", "vi"]);
  });

  it("leave out punctuation, stop words and repeats", () => {
    expect(searchWords(["空调", " ", "的", "·", "清洗", "空调", "VI", "ＡＣ"])).toEqual(["空调", "清洗", "vi", "ac"]);
    expect(tokenText(["，", "和"])).toBe("");
  });

  it("never carry an operator of a query language", () => {
    const words = ['"', "*", "+a", "NEAR(", "a-b", "OR", "\u0000", "%"];
    expect(matchText([{ any: words.map((word) => [word]) }], "EVERY", "mysql")).toMatch(/^\+\([uc0-9a-f ]+\)$/);
    expect(matchText([{ any: [words] }], "EVERY", "sqlite")).toMatch(
      /^\(\("[uc][0-9a-f]+"( AND "[uc][0-9a-f]+")*\)\)$/,
    );
  });

  it("are joined as each database says it", () => {
    const parts = [{ any: [["空调"], ["冷气", "机"]] }, { any: [["清洗"]] }];
    expect(matchText(parts, "EVERY", "mysql")).toBe("+(u7a7a8c03 (+u51b76c14 +c673a)) +u6e056d17");
    expect(matchText(parts, "SOME", "mysql")).toBe("(u7a7a8c03 (+u51b76c14 +c673a)) u6e056d17");
    expect(matchText(parts, "EVERY", "sqlite")).toBe(
      '(("u7a7a8c03") OR ("u51b76c14" AND "c673a")) AND (("u6e056d17"))',
    );
    expect(matchText([], "EVERY", "sqlite")).toBe("");
    expect(matchText([{ any: [[]] }], "EVERY", "mysql")).toBe("");
  });
});
