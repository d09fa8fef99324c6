import { dayAfter, startOfDay } from "../kernel/day.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import type { Sql, SqlValue } from "../platform/sql.js";
import type { AccountCode } from "./accounts.js";
import { transactionsByIds } from "./ledger.store.js";
import { LedgerTransactionRow } from "./ledger.table.js";
import type { LedgerKind } from "./ledger-kinds.js";

/** Which part of the books is looked at; a transaction is in it when one of its postings is. */
export interface JournalFilter {
  readonly kind?: LedgerKind | null;
  /** The first and the last day, such as 2026-11-22, in Shanghai. */
  readonly from?: string | null;
  readonly until?: string | null;
  readonly account?: AccountCode | null;
  readonly side?: "DEBIT" | "CREDIT" | null;
  readonly orderId?: string | null;
  readonly supplierId?: string | null;
  readonly paymentId?: string | null;
  readonly refundId?: string | null;
  readonly statementId?: string | null;
}

/** By which column of the postings a page is walked: the one of which there are fewest. Each has an index. */
const LEADS = ["orderId", "supplierId", "account"] as const;

/** A page of the books, newest first. Costs the same wherever it is: each way to walk has an index in its order. */
export async function pageOfJournal(
  sql: Sql,
  filter: JournalFilter,
  request: PageRequest,
): Promise<Page<LedgerTransactionRow>> {
  const lead = LEADS.find((column) => filter[column]);
  return lead ? pageByPostings(sql, filter, lead, request) : pageByTransactions(sql, filter, request);
}

async function pageByTransactions(
  sql: Sql,
  filter: JournalFilter,
  request: PageRequest,
): Promise<Page<LedgerTransactionRow>> {
  const { kind } = filter;
  const where = new Conditions().and("t.sealed = 1");
  if (kind) where.and("t.kind >= ? AND t.kind <= ?", kind, kind);
  where.within("t", filter, request);
  const tail = `WHERE ${where.text} ORDER BY ${kind ? "t.kind DESC," : ""} t.at DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(LedgerTransactionRow, tail, where.values), request, (row) => row.at);
}

interface Place {
  /** The posting that stands for its transaction. */
  readonly id: string;
  readonly transactionId: string;
  readonly at: number;
}

/** A transaction is told once, in the place of its first posting that is looked for. */
async function pageByPostings(
  sql: Sql,
  filter: JournalFilter,
  lead: (typeof LEADS)[number],
  request: PageRequest,
): Promise<Page<LedgerTransactionRow>> {
  const value = filter[lead] ?? "";
  const where = new Conditions().and(`p.${lead} >= ? AND p.${lead} <= ?`, value, value).about("p", filter, lead);
  where.within("p", filter, request);
  const earlier = new Conditions()
    .and("o.transactionId = p.transactionId AND o.position < p.position")
    .and(`o.${lead} = ?`, value)
    .about("o", filter, lead);
  where.and(`NOT EXISTS (SELECT 1 FROM postings o WHERE ${earlier.text})`, ...earlier.values);
  // Asked posting by posting, for a join would let the database begin at the other table and sort.
  const whole = "FROM ledger_transactions l WHERE l.id = p.transactionId AND l.sealed = 1";
  if (filter.kind) where.and(`(SELECT l.kind ${whole}) = ?`, filter.kind);
  else where.and(`(SELECT 1 ${whole}) = 1`);
  const places = await sql.query<Place>(
    `SELECT p.id, p.transactionId, p.at FROM postings p WHERE ${where.text}
     ORDER BY p.${lead} DESC, p.at DESC, p.id DESC LIMIT ${request.first + 1}`,
    where.values,
  );
  const page = toPage(places, request, ({ at }) => Number(at));
  const found = new Map((await transactionsByIds(sql, page.rows.map(transactionOf))).map((row) => [row.id, row]));
  return { ...page, rows: page.rows.flatMap((place) => found.get(transactionOf(place)) ?? []) };
}

const transactionOf = ({ transactionId }: Place): string => transactionId;

/** What has to be true of a row, with the values of its marks. */
class Conditions {
  readonly values: SqlValue[] = [];
  private readonly texts: string[] = [];

  and(text: string, ...values: readonly SqlValue[]): this {
    this.texts.push(text);
    this.values.push(...values);
    return this;
  }

  /** What a posting is about, besides the column that leads; told so that no other index is taken for it. */
  about(table: string, filter: JournalFilter, lead: string): this {
    for (const column of ["orderId", "supplierId", "account", "paymentId", "refundId", "statementId"] as const) {
      const value = filter[column];
      if (value && column !== lead) this.and(`COALESCE(${table}.${column}, '') = ?`, value);
    }
    if (filter.side) this.and(`${table}.${filter.side === "DEBIT" ? "debit" : "credit"} > 0`);
    return this;
  }

  /** The days looked at, and the place of the last one seen. */
  within(table: string, { from, until }: JournalFilter, { after }: PageRequest): void {
    if (from) this.and(`${table}.at >= ?`, startOfDay(from));
    if (until) this.and(`${table}.at < ?`, startOfDay(dayAfter(until)));
    if (!after) return;
    const [at, id] = after;
    this.and(`${table}.at <= ? AND (${table}.at < ? OR ${table}.id < ?)`, at, at, id);
  }

  get text(): string {
    return this.texts.join(" AND ");
  }
}
