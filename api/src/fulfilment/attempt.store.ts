import { groupBy } from "../kernel/group.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type AttemptVerb, attemptTable, type Demand } from "./dispatch.js";
import { DispatchAttemptRow } from "./fulfilment.table.js";

export type { DispatchAttemptRow };

export async function addAttempt(tx: Tx, attempt: DispatchAttemptRow): Promise<void> {
  await tx.insert(DispatchAttemptRow, [attempt]);
}

export async function attemptById(sql: Sql, id: string): Promise<DispatchAttemptRow | undefined> {
  return (await sql.rows(DispatchAttemptRow, "WHERE t.id = ?", [id]))[0];
}

/** The offers of many tickets in one statement, oldest first. */
export async function attemptsOf(sql: Sql, ticketIds: readonly string[]): Promise<DispatchAttemptRow[]> {
  return sql.rows(
    DispatchAttemptRow,
    `WHERE t.ticketId IN (${marks(ticketIds)}) ORDER BY t.offeredAt, t.id`,
    ticketIds,
  );
}

/** Ends an open offer by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function endAttempt(
  tx: Tx,
  attempt: DispatchAttemptRow,
  verb: AttemptVerb,
  declineReason: string | null = null,
): Promise<void> {
  const state = attemptTable.after(attempt.state, verb);
  const activeKey = state === "ACCEPTED" ? attempt.ticketId : null;
  await tx.change(
    DispatchAttemptRow,
    { id: attempt.id, state: attempt.state, version: attempt.version },
    { state, activeKey, declineReason, closedAt: tx.now },
  );
}

/** The offers a supplier may still answer, soonest to end first; at most 100. */
export async function openOffers(sql: Sql, supplierId: string, now: number): Promise<DispatchAttemptRow[]> {
  const tail =
    "WHERE t.supplierId = ? AND t.state = 'OFFERED' AND t.expiresAt > ? ORDER BY t.expiresAt, t.id LIMIT 100";
  return sql.rows(DispatchAttemptRow, tail, [supplierId, now]);
}

/** When the first of the open offers of these tickets ends; null when none is open. */
export async function firstOfferEnd(sql: Sql, ticketIds: readonly string[], now: number): Promise<number | null> {
  const [row] = await sql.query<{ at: number | null }>(
    `SELECT MIN(expiresAt) AS at FROM dispatch_attempts
     WHERE activeKey IN (${marks(ticketIds)}) AND state = 'OFFERED' AND expiresAt > ?`,
    [...ticketIds, now],
  );
  return row?.at === null || row === undefined ? null : Number(row.at);
}

/** Every offer this supplier has not answered, also those whose window is over, in a fixed order for locking. */
export async function offersLeftOpen(sql: Sql, supplierId: string): Promise<DispatchAttemptRow[]> {
  const tail = "WHERE t.supplierId = ? AND t.state = 'OFFERED' ORDER BY t.ticketId";
  return sql.rows(DispatchAttemptRow, tail, [supplierId]);
}

export async function countOpenOffers(sql: Sql, supplierId: string, now: number): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    "SELECT COUNT(*) AS n FROM dispatch_attempts WHERE supplierId = ? AND state = 'OFFERED' AND expiresAt > ?",
    [supplierId, now],
  );
  return Number(row?.n ?? 0);
}

/** This supplier's offer of each ticket that still counts: open, or accepted. */
export async function activeAttemptsOf(
  sql: Sql,
  supplierId: string,
  ticketIds: readonly string[],
): Promise<Map<string, DispatchAttemptRow>> {
  const tail = `WHERE t.activeKey IN (${marks(ticketIds)}) AND t.supplierId = ?`;
  const rows = await sql.rows(DispatchAttemptRow, tail, [...ticketIds, supplierId]);
  return new Map(rows.map((row) => [row.ticketId, row]));
}

/** How much these suppliers were asked: tickets of each item since `since` that they hold or took, those they have open, and when last at all. */
export async function demandOf(
  sql: Sql,
  itemIds: readonly string[],
  supplierIds: readonly string[],
  since: number,
): Promise<(itemId: string) => Demand> {
  const taken = await sql.query<{ itemId: string; supplierId: string; n: number }>(
    `SELECT itemId, supplierId, COUNT(*) AS n FROM dispatch_attempts
     WHERE itemId IN (${marks(itemIds)}) AND offeredAt >= ? AND state IN ('OFFERED', 'ACCEPTED')
     GROUP BY itemId, supplierId`,
    [...itemIds, since],
  );
  const asked = await sql.query<{ supplierId: string; at: number }>(
    `SELECT supplierId, MAX(offeredAt) AS at FROM dispatch_attempts
     WHERE supplierId IN (${marks(supplierIds)}) GROUP BY supplierId`,
    supplierIds,
  );
  const open = await sql.query<{ itemId: string; supplierId: string; n: number }>(
    `SELECT itemId, supplierId, COUNT(*) AS n FROM tickets WHERE supplierId IN (${marks(supplierIds)})
       AND state IN ('ASSIGNED', 'IN_PROGRESS', 'DELIVERED', 'REWORK') GROUP BY itemId, supplierId`,
    supplierIds,
  );
  const openByItem = groupBy(open, (row) => row.itemId);
  const lastAskedAt = new Map(asked.map((row) => [row.supplierId, Number(row.at)]));
  const byItem = groupBy(taken, (row) => row.itemId);
  return (itemId) => ({
    takenToday: new Map(byItem.get(itemId)?.map((row) => [row.supplierId, Number(row.n)])),
    openNow: new Map(openByItem.get(itemId)?.map((row) => [row.supplierId, Number(row.n)])),
    lastAskedAt,
  });
}

/** The latest offer of each ticket to this supplier, whatever became of it. */
export async function lastAttemptOf(
  sql: Sql,
  supplierId: string,
  ticketId: string,
): Promise<DispatchAttemptRow | undefined> {
  const tail = "WHERE t.ticketId = ? AND t.supplierId = ? ORDER BY t.offeredAt DESC, t.id DESC LIMIT 1";
  return (await sql.rows(DispatchAttemptRow, tail, [ticketId, supplierId]))[0];
}
