import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise, plain } from "./text.js";

describe("normalising what people type", () => {
  it.each([
    ["　查 進 度！", "查进度"],
    ["ＳＯ２０２６１１２０－７Ｋ３Ｍ９Ｑ", "so202611207k3m9q"],
    ["轉人工。。。", "转人工"],
    ["綁定👋", "绑定"],
    ["Hello!", "hello"],
    ["①", "1"],
    ["", ""],
  ])("%s becomes %s", (typed, form) => expect(normalise(typed)).toBe(form));

  it("does nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe("somebody's text in a line of ours", () => {
  it("can be neither a link nor another line", () => {
    expect(plain('<a href="https://evil.example">中奖</a>\n下一行', 80)).toBe(
      '＜a href="https://evil.example"＞中奖＜/a＞ 下一行',
    );
  });

  it("is cut with an ellipsis that counts", () => {
    expect(plain("一二三四五", 5)).toBe("一二三四五");
    expect(plain("一二三四五六", 5)).toBe("一二三四…");
  });
});
