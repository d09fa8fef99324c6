import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { invoiceFacts } from "./facts.js";
import { invoiceById, moveInvoice } from "./invoice.store.js";

/**
 * Staff send a wish for an invoice back with a reason; its amount can be asked for again. Refuses NOT_FOUND,
 * STALE_VERSION, REASON_REQUIRED and INVALID_STATE.
 */
export async function rejectInvoice(
  platform: Platform,
  viewer: Viewer,
  input: { readonly invoiceId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "invoices.manage"), "FORBIDDEN");
  const rejectReason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const invoice = found(await invoiceById(tx, input.invoiceId));
    must(invoice.version === input.version, "STALE_VERSION");
    await moveInvoice(tx, invoice, "REJECT", { rejectReason });
    tx.record(invoiceFacts.rejected(invoice, invoice.amount, rejectReason));
  });
}
