import { newId } from "../kernel/ids.js";
import { Refusal } from "../kernel/refusal.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { CustomerGroupMemberRow, CustomerGroupRow } from "./pricing.table.js";

export type { CustomerGroupRow };

/** Every group by its name, at most 500. */
export async function allGroups(sql: Sql): Promise<CustomerGroupRow[]> {
  return sql.rows(CustomerGroupRow, "ORDER BY t.name LIMIT 500");
}

export async function groupById(sql: Sql, id: string): Promise<CustomerGroupRow | undefined> {
  return (await sql.rows(CustomerGroupRow, "WHERE t.id = ?", [id]))[0];
}

/** Writes a group. Refuses VALIDATION for a name that is taken. */
export async function addGroup(tx: Tx, name: string, note: string): Promise<CustomerGroupRow> {
  const row: CustomerGroupRow = { id: newId(), name, note, createdAt: tx.now, version: 1 };
  await tx.insert(CustomerGroupRow, [row]).catch(takenName);
  return row;
}

/** Gives a group another name and note. Refuses STALE_VERSION, VALIDATION for a name that is taken. */
export async function setGroup(
  tx: Tx,
  expected: { id: string; version: number },
  set: { name: string; note: string },
): Promise<void> {
  await tx.change(CustomerGroupRow, expected, set).catch(takenName);
}

function takenName(error: unknown): never {
  throw isDuplicate(error) ? new Refusal("VALIDATION", { field: "name" }) : error;
}

/** Account ids by group, in one statement for many groups; at most a thousand each are shown. */
export async function membersOfGroups(sql: Sql, groupIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await sql.query<{ groupId: string; accountId: string }>(
    `SELECT groupId, accountId FROM (
       SELECT groupId, accountId, ROW_NUMBER() OVER (PARTITION BY groupId ORDER BY accountId) AS place
       FROM customer_group_members WHERE groupId IN (${marks(groupIds)})) m
     WHERE place <= 1000 ORDER BY accountId`,
    groupIds,
  );
  const members = new Map<string, string[]>(groupIds.map((id) => [id, []]));
  for (const { groupId, accountId } of rows) members.get(groupId)?.push(accountId);
  return members;
}

/** Puts a customer in a group; tells false when they were in it. */
export async function joinGroup(tx: Tx, groupId: string, accountId: string): Promise<boolean> {
  const known = "SELECT accountId FROM customer_group_members WHERE groupId = ? AND accountId = ?";
  if ((await tx.query(known, [groupId, accountId])).length > 0) return false;
  await tx.insert(CustomerGroupMemberRow, [{ groupId, accountId }]).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
  });
  return true;
}

/** Takes a customer out of a group; tells false when they were not in it. */
export async function leaveGroup(tx: Tx, groupId: string, accountId: string): Promise<boolean> {
  const text = "DELETE FROM customer_group_members WHERE groupId = ? AND accountId = ?";
  return (await tx.run(text, [groupId, accountId])) > 0;
}
