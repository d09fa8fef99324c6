import { contractById } from "../contracts/contract.store.js";
import { ticketById } from "../fulfilment/ticket.store.js";
import { fen, minus, plus, ZERO } from "../kernel/money.js";
import { amendmentById, revisionsOf } from "../orders/amendment.store.js";
import { componentsOf, type OrderRow, orderById } from "../orders/order.store.js";
import { instalmentById, instalmentsOf } from "../payments/instalment.store.js";
import { type PaymentRow, paymentById, paymentsOf } from "../payments/payment.store.js";
import { arrived } from "../payments/payment-group.js";
import { grantedStates } from "../payments/refund.js";
import { allocationsOf, refundById } from "../payments/refund.store.js";
import type { Tx } from "../platform/tx.js";
import { quotationById } from "../quotations/quotation-read.store.js";
import { linesOf, statementById } from "../settlement/statement.store.js";
import { suppliersById } from "../suppliers/supplier.store.js";
import { booksOf } from "./books.step.js";
import { draftDossier } from "./draft-dossier.step.js";
import type { FormSubject } from "./form.js";
import type { FormData } from "./form-data.js";
import { changeData } from "./forms-of-change.js";
import type { WantedForm } from "./forms-of-fact.js";
import { combinedData, receiptData, refundData } from "./forms-of-money.js";
import { confirmationData, contractData, planData, quotationData } from "./forms-of-order.js";
import { settlementData } from "./forms-of-settlement.js";
import { acceptanceData, ticketData } from "./forms-of-work.js";
import { invoiceData } from "./invoice.js";
import { invoiceById } from "./invoice.store.js";
import type { IssueForm } from "./issue-form.step.js";
import { collectedFor, effectOf } from "./money-flow.js";

/**
 * What a form would say now of what is on record; null when there is nothing it could say, such as a plan for an order
 * that is paid at once.
 */
export async function draftForm(tx: Tx, wanted: WantedForm): Promise<IssueForm | null> {
  const { code, subject } = wanted;
  switch (code) {
    case "ORDER_CONFIRMATION":
    case "QUOTATION":
    case "INSTALMENT_PLAN":
      return ofOrder(tx, code, subject);
    case "CONTRACT":
      return ofContract(tx, subject);
    case "CHANGE":
      return ofAmendment(tx, subject);
    case "ADVANCE_RECEIPT":
    case "ON_BEHALF_RECEIPT":
      return ofPayment(tx, code, subject);
    case "COMBINED_PAYMENT":
      return ofInstalment(tx, subject);
    case "TICKET":
    case "ACCEPTANCE":
      return ofTicket(tx, code, subject);
    case "SETTLEMENT":
      return ofStatement(tx, subject);
    case "REFUND":
      return ofRefund(tx, subject);
    case "INVOICE_REQUEST":
      return ofInvoice(tx, subject);
    case "DOSSIER":
      return draftDossier(tx, subject);
  }
}

async function ofOrder(
  tx: Tx,
  code: "ORDER_CONFIRMATION" | "QUOTATION" | "INSTALMENT_PLAN",
  subject: FormSubject,
): Promise<IssueForm | null> {
  const order = await orderById(tx, subject.id);
  if (!order) return null;
  if (code === "INSTALMENT_PLAN") {
    return toCustomer(code, subject, order, planData(order, await instalmentsOf(tx, [order.id])));
  }
  const lines = await componentsOf(tx, [order.id]);
  if (code === "ORDER_CONFIRMATION") return toCustomer(code, subject, order, confirmationData(order, lines));
  const quotation = order.quotationId === null ? undefined : await quotationById(tx, order.quotationId);
  return toCustomer(code, subject, order, quotation ? quotationData(order, lines, quotation) : null);
}

async function ofContract(tx: Tx, subject: FormSubject): Promise<IssueForm | null> {
  const contract = await contractById(tx, subject.id);
  const order = contract && (await orderById(tx, contract.orderId));
  if (!order) return null;
  const data = contractData(order, { ...contract, scans: contract.scanIds.length });
  return toCustomer("CONTRACT", subject, order, data);
}

/** Only what was applied changed anything; the revision it made keeps what the order was and became. */
async function ofAmendment(tx: Tx, subject: FormSubject): Promise<IssueForm | null> {
  const amendment = await amendmentById(tx, subject.id);
  const order = amendment && (await orderById(tx, amendment.orderId));
  if (!order) return null;
  const revisions = (await revisionsOf(tx, [order.id])).get(order.id) ?? [];
  const revised = revisions.find(({ amendmentId }) => amendmentId === amendment.id);
  return toCustomer("CHANGE", subject, order, revised ? changeData(order, amendment, revised) : null);
}

