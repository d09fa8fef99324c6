import { localTime } from "../kernel/day.js";
import { type Fen, plus } from "../kernel/money.js";
import { yuan } from "../pricing/yuan.js";
import { type FormData, type FormTable, factsOf } from "./form-data.js";
import { type AboutOrder, aboutOrder, orderFactsOf } from "./forms-of-order.js";

/** How money came, as papers say it; a tender that is new here is called by its code. */
const tenderWords: Readonly<Record<string, string>> = {
  BANK_TRANSFER: "银行转账",
  TEST_CHANNEL: "在线支付（测试通道）",
  CASH: "现金",
  SUPPLIER_COLLECTED: "服务商上门代收",
  CREDIT: "客户余款抵用",
};

export interface AboutPayment {
  readonly no: string;
  readonly tender: string;
  readonly instalmentName: string;
  readonly received: Fen | null;
  readonly bankReference: string | null;
  readonly settledAt: number | null;
}

export const tenderWord = (tender: string): string => tenderWords[tender] ?? tender;

/** "2026-11-20 18:05" in Shanghai. */
export const moment = (at: number | null): string => (at === null ? "" : localTime(at).slice(0, 16).replace("T", " "));

/** 预收款收据 or 代收款凭证: the part of one payment that is the platform's, or what was collected, and for which supplier if for one. */
export function receiptData(
  order: AboutOrder,
  payment: AboutPayment,
  amount: Fen,
  supplierName: string | null = null,
): FormData {
  const facts = [
    ...orderFactsOf(order),
    ...factsOf(
      ["收款编号", payment.no],
      ["款项", payment.instalmentName],
      ["收款方式", tenderWord(payment.tender)],
      ["银行流水号", payment.bankReference],
      ["收款时间", moment(payment.settledAt)],
      ["服务商", supplierName],
    ),
  ];
  return { ...aboutOrder(order), supplierName, amount, facts, tables: [paymentsTable([payment])] };
}

/** 组合收款明细: an instalment that several payments paid. */
export function combinedData(
  order: AboutOrder,
  instalment: { readonly name: string },
  payments: readonly AboutPayment[],
): FormData {
  const amount = plus(...payments.flatMap(({ received }) => (received === null ? [] : [received])));
  const facts = [...orderFactsOf(order), ...factsOf(["款项", instalment.name])];
  return { ...aboutOrder(order), amount, facts, tables: [paymentsTable(payments)] };
}

function paymentsTable(payments: readonly AboutPayment[]): FormTable {
  return {
    heading: "收款明细",
    columns: [
      { title: "收款编号", width: 4 },
      { title: "方式", width: 4 },
      { title: "时间", width: 3 },
      { title: "金额", width: 2, right: true },
    ],
    rows: payments.map(({ no, tender, settledAt, received }) => [
      no,
      tenderWord(tender),
      moment(settledAt),
      received === null ? "—" : yuan(received),
    ]),
  };
}

export interface AboutRefund {
  readonly no: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly approvedAt: number | null;
}

export interface RefundPart {
  readonly no: string;
  readonly amount: Fen;
  readonly route: string;
  readonly state: string;
  readonly settledAt: number | null;
}

const routeWords: Readonly<Record<string, string>> = { ORIGINAL: "原路退回", BANK: "银行转账", CREDIT: "记入客户余款" };

/** 退款单: what goes back to the customer, by which ways, and what of it has arrived. */
export function refundData(order: AboutOrder, refund: AboutRefund, parts: readonly RefundPart[]): FormData {
  const facts = [
    ...orderFactsOf(order),
    ...factsOf(["退款编号", refund.no], ["退款原因", refund.reason], ["批准时间", moment(refund.approvedAt)]),
  ];
  const table: FormTable = {
    heading: "退款明细",
    columns: [
      { title: "编号", width: 4 },
      { title: "方式", width: 3 },
      { title: "退回时间", width: 3 },
      { title: "金额", width: 2, right: true },
    ],
    rows: parts.map(({ no, route, state, settledAt, amount }) => [
      no,
      routeWords[route] ?? route,
      state === "SUCCEEDED" ? moment(settledAt) : "待退",
      yuan(amount),
    ]),
    foot: ["合计", "", "", yuan(refund.amount)],
  };
  return { ...aboutOrder(order), amount: refund.amount, facts, tables: [table] };
}
