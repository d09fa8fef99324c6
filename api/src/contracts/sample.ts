import { fen } from "../kernel/money.js";
import type { Agreed } from "./fill.js";

/** An order that never was, for looking at a wording before it is saved. */
export function sampleAgreed(now: number): Agreed {
  return {
    contractNo: "HT00000000-SAMPLE",
    issuedAt: now,
    addendum: { no: "HT00000000-BEFORE", total: fen(1_200_000), cause: "示例原因" },
    order: {
      no: "SO00000000-SAMPLE",
      title: "示例商品",
      placedAt: now,
      region: "长沙市",
      note: null,
      total: fen(1_260_000),
    },
    customer: { name: "示例客户", phone: "13800000000", address: "示例路 1 号" },
    inputs: [{ code: "AREA", value: "90", unit: "㎡" }],
    lines: [{ name: "示例服务", quantity: 90, unit: "㎡", unitPrice: fen(14_000), amount: fen(1_260_000) }],
    plan: [
      { name: "首付款", amount: fen(378_000), trigger: "ON_ORDER", afterDays: null },
      { name: "尾款", amount: fen(882_000), trigger: "ON_ACCEPTANCE", afterDays: null },
    ],
  };
}
