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
    .map((step) => ({ ...step, title: titleFor(reader, step) }));
}

function titleFor(reader: DossierReader, { effect, memo }: MoneyStep): string {
  const word = customersWord(effect);
  return reader === "CUSTOMER" ? word : [word, memo].filter((text) => text !== "").join("：");
}

/** 交易全程表单: the order's flow of information beside its flow of money, up to one moment. */
export function dossierData(order: AboutOrder, parts: DossierParts): FormData {
  const last = parts.steps.at(-1);
  const sum = (amount: Fen | undefined): string => (amount === undefined ? yuan(0 as Fen) : yuan(amount));
  const facts = [
    ...orderFactsOf(order),
    ...factsOf(
      ["订单版次", `第 ${order.revision} 版`],
      ["截至", moment(parts.at)],
      ["累计已收", sum(last?.paid)],
      ["累计已确认", sum(last?.earned)],
      ["累计已退", sum(last?.refunded)],
      ["尚未支付", last ? yuan(last.outstanding) : yuan(order.total)],
    ),
  ];
  const tables = [flowsTable(parts), formsTable(parts)];
  return { ...aboutOrder(order), amount: order.total, facts, tables: tables.filter(({ rows }) => rows.length > 0) };
}

type Entry = DossierParts["entries"][number];
type Step = ReturnType<typeof stepsFor>[number];

/** What was said and what was paid side by side, with the sums so far wherever money moved. */
function flowsTable({ reader, entries, steps }: DossierParts): FormTable {
  return {
    heading: "信息流与资金流",
    columns: [
      { title: "时间", width: 3 },
      { title: "信息流", width: 7 },
      { title: "资金流", width: 4 },
      { title: "累计已收", width: 3, right: true },
      { title: "已确认", width: 3, right: true },
      { title: "已退", width: 3, right: true },
      { title: "未付", width: 3, right: true },
    ],
    rows: beside(entries, stepsFor(reader, steps)).map(({ entry, step }) => [
      moment(entry?.at ?? step?.at ?? 0),
      entry ? said(entry) : "",
      step ? `${step.title}\n${step.no}` : "",
      ...(step ? [step.paid, step.earned, step.refunded, step.outstanding].map(yuan) : ["", "", "", ""]),
    ]),
  };
}

function said({ who, kind, subject, detail, amount, photoIds }: Entry): string {
  const about = [
    subject,
    detail,
    amount === null ? null : yuan(amount as Fen),
    photoIds.length > 0 ? `附件 ${photoIds.length}` : null,
  ].filter((text) => text !== null);
  return [`${who}：${timelineWords[kind]}`, about.join("，")].filter((text) => text !== "").join("\n");
}

interface FlowRow {
  readonly entry?: Entry;
  readonly step?: Step;
}

/** Everything in its order; what a transaction of the books was told as stands in the same row with it. */
export function beside(entries: readonly Entry[], steps: readonly Step[]): FlowRow[] {
  const told = new Map<Entry, Step>();
  const alone: Step[] = [];
  for (const step of steps) {
    const amounts: readonly number[] = [step.effect.paid, step.effect.refunded, step.effect.granted];
    const match = entries.findLast(
      (entry) => entry.at === step.at && entry.money && !told.has(entry) && amounts.includes(Number(entry.amount)),
    );
    if (match) told.set(match, step);
    else alone.push(step);
  }
  const rows: FlowRow[] = [];
  for (const entry of entries) {
    rows.push(...alone.splice(0, alone.filter(({ at }) => at < entry.at).length).map((step) => ({ step })));
    const step = told.get(entry);
    rows.push(step ? { entry, step } : { entry });
  }
  return [...rows, ...alone.map((step) => ({ step }))];
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
