import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import { type Agreed, fillTemplate } from "./fill.js";
import { sampleAgreed } from "./sample.js";
import { cleanTemplateText, mustBeTemplate, parseTemplate } from "./template.js";

const SEED = 20_261_122;
const NOW = Date.UTC(2026, 10, 22, 8);
const ending = "\n合计 {{total}}\n{{signatures}}";

const filled = (text: string, agreed: Agreed = sampleAgreed(NOW)) => fillTemplate(mustBeTemplate(text), agreed);
const issuesOf = (text: string) => {
  const parsed = parseTemplate(text);
  return parsed.ok ? [] : parsed.issues;
};

describe("a contract's table of lines", () => {
  const priceOf = (unitPrice: number, quantity: number, amount: number) => {
    const line = { name: "半包基装", quantity, unit: "㎡", unitPrice: fen(unitPrice), amount: fen(amount) };
    const [table] = filled(`{{lines}}${ending}`, { ...sampleAgreed(NOW), lines: [line] });
    return table?.kind === "TABLE" ? table.rows[0]?.[2] : undefined;
  };

  it("has the price of one unit where the amount is that times the quantity, and else says that it is for the whole", () => {
    expect(priceOf(58_800, 89, 5_233_200)).toBe("¥588.00");
    expect(priceOf(58_800, 89, 5_764_900)).toBe("整项计价");
  });
});

describe("a contract's text", () => {
  it("has headings, paragraphs, places, tables and boxes to sign in", () => {
    const blocks = filled(`# 一、约定\n甲方 {{customer.name}}\n共 {{inputs.AREA}}\n\n{{lines}}\n{{plan}}${ending}`);
    expect(blocks.map((block) => block.kind)).toEqual([
      "HEADING",
      "PARAGRAPH",
      "TABLE",
      "TABLE",
      "PARAGRAPH",
      "SIGNATURES",
    ]);
    expect(blocks[1]).toEqual({ kind: "PARAGRAPH", text: "甲方 示例客户\n共 90 ㎡" });
    expect(blocks[2]).toMatchObject({ foot: ["合计", "", "", "¥12,600.00"] });
    expect(blocks[3]).toMatchObject({
      rows: [
        ["1", "首付款", "下单时", "¥3,780.00"],
        ["2", "尾款", "全部验收后", "¥8,820.00"],
      ],
    });
  });

  it("says the total in capitals and the day as people write it", () => {
    expect(filled(`{{contract.issuedOn}} {{totalInCapitals}}${ending}`)[0]).toMatchObject({
      text: "2026年11月22日 壹万贰仟陆佰元整\n合计 ¥12,600.00",
    });
  });

  it("prints 无 for a question that was left open", () => {
    expect(filled(`{{inputs.COLOUR}}，{{order.note}}${ending}`)[0]).toMatchObject({
      text: expect.stringMatching(/^无，无/),
    });
  });

  it("never reads a value as a place again, whatever somebody is called", () => {
    const sample = sampleAgreed(NOW);
    const agreed = { ...sample, customer: { ...sample.customer, name: "{{total}}" } };
    expect(filled(`{{customer.name}}${ending}`, agreed)[0]).toMatchObject({
      text: expect.stringMatching(/^\{\{total\}\}/),
    });
  });

  it("prints two braces that were escaped", () => {
    expect(filled(`写作 \\{{total}}${ending}`)[0]).toMatchObject({
      text: expect.stringMatching(/^写作 \{\{total\}\}/),
    });
  });

  it.each([
    ["{{price}}", "PLACE_UNKNOWN", 0, 9, "price"],
    ["甲\n乙{{customer.login}}", "PLACE_UNKNOWN", 3, 21, "customer.login"],
    ["{{1 + 1}}", "PLACE_UNKNOWN", 0, 9, "1 + 1"],
    ["{{inputs.area}}", "PLACE_UNKNOWN", 0, 15, "inputs.area"],
    ["见 {{lines}}", "BLOCK_NOT_ALONE", 2, 11, "lines"],
    ["# {{total", "PLACE_UNCLOSED", 2, 4, ""],
  ])("refuses %j as %s, from %i to %i", (text, code, from, to, name) => {
    expect(issuesOf(`${text}${ending}`)[0]).toEqual({ code, from, to, name });
  });

  it("refuses what nobody could sign, and what says no amount", () => {
    expect(issuesOf("甲乙双方").map(({ code, name }) => [code, name])).toEqual([
      ["PLACE_MISSING", "total"],
      ["PLACE_MISSING", "signatures"],
    ]);
  });

  it("refuses characters nobody sees, an empty text and one without an end", () => {
    for (const text of [`a\u202Eb${ending}`, `a\u0000${ending}`, "", "x".repeat(10_001)]) {
      expect(() => cleanTemplateText(text)).toThrow(Refusal);
    }
  });

  it("either is understood or has an issue within the text, whatever is written", () => {
    assert(
      property(string({ unit: "binary", maxLength: 60 }), (text) => {
        const issues = issuesOf(text.replaceAll("a", "{{").replaceAll("b", "}}"));
        return issues.every(({ from, to }) => from >= 0 && from <= to);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});
