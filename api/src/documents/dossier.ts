import type { Fen } from "../kernel/money.js";
import type { TimelineEntry } from "../orders/timeline.js";
import { timelineWords } from "../orders/told-words.js";
import { yuan } from "../pricing/yuan.js";
import { type FormCode, formTitles, proofOf } from "./form.js";
import { type FormData, type FormTable, factsOf } from "./form-data.js";
import { moment } from "./forms-of-money.js";
import { type AboutOrder, aboutOrder, orderFactsOf } from "./forms-of-order.js";
import { concernsCustomer, customersWord, type MoneyStep } from "./money-flow.js";

/** Whom a dossier is for: an order's customer, or the platform's own people. */
export type DossierReader = "CUSTOMER" | "STAFF";

export interface DossierParts {
  readonly reader: DossierReader;
  readonly at: number;
  readonly entries: readonly (TimelineEntry & { readonly who: string })[];
  readonly steps: readonly MoneyStep[];
  readonly forms: readonly { code: FormCode; no: string; issuedAt: number; state: string; hash: string }[];
}

const stateWords: Readonly<Record<string, string>> = { ISSUED: "有效", SUPERSEDED: "已被替代", VOID: "已作废" };

/** The steps of the money that a reader may know: who pays reads nothing of what the platform pays its suppliers. */
export function stepsFor(
  reader: DossierReader,
  steps: readonly MoneyStep[],
): readonly (MoneyStep & { title: string })[] {
  return steps
    .filter(({ effect }) => reader === "STAFF" || concernsCustomer(effect))
    .map((step) => ({ ...step, title: reader === "STAFF" ? step.memo : customersWord(step.effect) }));
}

/** 交易全程表单: the order's flow of information beside its flow of money, up to one moment. */
export function dossierData(order: AboutOrder, parts: DossierParts): FormData {
  const last = parts.steps.at(-1);
  const sum = (amount: Fen | undefined): string => (amount === undefined ? yuan(0 as Fen) : yuan(amount));
  const facts = [
    ...orderFactsOf(order),
    ...factsOf(
      ["订单金额", yuan(order.total)],
      ["订单版次", `第 ${order.revision} 版`],
      ["截至", moment(parts.at)],
      ["累计已收", sum(last?.paid)],
      ["累计已确认", sum(last?.earned)],
      ["累计已退", sum(last?.refunded)],
      ["尚未支付", last ? yuan(last.outstanding) : yuan(order.total)],
    ),
  ];
  const tables = [informationTable(parts), moneyTable(parts), formsTable(parts)];
  return { ...aboutOrder(order), amount: null, facts, tables: tables.filter(({ rows }) => rows.length > 0) };
}

function informationTable({ entries }: DossierParts): FormTable {
  return {
    heading: "信息流",
    columns: [
      { title: "时间", width: 3 },
      { title: "经办", width: 2 },
      { title: "事项", width: 4 },
      { title: "内容", width: 4 },
      { title: "附件", width: 1, right: true },
    ],
    rows: entries.map(({ at, who, kind, subject, detail, amount, photoIds }) => [
      moment(at),
      who,
      timelineWords[kind],
      [subject, detail, amount === null ? null : yuan(amount as Fen)].filter((text) => text !== null).join("，"),
      photoIds.length > 0 ? String(photoIds.length) : "",
    ]),
  };
}

function moneyTable({ reader, steps }: DossierParts): FormTable {
  return {
    heading: "资金流",
    columns: [
      { title: "时间", width: 3 },
      { title: "凭证与事项", width: 5 },
      { title: "累计已收", width: 2, right: true },
      { title: "已确认", width: 2, right: true },
      { title: "已退", width: 2, right: true },
      { title: "未付", width: 2, right: true },
    ],
    rows: stepsFor(reader, steps).map((step) => [
      moment(step.at),
      `${step.no}\n${step.title}`,
      ...[step.paid, step.earned, step.refunded, step.outstanding].map(yuan),
    ]),
  };
}

function formsTable({ forms }: DossierParts): FormTable {
  return {
    heading: "单据",
    columns: [
      { title: "单据", width: 3 },
      { title: "编号", width: 4 },
      { title: "时间", width: 3 },
      { title: "状态", width: 2 },
      { title: "校验码", width: 3 },
    ],
    rows: forms.map(({ code, no, issuedAt, state, hash }) => [
      formTitles[code],
      no,
      moment(issuedAt),
      stateWords[state] ?? state,
      proofOf(hash),
    ]),
  };
}
