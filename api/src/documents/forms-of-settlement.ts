import { dayOf } from "../kernel/day.js";
import type { Fen } from "../kernel/money.js";
import { yuan } from "../pricing/yuan.js";
import { type FormData, factsOf } from "./form-data.js";
import { moment } from "./forms-of-money.js";

export interface AboutStatement {
  readonly no: string;
  readonly net: Fen;
  readonly retained: Fen;
  readonly carried: Fen;
  readonly cutAt: number;
  readonly approvedAt: number | null;
  readonly paidAt: number | null;
  readonly bankReference: string | null;
}

export interface AboutStatementLine {
  readonly title: string;
  readonly orderNo: string | null;
  readonly amount: Fen;
  readonly retained: Fen;
}

/** 服务商结算单: what a supplier is paid, line by line. */
export function settlementData(
  supplierName: string,
  statement: AboutStatement,
  lines: readonly AboutStatementLine[],
): FormData {
  const facts = factsOf(
    ["结算单号", statement.no],
    ["服务商", supplierName],
    ["截止日期", dayOf(statement.cutAt)],
    ["暂留质保金", yuan(statement.retained)],
    ["结转下期", yuan(statement.carried)],
    ["批准时间", moment(statement.approvedAt)],
    ["付款时间", moment(statement.paidAt)],
    ["银行流水号", statement.bankReference],
  );
  const table = {
    heading: "结算明细",
    columns: [
      { title: "内容", width: 5 },
      { title: "订单", width: 4 },
      { title: "金额", width: 2, right: true },
      { title: "暂留", width: 2, right: true },
    ],
    rows: lines.map(({ title, orderNo, amount, retained }) => [title, orderNo ?? "", yuan(amount), yuan(retained)]),
    foot: ["本期应付", "", yuan(statement.net), ""],
  };
  const nobody = { orderNo: null, orderTitle: null, customerName: null };
  return { ...nobody, supplierName, amount: statement.net, facts, tables: [table], signers: [] };
}
