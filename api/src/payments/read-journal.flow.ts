import type { Page, PageRequest } from "../kernel/page.js";
import { must } from "../kernel/refusal.js";
import { orderIdByNo } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Sql } from "../platform/sql.js";
import { type JournalFilter, pageOfJournal } from "./journal.store.js";
import type { LedgerTransactionRow } from "./ledger.store.js";
import { paymentById } from "./payment.store.js";
import { refundById } from "./refund.store.js";

/** What a person narrows the journal by. */
export interface JournalWish extends JournalFilter {
  /** The number of an order, as people know it. */
  readonly orderNo?: string | null;
}

const NOTHING: Page<LedgerTransactionRow> = { rows: [], cursors: [], hasNextPage: false };

/**
 * Reads a page of the journal. Refuses VALIDATION for a side without an account and for a statement without its supplier;
 * what is about an order, payment or refund that there isn't is an empty page. The caller has checked who asks.
 */
export async function readJournal(
  { database }: Platform,
  wish: JournalWish,
  request: PageRequest,
): Promise<Page<LedgerTransactionRow>> {
  must(!wish.side || wish.account, "VALIDATION", { field: "side" });
  must(!wish.statementId || wish.supplierId, "VALIDATION", { field: "supplierId" });
  must(!wish.from || !wish.until || wish.from <= wish.until, "VALIDATION", { field: "until" });
  const orders = new Set(await ordersOf(database.read, wish));
  if (orders.size > 1 || orders.has(null)) return NOTHING;
  const [orderId = null] = orders;
  return pageOfJournal(database.read, { ...wish, orderId }, request);
}

/** The order of each thing that is named, null where it isn't there: their postings are found by it. */
async function ordersOf(sql: Sql, wish: JournalWish): Promise<(string | null)[]> {
  const { orderId, orderNo, paymentId, refundId } = wish;
  return [
    ...(orderId ? [orderId] : []),
    ...(orderNo ? [(await orderIdByNo(sql, orderNo)) ?? null] : []),
    ...(paymentId ? [(await paymentById(sql, paymentId))?.orderId ?? null] : []),
    ...(refundId ? [(await refundById(sql, refundId))?.orderId ?? null] : []),
  ];
}
