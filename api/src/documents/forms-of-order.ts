import { whenOf } from "../catalogue/plan-words.js";
import type { PlanStep } from "../contracts/fill.js";
import { dayOf } from "../kernel/day.js";
import type { Fen } from "../kernel/money.js";
import type { OrderState } from "../orders/order.js";
import { yuan } from "../pricing/yuan.js";
import { type FormData, type FormTable, factsOf } from "./form-data.js";

export interface AboutOrder {
  readonly no: string;
  readonly productTitle: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly address: string;
  readonly placedAt: number;
  readonly total: Fen;
  readonly revision: number;
  readonly state: OrderState;
}

export interface OrderLine {
  readonly itemName: string;
  readonly quantity: number;
  readonly unit: string;
  readonly saleAmount: Fen;
  readonly state: "ACTIVE" | "CANCELLED";
}

/** What every form of an order says of it. */
export function aboutOrder(order: AboutOrder): Omit<FormData, "facts" | "tables" | "amount"> {
  return {
    orderNo: order.no,
    orderTitle: order.productTitle,
    customerName: order.contactName,
    supplierName: null,
    signers: [],
  };
}

export const orderFactsOf = (order: AboutOrder) =>
  factsOf(["订单编号", order.no], ["服务内容", order.productTitle], ["客户", order.contactName]);

/** 订单确认单: what was agreed, by the order's newest revision. */
export function confirmationData(order: AboutOrder, lines: readonly OrderLine[]): FormData {
  const facts = [
    ...orderFactsOf(order),
    ...factsOf(
      ["联系电话", order.contactPhone],
      ["服务地址", order.address],
      ["下单日期", dayOf(order.placedAt)],
      ["订单版次", `第 ${order.revision} 版`],
      ["订单状态", order.state === "CANCELLED" ? "已取消" : null],
    ),
  ];
  return { ...aboutOrder(order), amount: order.total, facts, tables: [linesTable(lines, order.total)] };
}

/** 报价单: the quotation that became the order. */
export function quotationData(
  order: AboutOrder,
  lines: readonly OrderLine[],
  quotation: { readonly no: string },
): FormData {
  const facts = [...factsOf(["报价编号", quotation.no]), ...orderFactsOf(order)];
  return { ...aboutOrder(order), amount: order.total, facts, tables: [linesTable(lines, order.total)] };
}

/** 分期付款计划表; null for an order that always was to be paid at once. One that a change ended says that nothing is left. */
export function planData(order: AboutOrder, plan: readonly (PlanStep & { readonly state: string })[]): FormData | null {
  const open = plan.filter(({ state }) => state !== "VOID");
  if (plan.length < 2) return null;
  const table: FormTable = {
    heading: "付款计划",
    columns: [
      { title: "期次", width: 1 },
      { title: "名称", width: 3 },
      { title: "付款时间", width: 4 },
      { title: "金额", width: 2, right: true },
    ],
    rows: open.map((step, index) => [String(index + 1), step.name, whenOf(step), yuan(step.amount)]),
    foot: ["", "合计", "", yuan(order.total)],
  };
  return { ...aboutOrder(order), amount: order.total, facts: orderFactsOf(order), tables: [table] };
}

export interface AboutContract {
  readonly no: string;
  readonly revision: number;
  readonly amount: Fen | null;
  readonly effectiveOn: string | null;
  readonly sha256: string | null;
  readonly cause: string | null;
  readonly scans: number;
}

/** 合同登记单: that a contract signed on paper was verified, and which file it is. */
export function contractData(order: AboutOrder, contract: AboutContract): FormData {
  const table: FormTable = {
    heading: "合同文件",
    columns: [
      { title: "事项", width: 1 },
      { title: "内容", width: 4 },
    ],
    rows: [
      ["签字页", `${contract.scans} 个文件`],
      ["合同文件校验码", contract.sha256 ?? "—"],
    ],
  };
  const facts = [
    ...factsOf(
      ["合同编号", contract.no],
      ["合同版次", `第 ${contract.revision} 版`],
      ["生效日期", contract.effectiveOn],
      ["变更原因", contract.cause],
    ),
    ...orderFactsOf(order),
  ];
  return { ...aboutOrder(order), amount: contract.amount ?? order.total, facts, tables: [table] };
}

function linesTable(lines: readonly OrderLine[], total: Fen): FormTable {
  return {
    heading: "服务明细",
    columns: [
      { title: "服务项目", width: 5 },
      { title: "数量", width: 2, right: true },
      { title: "金额", width: 2, right: true },
    ],
    rows: lines
      .filter(({ state }) => state === "ACTIVE")
      .map(({ itemName, quantity, unit, saleAmount }) => [itemName, `${quantity} ${unit}`, yuan(saleAmount)]),
    foot: ["合计", "", yuan(total)],
  };
}
