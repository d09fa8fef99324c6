import { DAY, dayStamp } from "../kernel/clock.js";
import { newId, newNumber } from "../kernel/ids.js";
import { must } from "../kernel/refusal.js";
import { fingerprint } from "../platform/signing.js";
import type { Tx } from "../platform/tx.js";
import { quotationFacts } from "./facts.js";
import {
  agreementOf,
  mustBeSendable,
  type QuotationContent,
  type QuotationDraft,
  quotationLife,
  sumsOf,
} from "./quotation.js";
import { QuotationLineRow, QuotationRow, QuotationVersionRow } from "./quotation.table.js";

export type { QuotationLineRow, QuotationRow, QuotationVersionRow };

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
  return row;
}

async function addLines(tx: Tx, versionId: string, content: QuotationContent): Promise<void> {
  const rows = content.lines.map((line, position) => {
    return { id: newId(), versionId, position, ...line, listAmount: line.listAmount ?? null };
  });
  await tx.insert(QuotationLineRow, rows);
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
): Promise<QuotationRow> {
  mustBeSendable(content, tx.now);
  must(quotation.draftNumber === version.number, "INVALID_STATE", { thing: "quotation", state: version.state });
  const state = quotationLife.after(version.state, "SEND");
  if (quotation.currentNumber > 0) await supersede(tx, quotation);
  const { no, customerId } = quotation;
  const { number, total, validUntil } = version;
  const hash = fingerprint(agreementOf(no, number, customerId, content));
  await tx.change(QuotationVersionRow, { id: version.id, version: version.version }, { state, hash, sentAt: tx.now });
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
  await tx.change(QuotationRow, { id: quotation.id, version: quotation.version }, set);
  await startClocks(tx, version);
  tx.record(
    quotationFacts.sent({ ...quotation, title: version.title }, { number, versionId: version.id, total, validUntil }),
  );
  return { ...quotation, ...set, version: quotation.version + 1 };
}

async function supersede(tx: Tx, quotation: QuotationRow): Promise<void> {
  const [current] = await tx.rows(QuotationVersionRow, "WHERE t.quotationId = ? AND t.number = ?", [
    quotation.id,
    quotation.currentNumber,
  ]);
  if (!current || !quotationLife.allows(current.state, "SUPERSEDE")) return;
  const state = quotationLife.after(current.state, "SUPERSEDE");
  await tx.change(QuotationVersionRow, { id: current.id, version: current.version }, { state, endedAt: tx.now });
  await stopClocks(tx, current.id);
}

/** The customer is reminded a day before the end when the version is good for longer than two. */
async function startClocks(tx: Tx, version: QuotationVersionRow): Promise<void> {
  await tx.setTimer(QUOTATION_EXPIRES, version.id, version.validUntil);
  if (version.validUntil - tx.now > 2 * DAY)
    await tx.setTimer(QUOTATION_EXPIRING, version.id, version.validUntil - DAY);
}

/** Stops what would still fire for a version that ended. */
export async function stopClocks(tx: Tx, versionId: string): Promise<void> {
  await tx.cancelTimer(QUOTATION_EXPIRES, versionId);
  await tx.cancelTimer(QUOTATION_EXPIRING, versionId);
}
