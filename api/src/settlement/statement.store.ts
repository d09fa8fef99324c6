import { dayStamp } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { Cut } from "./line.js";
import { PayFileRow, StatementLineRow, StatementRow } from "./settlement.table.js";
import { type StatementState, type StatementVerb, statementLife } from "./statement.js";

export type { PayFileRow, StatementLineRow, StatementRow };

/** Timer: a statement that its supplier did not answer counts as confirmed; its subject is the statement. */
export const STATEMENT_CONFIRMS = "STATEMENT_CONFIRMS";

/** What a line shows beside its figures. */
export type LineWords = Pick<StatementLineRow, "orderNo" | "title">;

/** Writes a statement with its lines. The unique key of live lines refuses an item that is in another one. */
export async function addStatement(
  tx: Tx,
  supplierId: string,
  cut: Cut,
  words: readonly LineWords[],
): Promise<StatementRow> {
  const { lines, ...sums } = cut;
  const statement: StatementRow = {
    id: newId(),
    no: newNumber("ST", dayStamp(tx.now)),
    supplierId,
    state: statementLife.initial,
    ...sums,
    cutAt: tx.now,
    madeBy: tx.actorId,
    confirmedAt: null,
    confirmedBy: null,
    approvedAt: null,
    approvedBy: null,
    payFileId: null,
    paidAt: null,
    bankReference: null,
    reason: null,
    version: 1,
  };
  await tx.insert(StatementRow, [statement]);
  const rows = lines.map((line, position): StatementLineRow => {
    const { orderNo = null, title = "" } = words[position] ?? {};
    const state = { state: "ACTIVE" as const, disputeReason: null, answer: null, retainedUntil: null };
    const key = { liveItem: liveItemOf(supplierId, line), orderNo, title };
    return { id: newId(), statementId: statement.id, supplierId, position, ...line, ...key, ...state };
  });
  await tx.insert(StatementLineRow, rows);
  return statement;
}

const liveItemOf = (supplierId: string, { account, item }: { account: string; item: string }): string =>
  `${supplierId}:${account}:${item}`;

export async function statementById(sql: Sql, id: string): Promise<StatementRow | undefined> {
  return (await sql.rows(StatementRow, "WHERE t.id = ?", [id]))[0];
}

/** Takes the statement's row for the rest of the transaction. */
export async function lockStatement(tx: Tx, id: string): Promise<StatementRow | undefined> {
  await tx.run("UPDATE statements SET supplierId = supplierId WHERE id = ?", [id]);
  return statementById(tx, id);
}

/** The lines of many statements in one statement, each statement's in order. */
export async function linesOf(sql: Sql, statementIds: readonly string[]): Promise<StatementLineRow[]> {
  const tail = `WHERE t.statementId IN (${marks(statementIds)}) ORDER BY t.statementId, t.position`;
  return sql.rows(StatementLineRow, tail, statementIds);
}

export async function lineById(sql: Sql, id: string): Promise<StatementLineRow | undefined> {
  return (await sql.rows(StatementLineRow, "WHERE t.id = ?", [id]))[0];
}

/** The lines that keep items of a supplier from the next statement, with their statement's number. */
export async function liveLinesOf(
  sql: Sql,
  supplierId: string,
): Promise<{ account: string; item: string; no: string; state: string }[]> {
  // By the live key, which names the supplier first: the lines of all that was paid stay unread.
  return sql.query(
    `SELECT l.account, l.item, s.no, l.state FROM statement_lines l JOIN statements s ON s.id = l.statementId
     WHERE l.liveItem >= ? AND l.liveItem < ?`,
    [`${supplierId}:`, `${supplierId};`],
  );
}

/** Until when each item of a supplier that is kept back stays so, as its paid statement said. */
export async function retainedUntilOf(sql: Sql, supplierId: string): Promise<Map<string, number>> {
  // From what is still kept back to its line: the lines of all that was paid stay unread.
  const rows = await sql.query<{ item: string; until: number }>(
    `SELECT l.item, MAX(l.retainedUntil) AS until FROM supplier_items i
     JOIN statement_lines l ON l.supplierId = i.supplierId AND l.account = '2202' AND l.item = i.item
     WHERE i.supplierId = ? AND i.account = '2202.R' AND i.balance <> 0 AND l.retainedUntil IS NOT NULL GROUP BY l.item`,
    [supplierId],
  );
  return new Map(rows.map(({ item, until }) => [item, Number(until)]));
}

