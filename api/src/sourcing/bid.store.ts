import { groupBy } from "../kernel/group.js";
import { newId } from "../kernel/ids.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import {
  BID_EXPIRES,
  type BidContent,
  type BidLine,
  type BidVerb,
  type BidWish,
  bidTable,
  validUntilOf,
} from "./bid.js";
import { BidRow, BidVersionRow } from "./sourcing.table.js";

export type { BidRow, BidVersionRow };

/** A bid with the version that counts. */
export interface SentBid {
  readonly bid: BidRow;
  readonly content: BidVersionRow;
}

/** A supplier's own bid, whatever its state. */
export async function ownBid(sql: Sql, inquiryId: string, supplierId: string): Promise<BidRow | null> {
  return (await ownBids(sql, [inquiryId], supplierId)).get(inquiryId) ?? null;
}

/** A supplier's own bids for many inquiries, by inquiry. */
export async function ownBids(
  sql: Sql,
  inquiryIds: readonly string[],
  supplierId: string,
): Promise<Map<string, BidRow>> {
  const tail = `WHERE t.inquiryId IN (${marks(inquiryIds)}) AND t.supplierId = ?`;
  const rows = await sql.rows(BidRow, tail, [...inquiryIds, supplierId]);
  return new Map(rows.map((row) => [row.inquiryId, row]));
}

/** Every version a supplier itself sent, newest first. */
export async function ownVersions(sql: Sql, bidId: string, supplierId: string): Promise<BidVersionRow[]> {
  return (await versionsOf(sql, [bidId], supplierId)).get(bidId) ?? [];
}

/** The same of many bids, by bid. */
export async function versionsOf(
  sql: Sql,
  bidIds: readonly string[],
  supplierId: string,
): Promise<Map<string, BidVersionRow[]>> {
  const tail = `JOIN bids b ON b.id = t.bidId WHERE t.bidId IN (${marks(bidIds)}) AND b.supplierId = ?
    ORDER BY t.bidId, t.number DESC`;
  return groupBy(await sql.rows(BidVersionRow, tail, [...bidIds, supplierId]), (row) => row.bidId);
}

/**
 * The bids of inquiries whose bids were opened, with the version that counts. The one door through which anybody but a
 * bidder reads what was bid: the condition is part of the statement, so no caller can forget it. What was taken back while
 * it was sealed stays so; only a bid that stood at the opening has an end of its validity.
 */
export async function openedBids(sql: Sql, inquiryIds: readonly string[]): Promise<Map<string, SentBid[]>> {
  const opened = `JOIN inquiries i ON i.id = t.inquiryId AND i.bidsOpenedAt IS NOT NULL
    WHERE t.inquiryId IN (${marks(inquiryIds)}) AND t.number > 0
      AND (t.state <> 'WITHDRAWN' OR t.validUntil IS NOT NULL) ORDER BY t.inquiryId, t.total, t.id`;
  const bids = await sql.rows(BidRow, opened, inquiryIds);
  const contents = await sql.rows(
    BidVersionRow,
    `JOIN bids b ON b.id = t.bidId AND b.number = t.number
     JOIN inquiries i ON i.id = b.inquiryId AND i.bidsOpenedAt IS NOT NULL
     WHERE b.inquiryId IN (${marks(inquiryIds)})`,
    inquiryIds,
  );
  const byBid = new Map(contents.map((content) => [content.bidId, content]));
  const sent = bids.flatMap((bid) => {
    const content = byBid.get(bid.id);
    return content ? [{ bid, content }] : [];
  });
  return groupBy(sent, ({ bid }) => bid.inquiryId);
}

/** How many bids stand for each inquiry: all that is told of them before they are opened. */
export async function countBids(sql: Sql, inquiryIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ inquiryId: string; n: number }>(
    `SELECT inquiryId, COUNT(*) AS n FROM bids WHERE inquiryId IN (${marks(inquiryIds)})
       AND state IN ('SUBMITTED', 'AWARDED', 'LOST') GROUP BY inquiryId`,
    inquiryIds,
  );
  return new Map(rows.map((row) => [row.inquiryId, Number(row.n)]));
}

/** One standing total of an open competition. Whose it is stays inside: only a bidder's own is marked, by the edge. */
export interface Standing {
  readonly inquiryId: string;
  readonly supplierId: string;
  readonly total: number;
}

