import { groupBy } from "../kernel/group.js";
import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type CertificateSpec, type CertificateState, nextMoment } from "./certificate.js";
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
