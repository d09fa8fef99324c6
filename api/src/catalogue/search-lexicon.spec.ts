import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lexicon, type Term } from "./search-lexicon.js";
import { chinese } from "./search-words.store.js";

const { sound } = await chinese();
const term = (word: string, weight = 1, titles = weight): Term => {
  const han = /^\p{Script=Han}+$/u.test(word);
  return {
    ...{ word, weight, titles },
    sound: han ? sound(word) : word,
    initials: han ? [...word].map((each) => sound(each)[0]).join("") : "",
  };
};
const words = (terms: readonly Term[]): string[] => terms.map(({ word }) => word);
const shop = new Lexicon(
  [term("空调", 9), term("清洗", 8), term("油烟机", 5), term("乳胶漆", 4), term("课堂", 2), term("logo", 3)],
  [
    ["冷气", "空调"],
    ["冷气机", "空调"],
    ["ac", "空调"],
  ],
);

describe("the lexicon", () => {
  it("finds words by how they sound, whole, begun and by initials, the commonest first", () => {
    expect(words(shop.soundingLike("kongtiao"))).toEqual(["空调"]);
    expect(words(shop.withInitials("kt"))).toEqual(["空调", "课堂"]);
    expect(words(shop.soundBeginning("you", 4))).toEqual(["油烟机"]);
    expect(shop.soundingLike("kongtia")).toEqual([]);
  });

  it("brings the longer words that a part stands in, never the part itself", () => {
    expect(words(shop.containing("胶漆"))).toEqual(["乳胶漆"]);
    expect(shop.containing("乳胶漆")).toEqual([]);
  });

  it("finds words one character or one letter away", () => {
    expect(words(shop.nearHan("空条"))).toContain("空调");
    expect(words(shop.nearHan("油烟鸡"))).toContain("油烟机");
    expect(words(shop.nearHan("油烟机机"))).toContain("油烟机");
    expect(words(shop.nearSound("kongtaio"))).toEqual(["空调"]);
    expect(words(shop.nearHan("空调"))).not.toContain("空调");
    expect(shop.nearSound("kontao")).toEqual([]);
  });

  it("takes the longest synonym that stands at a place, and a Latin one only as a word of its own", () => {
    expect(shop.synonymAt("修冷气机", 1)).toBe("冷气机");
    expect(shop.synonymAt("ac清洗", 0)).toBe("ac");
    expect(shop.synonymAt("mac清洗", 1)).toBeUndefined();
    expect([...shop.synonyms("空调")].sort()).toEqual(["ac", "冷气", "冷气机"].sort());
  });

  it("lets the heavier of two equal words count", () => {
    expect(new Lexicon([term("空调", 1), term("空调", 7)], []).find("空调")?.weight).toBe(7);
  });

  it("never says fewer titles than fit", () => {
    const vocabulary = ["空调", "清洗", "油烟机", "logo"];
    const titles = fc.array(fc.subarray(vocabulary, { minLength: 1 }), { minLength: 1, maxLength: 30 });
    const asked = fc.array(fc.subarray(vocabulary, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(titles, asked, (shelf, alternatives) => {
        const count = (word: string): number => shelf.filter((title) => title.includes(word)).length;
        const lexicon = new Lexicon(
          vocabulary.map((word) => term(word, 1, count(word))),
          [],
        );
        const parts = alternatives.map((any) => ({ any: any.map((word) => [word]) }));
        const said = shelf.map((title) => alternatives.filter((any) => any.some((w) => title.includes(w))).length);
        const least = { EVERY: parts.length, MOST: Math.max(1, parts.length - 1), SOME: 1 } as const;
        for (const mode of ["EVERY", "MOST", "SOME"] as const) {
          if (mode === "MOST" && parts.length < 2) continue;
          const fit = said.filter((n) => n >= least[mode]).length;
          expect(lexicon.titlesAtMost(parts, mode)).toBeGreaterThanOrEqual(fit);
        }
      }),
      { seed: 20261123 },
    );
    expect(shop.titlesAtMost([{ any: [["漆"]] }], "EVERY")).toBe(Number.POSITIVE_INFINITY);
    expect(shop.titlesAtMost([{ any: [["量子"]] }], "EVERY")).toBe(0);
  });
});
