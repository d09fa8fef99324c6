import { groupBy } from "../kernel/group.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import { type Attention, attentions } from "./attention.js";
import type { QuotationState } from "./quotation.js";
import { QuotationLineRow, QuotationRequestRow, QuotationRow, QuotationVersionRow } from "./quotation.table.js";

export async function quotationsById(sql: Sql, ids: readonly string[]): Promise<Map<string, QuotationRow>> {
  const rows = await sql.rows(QuotationRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function quotationById(sql: Sql, id: string): Promise<QuotationRow | undefined> {
  return (await quotationsById(sql, [id])).get(id);
}

export async function quotationByNo(sql: Sql, no: string): Promise<QuotationRow | undefined> {
  return (await sql.rows(QuotationRow, "WHERE t.no = ?", [no]))[0];
}

export interface QuotationFilter {
  /** What this customer was sent or asked for. */
  readonly customerId?: string;
  readonly state?: QuotationState | null;
  /** Only what staff have to look at. */
  readonly attention?: boolean | Attention | null;
  /** Beginning of a number. */
  readonly search?: string | null;
}

/**
 * A page of quotations, newest first; equalities are written as ranges, so that MariaDB walks the index from the cursor.
 */
export async function pageOfQuotations(
  sql: Sql,
  filter: QuotationFilter,
  request: PageRequest,
): Promise<Page<QuotationRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, ...given: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (filter.customerId) {
    where("t.customerId >= ? AND t.customerId <= ?", filter.customerId, filter.customerId);
    where("(t.currentNumber > 0 OR t.source <> 'MANUAL')");
  }
  // A later version is looked at while the customer has the one before: its quotation says SENT.
  if (filter.state === "INTERNAL_REVIEW") where("t.attention >= 'REVIEW' AND t.attention <= 'REVIEW'");
  else if (filter.state) where("t.state >= ? AND t.state <= ?", filter.state, filter.state);
  if (filter.attention === true) return pageByAttention(sql, filter, request);
  if (filter.attention) where("t.attention >= ? AND t.attention <= ?", filter.attention, filter.attention);
  if (filter.search)
    where("t.no >= ? AND t.no < ?", filter.search.toUpperCase(), `${filter.search.toUpperCase()}\u{10FFFF}`);
  if (request.after) {
    const [createdAt, id] = request.after;
    where("t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)", createdAt, createdAt, id);
  }
  const leading = filter.customerId ? "t.customerId DESC," : leadingOf(filter);
  const tail = `${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
    ORDER BY ${leading} t.createdAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(QuotationRow, tail, values), request, (row) => row.createdAt);
}

/** Each reason by its index, put together: few wait, among however many there are. */
async function pageByAttention(sql: Sql, filter: QuotationFilter, request: PageRequest): Promise<Page<QuotationRow>> {
  const rows: QuotationRow[] = [];
  for (const attention of attentions) {
    const page = await pageOfQuotations(sql, { ...filter, attention }, { ...request, first: request.first + 1 });
    rows.push(...page.rows);
  }
  rows.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  return toPage(rows.slice(0, request.first + 1), request, (row) => row.createdAt);
}

function leadingOf({ state, attention }: QuotationFilter): string {
  if (attention || state === "INTERNAL_REVIEW") return "t.attention DESC,";
  return state ? "t.state DESC," : "";
}

/** How many quotations wait for an answer, and how many for a second person, in one statement. */
export async function countWaitingQuotations(sql: Sql): Promise<{ toAnswer: number; toReview: number }> {
  const text = "SELECT attention, COUNT(*) AS n FROM quotations WHERE attention IS NOT NULL GROUP BY attention";
  const rows = await sql.query<{ attention: Attention; n: number }>(text);
  const count = (review: boolean): number =>
    rows.reduce((sum, { attention, n }) => ((attention === "REVIEW") === review ? sum + Number(n) : sum), 0);
  return { toAnswer: count(false), toReview: count(true) };
}

/** Every version of many quotations in one statement, the first one first. */
export async function versionsOf(
  sql: Sql,
  quotationIds: readonly string[],
): Promise<Map<string, QuotationVersionRow[]>> {
  const tail = `WHERE t.quotationId IN (${marks(quotationIds)}) ORDER BY t.quotationId, t.number`;
  return groupBy(await sql.rows(QuotationVersionRow, tail, quotationIds), (row) => row.quotationId);
}

/** What customers asked for, of many quotations in one statement, oldest first. */
export async function requestsOf(
  sql: Sql,
  quotationIds: readonly string[],
): Promise<Map<string, QuotationRequestRow[]>> {
  const tail = `WHERE t.quotationId IN (${marks(quotationIds)}) ORDER BY t.quotationId, t.createdAt, t.id`;
  return groupBy(await sql.rows(QuotationRequestRow, tail, quotationIds), (row) => row.quotationId);
}

/** A page of the sent versions that name a supplier and count now, newest first. */
export async function pageOfSupplierVersions(
  sql: Sql,
  supplierId: string,
  request: PageRequest,
): Promise<Page<QuotationVersionRow>> {
  const values: SqlValue[] = [supplierId];
  let after = "";
  if (request.after) {
    after = "AND t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)";
    values.push(request.after[0], request.after[0], request.after[1]);
  }
  const rows = await sql.rows(
    QuotationVersionRow,
    `JOIN quotations q ON q.id = t.quotationId AND q.currentNumber = t.number
     WHERE t.id IN (SELECT l.versionId FROM quotation_lines l WHERE l.supplierId = ?) AND t.sentAt IS NOT NULL ${after}
     ORDER BY t.createdAt DESC, t.id DESC LIMIT ${request.first + 1}`,
    values,
  );
  return toPage(rows, request, (row) => row.createdAt);
}

/** A supplier's own lines of many versions in one statement. */
export async function linesOfSupplier(
  sql: Sql,
  supplierId: string,
  versionIds: readonly string[],
): Promise<Map<string, QuotationLineRow[]>> {
  const tail = `WHERE t.versionId IN (${marks(versionIds)}) AND t.supplierId = ? ORDER BY t.versionId, t.position`;
  return groupBy(await sql.rows(QuotationLineRow, tail, [...versionIds, supplierId]), (row) => row.versionId);
}
