import { MINUTE } from "../kernel/clock.js";
import { newId } from "../kernel/ids.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { Answer, InboundMessage } from "./answering.js";
import { hasTokens } from "./inbound-log.js";
import { loggedText } from "./message.js";
import { InboundRow } from "./wechat.table.js";

export type { InboundRow };

/** WeChat's last delivery of a push comes long before this; then nobody is told the stored reply any more. */
const TOLD_AGAIN_MS = MINUTE;

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
  const again = hasTokens(reply) ? TOLD_AGAIN_MS : null; // with NULL the sum is NULL: nothing to mask
  const keep = async (from: string, to: string): Promise<boolean> =>
    (await tx.run(
      `UPDATE wechat_inbound SET state = ?, reply = ?, intent = ?, orderId = ?, repliedInMs = ? - receivedAt,
         maskAt = receivedAt + ?
       WHERE dedupeKey = ? AND state = ? AND repliedInMs IS NULL`,
      [to, reply === null ? null : JSON.stringify(reply), intent, orderId, tx.now, again, dedupeKey, from],
    )) === 1;
  if (await keep("WORKING", "ANSWERED")) return "ANSWERED";
  return (await keep("LATE", "LATE")) ? "LATE" : null;
}

/** The work failed; false when its answer was given up as late before. */
export async function markFailed(tx: Tx, dedupeKey: string): Promise<boolean> {
  const sql = "UPDATE wechat_inbound SET state = 'FAILED' WHERE dedupeKey = ? AND state = 'WORKING'";
  return (await tx.run(sql, [dedupeKey])) === 1;
}
