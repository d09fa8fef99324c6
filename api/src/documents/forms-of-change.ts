import { minus } from "../kernel/money.js";
import type { AmendmentKind, LineDiff, LineTerms } from "../orders/amendment.js";
import type { RevisedInstalment, RevisionSnapshot } from "../orders/order-revision.js";
import { yuan } from "../pricing/yuan.js";
import { type FormData, type FormTable, factsOf } from "./form-data.js";
import { moment } from "./forms-of-money.js";
import { type AboutOrder, aboutOrder, orderFactsOf } from "./forms-of-order.js";

export interface AboutChange {
  readonly no: string;
  readonly kind: AmendmentKind;
  readonly reason: string;
  readonly lines: readonly LineDiff[];
  /** When the customer agreed; null when nobody had to ask. */
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
}

/** What the order was and became; the revision is the one it became. */
export interface AboutRevision {
  readonly revision: number;
  readonly was: Pick<RevisionSnapshot, "total" | "plan">;
  readonly became: Pick<RevisionSnapshot, "total" | "plan">;
}

const kindWords: Readonly<Record<AmendmentKind, string>> = { CHANGE: "变更", CANCELLATION: "终止" };
const lineWords: Readonly<Record<LineDiff["kind"], string>> = { ADD: "增加", CHANGE: "调整", CANCEL: "取消" };

/** 订单变更单: what an order was and what it became; its amount is the order's new one. Costs are none of its reader's. */
export function changeData(order: AboutOrder, change: AboutChange, revised: AboutRevision): FormData {
  const { was, became } = revised;
  const facts = [
    ...orderFactsOf(order),
    ...factsOf(
      ["变更编号", change.no],
      ["变更类型", kindWords[change.kind]],
      ["变更原因", change.reason],
      ["订单版次", `第 ${revised.revision - 1} 版 → 第 ${revised.revision} 版`],
      ["变更前金额", yuan(was.total)],
      ["差额", yuan(minus(became.total, was.total))],
      ["变更后金额", yuan(became.total)],
      ["客户同意时间", moment(change.answeredAt)],
      ["审核生效时间", moment(change.endedAt)],
    ),
  ];
  const tables = [diffTable(change.lines), planTable(was.plan, became.plan)].filter(({ rows }) => rows.length > 0);
  return { ...aboutOrder(order), amount: became.total, facts, tables };
}

function diffTable(lines: readonly LineDiff[]): FormTable {
  return {
    heading: "服务明细的变更",
    columns: [
      { title: "变更", width: 1 },
      { title: "服务项目", width: 3 },
      { title: "变更前", width: 3, right: true },
      { title: "变更后", width: 3, right: true },
    ],
    rows: lines.map(({ kind, itemName, unit, before, after }) => [
      lineWords[kind],
      itemName,
      termsText(before, unit),
      termsText(after, unit),
    ]),
  };
}

const termsText = (terms: LineTerms | null, unit: string): string =>
  terms === null ? "—" : `${terms.quantity} ${unit}\n${yuan(terms.saleAmount)}`;

/** The plan before and after, instalment by instalment: one that isn't asked for any more says so. */
function planTable(was: readonly RevisedInstalment[], became: readonly RevisedInstalment[]): FormTable {
  const before = new Map(was.map((step) => [step.seq, step]));
  return {
    heading: "付款计划的变更",
    columns: [
      { title: "名称", width: 4 },
      { title: "变更前", width: 3, right: true },
      { title: "变更后", width: 3, right: true },
    ],
    rows: became.map((step) => [step.name, amountText(before.get(step.seq)), amountText(step)]),
  };
}

const amountText = (step: RevisedInstalment | undefined): string =>
  step === undefined || step.state === "VOID" ? "—" : yuan(step.amount);
