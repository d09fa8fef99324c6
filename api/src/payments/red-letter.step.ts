import { redLetterFirst } from "../documents/invoice.js";
import { openInvoiceOf } from "../documents/invoice.store.js";
import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Tx } from "../platform/tx.js";
import { orderMoney } from "./instalment.js";
import { instalmentsOf } from "./instalment.store.js";
import { grantedOf } from "./refund.store.js";

/**
 * What stands invoiced may never be more than what is kept once `back` went back: a red-letter invoice takes it back first.
 * The caller holds the order's lock. Refuses INVOICE_NEEDS_RED_LETTER.
 */
export async function mayReturnInvoiced(tx: Tx, orderId: string, back: Fen): Promise<void> {
  const invoiced = await openInvoiceOf(tx, orderId);
  // Without an invoice nothing has to be taken back, whatever else may be wrong with the amount.
  if (invoiced === ZERO) return;
  const { paid } = orderMoney(await instalmentsOf(tx, [orderId]));
  const before = [...(await grantedOf(tx, orderId)).values()].map(({ amount }) => amount);
  const amount = redLetterFirst(back, minus(paid, plus(...before)), invoiced);
  must(amount === ZERO, "INVOICE_NEEDS_RED_LETTER", { amount });
}
