import { startOfDay } from "../kernel/day.js";
import { fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import type { Sql } from "../platform/sql.js";
import { suppliersById } from "../suppliers/supplier.store.js";
import { incomeBetween } from "./statement.store.js";

/** When a quarter begins in Shanghai, epoch ms. */
function quarterFrom(year: number, quarter: number): number {
  const month = String((quarter - 1) * 3 + 1).padStart(2, "0");
  return startOfDay(`${year}-${month}-01`);
}

/** What suppliers were paid in a quarter, or one of them. Refuses VALIDATION for what is no quarter. */
export async function incomeOf(read: Sql, year: number, quarter: number, supplierId: string | null) {
  must(year >= 2000 && year <= 2100, "VALIDATION", { field: "year" });
  must(quarter >= 1 && quarter <= 4, "VALIDATION", { field: "quarter" });
  const until = quarter === 4 ? quarterFrom(year + 1, 1) : quarterFrom(year, quarter + 1);
  const rows = await incomeBetween(read, quarterFrom(year, quarter), until, supplierId);
  const ids = rows.map((row) => row.supplierId);
  const suppliers = ids.length > 0 ? await suppliersById(read, ids) : new Map<string, never>();
  return rows.map((row) => {
    const { name, uscc } = found(suppliers.get(row.supplierId));
    const { supplierId: id, statements } = row;
    const money = { gross: fen(Number(row.gross)), deducted: fen(Number(row.deducted)) };
    const rest = { retained: fen(Number(row.retained)), net: fen(Number(row.net)) };
    return { supplierId: id, supplierName: name, uscc, statements: Number(statements), ...money, ...rest };
  });
}
