import type { CollectionMode } from "../catalogue/collection.js";
import { whenOf } from "../catalogue/plan-words.js";
import { dayOf, localTime } from "../kernel/day.js";
import type { PdfBlock, PdfDocument } from "../kernel/document.js";
import { ZERO } from "../kernel/money.js";
import { planAmounts } from "../pricing/price.js";
import { yuan } from "../pricing/yuan.js";
import { type MilestonesByItem, milestoneNameOf } from "./plan-on-lines.js";
import { isByUnit, type QuotationContent, sumsOf } from "./quotation.js";

/** What a printed quotation says besides its content. */
export interface PrintedQuotation {
  readonly no: string;
  readonly number: number;
  readonly hash: string;
  readonly sentAt: number;
  readonly customer: string;
  readonly region: string;
  readonly content: QuotationContent;
  /** Names of the suppliers by their ids. */
  readonly suppliers: ReadonlyMap<string, string>;
  /** The items of its lines, for the names of milestones. */
  readonly items: MilestonesByItem;
}

/** A version as a document to read and print: the same version always gives the same pages. No cost is in it. */
export function paperOf(printed: PrintedQuotation): PdfDocument {
  const { no, number, hash, sentAt, content } = printed;
  const { total } = sumsOf(content.lines);
  return {
    title: "报价单",
    no: `${no}（第 ${number} 版）`,
    madeAt: sentAt,
    hash,
    blocks: [
      factsOf(printed),
      { kind: "HEADING", text: "报价明细" },
      linesOf(printed, yuan(total)),
      { kind: "HEADING", text: "付款计划" },
      {
        kind: "TABLE",
        columns: [
          { title: "期次", width: 3 },
          { title: "何时支付", width: 3 },
          { title: "比例", width: 1, right: true },
          { title: "金额（不含可选项）", width: 2, right: true },
        ],
        rows: planAmounts(content.plan, total).map((step) => [
          step.name,
          whenOf({ ...step, milestoneName: milestoneNameOf(step, content.lines, printed.items) }),
          `${step.shareBasisPoints / 100}%`,
          yuan(step.amount),
        ]),
      },
      ...termsOf(content.terms),
    ],
  };
}

function factsOf({ customer, region, sentAt, content }: PrintedQuotation): PdfBlock {
  const inputs = content.inputs.map(({ label, value, unit }) => ({ label, value: unit ? `${value} ${unit}` : value }));
  return {
    kind: "FACTS",
    facts: [
      { label: "客户", value: customer },
      { label: "内容", value: content.title },
      { label: "地区", value: region },
      { label: "报价日期", value: dayOf(sentAt) },
      { label: "有效期至", value: momentText(content.validUntil) },
      ...inputs,
    ],
  };
}

const collectionWords: Readonly<Record<CollectionMode, string>> = {
  OWN_SALE: "由平台销售、收款并开票",
  SUB_MERCHANT: "由服务商销售并开票，平台代收款",
  CUSTODY: "由服务商销售并开票，平台代收款",
  DIRECT: "由服务商销售、收款并开票",
};

/** Who sells a line and what of it an office gets; nothing for the platform's own plain sale. */
function soldWords({ collectionMode, officialFee }: QuotationContent["lines"][number]): string {
  const fee = officialFee > ZERO ? [`含代收官费 ${yuan(officialFee)}`] : [];
  if (collectionMode === "OWN_SALE" && fee.length === 0) return "";
  return `\n${[collectionWords[collectionMode], ...fee].join("，")}`;
}

function linesOf({ content, suppliers }: PrintedQuotation, total: string): PdfBlock {
  const rows = content.lines.map((line) => [
    `${line.itemName}${line.optional ? "（可选）" : ""}${line.note ? `\n${line.note}` : ""}${soldWords(line)}`,
    suppliers.get(line.supplierId) ?? "",
    `${line.quantity} ${line.unit}`,
    isByUnit(line) ? yuan(line.unitPrice) : "一口价",
    yuan(line.amount),
  ]);
  return {
    kind: "TABLE",
    columns: [
      { title: "服务", width: 4 },
      { title: "服务商", width: 3 },
      { title: "数量", width: 2, right: true },
      { title: "单价", width: 2, right: true },
      { title: "金额", width: 2, right: true },
    ],
    rows,
    foot: ["合计（不含可选项）", "", "", "", total],
  };
}

function termsOf(terms: string): PdfBlock[] {
  const paragraphs = terms.split("\n").flatMap((text) => (text.trim() === "" ? [] : [text.trim()]));
  if (paragraphs.length === 0) return [];
  return [{ kind: "HEADING", text: "条款" }, ...paragraphs.map((text) => ({ kind: "PARAGRAPH" as const, text }))];
}

/** "2026-11-20 18:05" in Shanghai. */
const momentText = (at: number): string => localTime(at).slice(0, 16).replace("T", " ");