/** The books tell which part of a payment is the platform's own and which it took for somebody else. */
async function ofPayment(
  tx: Tx,
  code: "ADVANCE_RECEIPT" | "ON_BEHALF_RECEIPT",
  subject: FormSubject,
): Promise<IssueForm | null> {
  const payment = await paymentById(tx, subject.id);
  const order = payment && (await orderById(tx, payment.orderId));
  if (!order) return null;
  const { paid, onBehalf, supplierId } = await partsOf(tx, payment);
  const amount = code === "ON_BEHALF_RECEIPT" ? onBehalf : minus(paid, onBehalf);
  if (amount <= ZERO) return null;
  if (code === "ADVANCE_RECEIPT" || supplierId === null) {
    return toCustomer(code, subject, order, receiptData(order, payment, amount));
  }
  const supplier = (await suppliersById(tx, [supplierId])).get(supplierId);
  const data = receiptData(order, payment, amount, supplier?.name);
  return { code, subject, orderId: order.id, customerId: order.customerId, supplierId, data };
}

/** A supplier reads the receipt of what it took itself, and of what was collected for it alone: no paper tells it another's share. */
async function partsOf(tx: Tx, payment: PaymentRow) {
  const booked = ((await booksOf(tx, [payment.orderId])).get(payment.orderId) ?? []).filter(({ lines }) =>
    lines.some(({ paymentId }) => paymentId === payment.id),
  );
  const effects = booked.map(({ lines }) => effectOf(lines));
  const paid = plus(fen(0), ...effects.map((effect) => effect.paid));
  const onBehalf = plus(fen(0), ...effects.map((effect) => effect.onBehalf));
  const supplierId = payment.supplierId ?? collectedFor(booked.flatMap(({ lines }) => lines));
  return { paid, onBehalf, supplierId };
}

/** Called for with a payment or, when it is corrected, with its instalment. */
async function ofInstalment(tx: Tx, subject: FormSubject): Promise<IssueForm | null> {
  const payment = subject.kind === "PAYMENT" ? await paymentById(tx, subject.id) : undefined;
  const instalmentId = payment?.instalmentId ?? subject.id;
  const instalment = await instalmentById(tx, instalmentId);
  const order = instalment && (await orderById(tx, instalment.orderId));
  if (!order) return null;
  const payments = (await paymentsOf(tx, [order.id]))
    .filter((row) => row.instalmentId === instalmentId && arrived.includes(row.state))
    .reverse();
  if (instalment.state !== "PAID" || payments.length < 2) return null;
  const about = { kind: "INSTALMENT", id: instalmentId } as const;
  return toCustomer("COMBINED_PAYMENT", about, order, combinedData(order, instalment, payments));
}

async function ofTicket(tx: Tx, code: "TICKET" | "ACCEPTANCE", subject: FormSubject): Promise<IssueForm | null> {
  const ticket = await ticketById(tx, subject.id);
  const order = ticket && (await orderById(tx, ticket.orderId));
  if (!order || ticket.supplierId === null) return null;
  const supplier = (await suppliersById(tx, [ticket.supplierId])).get(ticket.supplierId);
  const data = (code === "TICKET" ? ticketData : acceptanceData)(order, ticket, supplier?.name ?? "");
  return { ...toCustomer(code, subject, order, data), supplierId: ticket.supplierId } as IssueForm;
}

async function ofRefund(tx: Tx, subject: FormSubject): Promise<IssueForm | null> {
  const refund = await refundById(tx, subject.id);
  const order = refund && (await orderById(tx, refund.orderId));
  if (!order || !grantedStates.includes(refund.state)) return null;
  return toCustomer("REFUND", subject, order, refundData(order, refund, await allocationsOf(tx, [refund.id])));
}

async function ofStatement(tx: Tx, subject: FormSubject): Promise<IssueForm | null> {
  const statement = await statementById(tx, subject.id);
  if (!statement || statement.approvedAt === null) return null;
  const { supplierId } = statement;
  const supplier = (await suppliersById(tx, [supplierId])).get(supplierId);
  const lines = (await linesOf(tx, [statement.id])).filter(({ state }) => state === "ACTIVE");
  const data = settlementData(supplier?.name ?? "", statement, lines);
  return { code: "SETTLEMENT", subject, orderId: null, supplierId, data };
}

async function ofInvoice(tx: Tx, subject: FormSubject): Promise<IssueForm | null> {
  const invoice = await invoiceById(tx, subject.id);
  const order = invoice && (await orderById(tx, invoice.orderId));
  return order ? toCustomer("INVOICE_REQUEST", subject, order, invoiceData(order, invoice)) : null;
}

function toCustomer(
  code: IssueForm["code"],
  subject: FormSubject,
  order: OrderRow,
  data: FormData | null,
): IssueForm | null {
  return data && { code, subject, orderId: order.id, customerId: order.customerId, data };
}
