import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { invoiceFacts } from "./facts.js";
import { invoiceById, isNumberUsed, moveInvoice } from "./invoice.store.js";

export interface IssueInvoice {
  readonly invoiceId: string;
  readonly version: number;
  readonly invoiceNo: string;
  /** A file of their own that was uploaded as INVOICE. */
  readonly fileId: string | null;
}

/**
 * Staff note the invoice that was made outside, with its number and file. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE and
 * VALIDATION, also for a number that is used.
 */
export async function issueInvoice(platform: Platform, viewer: Viewer, input: IssueInvoice): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "invoices.manage"), "FORBIDDEN");
  const invoiceNo = cleanText(input.invoiceNo, "invoiceNo", 40);
  await platform.work.run(viewer, async (tx) => {
    const invoice = found(await invoiceById(tx, input.invoiceId));
    must(invoice.version === input.version, "STALE_VERSION");
    must(!(await isNumberUsed(tx, invoiceNo)), "VALIDATION", { field: "invoiceNo", used: true });
    if (input.fileId !== null) await platform.files.mine(tx, [input.fileId], viewer.accountId, "INVOICE");
    const also = { invoiceNo, fileId: input.fileId, issuedAt: tx.now, issuedBy: viewer.accountId };
    await moveInvoice(tx, invoice, "ISSUE", also);
    tx.record(invoiceFacts.issued(invoice, invoice.amount));
  });
}
