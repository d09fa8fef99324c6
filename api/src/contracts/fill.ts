import { whenOf } from "../catalogue/plan-words.js";
import type { InstalmentTrigger } from "../catalogue/product.js";
import { inCapitals } from "../kernel/capitals.js";
import { dayOf } from "../kernel/day.js";
import type { PdfBlock } from "../kernel/document.js";
import { type Fen, times } from "../kernel/money.js";
import { yuan } from "../pricing/yuan.js";

import type { PlaceName, TemplateBlock } from "./template.js";

/** What a contract is filled with: the order as it was agreed, told by whoever knows orders. */
export interface Agreed {
  readonly contractNo: string;
  readonly issuedAt: number;
  /** What an addendum changes and why; null in a contract. */
  readonly addendum: { readonly no: string; readonly total: Fen; readonly cause: string } | null;
  readonly order: {
    readonly no: string;
    readonly title: string;
    readonly placedAt: number;
    readonly region: string;
    readonly note: string | null;
    readonly total: Fen;
  };
  readonly customer: { readonly name: string; readonly phone: string; readonly address: string };
  readonly inputs: readonly { readonly code: string; readonly value: string; readonly unit: string | null }[];
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly unit: string;
    readonly unitPrice: Fen;
    readonly amount: Fen;
  }[];
  readonly plan: readonly PlanStep[];
}

export interface PlanStep {
  readonly name: string;
  readonly amount: Fen;
  readonly trigger: InstalmentTrigger;
  readonly afterDays: number | null;
}

/** Stands where the customer left a question open. */
const NOTHING = "无";

/**
 * A template with everything in its places. Values are put in once and never read as places again, whatever a customer
 * is called.
 */
export function fillTemplate(blocks: readonly TemplateBlock[], agreed: Agreed): PdfBlock[] {
  const values = valuesOf(agreed);
  const fill = (place: PlaceName): string => values.get(place) ?? NOTHING;
  return blocks.map((block): PdfBlock => {
    if (block.kind === "BLOCK") return tableOf(block.name, agreed);
    const text = block.parts.map((part) => ("words" in part ? part.words : fill(part.place))).join("");
    return { kind: block.kind, text };
  });
}

function valuesOf({ contractNo, issuedAt, addendum, order, customer, inputs }: Agreed): ReadonlyMap<string, string> {
  return new Map([
    ["contract.no", contractNo],
    ["contract.issuedOn", longDay(issuedAt)],
    ["original.no", addendum?.no ?? NOTHING],
    ["original.total", addendum ? yuan(addendum.total) : NOTHING],
    ["original.cause", addendum?.cause ?? NOTHING],
    ["order.no", order.no],
    ["order.title", order.title],
    ["order.placedOn", longDay(order.placedAt)],
    ["order.region", order.region],
    ["order.note", order.note ?? NOTHING],
    ["customer.name", customer.name],
    ["customer.phone", customer.phone],
    ["customer.address", customer.address],
    ["total", yuan(order.total)],
    ["totalInCapitals", inCapitals(order.total)],
    ...inputs.map(({ code, value, unit }): [string, string] => [`inputs.${code}`, `${value}${unit ? ` ${unit}` : ""}`]),
  ]);
}

function tableOf(name: "lines" | "plan" | "signatures", agreed: Agreed): PdfBlock {
  if (name === "lines") return linesTable(agreed);
  if (name === "plan") return planTable(agreed);
  const parties = [
    { role: "甲方（客户）", name: agreed.customer.name },
    { role: "乙方（平台）", name: "" },
  ];
  return { kind: "SIGNATURES", parties };
}

function linesTable({ lines, order }: Agreed): PdfBlock {
  return {
    kind: "TABLE",
    columns: [
      { title: "服务项目", width: 5 },
      { title: "数量", width: 2, right: true },
      { title: "单价", width: 2, right: true },
      { title: "金额", width: 2, right: true },
    ],
    rows: lines.map((line) => [line.name, `${line.quantity} ${line.unit}`, unitPriceOf(line), yuan(line.amount)]),
    foot: ["合计", "", "", yuan(order.total)],
  };
}

/** A line whose amount is another than price times quantity was priced as a whole, by a formula or with a discount. */
function unitPriceOf({ unitPrice, quantity, amount }: Agreed["lines"][number]): string {
  return times(unitPrice, quantity) === amount ? yuan(unitPrice) : "整项计价";
}

function planTable({ plan, order }: Agreed): PdfBlock {
  return {
    kind: "TABLE",
    columns: [
      { title: "期次", width: 1 },
      { title: "名称", width: 3 },
      { title: "何时支付", width: 4 },
      { title: "金额", width: 2, right: true },
    ],
    rows: plan.map((step, index) => [`${index + 1}`, step.name, whenOf(step), yuan(step.amount)]),
    foot: ["", "合计", "", yuan(order.total)],
  };
}

/** "2026年11月22日" for an instant, in Shanghai. */
function longDay(at: number): string {
  const [year, month, day] = dayOf(at).split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
