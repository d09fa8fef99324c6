import { dayStamp } from "../kernel/day.js";

import { groupBy } from "../kernel/group.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { Refusal } from "../kernel/refusal.js";
import { containing, marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import type { SupplierRole } from "../platform/viewer.js";
import type { SupplierDetails } from "./application.js";
import type { Scores, SupplierState } from "./supplier.js";
import { SupplierMemberRow, SupplierRow } from "./supplier.table.js";

export type { SupplierMemberRow, SupplierRow };

export async function suppliersById(sql: Sql, ids: readonly string[]): Promise<Map<string, SupplierRow>> {
  const rows = await sql.rows(SupplierRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The suppliers of these codes. */
export async function suppliersByCode(sql: Sql, codes: readonly string[]): Promise<SupplierRow[]> {
  return sql.rows(SupplierRow, `WHERE t.code IN (${marks(codes)})`, codes);
}

export async function supplierById(sql: Sql, id: string): Promise<SupplierRow | undefined> {
  return (await suppliersById(sql, [id])).get(id);
}

/**
 * Takes the supplier's row for the rest of the transaction and returns it as it is now: so that whether it takes orders
 * stays true, and "the last owner" is one truth.
 */
export async function lockSupplier(tx: Tx, id: string): Promise<SupplierRow | undefined> {
  await tx.run("UPDATE suppliers SET version = version WHERE id = ?", [id]);
  return supplierById(tx, id);
}

/** Takes the rows of several suppliers, in one order for everybody, so that two who want the same do not wait for each other. */
export async function lockSuppliers(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await lockSupplier(tx, id);
}

export async function usccIsTaken(sql: Sql, uscc: string): Promise<boolean> {
  return (await sql.query("SELECT id FROM suppliers WHERE uscc = ?", [uscc])).length > 0;
}

/** Founds a supplier. Refuses USCC_TAKEN when the company is one already, also when both come at once. */
export async function addSupplier(tx: Tx, details: SupplierDetails): Promise<SupplierRow> {
  const { organisation, uscc, contactName, contactPhone, contactEmail, introduction } = details;
  const row: SupplierRow = {
    id: newId(),
    code: newNumber("SP", dayStamp(tx.now)),
    name: organisation,
    uscc,
    state: "ACTIVE",
    reason: null,
    contactName,
    contactPhone,
    contactEmail,
    introduction,
    regions: [...details.regions],
    ratingCount: 0,
    overallSum: 0,
    qualitySum: 0,
    punctualitySum: 0,
    attitudeSum: 0,
    completedCount: 0,
    createdAt: tx.now,
    version: 1,
    pauseFrom: null,
    pauseTo: null,
    pauseNote: null,
  };
  if (await usccIsTaken(tx, uscc)) throw new Refusal("USCC_TAKEN", { field: "uscc" });
  await tx.insert(SupplierRow, [row]).catch(async (error: unknown) => {
    // It may also be the code that was drawn twice; then the unit of work begins anew.
    const taken = isDuplicate(error) && (await usccIsTaken(tx, uscc));
    throw taken ? new Refusal("USCC_TAKEN", { field: "uscc" }) : error;
  });
  return row;
}

export async function setSupplierState(
  tx: Tx,
  supplier: { id: string; version: number },
  state: SupplierState,
  reason: string | null,
  also: Partial<Pick<SupplierRow, "pauseFrom" | "pauseTo" | "pauseNote">> = {},
): Promise<void> {
  await tx.change(SupplierRow, { id: supplier.id, version: supplier.version }, { state, reason, ...also });
}

/** Timers of a pause that was planned; their subject is the supplier. */
export const PAUSE_BEGINS = "PAUSE_BEGINS";
export const PAUSE_ENDS = "PAUSE_ENDS";

/** No pause is planned or running. */
export const noPause = { pauseFrom: null, pauseTo: null, pauseNote: null } as const;

/** Writes when the supplier will pause, or that it will not. Refuses STALE_VERSION when the row moved meanwhile. */
export async function setPausePlan(
  tx: Tx,
  supplier: { id: string; version: number },
  plan: Pick<SupplierRow, "pauseFrom" | "pauseTo" | "pauseNote">,
): Promise<void> {
  await tx.change(SupplierRow, { id: supplier.id, version: supplier.version }, { ...plan });
}

/** Sets the timers of a pause anew: what was set before does not fire. */
export async function setPauseTimers(
  tx: Tx,
  supplierId: string,
  plan: { readonly begins: number | null; readonly ends: number | null },
): Promise<void> {
  await tx.cancelTimer(PAUSE_BEGINS, supplierId);
  await tx.cancelTimer(PAUSE_ENDS, supplierId);
  if (plan.begins !== null) await tx.setTimer(PAUSE_BEGINS, supplierId, plan.begins);
  if (plan.ends !== null) await tx.setTimer(PAUSE_ENDS, supplierId, plan.ends);
}

/** Newest first; `search` looks into name, code and company code. */
export async function supplierPage(
  sql: Sql,
  filter: { state: SupplierState | null; search: string | null },
  request: PageRequest,
): Promise<Page<SupplierRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  if (filter.state) {
    // Written as a range, so that MariaDB walks the index from the cursor on instead of from its newest row.
    conditions.push("t.state >= ? AND t.state <= ?");
    values.push(filter.state, filter.state);
  }
  if (filter.search) {
    conditions.push("(t.name LIKE ? ESCAPE '!' OR t.code LIKE ? ESCAPE '!' OR t.uscc LIKE ? ESCAPE '!')");
    values.push(containing(filter.search), containing(filter.search), containing(filter.search.toUpperCase()));
  }
  if (request.after) {
    conditions.push("t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)");
    values.push(request.after[0], request.after[0], request.after[1]);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  const order = filter.state ? "t.state DESC, t.createdAt DESC, t.id DESC" : "t.createdAt DESC, t.id DESC";
  const rows = await sql.rows(SupplierRow, `${where} ORDER BY ${order} LIMIT ${request.first + 1}`, values);
  return toPage(rows, request, (row) => row.createdAt);
}

/** Adds one customer's marks. Two at once both count: the sums are added to in the database. */
export async function addRating(tx: Tx, supplierId: string, scores: Scores): Promise<void> {
  await tx.run(
    `UPDATE suppliers SET ratingCount = ratingCount + 1, overallSum = overallSum + ?, qualitySum = qualitySum + ?,
       punctualitySum = punctualitySum + ?, attitudeSum = attitudeSum + ? WHERE id = ?`,
    [scores.overall, scores.quality, scores.punctuality, scores.attitude, supplierId],
  );
}

/** Counts one more accepted piece of work. */
export async function addCompleted(tx: Tx, supplierId: string): Promise<void> {
  await tx.run("UPDATE suppliers SET completedCount = completedCount + 1 WHERE id = ?", [supplierId]);
}

// Members

/** The active membership of a work account. */
export async function memberOfAccount(sql: Sql, accountId: string): Promise<SupplierMemberRow | undefined> {
  return (await sql.rows(SupplierMemberRow, "WHERE t.accountId = ? AND t.active = 1", [accountId]))[0];
}

/** The active memberships of many work accounts, by account. */
export async function membersByAccount(
  sql: Sql,
  accountIds: readonly string[],
): Promise<Map<string, SupplierMemberRow>> {
  const tail = `WHERE t.accountId IN (${marks(accountIds)}) AND t.active = 1`;
  return new Map((await sql.rows(SupplierMemberRow, tail, accountIds)).map((row) => [row.accountId, row]));
}

/** The membership of a work account, whether or not it still is one. */
export async function anyMemberOfAccount(sql: Sql, accountId: string): Promise<SupplierMemberRow | undefined> {
  return (await sql.rows(SupplierMemberRow, "WHERE t.accountId = ?", [accountId]))[0];
}

/** A member of this supplier, active or not; another supplier's is not found. */
export async function memberOf(sql: Sql, supplierId: string, memberId: string): Promise<SupplierMemberRow | undefined> {
  return (await sql.rows(SupplierMemberRow, "WHERE t.id = ? AND t.supplierId = ?", [memberId, supplierId]))[0];
}

/** The active members of many suppliers in one statement, by supplier, in the order they came. */
export async function membersOf(sql: Sql, supplierIds: readonly string[]): Promise<Map<string, SupplierMemberRow[]>> {
  const tail = `WHERE t.supplierId IN (${marks(supplierIds)}) AND t.active = 1 ORDER BY t.createdAt, t.id`;
  return groupBy(await sql.rows(SupplierMemberRow, tail, supplierIds), (row) => row.supplierId);
}

export async function addMember(
  tx: Tx,
  member: { supplierId: string; accountId: string; role: SupplierRole },
): Promise<SupplierMemberRow> {
  const row = { id: newId(), ...member, active: true, createdAt: tx.now, version: 1 };
  await tx.insert(SupplierMemberRow, [row]);
  return row;
}

export async function setMember(
  tx: Tx,
  member: { id: string; version: number },
  set: { active: boolean; role: SupplierRole },
): Promise<void> {
  await tx.change(SupplierMemberRow, { id: member.id, version: member.version }, set);
}

export async function countOwners(sql: Sql, supplierId: string): Promise<number> {
  const members = (await membersOf(sql, [supplierId])).get(supplierId) ?? [];
  return members.filter((member) => member.role === "OWNER").length;
}
