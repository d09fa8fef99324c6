import { must } from "../kernel/refusal.js";
import { itemsOfSupplier } from "../payments/ledger.store.js";
import type { Sql } from "../platform/sql.js";
import type { StatementLineRow } from "./statement.store.js";

/**
 * What the lines pay or deduct must still be open in the books: a refund may have taken from it since. Refuses
 * STATEMENT_OUTDATED; the statement is cancelled then and made anew.
 */
export async function mustStillBeOpen(sql: Sql, supplierId: string, lines: readonly StatementLineRow[]): Promise<void> {
  const items = await itemsOfSupplier(sql, supplierId);
  const balances = new Map(items.map((each) => [`${each.account}:${each.item}`, each.balance]));
  for (const { account, item, amount } of lines) {
    const open = balances.get(`${account}:${item}`) ?? 0;
    const covered = amount > 0 ? open >= amount : open <= amount;
    must(covered, "STATEMENT_OUTDATED", { item, open, amount });
  }
}
