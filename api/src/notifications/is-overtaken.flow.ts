import { ticketById } from "../fulfilment/ticket.store.js";
import { isOpen } from "../payments/instalment.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import type { NoticeRow } from "./notice.store.js";

/** Whether what a notice asks for has come to pass meanwhile or can't any more: then it would only mislead. */
export async function isOvertaken(platform: Platform, { kind, subjectId, params }: NoticeRow): Promise<boolean> {
  const { read } = platform.database;
  if (params.until !== undefined && params.until <= platform.clock.now()) return true;
  if (kind === "NEW_TICKET") return (await ticketById(read, subjectId))?.state !== "OFFERED";
  if (kind === "ACCEPTANCE_DUE") return (await ticketById(read, subjectId))?.state !== "PLATFORM_APPROVED";
  if (kind !== "INSTALMENT_DUE") return false;
  const instalment = (await instalmentsOf(read, [subjectId])).find(({ seq }) => seq === params.seq);
  return !instalment || !isOpen(instalment);
}
