import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { DeliveryRow, FactRow } from "./platform.table.js";
import { marks, type Sql } from "./sql.js";
import type { Tx } from "./tx.js";

/** A delivery that was tried often enough: staff mend the cause and send it again. */
export interface DeadLetterView {
  readonly id: string;
  readonly listener: string;
  readonly factKind: string;
  readonly subject: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly at: number;
}

export async function deadLetters(sql: Sql, request: PageRequest): Promise<Page<DeadLetterView>> {
  const [at, id] = request.after ?? [Number.MAX_SAFE_INTEGER, ""];
  const tail = `WHERE t.state = 'DEAD' AND (t.nextAt < ? OR (t.nextAt = ? AND t.id < ?))
    ORDER BY t.nextAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  const rows = await sql.rows(DeliveryRow, tail, [at, at, id]);
  const seqs = rows.map((row) => row.factSeq);
  const facts = seqs.length > 0 ? await sql.rows(FactRow, `WHERE t.seq IN (${marks(seqs)})`, seqs) : [];
  const kinds = new Map(facts.map((fact) => [fact.seq, fact.kind]));
  const views = rows.map((row) => ({
    id: row.id,
    listener: row.listener,
    factKind: kinds.get(row.factSeq) ?? "",
    subject: row.stream,
    attempts: row.attempts,
    lastError: row.lastError ?? "",
    at: Number(row.nextAt),
  }));
  return toPage(views, request, (view) => view.at);
}

export async function countDeadLetters(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ dead: number }>("SELECT COUNT(*) AS dead FROM deliveries WHERE state = 'DEAD'");
  return Number(row?.dead ?? 0);
}

/** Puts a dead delivery back in line; false when it is not dead (any more). */
export async function revive(tx: Tx, id: string): Promise<boolean> {
  return tx.tryChange(DeliveryRow, { id, state: "DEAD" }, { state: "PENDING", attempts: 0, nextAt: tx.now });
}
