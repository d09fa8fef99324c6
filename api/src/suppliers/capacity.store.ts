import { newId } from "../kernel/ids.js";
import { Refusal } from "../kernel/refusal.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { type Calendar, type Capacity, openCalendar } from "./calendar.js";
import { SupplierCalendarRow } from "./capacity.table.js";

export type { SupplierCalendarRow };

/** The calendars of many suppliers, in one statement. */
export async function calendarsOf(sql: Sql, supplierIds: readonly string[]): Promise<SupplierCalendarRow[]> {
  const tail = `WHERE t.supplierId IN (${marks(supplierIds)}) ORDER BY t.supplierId, t.scope`;
  return sql.rows(SupplierCalendarRow, tail, supplierIds);
}

/** The calendar of a supplier, or of one of its items. */
export async function calendarOf(
  sql: Sql,
  supplierId: string,
  itemId: string | null,
): Promise<SupplierCalendarRow | undefined> {
  return (await sql.rows(SupplierCalendarRow, "WHERE t.scope = ?", [scopeOf(supplierId, itemId)]))[0];
}

/**
 * Writes a calendar over the version that was seen, 0 for one that is not there yet; null takes it away, so that the item
 * follows the supplier's. Refuses STALE_VERSION.
 */
export async function saveCalendar(
  tx: Tx,
  whose: { supplierId: string; itemId: string | null },
  version: number,
  calendar: Calendar | null,
): Promise<void> {
  const { supplierId, itemId } = whose;
  const row = await calendarOf(tx, supplierId, itemId);
  if ((row?.version ?? 0) !== version) throw new Refusal("STALE_VERSION");
  if (calendar === null) {
    const gone = row
      ? await tx.run("DELETE FROM supplier_calendars WHERE id = ? AND version = ?", [row.id, version])
      : 1;
    if (gone !== 1) throw new Refusal("STALE_VERSION");
    return;
  }
  const set = { workdays: [...calendar.workdays], days: [...calendar.days], perDay: calendar.perDay };
  if (row) return tx.change(SupplierCalendarRow, { id: row.id, version }, set);
  const fresh = { id: newId(), supplierId, itemId, scope: scopeOf(supplierId, itemId), ...set, version: 1 };
  await tx.insert(SupplierCalendarRow, [fresh]).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("STALE_VERSION") : error;
  });
}

const scopeOf = (supplierId: string, itemId: string | null): string =>
  itemId === null ? supplierId : `${supplierId}:${itemId}`;

/** What limits each of these services' days, from calendars that were read. */
export function capacityOf(
  calendars: readonly SupplierCalendarRow[],
  service: { readonly supplierId: string; readonly itemId: string; readonly perDay: number },
): Capacity {
  const own = calendars.find((row) => row.scope === service.supplierId);
  const item = calendars.find((row) => row.scope === `${service.supplierId}:${service.itemId}`);
  return { perDay: service.perDay, supplier: own ?? openCalendar, item: item ?? null };
}
