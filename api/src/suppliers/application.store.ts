import { dayStamp } from "../kernel/day.js";

import { newNumber } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { fingerprint } from "../platform/signing.js";
import type { Sql, SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { ApplicationContent, ApplicationState } from "./application.js";
import { SupplierApplicationRow } from "./supplier.table.js";

export type { SupplierApplicationRow };

/** The application that a private link opens. */
export async function applicationByToken(sql: Sql, token: string): Promise<SupplierApplicationRow | undefined> {
  return (await sql.rows(SupplierApplicationRow, "WHERE t.tokenHash = ?", [fingerprint(token)]))[0];
}

export async function applicationById(sql: Sql, id: string): Promise<SupplierApplicationRow | undefined> {
  return (await sql.rows(SupplierApplicationRow, "WHERE t.id = ?", [id]))[0];
}

/** Begins an application; who holds the token may go on with it. */
export async function addApplication(
  tx: Tx,
  id: string,
  token: string,
  content: ApplicationContent,
): Promise<SupplierApplicationRow> {
  const row: SupplierApplicationRow = {
    id,
    no: newNumber("SA", dayStamp(tx.now)),
    tokenHash: fingerprint(token),
    ...columnsOf(content),
    state: "DRAFT",
    reason: null,
    submittedAt: null,
    decidedAt: null,
    reviewerId: null,
    supplierId: null,
    createdAt: tx.now,
    version: 1,
  };
  await tx.insert(SupplierApplicationRow, [row]);
  return row;
}

/** Refuses STALE_VERSION when it moved meanwhile. */
export async function setApplicationContent(
  tx: Tx,
  application: { id: string; version: number },
  content: ApplicationContent,
): Promise<void> {
  await tx.change(SupplierApplicationRow, { id: application.id, version: application.version }, columnsOf(content));
}

/** Moves it to another state with what that state brings. Refuses STALE_VERSION when it moved meanwhile. */
export async function setApplicationState(
  tx: Tx,
  application: { id: string; version: number },
  state: ApplicationState,
  set: Partial<Pick<SupplierApplicationRow, "reason" | "submittedAt" | "decidedAt" | "reviewerId" | "supplierId">> = {},
): Promise<void> {
  await tx.change(SupplierApplicationRow, { id: application.id, version: application.version }, { state, ...set });
}

/** Names the supplier that an approved application became. */
export async function linkSupplier(tx: Tx, applicationId: string, supplierId: string): Promise<void> {
  await tx.run("UPDATE supplier_applications SET supplierId = ? WHERE id = ?", [supplierId, applicationId]);
}

/** Newest first. Drafts are the applicant's own: staff see an application from its first submission on. */
export async function applicationPage(
  sql: Sql,
  state: Exclude<ApplicationState, "DRAFT"> | null,
  request: PageRequest,
): Promise<Page<SupplierApplicationRow>> {
  const values: SqlValue[] = state ? [state, state] : [];
  const conditions = ["t.submittedAt IS NOT NULL"];
  if (state) conditions.push("t.state >= ? AND t.state <= ?");
  if (request.after) {
    conditions.push("t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)");
    values.push(request.after[0], request.after[0], request.after[1]);
  }
  const order = state ? "t.state DESC, t.createdAt DESC, t.id DESC" : "t.createdAt DESC, t.id DESC";
  const tail = `WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(SupplierApplicationRow, tail, values), request, (row) => row.createdAt);
}

function columnsOf(content: ApplicationContent) {
  const { organisation, uscc, contactName, contactPhone, contactEmail, introduction } = content;
  const lists = { regions: [...content.regions], services: [...content.services], documents: [...content.documents] };
  return { organisation, uscc, contactName, contactPhone, contactEmail, introduction, ...lists };
}
