import { groupBy } from "../kernel/group.js";
import { type LedgerTransactionRow, type PostingRow, postingsOf, transactionsOf } from "../payments/ledger.store.js";
import type { Sql } from "../platform/sql.js";

export type BookedRow = LedgerTransactionRow & { readonly lines: readonly PostingRow[] };

/** What the books say of many orders, each transaction with its sides, in two statements. */
export async function booksOf(sql: Sql, orderIds: readonly string[]): Promise<Map<string, BookedRow[]>> {
  const transactions = await transactionsOf(sql, orderIds);
  const ids = transactions.map(({ id }) => id);
  const lines = groupBy(await postingsOf(sql, ids), ({ transactionId }) => transactionId);
  const booked = transactions.map((row) => ({ ...row, lines: lines.get(row.id) ?? [] }));
  return groupBy<BookedRow, string>(booked, ({ orderId }) => orderId ?? "");
}
