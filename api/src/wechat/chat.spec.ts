import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InboundMessage } from "./answering.js";
import { hear, menuKeys, understand } from "./chat.js";

const message = (change: Partial<InboundMessage>): InboundMessage => ({
  openid: "o1",
  type: "event",
  text: null,
  event: null,
  eventKey: null,
  ticket: null,
  at: 0,
  ...change,
});
const event = (name: string, eventKey: string | null = null) => hear(message({ event: name, eventKey }));

describe("understanding a text", () => {
  it.each([
    [
      "PROGRESS",
      [
        "进度",
        "查进度",
        "查询",
        "订单",
        "我的订单",
        "到哪了",
        "状态",
        "　查 進 度！",
        "請問訂單到哪了？",
        "帮我查一下进度",
        "我的订单到哪里了",
      ],
    ],
    ["PAY", ["付款", "支付", "账单", "分期", "待付款", "帳單", "我要付款", "怎么付款", "去支付"]],
    ["ACCEPT", ["验收", "确认", "待验收", "驗收", "我要验收"]],
    ["REFUND", ["退款", "我要退款", "怎么退款？"]],
    ["INVOICE", ["发票", "開發票", "怎么开发票"]],
    ["KF", ["客服", "人工", "转人工", "轉人工", "我要投诉"]],
    ["BIND", ["绑定", "綁定", "绑定账号", "怎么绑定"]],
    ["UNBIND", ["解绑", "取消绑定", "解綁"]],
    ["UNBIND_CONFIRMED", ["确认解绑", "確認解綁", "Confirm unbind"]],
    ["HELP", ["帮助", "?", "？？", "菜单", "你好", "您好！", "0", "０", "Hello", "菜單"]],
  ])("%s", (intent, texts) => {
    for (const text of texts) expect([text, understand(text).intent]).toEqual([text, intent]);
  });

  it.each([
    ["1", 1],
    ["５", 5],
    ["第二个", 2],
    ["③", 3],
    ["no.4", 4],
    ["第 1 条", 1],
  ])("%s picks place %i of the list", (text, place) => expect(understand(text)).toEqual({ intent: "PICK", place }));

  it.each([
    ["SO20261120-7K3M9Q", "so202611207k3m9q", true],
    ["so20261120 7k3m9q", "so202611207k3m9q", true],
    ["订单 7K3M 到哪了", "7k3m", true],
    ["1234", "1234", true],
    ["KMQX", "kmqx", true],
    ["kmqx", "kmqx", false],
    ["空调清洗", "空调清洗", false],
    ["空調清洗進度", "空调清洗", false],
    ["请问开荒保洁到哪了", "开荒保洁", false],
    ["7", "7", false],
  ])("%s may name an order", (text, found, looksLikeNumber) => {
    expect(understand(text)).toEqual({ intent: "FIND", text: found, looksLikeNumber });
  });

  it("says something about every text, however odd", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(understand(text).intent).not.toBe("");
      }),
    );
  });
});

describe("hearing an event", () => {
  it("behaves for each key of the menu as for its word", () => {
    for (const key of menuKeys) expect(event("CLICK", key)).toEqual({ kind: "WISH", wish: { intent: key } });
    expect(event("CLICK", "OLD_KEY")).toEqual({ kind: "WISH", wish: { intent: "HELP" } });
  });

  it("knows who came by a code and who merely came", () => {
    expect(event("subscribe", "qrscene_b.scene")).toEqual({ kind: "FOLLOW", scene: "b.scene" });
    expect(event("subscribe", "")).toEqual({ kind: "FOLLOW", scene: null });
    expect(event("SCAN", "b.scene")).toEqual({ kind: "SCAN", scene: "b.scene" });
    expect(event("SCAN", "poster")).toEqual({ kind: "SCAN", scene: null });
  });

  it("answers a picture with help, and opening a page with nothing", () => {
    expect(hear(message({ type: "image" }))).toEqual({ kind: "WISH", wish: { intent: "HELP" } });
    expect(event("VIEW", "https://kaidan.example")).toBeNull();
    expect(event("unsubscribe")).toEqual({ kind: "LEAVE" });
    expect(event("user_authorization_revoke")).toEqual({ kind: "REVOKE" });
  });
});
