import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type InvitationVerb, invitationTable } from "./invitation.js";
import type { InviteDemand, Invitee } from "./routing.js";
import { InvitationRow, OpenInvitationRow } from "./sourcing.table.js";

export type { InvitationRow };

/**
 * Invites suppliers to one round: a new row each, or the old one again for who did not answer an earlier round. The
 * unique key of inquiry and supplier keeps two routings apart should a caller forget the inquiry's lock.
 */
export async function invite(
  tx: Tx,
  inquiry: { readonly id: string; readonly round: number },
  chosen: readonly Invitee[],
  before: readonly InvitationRow[],
): Promise<void> {
  const known = new Map(before.map((invitation) => [invitation.supplierId, invitation]));
  const fresh = chosen.filter(({ supplierId }) => !known.has(supplierId));
  const rows = fresh.map(
    ({ supplierId, reason, trace }): InvitationRow => ({
      id: newId(),
      inquiryId: inquiry.id,
      supplierId,
      round: inquiry.round,
      state: invitationTable.initial,
      reason,
      trace: [...trace],
      sentAt: tx.now,
      viewedAt: null,
      declineReason: null,
      version: 1,
    }),
  );
  await tx.insert(InvitationRow, rows);
  const again: InvitationRow[] = [];
  for (const { supplierId, reason, trace } of chosen) {
    const old = known.get(supplierId);
    if (!old) continue;
    const also = { round: inquiry.round, reason, trace: [...trace], sentAt: tx.now };
    again.push(await moveInvitation(tx, old, "ASK_AGAIN", also));
  }
  await tx.insert(
    OpenInvitationRow,
    [...rows, ...again].map(({ id, supplierId, inquiryId, sentAt }) => ({ id, supplierId, inquiryId, sentAt })),
  );
}

/** Moves an invitation by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveInvitation(
  tx: Tx,
  invitation: InvitationRow,
  verb: InvitationVerb,
  also: Partial<Omit<InvitationRow, "id" | "state" | "version">> = {},
): Promise<InvitationRow> {
  const set = { ...also, state: invitationTable.after(invitation.state, verb) };
  await tx.change(InvitationRow, { id: invitation.id, version: invitation.version }, set);
  return { ...invitation, ...set, version: invitation.version + 1 };
}

/** Takes one invitation off its supplier's list of what it can answer. */
export async function takeOffList(tx: Tx, invitationId: string): Promise<void> {
  await tx.run("DELETE FROM open_invitations WHERE id = ?", [invitationId]);
}

/** Puts it back: who declined bids after all. */
export async function putOnList(tx: Tx, { id, supplierId, inquiryId, sentAt }: InvitationRow): Promise<void> {
  await takeOffList(tx, id);
  await tx.insert(OpenInvitationRow, [{ id, supplierId, inquiryId, sentAt }]);
}

/** Ends what nobody answered, and takes the inquiry off every list: it takes no more bids. */
export async function lapseInvitations(tx: Tx, inquiryId: string): Promise<void> {
  await tx.run("DELETE FROM open_invitations WHERE inquiryId = ?", [inquiryId]);
  await tx.run(
    "UPDATE inquiry_invitations SET state = 'NO_RESPONSE', version = version + 1 WHERE inquiryId = ? AND state IN ('SENT', 'VIEWED')",
    [inquiryId],
  );
}

/** Everybody an inquiry was sent to, in the order they were asked. */
export async function invitationsOf(sql: Sql, inquiryIds: readonly string[]): Promise<InvitationRow[]> {
  const tail = `WHERE t.inquiryId IN (${marks(inquiryIds)}) ORDER BY t.inquiryId, t.sentAt, t.id`;
  return sql.rows(InvitationRow, tail, inquiryIds);
}

/** A supplier's own invitation; null when it was never asked. */
export async function invitationOf(sql: Sql, inquiryId: string, supplierId: string): Promise<InvitationRow | null> {
  const tail = "WHERE t.inquiryId = ? AND t.supplierId = ?";
  return (await sql.rows(InvitationRow, tail, [inquiryId, supplierId]))[0] ?? null;
}

/** What routing needs to know of how much these suppliers are asked for: two statements. */
export async function inviteDemand(sql: Sql, supplierIds: readonly string[]): Promise<Omit<InviteDemand, "full">> {
  const open = await sql.query<{ supplierId: string; n: number }>(
    `SELECT o.supplierId, COUNT(DISTINCT i.customerId) AS n FROM open_invitations o JOIN inquiries i ON i.id = o.inquiryId
     WHERE o.supplierId IN (${marks(supplierIds)}) GROUP BY o.supplierId`,
    supplierIds,
  );
  const last = await sql.query<{ supplierId: string; at: number }>(
    `SELECT supplierId, MAX(sentAt) AS at FROM inquiry_invitations WHERE supplierId IN (${marks(supplierIds)}) GROUP BY supplierId`,
    supplierIds,
  );
  return {
    openInvitations: new Map(open.map((row) => [row.supplierId, Number(row.n)])),
    lastInvitedAt: new Map(last.map((row) => [row.supplierId, Number(row.at)])),
  };
}

/** A supplier's invitations, newest first: those it can answer now, or all it ever got. */
export async function pageOfInvitations(
  sql: Sql,
  supplierId: string,
  openOnly: boolean,
  request: PageRequest,
): Promise<Page<InvitationRow>> {
  const list = openOnly ? "o" : "t";
  const values: SqlValue[] = [supplierId, supplierId];
  let tail = openOnly ? "JOIN open_invitations o ON o.id = t.id " : "";
  tail += `WHERE ${list}.supplierId >= ? AND ${list}.supplierId <= ?`;
  if (request.after) {
    tail += ` AND ${list}.sentAt <= ? AND (${list}.sentAt < ? OR ${list}.id < ?)`;
    values.push(request.after[0], ...request.after);
  }
  tail += ` ORDER BY ${list}.supplierId DESC, ${list}.sentAt DESC, ${list}.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(InvitationRow, tail, values), request, (row) => row.sentAt);
}

/** How many inquiries a supplier can answer now, counted to 1,000 at most. */
export async function countOpenInvitations(sql: Sql, supplierId: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    "SELECT COUNT(*) AS n FROM (SELECT 1 AS x FROM open_invitations WHERE supplierId = ? LIMIT 1000) q",
    [supplierId],
  );
  return Number(row?.n ?? 0);
}
