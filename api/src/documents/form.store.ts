import { groupBy } from "../kernel/group.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { FormRow } from "./documents.table.js";
import { type FormCode, type FormSubject, type FormVerb, formLife } from "./form.js";

export type { FormRow };

export async function addForm(tx: Tx, form: FormRow): Promise<void> {
  await tx.insert(FormRow, [form]);
}

export async function formById(sql: Sql, id: string): Promise<FormRow | undefined> {
  return (await sql.rows(FormRow, "WHERE t.id = ?", [id]))[0];
}

export async function formByNo(sql: Sql, no: string): Promise<FormRow | undefined> {
  return (await sql.rows(FormRow, "WHERE t.no = ?", [no]))[0];
}

/** The newest version of a form about a subject, whatever its state. */
export async function latestForm(sql: Sql, code: FormCode, subject: FormSubject): Promise<FormRow | undefined> {
  const tail = `WHERE t.code = ? AND t.subjectKind = ? AND t.subjectId = ? ORDER BY t.number DESC LIMIT 1`;
  return (await sql.rows(FormRow, tail, [code, subject.kind, subject.id]))[0];
}

/** The version that took the place of each of these, by the id of the old one. */
export async function successorsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, FormRow>> {
  const rows = await sql.rows(FormRow, `WHERE t.supersedes IN (${marks(ids)})`, ids);
  return new Map(rows.flatMap((row) => (row.supersedes === null ? [] : [[row.supersedes, row] as const])));
}

/** The forms of many orders in one statement, newest first. */
export async function formsOf(sql: Sql, orderIds: readonly string[]): Promise<Map<string, FormRow[]>> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.issuedAt DESC, t.id DESC`;
  return groupBy(await sql.rows(FormRow, tail, orderIds), (row) => row.orderId ?? "");
}

/** The forms about these tickets in one statement, newest first. */
export async function formsOfTickets(sql: Sql, ticketIds: readonly string[]): Promise<Map<string, FormRow[]>> {
  const tail = `WHERE t.code IN ('TICKET', 'ACCEPTANCE') AND t.subjectKind = 'TICKET' AND t.subjectId IN (${marks(ticketIds)})
    ORDER BY t.issuedAt DESC, t.id DESC`;
  return groupBy(await sql.rows(FormRow, tail, ticketIds), (row) => row.subjectId);
}

/** Moves a form by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveForm(tx: Tx, form: FormRow, verb: FormVerb, also: Partial<FormRow> = {}): Promise<void> {
  const set = { ...also, state: formLife.after(form.state, verb) };
  await tx.change(FormRow, { id: form.id, version: form.version }, set);
}

/** Takes the form's row for the rest of the transaction and returns it as it is now. */
export async function lockForm(tx: Tx, id: string): Promise<FormRow | undefined> {
  await tx.run("UPDATE forms SET version = version WHERE id = ?", [id]);
  return formById(tx, id);
}

/** Notes the file a form was printed to. Its version stays: printing takes nothing from who looks at it. */
export async function keepFile(tx: Tx, { id, version }: FormRow, fileId: string): Promise<void> {
  await tx.change(FormRow, { id, pdfFileId: null }, { pdfFileId: fileId, version });
}

export interface FormFilter {
  readonly code?: FormCode | null;
  /** One of these. */
  readonly codes?: readonly FormCode[];
  readonly supplierId?: string;
  /** Beginning of a form's number. */
  readonly search?: string | null;
}

/** A page of forms, newest first. Equalities are written as ranges that lead the order: MariaDB walks no index else. */
export async function pageOfForms(sql: Sql, filter: FormFilter, request: PageRequest): Promise<Page<FormRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, ...given: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (filter.supplierId) where("t.supplierId >= ? AND t.supplierId <= ?", filter.supplierId, filter.supplierId);
  if (filter.code) where("t.code >= ? AND t.code <= ?", filter.code, filter.code);
  if (filter.codes) where(`t.code IN (${marks(filter.codes)})`, ...filter.codes);
  if (filter.search) where("t.no >= ? AND t.no < ?", filter.search, `${filter.search}\u{10FFFF}`);
  if (request.after) {
    const [issuedAt, id] = request.after;
    where("t.issuedAt <= ? AND (t.issuedAt < ? OR t.id < ?)", issuedAt, issuedAt, id);
  }
  const leading = filter.supplierId ? "t.supplierId DESC," : filter.code ? "t.code DESC," : "";
  const tail = `${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
    ORDER BY ${leading} t.issuedAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(FormRow, tail, values), request, (row) => row.issuedAt);
}
