import { type Fen, fen } from "../kernel/money.js";
import { marks, type Sql } from "../platform/sql.js";
import type { LedgerKind } from "./ledger-kinds.js";
import { itemName, type SupplierAccount, supplierAccounts } from "./supplier-item.js";

export interface MovementOfItem {
  readonly account: SupplierAccount;
  readonly item: string;
  readonly kind: LedgerKind;
  readonly credit: Fen;
  readonly debit: Fen;
  /** The commission, with its tax, that the same events gave the platform. */
  readonly commission: Fen;
}

interface Row {
  readonly account: string;
  readonly orderId: string;
  readonly componentId: string | null;
  readonly kind: LedgerKind;
  readonly credit: number;
  readonly debit: number;
}

/** What moved the items of a supplier on these orders, by kind of event; one statement, none without orders. */
export async function movementsOfItems(
  sql: Sql,
  supplierId: string,
  orderIds: readonly string[],
): Promise<MovementOfItem[]> {
  if (orderIds.length === 0) return [];
  const accounts = [...supplierAccounts, ...COMMISSION];
  const rows = await sql.query<Row>(
    `SELECT p.account, p.orderId, p.componentId, l.kind, SUM(p.credit) AS credit, SUM(p.debit) AS debit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId IN (${marks(orderIds)}) AND p.supplierId = ? AND p.account IN (${marks(accounts)})
     GROUP BY p.account, p.orderId, p.componentId, l.kind`,
    [...orderIds, supplierId, ...accounts],
  );
  const earned = rows.filter(({ account, kind }) => COMMISSION.includes(account) && kind === "HELD_RELEASED");
  return rows.flatMap(({ account, orderId, componentId, kind, credit, debit }) => {
    const known = supplierAccounts.find((each) => each === account);
    if (!known) return [];
    const same = earned.filter((row) => row.orderId === orderId && row.componentId === componentId);
    const commission =
      kind === "HELD_RELEASED" && known === "2241.A" ? same.reduce((sum, row) => sum + kept(row), 0) : 0;
    const money = { credit: fen(Number(credit)), debit: fen(Number(debit)), commission: fen(commission) };
    return [{ account: known, item: itemName(componentId, orderId), kind, ...money }];
  });
}

/** The platform's commission and the tax on it. */
const COMMISSION: readonly string[] = ["6051", "2221"];
const kept = (row: Row): number => Number(row.credit) - Number(row.debit);
