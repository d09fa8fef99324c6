import { expect, test } from "vitest";
import { complaintOf } from "../src/account/fields.js";

/** By type: what is taken, and what is not. */
const table: Readonly<Record<string, { good: readonly string[]; bad: readonly string[] }>> = {
  thing: { good: ["空调清洗", "汉".repeat(20), "Mix 混合 1!", "📦".repeat(20)], bad: ["汉".repeat(21)] },
  short_thing: { good: ["汉".repeat(10)], bad: ["汉".repeat(11)] },
  character_string: { good: ["SO-2026/01#1", "x".repeat(32), "2/6"], bad: ["x".repeat(33), "编号1", "１２"] },
  number: { good: ["12", "1.5", "1".repeat(32)], bad: ["1".repeat(33), "12个", "-"] },
  letter: { good: ["abcXYZ"], bad: ["abc1", "a".repeat(33), "字"] },
  symbol: { good: ["***", "！"], bad: ["******", "a", "字"] },
  phrase: { good: ["待付款", "五个字刚好"], bad: ["六个字不可以", "13笔", "OK", "待 付", "待付款。"] },
  time: {
    good: ["15:01", "2026-01-05 15:01:00", "2026年1月5日 15:01", "2026-01-05 09:00~2026-01-05 11:00", "09:00~11:00"],
    bad: ["1767596460000", "2026-01-05", "25:00", "2026-13-05 10:00", "2026/01/05 15:01", "下午3点", "3:01 PM"],
  },
  date: {
    good: ["2026年1月5日", "2026-01-05", "2026-01-05 15:01", "2026年1月5日~2026年1月6日"],
    bad: ["15:01", "2026-00-05", "2026-01-32", "1767596460", "1月5日"],
  },
  amount: {
    good: ["￥388.00", "388元", "100", "¥1234567890.12", "$5"],
    bad: ["￥12345678901", "1,234.00", "三百", "￥￥1"],
  },
  phone_number: { good: ["138-0013-8000", "+86 13800138000"], bad: ["1".repeat(18), "电话"] },
  car_number: { good: ["湘A12345", "粤Z1234港"], bad: ["湘A12345678"] },
  name: { good: ["张师傅", "Anna Maria"], bad: ["汉".repeat(11), "张Anna", "a".repeat(21)] },
};

for (const [type, { good, bad }] of Object.entries(table)) {
  const field = { label: "行", key: `${type}7`, type };
  test(`${type} takes what Tencent's table allows and nothing else`, () => {
    for (const value of good) expect([value, complaintOf([field], { [field.key]: { value } })]).toEqual([value, null]);
    for (const value of bad) {
      const complaint = complaintOf([field], { [field.key]: { value } });
      expect([value, complaint]).toEqual([value, `data.${type}7.value invalid`]);
    }
  });
}

test("const takes the approved values alone", () => {
  const field = { label: "支付方式", key: "const4", type: "const", values: ["微信支付"] };
  expect(complaintOf([field], { const4: { value: "微信支付" } })).toBeNull();
  expect(complaintOf([field], { const4: { value: "现金" } })).toBe("data.const4.value invalid");
});

test("a row that is missing or empty is named, and rows that aren't asked for are passed over", () => {
  const field = { label: "项目", key: "thing3", type: "thing" };
  expect(complaintOf([field], {})).toBe("data.thing3.value is empty");
  expect(complaintOf([field], { thing3: { value: " " } })).toBe("data.thing3.value is empty");
  expect(complaintOf([field], { "thing3.DATA": { value: "x" } })).toBe("data.thing3.value is empty");
  expect(complaintOf([field], { thing3: { value: "x" }, first: { value: "您好" }, remark: {} })).toBeNull();
});
