import { dayAfter, dayOf, startOfDay } from "../kernel/day.js";
import { groupBy } from "../kernel/group.js";
import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";

import { type CertificateSpec, type CertificateState, nextMoment, warningDays } from "./certificate.js";
import { SupplierCertificateRow } from "./certificate.table.js";

export type { SupplierCertificateRow };

/** Timer: a paper's next warning or its end; its subject is the certificate. */
export const CERTIFICATE_DUE = "CERTIFICATE_DUE";

export async function certificateById(sql: Sql, id: string): Promise<SupplierCertificateRow | undefined> {
  return (await sql.rows(SupplierCertificateRow, "WHERE t.id = ?", [id]))[0];
}

/** A supplier's own paper; another's is not found. */
export async function ownCertificateById(
  sql: Sql,
  supplierId: string,
  id: string,
): Promise<SupplierCertificateRow | undefined> {
  return (await sql.rows(SupplierCertificateRow, "WHERE t.id = ? AND t.supplierId = ?", [id, supplierId]))[0];
}

/** The papers of many suppliers in one statement, newest first, without what was replaced or withdrawn. */
export async function certificatesOf(
  sql: Sql,
  supplierIds: readonly string[],
): Promise<Map<string, SupplierCertificateRow[]>> {
  const tail = `WHERE t.supplierId IN (${marks(supplierIds)}) AND t.state IN ('SUBMITTED', 'VERIFIED', 'RETURNED', 'EXPIRED')
    ORDER BY t.createdAt DESC, t.id DESC LIMIT 1000`;
  return groupBy(await sql.rows(SupplierCertificateRow, tail, supplierIds), (row) => row.supplierId);
}

/** The verified paper of a kind that a supplier has, if any. */
export async function verifiedOfKind(
  sql: Sql,
  supplierId: string,
  kind: string,
): Promise<SupplierCertificateRow | undefined> {
  const tail = "WHERE t.supplierId = ? AND t.kind = ? AND t.state = 'VERIFIED'";
  return (await sql.rows(SupplierCertificateRow, tail, [supplierId, kind]))[0];
}

/** What waits for verification, oldest first. */
export async function submittedCertificates(sql: Sql, request: PageRequest): Promise<Page<SupplierCertificateRow>> {
  const values: SqlValue[] = ["SUBMITTED", "SUBMITTED"];
  let tail = "WHERE t.state >= ? AND t.state <= ?";
  if (request.after) {
    tail += " AND t.createdAt >= ? AND (t.createdAt > ? OR t.id > ?)";
    values.push(request.after[0], request.after[0], request.after[1]);
  }
  const order = `ORDER BY t.state, t.createdAt, t.id LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(SupplierCertificateRow, `${tail} ${order}`, values), request, (row) => row.createdAt);
}

/** The last day of those that a supplier has been warned of on `today`. */
const warnedUntil = (today: string): string => dayAfter(today, Math.max(...warningDays));

/** Verified papers that end within the days of the first warning, the first to end first. */
export async function expiringCertificates(
  sql: Sql,
  request: PageRequest,
  today: string,
): Promise<Page<SupplierCertificateRow>> {
  const values: SqlValue[] = [warnedUntil(today)];
  let tail = "WHERE t.state = 'VERIFIED' AND t.expiresOn <= ?";
  if (request.after) {
    const day = dayOf(request.after[0]);
    tail += " AND t.expiresOn >= ? AND (t.expiresOn > ? OR t.id > ?)";
    values.push(day, day, request.after[1]);
  }
  const order = `ORDER BY t.expiresOn, t.id LIMIT ${request.first + 1}`;
  const rows = await sql.rows(SupplierCertificateRow, `${tail} ${order}`, values);
  return toPage(rows, request, (row) => startOfDay(row.expiresOn));
}

/** How many papers wait for verification, and how many verified ones end soon, each up to `cap`; one statement. */
export async function countWaitingCertificates(
  sql: Sql,
  today: string,
  cap: number,
): Promise<{ toVerify: number; expiring: number }> {
  const counted = (where: string) =>
    `(SELECT COUNT(*) FROM (SELECT id FROM supplier_certificates WHERE ${where} LIMIT ${cap}) AS some)`;
  const soon = counted("state = 'VERIFIED' AND expiresOn <= ?");
  const text = `SELECT ${counted("state = 'SUBMITTED'")} AS toVerify, ${soon} AS expiring`;
  const [row] = await sql.query<{ toVerify: number; expiring: number }>(text, [warnedUntil(today)]);
  return { toVerify: Number(row?.toVerify ?? 0), expiring: Number(row?.expiring ?? 0) };
}

export async function addCertificate(
  tx: Tx,
  supplierId: string,
  spec: CertificateSpec,
): Promise<SupplierCertificateRow> {
  const life = { state: "SUBMITTED" as const, reason: null, decidedBy: null, createdAt: tx.now, version: 1 };
  const row = { id: newId(), supplierId, ...spec, ...life };
  await tx.insert(SupplierCertificateRow, [row]);
  return row;
}

/** Moves a paper to another state. Refuses STALE_VERSION when it moved meanwhile. */
export async function setCertificateState(
  tx: Tx,
  paper: { id: string; version: number },
  state: CertificateState,
  decision: { reason?: string | null; decidedBy?: string | null } = {},
): Promise<void> {
  await tx.change(SupplierCertificateRow, { id: paper.id, version: paper.version }, { state, ...decision });
}

/** Sets the timer of the next thing that happens to a verified paper. */
export async function watchCertificate(tx: Tx, paper: { id: string; expiresOn: string }): Promise<void> {
  const next = nextMoment(paper.expiresOn, tx.now);
  if (next) await tx.setTimer(CERTIFICATE_DUE, paper.id, next.at);
}
