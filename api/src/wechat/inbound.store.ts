import { MINUTE } from "../kernel/clock.js";
import { newId } from "../kernel/ids.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { Answer, InboundMessage } from "./answering.js";
import { wechatFacts } from "./facts.js";
import { hasTokens } from "./inbound-log.js";
import { loggedText } from "./message.js";
import { InboundRow } from "./wechat.table.js";

export type { InboundRow };

/** WeChat's last delivery of a push comes long before this; then nobody is told the stored reply any more. */
const TOLD_AGAIN_MS = MINUTE;
/** A late answer may wait for WeChat as long as its links live. */
const SENT_LATE_MS = 10 * MINUTE;

/** Notes a push that came for the first time; false when its key is known. */
export async function addInbound(tx: Tx, dedupeKey: string, message: InboundMessage): Promise<boolean> {
  const ignore = tx.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  const type = message.event ?? message.type;
  const added = await tx.run(
    `${ignore} INTO wechat_inbound (id, dedupeKey, openid, type, state, receivedAt, text) VALUES (?, ?, ?, ?, 'WORKING', ?, ?)`,
    [newId(), dedupeKey, message.openid, type, tx.now, loggedText(message)],
  );
  return added === 1;
}

export async function inboundById(sql: Sql, id: string): Promise<InboundRow | undefined> {
  return (await sql.rows(InboundRow, "WHERE t.id = ?", [id]))[0];
}

export async function inboundByKey(sql: Sql, dedupeKey: string): Promise<InboundRow | undefined> {
  return (await sql.rows(InboundRow, "WHERE t.dedupeKey = ?", [dedupeKey]))[0];
}

/** Takes over a push whose work failed or stopped; false when somebody was faster. */
export async function takeOver(tx: Tx, row: InboundRow): Promise<boolean> {
  const expected = { id: row.id, state: row.state, receivedAt: row.receivedAt };
  // The instant always moves, so that of two who take over within one millisecond only one sees the row as it was.
  const receivedAt = Math.max(tx.now, row.receivedAt + 1);
  return tx.tryChange(InboundRow, expected, { state: "WORKING", receivedAt });
}

/** The answer comes too late for a reply: from now on it goes by customer-service message. False when it is there already. */
export async function markLate(tx: Tx, dedupeKey: string): Promise<boolean> {
  const sql = "UPDATE wechat_inbound SET state = 'LATE' WHERE dedupeKey = ? AND state = 'WORKING'";
  return (await tx.run(sql, [dedupeKey])) === 1;
}

/** Keeps the answer; tells whether it is still in time (ANSWERED), comes late, or was given before (null). */
export async function keepAnswer(tx: Tx, dedupeKey: string, answer: Answer): Promise<"ANSWERED" | "LATE" | null> {
  const { reply, intent, orderId } = answer;
  const keep = async (from: string, to: string, forMs: number): Promise<boolean> =>
    (await tx.run(
      `UPDATE wechat_inbound SET state = ?, reply = ?, intent = ?, orderId = ?, repliedInMs = ? - receivedAt,
         maskAt = receivedAt + ?
       WHERE dedupeKey = ? AND state = ? AND repliedInMs IS NULL`,
      [
        to,
        reply === null ? null : JSON.stringify(reply),
        intent,
        orderId,
        tx.now,
        masked(reply, forMs),
        dedupeKey,
        from,
      ],
    )) === 1;
  if (await keep("WORKING", "ANSWERED", TOLD_AGAIN_MS)) return "ANSWERED";
  if (!(await keep("LATE", "LATE", SENT_LATE_MS))) return null;
  const row = await inboundByKey(tx, dedupeKey);
  if (row && reply !== null) tx.record(wechatFacts.answerLate(row.id));
  return "LATE";
}

/** After how long the stored reply is masked; null when nothing in it signs in, and with NULL the sum is NULL. */
const masked = (reply: Answer["reply"], forMs: number): number | null => (hasTokens(reply) ? forMs : null);

/** A late answer that WeChat won't take: staff see it as failed. */
export async function markUnsent(tx: Tx, row: InboundRow): Promise<void> {
  await tx.tryChange(InboundRow, { id: row.id, state: "LATE" }, { state: "FAILED" });
}

/** The work failed; false when its answer was given up as late before. */
export async function markFailed(tx: Tx, dedupeKey: string): Promise<boolean> {
  const sql = "UPDATE wechat_inbound SET state = 'FAILED' WHERE dedupeKey = ? AND state = 'WORKING'";
  return (await tx.run(sql, [dedupeKey])) === 1;
}
