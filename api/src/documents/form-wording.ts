import { inCapitals } from "../kernel/capitals.js";
import { dayOf } from "../kernel/day.js";
import type { PdfBlock } from "../kernel/document.js";
import { type PlacedBlock, type PlacedIssue, parsePlaced, type Vocabulary } from "../kernel/placed-text.js";
import { must, type RefusalData } from "../kernel/refusal.js";
import { yuan } from "../pricing/yuan.js";
import { type FormCode, formTitles } from "./form.js";
import type { FormData } from "./form-data.js";

export const formPlaces = [
  "form.no",
  "form.issuedOn",
  "order.no",
  "order.title",
  "customer.name",
  "supplier.name",
  "amount",
  "amountInCapitals",
] as const;
export type FormPlace = (typeof formPlaces)[number];

export const formBlocks = ["facts", "tables", "signatures"] as const;
export type FormBlock = (typeof formBlocks)[number];

const vocabulary: Vocabulary<FormPlace, FormBlock> = {
  isPlace: (name): name is FormPlace => formPlaces.some((known) => known === name),
  blocks: formBlocks,
  // A form without what happened would be none.
  needed: [["facts"], ["tables"]],
};

export const WORDING_LIMIT = 5_000;
/** Control and direction characters but the end of a line: what is read is what is kept. */
const HIDDEN = /[^\P{C}\n]/u;

/** The title and text a form is made from; number 0 is the platform's own, before staff ever changed it. */
export interface FormWording {
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

/** Forms that say one amount say it in capitals as well. */
const withAmount: readonly FormCode[] = [
  "ORDER_CONFIRMATION",
  "QUOTATION",
  "CONTRACT",
  "ADVANCE_RECEIPT",
  "ON_BEHALF_RECEIPT",
  "INSTALMENT_PLAN",
  "REFUND",
  "COMBINED_PAYMENT",
  "CHANGE",
  "SETTLEMENT",
  "INVOICE_REQUEST",
  "DOSSIER",
];

const openings: Readonly<Record<FormCode, string>> = {
  ORDER_CONFIRMATION: "{{customer.name}}：您的订单已经确认，内容如下。",
  QUOTATION: "{{customer.name}}：以下报价已由您接受，订单 {{order.no}} 照此执行。",
  CONTRACT: "订单 {{order.no}} 的线下合同已经核验，登记如下。",
  ADVANCE_RECEIPT: "今收到 {{customer.name}} 预付的款项。服务未完成的部分属于预收，不是收入。",
  ON_BEHALF_RECEIPT: "今代服务方或官方机构收到 {{customer.name}} 支付的款项。",
  INSTALMENT_PLAN: "订单 {{order.no}} 按以下各期付款。",
  REFUND: "订单 {{order.no}} 的退款如下。",
  COMBINED_PAYMENT: "这一期款项由多种方式结合付清。",
  CHANGE: "订单 {{order.no}} 已经变更，以下金额是变更后的订单金额。与变更前的单据不一致之处，以本单为准。",
  TICKET: "请 {{supplier.name}} 按本单提供服务。",
  ACCEPTANCE: "以下服务已经验收。",
  SETTLEMENT: "{{supplier.name}}：本期应结算的款项如下。",
  INVOICE_REQUEST: "{{customer.name}} 申请开具发票。",
  DOSSIER: "订单 {{order.no}} 从下单至今的信息流与资金流。",
};

/** How a form is worded before staff say otherwise. */
export function houseWording(code: FormCode): FormWording {
  const name = code === "DOSSIER" ? "订单金额" : "金额";
  const amount = withAmount.includes(code) ? `\n\n${name}（大写）：{{amountInCapitals}}　小写：{{amount}}` : "";
  const text = `${openings[code]}\n\n{{facts}}${amount}\n{{tables}}\n{{signatures}}`;
  return { number: 0, title: formTitles[code], text };
}

export const parseWording = (text: string) => parsePlaced(text, vocabulary);

/** The text as it may be kept. Refuses VALIDATION and FORM_WORDING_INVALID with its first issue. */
export function cleanWording(text: string): string {
  const fits = text.trim() !== "" && text.length <= WORDING_LIMIT && !HIDDEN.test(text);
  must(fits, "VALIDATION", { field: "text", max: WORDING_LIMIT });
  wordingBlocks(text);
  return text;
}

function wordingBlocks(text: string): readonly PlacedBlock<FormPlace, FormBlock>[] {
  const parsed = parseWording(text);
  must(parsed.ok, "FORM_WORDING_INVALID", parsed.ok ? {} : asData(parsed.issues[0]));
  return parsed.blocks;
}

function asData(issue: PlacedIssue | undefined): RefusalData {
  const { code = "", from = 0, to = 0, name = "" } = issue ?? {};
  return { field: "text", issue: code, from, to, name };
}

/**
 * A wording with everything in its places. Values are put in once and never read as places again, whatever a customer is
 * called.
 */
export function fillWording(
  text: string,
  data: FormData,
  head: { readonly no: string; readonly at: number },
): PdfBlock[] {
  const values: Readonly<Record<FormPlace, string | null>> = {
    "form.no": head.no,
    "form.issuedOn": dayOf(head.at),
    "order.no": data.orderNo,
    "order.title": data.orderTitle,
    "customer.name": data.customerName,
    "supplier.name": data.supplierName,
    amount: data.amount === null ? null : yuan(data.amount),
    amountInCapitals: data.amount === null ? null : inCapitals(data.amount),
  };
  return wordingBlocks(text).flatMap((block): PdfBlock[] => {
    if (block.kind === "BLOCK") return blockOf(block.name, data);
    const words = block.parts.map((part) => ("words" in part ? part.words : (values[part.place] ?? "—"))).join("");
    return [{ kind: block.kind, text: words }];
  });
}

function blockOf(name: FormBlock, { facts, tables, signers }: FormData): PdfBlock[] {
  if (name === "facts") return facts.length > 0 ? [{ kind: "FACTS", facts }] : [];
  if (name === "signatures") return signers.length > 0 ? [{ kind: "SIGNATURES", parties: signers }] : [];
  return tables.flatMap(({ heading, ...table }): PdfBlock[] => [
    { kind: "HEADING", text: heading },
    { kind: "TABLE", ...table },
  ]);
}
