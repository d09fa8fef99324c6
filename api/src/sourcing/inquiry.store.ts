import { dayStamp } from "../kernel/day.js";

import { newId, newNumber } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { queuesMoved } from "./facts.js";
import { INQUIRY_CLOSES, type InquiryState, type InquiryVerb, inquiryTable } from "./inquiry.js";
import { InquiryAwardRow, InquiryRow } from "./sourcing.table.js";

export type { InquiryAwardRow, InquiryRow };

/** What a new inquiry does not bring itself. */
type Begun =
  | "id"
  | "no"
  | "state"
  | "round"
  | "routedRound"
  | "extensions"
  | "bidsOpenedAt"
  | "reason"
  | "quotationId"
  | "quotationNo";
export type NewInquiry = Omit<InquiryRow, Begun | "openForMs" | "createdAt" | "endedAt" | "version">;

/** Writes a sent inquiry and starts its clock. Routing is left to whoever hears of it. */
export async function addInquiry(tx: Tx, inquiry: NewInquiry): Promise<InquiryRow> {
  const row: InquiryRow = {
    ...inquiry,
    id: newId(),
    no: newNumber("IQ", dayStamp(tx.now)),
    state: inquiryTable.after("DRAFT", "SEND"),
    round: 1,
    routedRound: 0,
    extensions: 0,
    openForMs: inquiry.deadline - tx.now,
    bidsOpenedAt: null,
    reason: null,
    quotationId: null,
    quotationNo: null,
    createdAt: tx.now,
    endedAt: null,
    version: 1,
  };
  await tx.insert(InquiryRow, [row]);
  await tx.setTimer(INQUIRY_CLOSES, row.id, row.deadline);
  return row;
}

export async function inquiriesById(sql: Sql, ids: readonly string[]): Promise<Map<string, InquiryRow>> {
  const rows = await sql.rows(InquiryRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function inquiryById(sql: Sql, id: string): Promise<InquiryRow | undefined> {
  return (await inquiriesById(sql, [id])).get(id);
}

export async function inquiryByNo(sql: Sql, no: string): Promise<InquiryRow | undefined> {
  return (await sql.rows(InquiryRow, "WHERE t.no = ?", [no]))[0];
}

/** A customer's own inquiry; another's is not found. */
export async function inquiryOfCustomer(
  sql: Sql,
  key: { readonly id: string } | { readonly no: string },
  customerId: string,
): Promise<InquiryRow | undefined> {
  const [column, value] = "id" in key ? ["id", key.id] : ["no", key.no];
  return (await sql.rows(InquiryRow, `WHERE t.${column} = ? AND t.customerId = ?`, [value ?? "", customerId]))[0];
}

/**
 * Takes the inquiry's row for the rest of the transaction and returns it as it is now. Every flow begins with it, so
 * whoever else wants the same inquiry waits and then sees what became of it.
 */
export async function lockInquiry(tx: Tx, id: string): Promise<InquiryRow | undefined> {
  await tx.run("UPDATE inquiries SET version = version WHERE id = ?", [id]);
  return inquiryById(tx, id);
}

/** Moves an inquiry by a verb of its table and returns it as it is then. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveInquiry(
  tx: Tx,
  inquiry: InquiryRow,
  verb: InquiryVerb,
  also: Partial<Omit<InquiryRow, "id" | "state" | "version">> = {},
): Promise<InquiryRow> {
  const set = { ...also, state: inquiryTable.after(inquiry.state, verb) };
  await tx.change(InquiryRow, { id: inquiry.id, state: inquiry.state, version: inquiry.version }, set);
  if (set.state !== "OPEN") await tx.cancelTimer(INQUIRY_CLOSES, inquiry.id);
  if ((inquiry.state === "NO_BIDS") !== (set.state === "NO_BIDS")) tx.record(queuesMoved);
  return { ...inquiry, ...set, version: inquiry.version + 1 };
}

/** Gives an open inquiry another deadline; its clock with it. Not a verb: `moveInquiry` says whether it may. */
export async function restartClock(tx: Tx, inquiryId: string, deadline: number): Promise<void> {
  await tx.cancelTimer(INQUIRY_CLOSES, inquiryId);
  await tx.setTimer(INQUIRY_CLOSES, inquiryId, deadline);
}

/** Keeps that a round was routed. Not a new version: nobody's next step hangs on it. */
export async function keepRouted(tx: Tx, inquiryId: string, round: number): Promise<void> {
  await tx.run("UPDATE inquiries SET routedRound = ? WHERE id = ?", [round, inquiryId]);
}

/** How many inquiries of a customer take bids now. */
export async function countOpen(sql: Sql, customerId: string): Promise<number> {
  const text = "SELECT COUNT(*) AS n FROM inquiries WHERE customerId = ? AND state = 'OPEN'";
  const [row] = await sql.query<{ n: number }>(text, [customerId]);
  return Number(row?.n ?? 0);
}

/** How many inquiries wait for a person since nobody answered, counted to `cap`. */
export async function countStranded(sql: Sql, cap: number): Promise<number> {
  const text = "SELECT COUNT(*) AS n FROM (SELECT 1 AS x FROM inquiries WHERE state = 'NO_BIDS' LIMIT ?) q";
  const [row] = await sql.query<{ n: number }>(text, [cap]);
  return Number(row?.n ?? 0);
}

interface ListFilter {
  readonly customerId?: string;
  readonly state?: InquiryState | null;
}

/** A page of inquiries, newest first: a customer's own, all, or those in one state. */
export async function pageOfInquiries(sql: Sql, filter: ListFilter, request: PageRequest): Promise<Page<InquiryRow>> {
  const lead = filter.customerId !== undefined ? "customerId" : filter.state ? "state" : null;
  const conditions = lead ? [`t.${lead} >= ? AND t.${lead} <= ?`] : ["1 = 1"];
  const key = filter.customerId ?? filter.state ?? "";
  const values: SqlValue[] = lead ? [key, key] : [];
  if (filter.customerId !== undefined && filter.state) {
    conditions.push("t.state = ?");
    values.push(filter.state);
  }
  if (request.after) {
    conditions.push("t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)");
    values.push(request.after[0], ...request.after);
  }
  const order = `${lead ? `t.${lead} DESC, ` : ""}t.createdAt DESC, t.id DESC`;
  const tail = `WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(InquiryRow, tail, values), request, (row) => row.createdAt);
}

export async function addAwards(tx: Tx, awards: readonly Omit<InquiryAwardRow, "id">[]): Promise<void> {
  await tx.insert(
    InquiryAwardRow,
    awards.map((award) => ({ id: newId(), ...award })),
  );
}

export async function awardsOf(sql: Sql, inquiryIds: readonly string[]): Promise<InquiryAwardRow[]> {
  return sql.rows(InquiryAwardRow, `WHERE t.inquiryId IN (${marks(inquiryIds)}) ORDER BY t.lineCode`, inquiryIds);
}
