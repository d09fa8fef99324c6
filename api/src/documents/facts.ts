import type { Fact } from "../kernel/fact.js";
import type { Fen } from "../kernel/money.js";
import { orderStream } from "../orders/facts.js";
import type { FormCode } from "./form.js";

interface AboutForm {
  readonly id: string;
  readonly no: string;
  readonly code: FormCode;
  readonly orderId: string | null;
}

/** A form's facts are told on its order's stream; those without an order on the staff's. */
const told = (kind: string, form: AboutForm, also: Readonly<Record<string, unknown>> = {}): Fact => ({
  kind,
  stream: form.orderId === null ? "staff:forms" : orderStream(form.orderId),
  payload: { formId: form.id, formNo: form.no, code: form.code, ...also },
});

export const formFacts = {
  issued: (form: AboutForm, supersedes: string | null): Fact => told("FormIssued", form, { supersedes }),
  voided: (form: AboutForm, reason: string): Fact => told("FormVoided", form, { reason }),
};

interface AboutInvoice {
  readonly id: string;
  readonly orderId: string;
  readonly no: string;
  readonly title: string;
}

const ofInvoice = (kind: string, invoice: AboutInvoice, amount: Fen, reason: string | null = null): Fact => ({
  kind,
  stream: orderStream(invoice.orderId),
  payload: { invoiceId: invoice.id, invoiceNo: invoice.no, title: invoice.title, amount, reason },
});

export const invoiceFacts = {
  requested: (invoice: AboutInvoice, amount: Fen): Fact => ofInvoice("InvoiceRequested", invoice, amount),
  issued: (invoice: AboutInvoice, amount: Fen): Fact => ofInvoice("InvoiceIssued", invoice, amount),
  rejected: (invoice: AboutInvoice, amount: Fen, reason: string): Fact =>
    ofInvoice("InvoiceRejected", invoice, amount, reason),
  /** A red-letter invoice took an amount back. */
  reversed: (invoice: AboutInvoice, amount: Fen, reason: string): Fact =>
    ofInvoice("InvoiceReversed", invoice, amount, reason),
};