/** Moves a statement by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveStatement(
  tx: Tx,
  statement: StatementRow,
  verb: StatementVerb,
  also: Partial<StatementRow> = {},
): Promise<StatementRow> {
  const set = { ...also, state: statementLife.after(statement.state, verb) };
  await tx.change(StatementRow, { id: statement.id, version: statement.version }, set);
  return { ...statement, ...set, version: statement.version + 1 };
}

/** Changes a line; of a disputed one the item stays kept from other statements until it is answered. */
export async function setLine(tx: Tx, line: StatementLineRow, set: Partial<StatementLineRow>): Promise<void> {
  await tx.change(StatementLineRow, { id: line.id, state: line.state }, set);
}

/** Lets a statement's lines go: their items may be in the next one. Disputed ones wait for their answer. */
export async function freeLines(tx: Tx, statementId: string): Promise<void> {
  await tx.run("UPDATE statement_lines SET liveItem = NULL WHERE statementId = ? AND state = 'ACTIVE'", [statementId]);
}

/** Of these lines' items, those components whose dispute was answered before, for who must not approve them. */
export async function answeredLineIds(sql: Sql, supplierId: string, items: readonly string[]): Promise<string[]> {
  if (items.length === 0) return [];
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM statement_lines WHERE supplierId = ? AND state = 'ANSWERED' AND item IN (${marks(items)})`,
    [supplierId, ...items],
  );
  return rows.map(({ id }) => id);
}

export interface StatementFilter {
  readonly supplierId?: string | null;
  readonly state?: StatementState | null;
  /** Suppliers never see drafts. */
  readonly sent?: boolean;
  /** Only with a line that waits for an answer. */
  readonly disputed?: boolean;
}

/** A page of statements, newest first. */
export async function pageOfStatements(
  sql: Sql,
  { supplierId, state, sent, disputed }: StatementFilter,
  request: PageRequest,
): Promise<Page<StatementRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, ...given: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (supplierId) where("t.supplierId >= ? AND t.supplierId <= ?", supplierId, supplierId);
  if (state) where("t.state >= ? AND t.state <= ?", state, state);
  if (sent) where("t.state <> 'DRAFT'");
  if (disputed) {
    where("t.id IN (SELECT statementId FROM statement_lines WHERE liveItem IS NOT NULL AND state = 'DISPUTED')");
  }
  if (request.after) {
    const [cutAt, id] = request.after;
    where("t.cutAt <= ? AND (t.cutAt < ? OR t.id < ?)", cutAt, cutAt, id);
  }
  const leading = supplierId ? "t.supplierId DESC," : state ? "t.state DESC," : "";
  const tail = `${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
    ORDER BY ${leading} t.cutAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(StatementRow, tail, values), request, (row) => row.cutAt);
}

/** How many statements wait in one of these states, counted no further than `cap`. */
export async function countStatements(sql: Sql, states: readonly StatementState[], cap: number): Promise<number> {
  const [row] = await sql.query<{ waiting: number }>(
    `SELECT COUNT(*) AS waiting FROM (SELECT id FROM statements WHERE state IN (${marks(states)}) LIMIT ${cap}) w`,
    states,
  );
  return Number(row?.waiting ?? 0);
}

/** How many statements have a disputed line, which stays live until it is answered; counted no further than `cap`. */
export async function countDisputed(sql: Sql, cap: number): Promise<number> {
  const [row] = await sql.query<{ waiting: number }>(
    `SELECT COUNT(*) AS waiting FROM (SELECT DISTINCT statementId FROM statement_lines
     WHERE liveItem IS NOT NULL AND state = 'DISPUTED' LIMIT ${cap}) w`,
  );
  return Number(row?.waiting ?? 0);
}

export interface Income {
  readonly supplierId: string;
  readonly statements: number;
  readonly gross: number;
  readonly deducted: number;
  readonly retained: number;
  readonly net: number;
}

/** What each supplier was paid from `from` to before `to`, by paid statements. */
export async function incomeBetween(sql: Sql, from: number, to: number, supplierId: string | null): Promise<Income[]> {
  return sql.query(
    `SELECT supplierId, COUNT(*) AS statements, SUM(gross) AS gross, SUM(deducted) AS deducted,
       SUM(retained) AS retained, SUM(net) AS net FROM statements
     WHERE paidAt >= ? AND paidAt < ? ${supplierId ? "AND supplierId = ?" : ""} GROUP BY supplierId ORDER BY supplierId`,
    supplierId ? [from, to, supplierId] : [from, to],
  );
}

export async function addPayFile(
  tx: Tx,
  file: Omit<PayFileRow, "id" | "no" | "madeBy" | "madeAt">,
): Promise<PayFileRow> {
  const row = { id: newId(), no: newNumber("PF", dayStamp(tx.now)), madeBy: tx.actorId, madeAt: tx.now, ...file };
  await tx.insert(PayFileRow, [row]);
  return row;
}

export async function payFileById(sql: Sql, id: string): Promise<PayFileRow | undefined> {
  return (await sql.rows(PayFileRow, "WHERE t.id = ?", [id]))[0];
}
