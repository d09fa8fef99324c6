import { dayAfter } from "../kernel/day.js";
import { newId } from "../kernel/ids.js";
import { Refusal } from "../kernel/refusal.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { freeOn } from "./calendar.js";
import { calendarsOf, capacityOf } from "./capacity.store.js";
import { CapacityReservationRow } from "./capacity.table.js";
import { reservationLife } from "./reservation.js";
import { lockSuppliers } from "./supplier.store.js";
import { firstWithoutRoom, nextDayForAll, type TakenOn } from "./wanted-day.js";

export type { CapacityReservationRow };

/** A service whose day is asked for. */
interface Wanted {
  readonly supplierId: string;
  readonly itemId: string;
  readonly perDay: number;
}

/** So many days ahead another day is looked for when the one wanted is not to be had. */
export const NEXT_DAY_HORIZON = 60;

/** How full the days from `from` to `to` of these suppliers are, in one statement. */
export async function takenBetween(
  sql: Sql,
  supplierIds: readonly string[],
  from: string,
  to: string,
): Promise<TakenOn> {
  const rows = await sql.query<{ supplierId: string; itemId: string; day: string; n: number }>(
    `SELECT supplierId, itemId, day, COUNT(*) AS n FROM capacity_reservations
     WHERE supplierId IN (${marks(supplierIds)}) AND day >= ? AND day <= ? AND state IN ('HELD', 'CONFIRMED')
     GROUP BY supplierId, itemId, day`,
    [...supplierIds, from, to],
  );
  const count = new Map<string, number>();
  const add = (key: string, n: number): void => void count.set(key, (count.get(key) ?? 0) + n);
  for (const { supplierId, itemId, day, n } of rows) {
    add(`${supplierId}:${day}`, Number(n));
    add(`${supplierId}:${itemId}:${day}`, Number(n));
  }
  return ({ supplierId, itemId }, day) => ({
    ofAll: count.get(`${supplierId}:${day}`) ?? 0,
    ofItem: count.get(`${supplierId}:${itemId}:${day}`) ?? 0,
  });
}

/** Those of the services that have room on `day`, in their order. Two statements, however many. */
export async function withRoomOn<Service extends Wanted>(
  sql: Sql,
  services: readonly Service[],
  day: string,
): Promise<Service[]> {
  const suppliers = [...new Set(services.map(({ supplierId }) => supplierId))];
  if (suppliers.length === 0) return [];
  const calendars = await calendarsOf(sql, suppliers);
  const taken = await takenBetween(sql, suppliers, day, day);
  return services.filter((service) => freeOn(capacityOf(calendars, service), day, taken(service, day)) > 0);
}

/** One component of an order and the service that is to do it. */
export interface Place extends Wanted {
  readonly orderComponentId: string;
}

/**
 * Keeps a place of `day` for each component, all or none. Of many who want the last place of a day one gets it: the
 * supplier's row is held from the look to the end of the transaction. Whoever writes rows that name the suppliers first
 * takes their rows before that (`lockSuppliers`): those rows hold them for reading, and many at once would stand in each
 * other's way. Refuses DAY_NOT_FREE naming the supplier, the item and `next`, the first day after it that takes them all.
 */
export async function holdPlaces(tx: Tx, orderId: string, day: string, places: readonly Place[]): Promise<void> {
  const suppliers = places.map(({ supplierId }) => supplierId);
  await lockSuppliers(tx, suppliers);
  await mustHaveRoom(tx, day, places);
  const life = { day, state: reservationLife.initial, createdAt: tx.now, version: 1 };
  const rows = places.map(({ supplierId, itemId, orderComponentId }) => {
    return { id: newId(), supplierId, itemId, orderId, orderComponentId, ...life };
  });
  await tx.insert(CapacityReservationRow, rows);
}

async function mustHaveRoom(tx: Tx, day: string, places: readonly Place[]): Promise<void> {
  const suppliers = [...new Set(places.map(({ supplierId }) => supplierId))];
  if (suppliers.length === 0) return;
  const calendars = await calendarsOf(tx, suppliers);
  const taken = await takenBetween(tx, suppliers, day, dayAfter(day, NEXT_DAY_HORIZON));
  const wanted = places.map((place) => ({ ...place, capacity: capacityOf(calendars, place) }));
  const full = firstWithoutRoom(wanted, day, taken);
  if (!full) return;
  const next = nextDayForAll(wanted, dayAfter(day), taken, NEXT_DAY_HORIZON);
  const { supplierId, itemId } = full;
  throw new Refusal("DAY_NOT_FREE", { field: "serviceOn", day, supplierId, itemId, ...(next && { next }) });
}

