import { DAY } from "../kernel/clock.js";
import { dayStamp } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import { found, must } from "../kernel/refusal.js";
import { fingerprint } from "../platform/signing.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { noteWriter } from "../platform/writers.js";
import { attentionAfter } from "./attention.js";
import { queuesMoved, quotationFacts } from "./facts.js";
import {
  agreementOf,
  mustBeSendable,
  type QuotationContent,
  type QuotationDraft,
  type QuotationLine,
  type QuotationVerb,
  quotationLife,
  sumsOf,
} from "./quotation.js";
import { QuotationLineRow, QuotationRequestRow, QuotationRow, QuotationVersionRow } from "./quotation.table.js";
import { requestLife } from "./request.js";

export type { QuotationLineRow, QuotationRequestRow, QuotationRow, QuotationVersionRow };

/** Timers of the version the customer has; their subject is the version. */
export const QUOTATION_EXPIRES = "QUOTATION_EXPIRES";
export const QUOTATION_EXPIRING = "QUOTATION_EXPIRING";

/**
 * Begins a quotation: version 1, numbered QT…, as a draft for staff or sent to its customer at once. Whoever sends at
 * once answers for the margin. Refuses what `mustBeSendable` refuses when it is sent.
 */
export async function addQuotation(tx: Tx, draft: QuotationDraft, state: "DRAFT" | "SENT"): Promise<QuotationRow> {
  const { customerId, source, sourceId, ...content } = draft;
  const row: QuotationRow = {
    id: newId(),
    no: newNumber("QT", dayStamp(tx.now)),
    customerId,
    source,
    sourceId,
    title: content.title,
    state: quotationLife.initial,
    currentNumber: 0,
    draftNumber: 1,
    total: null,
    validUntil: null,
    attention: null,
    createdBy: tx.actorId,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await tx.insert(QuotationRow, [row]);
  const version = await addVersion(tx, row, 1, content, null);
  if (state === "SENT") return sendVersion(tx, row, version, content);
  tx.record(quotationFacts.drafted(row, { number: 1 }));
  return row;
}

/** Writes the next version as a draft. */
export async function addVersion(
  tx: Tx,
  quotation: { id: string },
  number: number,
  content: QuotationContent,
  parentNumber: number | null,
): Promise<QuotationVersionRow> {
  const { lines, ...rest } = content;
  const row: QuotationVersionRow = {
    id: newId(),
    quotationId: quotation.id,
    number,
    parentNumber,
    state: quotationLife.initial,
    ...rest,
    inputs: [...rest.inputs],
    plan: [...rest.plan],
    ...sumsOf(lines),
    changeNote: null,
    hash: null,
    reviewReasons: [],
    reviewNote: null,
    authorId: tx.actorId,
    reviewerId: null,
    createdAt: tx.now,
    sentAt: null,
    endedAt: null,
    endReason: null,
    ticked: null,
    acceptedTotal: null,
    pdfFileId: null,
    pdfSha256: null,
    version: 1,
  };
  await tx.insert(QuotationVersionRow, [row]);
  await addLines(tx, row.id, content);
  await noteWriter(tx, row.id);
  return row;
}

async function addLines(tx: Tx, versionId: string, content: QuotationContent): Promise<void> {
  const rows = content.lines.map((line, position) => {
    return { ...line, id: newId(), versionId, position, listAmount: line.listAmount ?? null };
  });
  await tx.insert(QuotationLineRow, rows);
}

/** Writes a draft anew. Refuses STALE_VERSION when somebody else did meanwhile. */
export async function rewriteVersion(
  tx: Tx,
  version: { id: string; version: number },
  content: QuotationContent,
  changeNote: string | null,
): Promise<void> {
  const { lines, ...rest } = content;
  const set = { ...rest, inputs: [...rest.inputs], plan: [...rest.plan], ...sumsOf(lines), changeNote };
  await tx.change(QuotationVersionRow, { id: version.id, version: version.version, state: "DRAFT" }, set);
  await tx.run("DELETE FROM quotation_lines WHERE versionId = ?", [version.id]);
  await addLines(tx, version.id, content);
  await noteWriter(tx, version.id);
}

/**
 * Takes the quotation's row for the rest of the transaction and returns it as it is now. Every deed begins with it, so
 * accepting, withdrawing, expiring and sending the next version stand in one line.
 */
export async function lockQuotation(tx: Tx, id: string): Promise<QuotationRow | undefined> {
  await tx.run("UPDATE quotations SET updatedAt = updatedAt WHERE id = ?", [id]);
  return (await tx.rows(QuotationRow, "WHERE t.id = ?", [id]))[0];
}

/** The same for its customer; a foreign one is as absent as a missing one. */
export async function lockOwnQuotation(tx: Tx, id: string, customerId: string): Promise<QuotationRow> {
  const quotation = await lockQuotation(tx, id);
  return found(quotation?.customerId === customerId ? quotation : null);
}

export async function versionByNumber(
  sql: Sql,
  quotationId: string,
  number: number,
): Promise<QuotationVersionRow | undefined> {
  return (await sql.rows(QuotationVersionRow, "WHERE t.quotationId = ? AND t.number = ?", [quotationId, number]))[0];
}

export async function versionById(sql: Sql, id: string): Promise<QuotationVersionRow | undefined> {
  return (await sql.rows(QuotationVersionRow, "WHERE t.id = ?", [id]))[0];
}

/** The lines of many versions in one statement, in their order. */
export async function linesOf(sql: Sql, versionIds: readonly string[]): Promise<QuotationLineRow[]> {
  const tail = `WHERE t.versionId IN (${marks(versionIds)}) ORDER BY t.versionId, t.position`;
  return sql.rows(QuotationLineRow, tail, versionIds);
}

/** What a version says, from its row and its lines. */
export function contentOf(version: QuotationVersionRow, lines: readonly QuotationLine[]): QuotationContent {
  const { title, regionCode, productVersionId, inputs, plan, terms, validUntil, contractTemplate } = version;
  return { title, regionCode, productVersionId, inputs, lines, plan, terms, validUntil, contractTemplate };
}

/** Hangs the printed document on a version; false when another one hangs there already. */
export async function keepPaper(tx: Tx, versionId: string, file: { id: string; sha256: string }): Promise<boolean> {
  const text = "UPDATE quotation_versions SET pdfFileId = ?, pdfSha256 = ? WHERE id = ? AND pdfFileId IS NULL";
  return (await tx.run(text, [file.id, file.sha256, versionId])) === 1;
}

/** Changes what lists show of a quotation. Refuses STALE_VERSION when it moved since it was locked. */
export async function setQuotation(tx: Tx, quotation: QuotationRow, set: Partial<QuotationRow>): Promise<void> {
  await tx.change(QuotationRow, { id: quotation.id, version: quotation.version }, { ...set, updatedAt: tx.now });
  if (set.attention !== undefined && set.attention !== quotation.attention) tx.record(queuesMoved);
}

/**
 * Moves a version by a verb of its table that is not SEND. What the customer has, or had only as a draft so far, tells
 * the quotation's state with it. Refuses INVALID_STATE and STALE_VERSION.
 */
export async function moveVersion(
  tx: Tx,
  quotation: QuotationRow,
  version: QuotationVersionRow,
  verb: Exclude<QuotationVerb, "SEND">,
  set: Partial<QuotationVersionRow> = {},
  also: Partial<QuotationRow> = {},
): Promise<void> {
  const state = quotationLife.after(version.state, verb);
  const ended = quotationLife.verbs(state).length === 0;
  const end = ended ? { endedAt: tx.now } : {};
  await tx.change(QuotationVersionRow, { id: version.id, version: version.version }, { state, ...end, ...set });
  if (ended && version.sentAt !== null) await stopClocks(tx, version.id);
  const counts = version.number === quotation.currentNumber || quotation.currentNumber === 0;
  const written = ended && quotation.draftNumber === version.number ? { draftNumber: null } : {};
  const after = attentionAfter({
    ...{ attention: quotation.attention, state: version.state, verb },
    wanted: also.attention,
  });
  const attention = after === "RECALL" ? await attentionAsked(tx, quotation.id) : after;
  await setQuotation(tx, quotation, { ...(counts ? { state } : {}), ...written, ...also, attention });
}

/** What the customer still asks for. */
async function attentionAsked(tx: Tx, quotationId: string): Promise<QuotationRow["attention"]> {
  return (await countOpenRequests(tx, quotationId)) > 0 ? "CHANGE_REQUESTED" : null;
}

/**
 * Gives a drafted or reviewed version to the customer: what the customer had until now is superseded, the clocks of the
 * new one start. Returns the quotation as it is then. Refuses INVALID_STATE, STALE_VERSION and what `mustBeSendable`
 * refuses.
 */
export async function sendVersion(
  tx: Tx,
  quotation: QuotationRow,
  version: QuotationVersionRow,
  content: QuotationContent,
  reviewed: { readonly reviewerId?: string | null } = {},
): Promise<QuotationRow> {
  mustBeSendable(content, tx.now);
  mustBeOpenForMore(quotation);
  const state = quotationLife.after(version.state, "SEND");
  if (quotation.currentNumber > 0) await supersede(tx, quotation);
  const { no, customerId } = quotation;
  const { number, total, validUntil } = version;
  const hash = fingerprint(agreementOf(no, number, customerId, content));
  const sent = { state, hash, sentAt: tx.now, ...reviewed };
  await tx.change(QuotationVersionRow, { id: version.id, version: version.version }, sent);
  await answerRequests(tx, quotation.id, { state: "ANSWERED", answeredByNumber: number, answer: version.changeNote });
  const set = {
    title: version.title,
    state,
    currentNumber: number,
    draftNumber: null,
    total,
    validUntil,
    attention: null,
    updatedAt: tx.now,
  };
  await setQuotation(tx, quotation, set);
  await startClocks(tx, version);
  tx.record(
    quotationFacts.sent({ ...quotation, title: version.title }, { number, versionId: version.id, total, validUntil }),
  );
  return { ...quotation, ...set, version: quotation.version + 1 };
}

async function supersede(tx: Tx, quotation: QuotationRow): Promise<void> {
  const current = await versionByNumber(tx, quotation.id, quotation.currentNumber);
  if (!current || !quotationLife.allows(current.state, "SUPERSEDE")) return;
  const state = quotationLife.after(current.state, "SUPERSEDE");
  await tx.change(QuotationVersionRow, { id: current.id, version: current.version }, { state, endedAt: tx.now });
  await stopClocks(tx, current.id);
}

/** Refuses INVALID_STATE for a quotation that became an order: nothing comes after it. */
export function mustBeOpenForMore(quotation: QuotationRow): void {
  must(quotation.state !== "CONVERTED", "INVALID_STATE", { thing: "quotation", state: quotation.state });
}

/** Writes down what the customer asks for. */
export async function addRequest(
  tx: Tx,
  quotation: { id: string; currentNumber: number },
  text: string,
): Promise<QuotationRequestRow> {
  const row: QuotationRequestRow = {
    id: newId(),
    quotationId: quotation.id,
    versionNumber: quotation.currentNumber,
    text,
    state: "OPEN",
    answeredByNumber: null,
    answer: null,
    answeredBy: null,
    createdAt: tx.now,
    answeredAt: null,
    version: 1,
  };
  await tx.insert(QuotationRequestRow, [row]);
  return row;
}

/** How many prices a customer asked for that staff have not answered. */
export async function countAsked(sql: Sql, customerId: string): Promise<number> {
  const text = "SELECT COUNT(*) AS n FROM quotations WHERE customerId = ? AND attention = 'REQUESTED'";
  return Number((await sql.query<{ n: number }>(text, [customerId]))[0]?.n ?? 0);
}

export async function requestById(sql: Sql, id: string): Promise<QuotationRequestRow | undefined> {
  return (await sql.rows(QuotationRequestRow, "WHERE t.id = ?", [id]))[0];
}

/** How many wishes of a quotation wait for an answer. */
export async function countOpenRequests(sql: Sql, quotationId: string): Promise<number> {
  const text = "SELECT COUNT(*) AS n FROM quotation_requests WHERE quotationId = ? AND state = 'OPEN'";
  return Number((await sql.query<{ n: number }>(text, [quotationId]))[0]?.n ?? 0);
}

/** Answers one wish in words. Refuses INVALID_STATE when it was answered meanwhile. */
export async function answerRequest(tx: Tx, request: QuotationRequestRow, answer: string): Promise<void> {
  const state = requestLife.after(request.state, "ANSWER");
  const set = { state, answer, answeredBy: tx.actorId, answeredAt: tx.now };
  await tx.change(QuotationRequestRow, { id: request.id, version: request.version }, set);
}

/** Ends every open wish of a quotation: the next version answers them, or nothing will. */
export async function answerRequests(
  tx: Tx,
  quotationId: string,
  end: Pick<QuotationRequestRow, "state" | "answeredByNumber" | "answer">,
): Promise<void> {
  await tx.run(
    `UPDATE quotation_requests SET state = ?, answeredByNumber = ?, answer = ?, answeredBy = ?, answeredAt = ?,
     version = version + 1 WHERE quotationId = ? AND state = 'OPEN'`,
    [end.state, end.answeredByNumber, end.answer, tx.actorId, tx.now, quotationId],
  );
}

/** What becomes of open wishes when a quotation ends without another version. */
export const LAPSED = { state: "LAPSED", answeredByNumber: null, answer: null } as const;

/** The customer is reminded a day before the end when the version is good for longer than two. */
async function startClocks(tx: Tx, version: QuotationVersionRow): Promise<void> {
  await tx.setTimer(QUOTATION_EXPIRES, version.id, version.validUntil);
  if (version.validUntil - tx.now > 2 * DAY)
    await tx.setTimer(QUOTATION_EXPIRING, version.id, version.validUntil - DAY);
}

/** Stops what would still fire for a version that ended. */
async function stopClocks(tx: Tx, versionId: string): Promise<void> {
  await tx.cancelTimer(QUOTATION_EXPIRES, versionId);
  await tx.cancelTimer(QUOTATION_EXPIRING, versionId);
}
