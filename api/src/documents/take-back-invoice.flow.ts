import { cleanReason, cleanText } from "../identity/account.js";
import { type Fen, plus, ZERO } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { invoiceFacts } from "./facts.js";
import { standing } from "./invoice.js";
import { invoiceById, moveInvoice } from "./invoice.store.js";

export interface TakeBackInvoice {
  readonly invoiceId: string;
  readonly version: number;
  readonly amount: Fen;
  /** Number of the red-letter invoice. */
  readonly redNo: string;
  readonly reason: string;
}

/**
 * Staff note a red-letter invoice that takes back a part of an issued one, or all that is left: what it covers may be
 * refunded then. Refuses NOT_FOUND, STALE_VERSION, REASON_REQUIRED, INVALID_STATE and VALIDATION.
 */
export async function takeBackInvoice(platform: Platform, viewer: Viewer, input: TakeBackInvoice): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "invoices.manage"), "FORBIDDEN");
  const [redNo, reason] = [cleanText(input.redNo, "redNo", 40), cleanReason(input.reason)];
  await platform.work.run(viewer, async (tx) => {
    const invoice = found(await invoiceById(tx, input.invoiceId));
    must(invoice.version === input.version, "STALE_VERSION");
    const left = standing(invoice);
    must(input.amount > ZERO && input.amount <= left, "VALIDATION", { field: "amount", max: left });
    const also = { redAmount: plus(invoice.redAmount, input.amount), redNo, redAt: tx.now };
    await moveInvoice(tx, invoice, input.amount === left ? "TAKE_BACK_ALL" : "TAKE_BACK_PART", also);
    tx.record(invoiceFacts.reversed(invoice, input.amount, reason));
  });
}
