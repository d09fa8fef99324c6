import { type Fen, fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import { type FormData, factsOf } from "./form-data.js";
import { type AboutOrder, aboutOrder, orderFactsOf } from "./forms-of-order.js";

/** 普票 or 专票. */
export const invoiceKinds = ["PLAIN", "SPECIAL"] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export const invoiceStates = ["REQUESTED", "ISSUED", "RED_PARTIAL", "RED_FULL", "REJECTED"] as const;
export type InvoiceState = (typeof invoiceStates)[number];
export type InvoiceVerb = "ISSUE" | "REJECT" | "TAKE_BACK_PART" | "TAKE_BACK_ALL";

/** A red-letter invoice takes a part back, or all that is left. */
export const invoiceLife = stateTable<InvoiceState, InvoiceVerb>("invoice", "REQUESTED", {
  REQUESTED: { ISSUE: "ISSUED", REJECT: "REJECTED" },
  ISSUED: { TAKE_BACK_PART: "RED_PARTIAL", TAKE_BACK_ALL: "RED_FULL" },
  RED_PARTIAL: { TAKE_BACK_PART: "RED_PARTIAL", TAKE_BACK_ALL: "RED_FULL" },
  RED_FULL: {},
  REJECTED: {},
});

interface Invoiced {
  readonly state: InvoiceState;
  readonly amount: Fen;
  readonly redAmount: Fen;
}

/** What of it stands: asked for or issued, less what was taken back. */
export const standing = ({ state, amount, redAmount }: Invoiced): Fen =>
  fen(state === "REJECTED" ? 0 : amount - redAmount);

/** What can still be asked for of what was paid and kept. */
export function invoiceable(kept: Fen, invoices: readonly Invoiced[]): Fen {
  const taken = invoices.reduce<number>((sum, invoice) => sum + standing(invoice), 0);
  return fen(Math.max(0, kept - taken));
}

/**
 * What has to be taken back by a red-letter invoice before this amount is given back to the customer: what stands may never
 * be more than what is kept.
 */
export function redLetterFirst(refund: Fen, kept: Fen, issued: Fen): Fen {
  return fen(Math.max(0, issued - (kept - refund)));
}

/** Refuses INVOICE_EXCEEDS_PAID. */
export function mustBeInvoiceable(amount: Fen, left: Fen): void {
  must(amount > 0, "VALIDATION", { field: "amount" });
  must(amount <= left, "INVOICE_EXCEEDS_PAID", { field: "amount", left });
}

const TAX_NO = /^[0-9A-Z]{15,20}$/;

/** A tax number as it is printed; a special invoice is not made without. Refuses VALIDATION. */
export function cleanTaxNo(taxNo: string | null, kind: InvoiceKind): string | null {
  const clean = (taxNo ?? "").trim().toUpperCase();
  must(clean === "" ? kind === "PLAIN" : TAX_NO.test(clean), "VALIDATION", { field: "taxNo" });
  return clean === "" ? null : clean;
}

export interface AboutInvoice extends Invoiced {
  readonly no: string;
  readonly kind: InvoiceKind;
  readonly title: string;
  readonly taxNo: string | null;
}

/** 开票申请单: as it was asked for. */
export function invoiceData(order: AboutOrder, invoice: AboutInvoice): FormData {
  const facts = [
    ...factsOf(["申请编号", invoice.no]),
    ...orderFactsOf(order),
    ...factsOf(
      ["发票种类", invoice.kind === "SPECIAL" ? "增值税专用发票" : "增值税普通发票"],
      ["发票抬头", invoice.title],
      ["纳税人识别号", invoice.taxNo],
    ),
  ];
  return { ...aboutOrder(order), amount: invoice.amount, facts, tables: [] };
}
