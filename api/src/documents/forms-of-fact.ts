import type { FormCode, FormSubject } from "./form.js";

/** A form that a fact calls for; whether there is one to issue, what is on record decides. */
export interface WantedForm {
  readonly code: FormCode;
  readonly subject: FormSubject;
}

interface HeardFact {
  readonly kind: string;
  readonly stream: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

type Wish = readonly [code: FormCode, subject: FormSubject["kind"], key: string];

/** The key of the payload that names the subject; "order" is the order whose stream the fact is on. */
const wishes: Readonly<Record<string, readonly Wish[]>> = {
  OrderPlaced: [
    ["ORDER_CONFIRMATION", "ORDER", "order"],
    ["INSTALMENT_PLAN", "ORDER", "order"],
  ],
  OrderQuoted: [["QUOTATION", "ORDER", "order"]],
  // What is on paper of the order as it was is replaced; nobody has to remember to do it.
  AmendmentApplied: [
    ["CHANGE", "AMENDMENT", "amendmentId"],
    ["ORDER_CONFIRMATION", "ORDER", "order"],
    ["INSTALMENT_PLAN", "ORDER", "order"],
  ],
  ContractVerified: [["CONTRACT", "CONTRACT", "contractId"]],
  PaymentReceived: [
    ["ADVANCE_RECEIPT", "PAYMENT", "paymentId"],
    ["ON_BEHALF_RECEIPT", "PAYMENT", "paymentId"],
    ["COMBINED_PAYMENT", "PAYMENT", "paymentId"],
  ],
  RefundApproved: [["REFUND", "REFUND", "refundId"]],
  RefundSucceeded: [["REFUND", "REFUND", "refundId"]],
  StatementApproved: [["SETTLEMENT", "STATEMENT", "statementId"]],
  StatementPaid: [["SETTLEMENT", "STATEMENT", "statementId"]],
  TicketAssigned: [["TICKET", "TICKET", "ticketId"]],
  InvoiceRequested: [["INVOICE_REQUEST", "INVOICE", "invoiceId"]],
  WorkAccepted: [["ACCEPTANCE", "TICKET", "ticketId"]],
};

/** The kinds of facts that call for a form. */
export const formKinds: readonly string[] = Object.keys(wishes);

export function formsOfFact({ kind, stream, payload }: HeardFact): WantedForm[] {
  return (wishes[kind] ?? []).flatMap(([code, subject, key]) => {
    const id = key === "order" ? stream.slice("order:".length) : payload[key];
    return typeof id === "string" ? [{ code, subject: { kind: subject, id } }] : [];
  });
}