/** The standing totals of competitions that are not sealed, least first; of sealed ones the statement gives none. */
export async function standings(sql: Sql, inquiryIds: readonly string[]): Promise<Map<string, Standing[]>> {
  const rows = await sql.query<Standing>(
    `SELECT b.inquiryId, b.supplierId, b.total FROM bids b JOIN inquiries i ON i.id = b.inquiryId
     WHERE b.inquiryId IN (${marks(inquiryIds)}) AND b.state IN ('SUBMITTED', 'AWARDED', 'LOST')
       AND i.visibility <> 'SEALED' ORDER BY b.inquiryId, b.total, b.submittedAt, b.id`,
    inquiryIds,
  );
  const numbers = rows.map((row) => ({ ...row, total: Number(row.total) }));
  return groupBy(numbers, (row) => row.inquiryId);
}

interface OpenContent {
  readonly inquiryId: string;
  readonly lines: BidLine[];
}

/** What stands in competitions that are not sealed, by its lines; of sealed ones the statement gives none. */
export async function openContents(sql: Sql, inquiryIds: readonly string[]): Promise<OpenContent[]> {
  const rows = await sql.query<{ inquiryId: string; lines: string }>(
    `SELECT b.inquiryId, v.\`lines\` FROM bids b JOIN bid_versions v ON v.bidId = b.id AND v.number = b.number
     JOIN inquiries i ON i.id = b.inquiryId AND i.visibility <> 'SEALED'
     WHERE b.inquiryId IN (${marks(inquiryIds)}) AND b.state = 'SUBMITTED'`,
    inquiryIds,
  );
  return rows.map((row) => ({ inquiryId: row.inquiryId, lines: JSON.parse(row.lines) as BidLine[] }));
}

/** Keeps what a bidder typed so far. */
export async function keepDraft(
  tx: Tx,
  inquiryId: string,
  supplierId: string,
  bid: BidRow | null,
  draft: BidWish,
): Promise<void> {
  if (bid) return tx.change(BidRow, { id: bid.id, version: bid.version }, { draft });
  await tx.insert(BidRow, [{ ...newBid(tx, inquiryId, supplierId), draft }]);
}

/** Writes the next version of a bid and makes it the one that counts. Refuses INVALID_STATE and STALE_VERSION. */
export async function sendVersion(
  tx: Tx,
  inquiryId: string,
  supplierId: string,
  known: BidRow | null,
  content: BidContent,
): Promise<void> {
  const bid = known ?? newBid(tx, inquiryId, supplierId);
  if (!known) await tx.insert(BidRow, [bid]);
  const number = bid.number + 1;
  const state = bidTable.after(bid.state, bid.state === "SUBMITTED" ? "REVISE" : "SUBMIT");
  const set = { state, number, draft: null, total: content.total, validUntil: null, submittedAt: tx.now };
  await tx.change(BidRow, { id: bid.id, version: bid.version }, set);
  const version: BidVersionRow = {
    id: newId(),
    bidId: bid.id,
    number,
    ...content,
    lines: [...content.lines],
    fileIds: [...content.fileIds],
    authorId: tx.actorId,
    submittedAt: tx.now,
  };
  await tx.insert(BidVersionRow, [version]);
}

function newBid(tx: Tx, inquiryId: string, supplierId: string): BidRow {
  const nothingSent = { number: 0, draft: null, total: null, validUntil: null, submittedAt: null };
  return { id: newId(), inquiryId, supplierId, state: bidTable.initial, ...nothingSent, createdAt: tx.now, version: 1 };
}

/** Moves a bid by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveBid(tx: Tx, bid: BidRow, verb: BidVerb): Promise<void> {
  const state = bidTable.after(bid.state, verb);
  await tx.change(BidRow, { id: bid.id, state: bid.state, version: bid.version }, { state });
  if (verb !== "EXPIRE") await tx.cancelTimer(BID_EXPIRES, bid.id);
}

/** From now on the validity of these bids counts: each gets its end and the timer for it. */
export async function startValidity(tx: Tx, sent: readonly SentBid[]): Promise<void> {
  for (const { bid, content } of sent) {
    if (bid.state !== "SUBMITTED" || bid.validUntil !== null) continue;
    const validUntil = validUntilOf(tx.now, content.validDays);
    await tx.run("UPDATE bids SET validUntil = ? WHERE id = ?", [validUntil, bid.id]);
    await tx.setTimer(BID_EXPIRES, bid.id, validUntil);
  }
}

export async function bidById(sql: Sql, id: string): Promise<BidRow | undefined> {
  return (await sql.rows(BidRow, "WHERE t.id = ?", [id]))[0];
}
