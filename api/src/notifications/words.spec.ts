import { describe, expect, it } from "vitest";
import { HOUR } from "../kernel/clock.js";
import { cards, fitCard } from "../wechat/template.js";
import { cardValues } from "./card.js";
import { manners } from "./manners.js";
import { maskAddress, type NoticeParams, noticeKinds } from "./notice.js";
import { letterOf, SMS_LIMIT, shortMessageOf } from "./words.js";

const AT = Date.parse("2026-11-20T02:00:00.000Z");
/** Everything a notice can tell, each part as long as it may be. */
const full: NoticeParams = {
  no: "SO20261120-7K3M9Q",
  title: "九十平米老房焕新整装套餐（含水电改造、墙面翻新与开荒保洁）",
  item: "水电改造与隐蔽工程验收（含材料与拆旧清运）",
  amount: 999_999_999,
  detail: "材料已到场。",
  supplier: "长沙市岳麓区匠心装饰工程有限责任公司",
  percent: 50,
  seq: 2,
  count: 3,
  until: AT + HOUR,
  tender: "BANK_TRANSFER",
  region: "长沙市",
};

describe("a short message", () => {
  it.each(noticeKinds)("of %s is signed, one sentence, and 70 characters at most", (kind) => {
    const text = shortMessageOf(kind, full);
    expect(text.startsWith("【开单】")).toBe(true);
    expect([...text].length).toBeLessThanOrEqual(SMS_LIMIT);
    expect(text).toMatch(/。$/);
    expect(shortMessageOf(kind, {})).not.toMatch(/undefined|NaN/);
  });
});

describe("a letter", () => {
  it("says what happened, what somebody wrote, and where to go on", () => {
    const letter = letterOf("PAYMENT_REJECTED", { no: "SO1", amount: 120_000, detail: "户名不符" }, "https://x.cn/o/1");
    expect(letter.subject).toBe("转账未到账 SO1");
    expect(letter.text).toBe(
      "订单SO1的转账¥1,200.00未核实到账，请查看原因。\n说明：户名不符\n查看详情：https://x.cn/o/1",
    );
  });

  it("tells instants in Shanghai", () => {
    expect(letterOf("ACCEPTANCE_DUE", full, "").text).toContain("请在11月20日11:00前验收");
  });
});

describe("a card", () => {
  const inWechat = noticeKinds.flatMap((kind) => (manners[kind].card ? [kind] : []));

  it.each(inWechat)("of %s has a value for every row, of its type and length", (kind) => {
    const { card } = manners[kind];
    if (!card) throw new Error("It has a card.");
    const fields = cards[card.code].fields.map(({ name, type }, index) => ({ name, key: `${type}${index + 1}`, type }));
    const data = fitCard(card.code, fields, cardValues(full, card, AT));
    expect(Object.keys(data)).toHaveLength(fields.length);
  });

  it("says how somebody paid in the agreed words", () => {
    const card = { code: "PAYMENT_RECEIVED" as const, status: null };
    expect(cardValues({ ...full, tender: "BANK_TRANSFER" }, card, AT)["tender"]).toBe("银行转账");
    expect(cardValues({ ...full, tender: "TEST_CHANNEL" }, card, AT)["tender"]).toBe("在线支付");
  });
});

describe("an address", () => {
  it("is shown to staff so that it can be recognised and not used", () => {
    expect(maskAddress("EMAIL", "linxiao@example.com")).toBe("l***@example.com");
    expect(maskAddress("SMS", "13800001234")).toBe("138****1234");
    expect(maskAddress("WECHAT", "oABC1234567890xyz9")).toBe("oABC…xyz9");
  });
});
