import { attemptsOf } from "../fulfilment/attempt.store.js";
import { ticketById } from "../fulfilment/ticket.store.js";
import type { RecordedFact } from "../kernel/fact.js";
import { isPayable } from "../payments/instalment.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import { FactRow } from "../platform/platform.table.js";
import type { Sql } from "../platform/sql.js";
import { quotationById } from "../quotations/quotation-read.store.js";
import type { NoticeKind } from "./notice.js";
import type { NoticeRow } from "./notice.store.js";

const asksToPay: readonly NoticeKind[] = ["INSTALMENT_DUE", "INSTALMENT_REMINDED", "INSTALMENT_OVERDUE"];

/** Whether what a notice asks for has come to pass meanwhile or can't any more: then it would only mislead. */
export async function isOvertaken(
  platform: Platform,
  { kind, subjectId, factSeq, params }: NoticeRow,
): Promise<boolean> {
  const { read } = platform.database;
  if (params.until !== undefined && params.until <= platform.clock.now()) return true;
  if (kind === "NEW_TICKET") return !(await isStillOffered(read, subjectId, factSeq));
  if (kind === "ACCEPTANCE_DUE") return (await ticketById(read, subjectId))?.state !== "PLATFORM_APPROVED";
  if (kind === "QUOTATION_EXPIRING") return (await quotationById(read, subjectId))?.state !== "SENT";
  if (!asksToPay.includes(kind)) return false;
  const instalment = (await instalmentsOf(read, [subjectId])).find(({ seq }) => seq === params.seq);
  return !instalment || !isPayable(instalment);
}

/** Whether the very offer that was told still stands: the ticket may have been offered to somebody else since. */
async function isStillOffered(read: Sql, ticketId: string, factSeq: number): Promise<boolean> {
  const open = (await attemptsOf(read, [ticketId])).find(({ state }) => state === "OFFERED");
  if (!open) return false;
  const [fact] = await read.rows(FactRow, "WHERE t.seq = ?", [factSeq]);
  return (fact as RecordedFact | undefined)?.payload["attemptId"] === open.id;
}
