import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { readSetting, writeSetting } from "../platform/settings.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { NoticeChannel } from "./notice.js";
import { NoticeReceiptRow, NoticeSendRow, STATUS_LENGTH } from "./notices.table.js";
import { LEASE_MS, RECEIPT_LIFE_MS, type SendReason, type SendState, type SendVerb, sendTable } from "./send.js";

export type { NoticeSendRow };

export async function addSends(tx: Tx, rows: readonly NoticeSendRow[]): Promise<void> {
  await tx.insert(NoticeSendRow, rows);
}

/** A message that waits to leave. */
export interface NewSend {
  readonly notice: { readonly id: string; readonly recipientId: string };
  readonly channel: NoticeChannel;
  readonly address: string;
  readonly groupKey: string | null;
  readonly nextAt: number;
  readonly reason: SendReason | null;
}

export function newSend(now: number, { notice, ...wish }: NewSend): NoticeSendRow {
  const { id: noticeId, recipientId } = notice;
  const untried = {
    attempts: 0,
    renewals: 0,
    verdict: null,
    error: null,
    providerId: null,
    sentAt: null,
    doneAt: null,
  };
  return { id: newId(), noticeId, recipientId, ...wish, state: "QUEUED", ...untried, createdAt: now, version: 1 };
}

/** By this WeChat and mail programs know a repeat from a second message. At most 32 characters. */
export function channelIdOf({ id, renewals }: NoticeSendRow): string {
  return renewals === 0 ? id : `${id}-${renewals}`;
}

/** What makes a message that its channel had taken a new one to it. */
export function renewed({ renewals }: NoticeSendRow): Partial<NoticeSendRow> {
  return { renewals: renewals + 1, providerId: null, sentAt: null };
}

/** A message that would have gone by a channel which its reader has left: kept so that staff see why another was taken. */
export function unsentSend(now: number, notice: NewSend["notice"], openid: string): NoticeSendRow {
  const wish = { notice, channel: "WECHAT", address: openid, groupKey: null, nextAt: now } as const;
  return { ...newSend(now, { ...wish, reason: "NOT_FOLLOWING" }), state: "SUPPRESSED", doneAt: now };
}

/** Adds the next way of a notice, unless it was tried already: a repeat does no harm. */
export async function addSendOnce(tx: Tx, row: NoticeSendRow): Promise<void> {
  const tail = "WHERE t.noticeId = ? AND t.channel = ?";
  if ((await tx.rows(NoticeSendRow, tail, [row.noticeId, row.channel])).length === 0) await addSends(tx, [row]);
}

export async function sendById(sql: Sql, id: string): Promise<NoticeSendRow | undefined> {
  return (await sql.rows(NoticeSendRow, "WHERE t.id = ?", [id]))[0];
}

/** Messages of a channel that may leave now, the longest waiting first. */
export async function dueSends(sql: Sql, channel: NoticeChannel, now: number, most: number): Promise<NoticeSendRow[]> {
  const tail = `WHERE t.channel = ? AND t.state = 'QUEUED' AND t.nextAt <= ? ORDER BY t.nextAt LIMIT ${most}`;
  return sql.rows(NoticeSendRow, tail, [channel, now]);
}

/** Leases a message for one try; null when somebody was faster. */
export async function leaseSend(tx: Tx, { id, attempts, nextAt }: NoticeSendRow): Promise<NoticeSendRow | null> {
  // What it waited for is over: nobody may exchange its notice from now on.
  const lease = { attempts: attempts + 1, nextAt: tx.now + LEASE_MS, reason: null };
  if (!(await tx.tryChange(NoticeSendRow, { id, state: "QUEUED", attempts, nextAt }, lease))) return null;
  // Read behind the lease: the notice it carries may have been exchanged for a newer one just before.
  return (await sendById(tx, id)) ?? null;
}

/** Writes what became of a try, unless its lease was over and somebody else took the message on. */
export async function settleTry(tx: Tx, send: NoticeSendRow, set: Partial<NoticeSendRow>): Promise<boolean> {
  return tx.tryChange(NoticeSendRow, { id: send.id, state: "QUEUED", attempts: send.attempts }, set);
}

/** Moves a message by a verb of its table; false when it moved meanwhile. Refuses INVALID_STATE. */
export async function moveSend(
  tx: Tx,
  send: NoticeSendRow,
  verb: SendVerb,
  set: Partial<NoticeSendRow>,
): Promise<boolean> {
  const state = sendTable.after(send.state, verb);
  return tx.tryChange(NoticeSendRow, { id: send.id, state: send.state, version: send.version }, { ...set, state });
}

export async function sendOfProvider(sql: Sql, providerId: string): Promise<NoticeSendRow | undefined> {
  return (await sql.rows(NoticeSendRow, "WHERE t.providerId = ?", [providerId]))[0];
}

