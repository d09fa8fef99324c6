import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctQuery } from "./search-correction.js";
import { Lexicon, type Term } from "./search-lexicon.js";
import { normalQuery, readQuery } from "./search-reading.js";
import { openReading } from "./search-suggestions.js";
import { chinese } from "./search-words.store.js";

const tongue = await chinese();
const term = (word: string, weight: number): Term => {
  const han = /^\p{Script=Han}+$/u.test(word);
  return {
    ...{ word, weight, titles: weight },
    sound: han ? tongue.sound(word) : word,
    initials: han ? [...word].map((each) => tongue.sound(each)[0]).join("") : "",
  };
};
const counted = "空调 清洗 油烟 油烟机 下水 水道 下水道 疏通 商标 注册 注册商标 乳胶漆 维修 婚礼 摄像 logo 设计".split(
  " ",
);
const shop = new Lexicon(
  counted.map((word, index) => term(word, 100 - index)),
  [["冷气机", "空调"]],
);
const read = (query: string) => readQuery(query, shop, tongue);
const said = (query: string): string[] =>
  read(query).map((part) => part.any.map((phrase) => phrase.join("+")).join("|"));
const meant = (query: string): string | undefined => correctQuery(query, shop, tongue)?.text;

describe("a query", () => {
  it("is the same in any order of its words", () => {
    const words = ["疏通", "清洗", "商标", "婚礼", "维修"];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), (some) => {
        expect(said(some.join(" ")).sort()).toEqual([...some].sort());
      }),
      { seed: 20261123 },
    );
    expect(said("清洗空调").sort()).toEqual(said("空调清洗").sort());
  });

  it("takes a long word for its pieces, and lets them say it in another order", () => {
    expect(said("下水道疏通")).toEqual(["下水道|下水+水道", "疏通"]);
    expect(said("注册商标")).toEqual(["注册商标|注册+商标"]);
    expect(said("油烟机")).toEqual(["油烟机|油烟+烟机"]);
  });

  it("reads letters as pinyin, whole, begun or by initials, and words of the shop as they are", () => {
    expect(said("kongtiaoqingxi")).toEqual(["空调", "清洗"]);
    expect(said("kong tiao qing xi")).toEqual(["空调", "清洗"]);
    expect(said("ktqx")).toEqual(["空调", "清洗"]);
    expect(said("youyan")).toEqual(["油烟"]);
    expect(said("rujiao")).toEqual(["乳胶漆"]);
    expect(said("logo")).toEqual(["logo"]);
  });

  it("brings what a part of a word stands in, and what stands for a word", () => {
    expect(said("胶漆")).toEqual(["胶漆|乳胶漆"]);
    expect(said("冷气机清洗")[0]).toMatch(/\|空调$/);
  });

  it("says which words the shop doesn't know; numbers are no typos", () => {
    expect(read("空调 量子").map((part) => part.known)).toEqual([true, false]);
    expect(read("空调 2026").map((part) => part.known)).toEqual([true, true]);
  });

  it("is bounded, whatever is typed: twelve parts of sixty characters, without an empty one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(normalQuery(text).length).toBeLessThanOrEqual(60);
        const parts = read(text);
        expect(parts.length).toBeLessThanOrEqual(12);
        for (const part of parts) expect(part.any.length).toBeGreaterThan(0);
        correctQuery(text, shop, tongue);
        openReading(text, shop, tongue);
      }),
      { seed: 20261123 },
    );
  });
});

describe("a typo", () => {
  it.each([
    ["空条清洗", "空调清洗"],
    ["空调清冼", "空调清洗"],
    ["油烟鸡", "油烟机"],
    ["下水到疏通", "下水道疏通"],
    ["婚礼摄相", "婚礼摄像"],
    ["kongtaioqingxi", "空调清洗"],
    ["lgoo", "logo"],
  ])("%s is put right as %s", (query, right) => {
    expect(meant(query)).toBe(right);
  });

  it("is not seen in what the shop knows", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...counted), { minLength: 1, maxLength: 4 }), (some) => {
        expect(meant(some.join(" "))).toBeUndefined();
      }),
      { seed: 20261123 },
    );
  });
});

describe("what is being typed", () => {
  const grown = (typed: string): string[] => openReading(typed, shop, tongue).queries.map(({ text }) => text);

  it("goes on as words of the shop, keeping what stands before", () => {
    expect(grown("空")).toContain("空调");
    expect(grown("空调清")).toContain("空调清洗");
    expect(grown("logo 设")).toContain("logo设计");
  });

  it("is written out when it is pinyin", () => {
    expect(grown("ktqx")[0]).toBe("空调清洗");
    expect(grown("xiashuid")).toContain("下水道");
  });

  it("is nothing for nothing", () => {
    expect(grown("  ")).toEqual([]);
    expect(grown("量子计算")).toEqual([]);
  });
});
