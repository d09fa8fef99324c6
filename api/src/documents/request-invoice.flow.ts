import { cleanText } from "../identity/account.js";
import type { Fen } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import { holdOrder, orderOfCustomer } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { booksOf } from "./books.step.js";
import { invoiceFacts } from "./facts.js";
import { cleanTaxNo, type InvoiceKind, invoiceable, mustBeInvoiceable } from "./invoice.js";
import { addInvoice, invoicesOf } from "./invoice.store.js";
import { keptOf } from "./money-flow.js";

export interface RequestInvoice {
  readonly orderId: string;
  readonly kind: InvoiceKind;
  readonly title: string;
  readonly taxNo: string | null;
  readonly amount: Fen;
  readonly idempotencyKey: string;
}

/**
 * A customer asks for an invoice about what they paid for an order and keep paid. Two at once stand in line behind the
 * order's row, so both together never ask for more. Returns its id.
 *
 * Refuses NOT_FOUND, VALIDATION and INVOICE_EXCEEDS_PAID.
 */
export async function requestInvoice(platform: Platform, viewer: Customer, request: RequestInvoice): Promise<string> {
  const { idempotencyKey: key, ...input } = request;
  const title = cleanText(input.title, "title", 100);
  const taxNo = cleanTaxNo(input.taxNo, input.kind);
  const { invoiceId } = await platform.work.once(viewer, { operation: "requestInvoice", key, input }, async (tx) => {
    const order = found(await orderOfCustomer(tx, input.orderId, viewer.accountId));
    await holdOrder(tx, order.id);
    const books = (await booksOf(tx, [order.id])).get(order.id) ?? [];
    const invoices = (await invoicesOf(tx, [order.id])).get(order.id) ?? [];
    mustBeInvoiceable(input.amount, invoiceable(keptOf(books.map(({ lines }) => lines)), invoices));
    const { kind, amount } = input;
    const row = await addInvoice(tx, { orderId: order.id, customerId: order.customerId, kind, title, taxNo, amount });
    tx.record(invoiceFacts.requested(row, amount));
    return { invoiceId: row.id };
  });
  return invoiceId;
}
