import type { RecordedFact } from "../kernel/fact.js";
import { lastSeqOf } from "../platform/facts.js";
import { FactRow } from "../platform/platform.table.js";
import { marks, type Sql } from "../platform/sql.js";
import { orderStream } from "./facts.js";
import { timelineKinds } from "./timeline.js";

/** The facts of many orders that somebody may read about, in one statement, each order's in their order. */
export async function storiesOf(sql: Sql, orderIds: readonly string[]): Promise<Map<string, RecordedFact[]>> {
  const kinds = Object.keys(timelineKinds);
  const streams = orderIds.map(orderStream);
  const tail = `WHERE t.stream IN (${marks(streams)}) AND t.kind IN (${marks(kinds)}) ORDER BY t.stream, t.streamSeq`;
  const facts = (await sql.rows(FactRow, tail, [...streams, ...kinds])) as unknown as RecordedFact[];
  return new Map(orderIds.map((id) => [id, facts.filter((fact) => fact.stream === orderStream(id))]));
}

/** How far each order's story has got: pages watch from here. */
export async function lastSeqs(sql: Sql, orderIds: readonly string[]): Promise<Map<string, number>> {
  const last = await lastSeqOf(sql, orderIds.map(orderStream));
  return new Map(orderIds.map((id) => [id, last.get(orderStream(id)) ?? 0]));
}
