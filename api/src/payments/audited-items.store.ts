import type { Sql } from "../platform/sql.js";
import { marks } from "../platform/sql.js";
import type { AuditedItem } from "./ledger-audit.js";
import { itemName, supplierAccounts } from "./supplier-item.js";

interface Posted {
  readonly account: string;
  readonly componentId: string | null;
  readonly orderId: string | null;
  readonly balance: number;
}
interface Kept {
  readonly account: string;
  readonly item: string;
  readonly balance: number;
}

/** Walks over all suppliers: each item that is kept of what is open with one, beside the sum of its postings. */
export async function* allItems(sql: Sql): AsyncGenerator<AuditedItem> {
  const suppliers = await sql.query<{ id: string; no: string }>("SELECT id, name AS no FROM suppliers ORDER BY id");
  for (const { id, no } of suppliers) {
    const items = new Map<string, { kept: number; counted: number }>();
    const of = (account: string, item: string) => {
      const key = `${account} ${item}`;
      const known = items.get(key) ?? { kept: 0, counted: 0 };
      items.set(key, known);
      return known;
    };
    for (const row of await postedOf(sql, id)) {
      of(row.account, itemName(row.componentId, row.orderId)).counted += Number(row.balance);
    }
    const kept = await sql.query<Kept>("SELECT account, item, balance FROM supplier_items WHERE supplierId = ?", [id]);
    for (const { account, item, balance } of kept) of(account, item).kept += Number(balance);
    for (const [item, sums] of items) yield { supplier: no, item, ...sums };
  }
}

function postedOf(sql: Sql, supplierId: string): Promise<Posted[]> {
  return sql.query<Posted>(
    `SELECT p.account, p.componentId, p.orderId, SUM(p.credit) - SUM(p.debit) AS balance FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.supplierId = ? AND p.account IN (${marks(supplierAccounts)})
     GROUP BY p.account, p.componentId, p.orderId`,
    [supplierId, ...supplierAccounts],
  );
}
