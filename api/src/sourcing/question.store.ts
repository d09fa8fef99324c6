import { newId } from "../kernel/ids.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { InquiryQuestionRow } from "./sourcing.table.js";

export type { InquiryQuestionRow };

export async function addQuestion(
  tx: Tx,
  question: Pick<InquiryQuestionRow, "inquiryId" | "supplierId" | "question" | "isPrivate">,
): Promise<InquiryQuestionRow> {
  const open = { answer: null, answeredAt: null, askedAt: tx.now, version: 1 };
  const row: InquiryQuestionRow = { id: newId(), ...question, ...open };
  await tx.insert(InquiryQuestionRow, [row]);
  return row;
}

export async function questionById(sql: Sql, id: string): Promise<InquiryQuestionRow | undefined> {
  return (await sql.rows(InquiryQuestionRow, "WHERE t.id = ?", [id]))[0];
}

/** Keeps the answer. Refuses STALE_VERSION when somebody else answered first. */
export async function keepAnswer(
  tx: Tx,
  question: InquiryQuestionRow,
  answer: string,
  isPrivate: boolean,
): Promise<void> {
  const expected = { id: question.id, answer: null, version: question.version };
  await tx.change(InquiryQuestionRow, expected, { answer, isPrivate, answeredAt: tx.now });
}

/** Everything that was asked, for who answers. */
export async function questionsOf(sql: Sql, inquiryIds: readonly string[]): Promise<InquiryQuestionRow[]> {
  const tail = `WHERE t.inquiryId IN (${marks(inquiryIds)}) ORDER BY t.inquiryId, t.askedAt, t.id`;
  return sql.rows(InquiryQuestionRow, tail, inquiryIds);
}

/** What one bidder may read of many inquiries: its own questions, and those of others that were answered for all. */
export async function questionsFor(
  sql: Sql,
  inquiryIds: readonly string[],
  supplierId: string,
): Promise<InquiryQuestionRow[]> {
  const tail = `WHERE t.inquiryId IN (${marks(inquiryIds)})
    AND (t.supplierId = ? OR (t.answer IS NOT NULL AND t.isPrivate = 0)) ORDER BY t.askedAt, t.id`;
  return sql.rows(InquiryQuestionRow, tail, [...inquiryIds, supplierId]);
}

/** How often a supplier asked about an inquiry. */
export async function countQuestions(sql: Sql, inquiryId: string, supplierId: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    "SELECT COUNT(*) AS n FROM inquiry_questions WHERE inquiryId = ? AND supplierId = ?",
    [inquiryId, supplierId],
  );
  return Number(row?.n ?? 0);
}