/** The last message of a group to each of some people, since an instant; one that still waits, however old, comes first. */
export async function lastOfGroup(
  sql: Sql,
  groupKey: string,
  recipientIds: readonly string[],
  since: number,
): Promise<Map<string, NoticeSendRow>> {
  const tail = `WHERE t.recipientId IN (${marks(recipientIds)}) AND t.groupKey = ?
    AND (t.state = 'QUEUED' OR t.createdAt > ?) ORDER BY t.state = 'QUEUED', t.createdAt`;
  const rows = await sql.rows(NoticeSendRow, tail, [...recipientIds, groupKey, since]);
  return new Map(rows.map((row) => [row.recipientId, row]));
}

/**
 * Takes messages that nobody is trying to send, because they still wait or wait for tomorrow's quota, for the rest of the
 * transaction; returns which of them do.
 */
export async function holdWaiting(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const waiting = `id IN (${marks(ids)}) AND state = 'QUEUED' AND (attempts = 0 OR reason = 'DAILY_QUOTA')`;
  await tx.run(`UPDATE notice_sends SET version = version + 1 WHERE ${waiting}`, ids);
  const held = await tx.query<{ id: string }>(`SELECT id FROM notice_sends WHERE ${waiting}`, ids);
  return new Set(held.map(({ id }) => id));
}

/** Gives waiting messages newer notices to carry, by the message's id; one statement. */
export async function exchangeNotices(tx: Tx, noticeIds: ReadonlyMap<string, string>): Promise<void> {
  if (noticeIds.size === 0) return;
  const ids = [...noticeIds.keys()];
  await tx.run(
    `UPDATE notice_sends SET noticeId = CASE id ${ids.map(() => "WHEN ? THEN ?").join(" ")} ELSE noticeId END
     WHERE id IN (${marks(ids)})`,
    [...[...noticeIds].flat(), ...ids],
  );
}

/** Takes an address out of what these people were sent: who withdraws their consent is not kept. */
export async function forgetAddress(tx: Tx, recipientIds: readonly string[], address: string): Promise<void> {
  if (recipientIds.length === 0) return;
  const whose = `recipientId IN (${marks(recipientIds)}) AND address = ?`;
  await tx.run(`UPDATE notice_sends SET address = '' WHERE ${whose}`, [...recipientIds, address]);
}

/** Newest first. */
export async function pageOfSends(
  sql: Sql,
  filter: { readonly state?: SendState | null; readonly channel?: NoticeChannel | null },
  request: PageRequest,
): Promise<Page<NoticeSendRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, ...given: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  // Written as a range, so that MariaDB walks the index from the cursor on instead of from its newest row.
  if (filter.state) where("t.state >= ? AND t.state <= ?", filter.state, filter.state);
  if (filter.channel) where("t.channel >= ? AND t.channel <= ?", filter.channel, filter.channel);
  if (request.after) {
    const [at, id] = request.after;
    where("t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)", at, at, id);
  }
  const tail = `${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
    ORDER BY ${filter.state ? "t.state DESC, " : ""}${filter.channel ? "t.channel DESC, " : ""}t.createdAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(NoticeSendRow, tail, values), request, (row) => row.createdAt);
}

// What a channel told of a message before we had stored its number

export async function dropReceipt(tx: Tx, providerId: string): Promise<void> {
  await tx.run("DELETE FROM notice_receipts WHERE providerId = ?", [providerId]);
}

export async function keepReceipt(tx: Tx, providerId: string, status: string): Promise<void> {
  await tx.run("DELETE FROM notice_receipts WHERE providerId = ? OR at < ?", [providerId, tx.now - RECEIPT_LIFE_MS]);
  await tx.insert(NoticeReceiptRow, [{ providerId, status: status.slice(0, STATUS_LENGTH), at: tx.now }]);
}

export async function receiptOf(sql: Sql, providerId: string): Promise<string | null> {
  return (await sql.rows(NoticeReceiptRow, "WHERE t.providerId = ?", [providerId]))[0]?.status ?? null;
}

// A channel that was stopped because it refuses everything

export interface Stop {
  readonly reason: string;
  readonly since: number;
}

const settingOf = (channel: NoticeChannel): string => `${channel.toLowerCase()}Stopped`;

/** Why a channel stands still; null while it runs. */
export async function stopOf(sql: Sql, channel: NoticeChannel): Promise<Stop | null> {
  const stored = await readSetting(sql, settingOf(channel));
  return stored ? (JSON.parse(stored) as Stop) : null;
}

/** Stops a channel until staff resume it. The first reason stays. */
export async function stopChannel(tx: Tx, channel: NoticeChannel, reason: string): Promise<void> {
  if (await stopOf(tx, channel)) return;
  await writeSetting(tx, settingOf(channel), JSON.stringify({ reason, since: tx.now } satisfies Stop));
}

export async function startChannel(tx: Tx, channel: NoticeChannel): Promise<void> {
  await writeSetting(tx, settingOf(channel), "");
}
