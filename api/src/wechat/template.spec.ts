import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shorten } from "../kernel/shorten.js";
import { tenderTexts } from "../notifications/card.js";
import { phrases } from "./card-words.js";
import { type CardCode, CardFault, cardCodes, cards, fitCard, type RegisteredField } from "./template.js";

const AT = Date.parse("2026-01-05T07:01:30.000Z");

/** Keys as an account of its own would have them: none starts at 1. */
const registered = (code: CardCode): RegisteredField[] =>
  cards[code].fields.map(({ name, type }, index) => ({ name, key: `${type}${index + 7}`, type }));

const placed = { no: "SO20260105-7K3M9Q", item: "空调清洗", at: AT, amount: 38_800, status: "待付款" };

describe("a card", () => {
  it("has five rows at most, each name and each label once", () => {
    for (const code of cardCodes) {
      const { fields } = cards[code];
      expect(fields.length).toBeLessThanOrEqual(5);
      expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
      expect(new Set(fields.map((field) => field.label)).size).toBe(fields.length);
    }
  });

  it("goes by the account's own keys, in words WeChat takes", () => {
    expect(fitCard("ORDER_PLACED", registered("ORDER_PLACED"), placed)).toEqual({
      character_string7: { value: "SO20260105-7K3M9Q" },
      thing8: { value: "空调清洗" },
      time9: { value: "2026年1月5日 15:01" },
      amount10: { value: "￥388.00" },
      phrase11: { value: "待付款" },
    });
  });

  it("tells a date without its time", () => {
    const due = { no: "SO20260105-7K3M9Q", seq: "2/3", amount: 5, dueOn: AT, item: "空调清洗" };
    const data = fitCard("INSTALMENT_DUE", registered("INSTALMENT_DUE"), due);
    expect(data).toMatchObject({ date10: { value: "2026年1月5日" }, amount9: { value: "￥0.05" } });
  });

  it.each([
    ["a number with Chinese in it", { no: "第二期" }],
    ["a number of 33 characters", { no: "S".repeat(33) }],
    ["an empty name", { item: " \n " }],
    ["a state that is in no dictionary", { status: "马上就好" }],
    ["an amount of eleven digits", { amount: 10_000_000_000 }],
    ["a negative amount", { amount: -1 }],
    ["half a fen", { amount: 0.5 }],
    ["a time as text", { at: "2026-01-05" }],
    ["a name as number", { item: 7 }],
  ])("refuses %s instead of sending it", (_title, wrong) => {
    expect(() => fitCard("ORDER_PLACED", registered("ORDER_PLACED"), { ...placed, ...wrong })).toThrow(CardFault);
  });

  it("refuses a means of payment that was not agreed with the template", () => {
    const paid = { ...placed, tender: "现金" };
    expect(() => fitCard("PAYMENT_RECEIVED", registered("PAYMENT_RECEIVED"), paid)).toThrow(CardFault);
    for (const tender of Object.values(tenderTexts))
      fitCard("PAYMENT_RECEIVED", registered("PAYMENT_RECEIVED"), { ...paid, tender });
  });

  it("refuses a row without a value and a row the registry does not know", () => {
    const { item: _item, ...rest } = placed;
    expect(() => fitCard("ORDER_PLACED", registered("ORDER_PLACED"), rest)).toThrow("has no value");
    expect(() => fitCard("ORDER_PLACED", [], placed)).toThrow("is not registered");
  });

  it("sends a state through a row for names, but never a name through a row for states", () => {
    const fields = registered("PROGRESS");
    const as = (name: string, type: string) =>
      fields.map((field) => (field.name === name ? { ...field, key: `${type}9`, type } : field));
    const values = { no: "SO1", item: "空调清洗", status: "服务中", at: AT };
    expect(fitCard("PROGRESS", as("status", "thing"), values)).toMatchObject({ thing9: { value: "服务中" } });
    expect(() => fitCard("PROGRESS", as("item", "phrase"), values)).toThrow(CardFault);
  });
});

describe("phrases", () => {
  it("are at most five Chinese characters, each once", () => {
    for (const phrase of Object.values(phrases)) expect(phrase).toMatch(/^\p{Script=Han}{1,5}$/u);
    expect(new Set(Object.values(phrases)).size).toBe(Object.values(phrases).length);
  });
});

describe("shortening", () => {
  it("keeps 20 characters as they are and cuts the 21st with an ellipsis that counts", () => {
    expect(shorten("一".repeat(20), 20)).toBe("一".repeat(20));
    expect(shorten("一".repeat(21), 20)).toBe(`${"一".repeat(19)}…`);
  });

  it("counts an emoji as one and never cuts it in half", () => {
    expect(shorten("😀".repeat(21), 20)).toBe(`${"😀".repeat(19)}…`);
  });

  it("never gives more than its limit, never a line break", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const short = shorten(text, 20);
        expect([...short].length).toBeLessThanOrEqual(20);
        expect(short).not.toMatch(/[\n\r\t]/);
      }),
    );
  });
});