/** The order is paid for: its days are kept for good. What was released stays so; a repeat does no harm. */
export async function confirmPlaces(tx: Tx, orderId: string): Promise<void> {
  await move(tx, orderId, "CONFIRM");
}

/** The order ended unpaid: its days are free again. */
export async function releasePlaces(tx: Tx, orderId: string): Promise<void> {
  await move(tx, orderId, "RELEASE");
}

/** These components are not done any more: their days are free again. */
export async function releasePlacesOfComponents(tx: Tx, orderComponentIds: readonly string[]): Promise<void> {
  if (orderComponentIds.length === 0) return;
  for (const row of (await placesOfComponents(tx, orderComponentIds)).values()) {
    const state = reservationLife.after(row.state, "RELEASE");
    await tx.change(CapacityReservationRow, { id: row.id, version: row.version }, { state });
  }
}

async function move(tx: Tx, orderId: string, verb: "CONFIRM" | "RELEASE"): Promise<void> {
  for (const row of await placesOf(tx, [orderId])) {
    if (!reservationLife.allows(row.state, verb)) continue;
    const state = reservationLife.after(row.state, verb);
    await tx.change(CapacityReservationRow, { id: row.id, version: row.version }, { state });
  }
}

/** The days kept for these orders, in the order they were asked for. */
export async function placesOf(sql: Sql, orderIds: readonly string[]): Promise<CapacityReservationRow[]> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.createdAt, t.id`;
  return sql.rows(CapacityReservationRow, tail, orderIds);
}

/** The day kept for each of these components, where one is. */
export async function placesOfComponents(
  sql: Sql,
  orderComponentIds: readonly string[],
): Promise<Map<string, CapacityReservationRow>> {
  const tail = `WHERE t.orderComponentId IN (${marks(orderComponentIds)}) AND t.state <> 'RELEASED'`;
  const rows = await sql.rows(CapacityReservationRow, tail, orderComponentIds);
  return new Map(rows.map((row) => [row.orderComponentId, row]));
}

/** Another supplier is asked to do the component: the place goes with the work. The caller holds that supplier's row. */
export async function givePlaceTo(tx: Tx, orderComponentId: string, supplierId: string): Promise<void> {
  const place = (await placesOfComponents(tx, [orderComponentId])).get(orderComponentId);
  if (!place || place.supplierId === supplierId) return;
  await tx.change(CapacityReservationRow, { id: place.id, version: place.version }, { supplierId });
}

/** The days of this supplier from `day` on that are kept for paid orders, at most 1,000. */
export async function confirmedFrom(sql: Sql, supplierId: string, day: string): Promise<CapacityReservationRow[]> {
  const tail = "WHERE t.supplierId = ? AND t.day >= ? AND t.state = 'CONFIRMED' ORDER BY t.day, t.id LIMIT 1000";
  return sql.rows(CapacityReservationRow, tail, [supplierId, day]);
}

/**
 * Of these components, the ones with a day kept, each with who has no room on it: whoever else does its item would need a
 * place of that day as well. Three statements, however many.
 */
export async function withoutRoom(
  sql: Sql,
  orderComponentIds: readonly string[],
  services: readonly Wanted[],
): Promise<Map<string, ReadonlySet<string>>> {
  const places = [...(await placesOfComponents(sql, orderComponentIds)).values()];
  if (places.length === 0) return new Map();
  const suppliers = [...new Set(services.map(({ supplierId }) => supplierId))];
  const days = places.map(({ day }) => day).sort();
  const calendars = await calendarsOf(sql, suppliers);
  const taken = await takenBetween(sql, suppliers, days[0] ?? "", days.at(-1) ?? "");
  return new Map(
    places.map((place) => {
      const others = services.filter((one) => one.itemId === place.itemId && one.supplierId !== place.supplierId);
      const full = others.filter((one) => freeOn(capacityOf(calendars, one), place.day, taken(one, place.day)) === 0);
      return [place.orderComponentId, new Set(full.map(({ supplierId }) => supplierId))];
    }),
  );
}
