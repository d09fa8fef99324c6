import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, type Link, linksOf, REPLY_BYTES, textOf, together } from "./saying.js";

const link = (label: string): Link => ({ label, audience: "CUSTOMER", path: "/orders", accountId: null });
const url = (): string => "https://kaidan.example/w/token";
const linked = (text: string): Line => ({ text, link: link("查看") });
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe("a saying as a text", () => {
  it("puts each link at the end of its line", () => {
    const text = textOf({ lines: ["一", linked("二 ")], foot: [linked("")] }, url);
    expect(text).toBe(
      '一\n二 <a href="https://kaidan.example/w/token">查看</a>\n<a href="https://kaidan.example/w/token">查看</a>',
    );
  });

  it("says below links that sign in that they are for their reader alone", () => {
    const own = (audience: Link["audience"]): Line => ({
      text: "",
      link: { ...link("打开"), audience, accountId: "A" },
    });
    expect(textOf({ lines: [own("CUSTOMER")] }, url)).toMatch(/<\/a>\n链接仅供本人打开，请勿转发。$/);
    expect(textOf({ lines: ["一"], foot: [own("SUPPLIER")] }, url)).toContain("仅供本人打开");
    expect(textOf({ lines: [own("STAFF"), linked("")] }, url)).not.toContain("仅供本人打开");
  });

  it("keeps the foot and says that there is more when lines have to go", () => {
    const lines = Array.from({ length: 200 }, (_line, index) => `${index} 一二三四五六七八九十`);
    const text = textOf({ lines, foot: ["尾"] }, url);
    expect(bytes(text)).toBeLessThanOrEqual(REPLY_BYTES);
    expect(text.startsWith("0 一二")).toBe(true);
    expect(text.endsWith("…（内容较多，请点开链接查看）\n尾")).toBe(true);
  });

  it("is never longer than WeChat takes, and never holds half a link", () => {
    const line = fc.tuple(fc.string({ unit: "grapheme", maxLength: 80 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const plain = lines.map(([text, isLink]) => {
          const safe = text.replaceAll(/[<>]/g, "");
          return isLink ? linked(safe) : safe;
        });
        const text = textOf({ lines: plain, foot: [linked("")] }, url);
        expect(bytes(text)).toBeLessThanOrEqual(REPLY_BYTES);
        expect(text.split("<a ").length).toBe(text.split("</a>").length);
      }),
    );
  });
});

describe("several sayings", () => {
  it("stand below each other with their feet at the end", () => {
    const both = together([
      { lines: ["甲"], foot: [linked("甲尾")] },
      { lines: [] },
      { lines: ["乙"], foot: ["乙尾"] },
    ]);
    expect(both.lines).toEqual(["甲", "", "乙"]);
    expect(both.foot).toEqual([linked("甲尾"), "乙尾"]);
    expect(linksOf(both)).toHaveLength(1);
  });

  it("is never longer, not even when the feet of many accounts are", () => {
    const feet = Array.from({ length: 40 }, (_, index) => `${index} ${"脚".repeat(30)}`);
    const text = textOf({ lines: ["一行"], foot: feet }, () => "");
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(REPLY_BYTES);
    expect(text.split("\n").at(1)).toBe(feet[0]);
  });
});
