import type { Fact, RecordedFact, Stream } from "../kernel/fact.js";
import { newId } from "../kernel/ids.js";
import { DeliveryRow, FactRow } from "./platform.table.js";
import { marks, type Sql } from "./sql.js";
import type { Tx } from "./tx.js";

export interface Written {
  /** The last number of each stream that moved. */
  readonly streams: ReadonlyMap<Stream, number>;
  /** The listeners that have to hear of any of it. */
  readonly listeners: ReadonlySet<string>;
}

/**
 * Writes the facts of one transaction: numbers per stream, the rows, and one delivery per listener. Streams are locked in the order of their names, so two
 * transactions never wait for each other in a circle.
 */
export async function writeFacts(
  tx: Tx,
  facts: readonly Fact[],
  requestId: string | null,
  listenersOf: (kind: string) => readonly string[],
): Promise<Written> {
  const counts = new Map<Stream, number>();
  for (const fact of facts) counts.set(fact.stream, (counts.get(fact.stream) ?? 0) + 1);
  const last = await takeNumbers(tx, counts);
  const next = new Map([...last].map(([stream, seq]) => [stream, seq - (counts.get(stream) ?? 0)]));
  const rows = facts.map((fact) => {
    const streamSeq = (next.get(fact.stream) ?? 0) + 1;
    next.set(fact.stream, streamSeq);
    const { kind, stream, payload } = fact;
    return { kind, stream, streamSeq, actorId: tx.actorId, requestId, payload, at: tx.now };
  });
  await tx.insert(FactRow, rows as FactRow[]);
  return { streams: last, listeners: await addDeliveries(tx, rows as FactRow[], listenersOf) };
}

/**
 * Takes as many numbers of each stream as it has facts and returns the last ones: two statements, however many streams.
 * One statement locks its rows in the order they are written, which is that of their names.
 */
async function takeNumbers(tx: Tx, counts: ReadonlyMap<Stream, number>): Promise<Map<Stream, number>> {
  const streams = [...counts.keys()].sort();
  const onConflict =
    tx.dialect === "sqlite"
      ? "ON CONFLICT (stream) DO UPDATE SET lastSeq = lastSeq + excluded.lastSeq"
      : "ON DUPLICATE KEY UPDATE lastSeq = lastSeq + VALUES(lastSeq)";
  await tx.run(
    `INSERT INTO fact_streams (stream, lastSeq) VALUES ${streams.map(() => "(?, ?)").join(", ")} ${onConflict}`,
    streams.flatMap((stream) => [stream, counts.get(stream) ?? 0]),
  );
  const last = await lastSeqOf(tx, streams);
  if (last.size !== streams.length) throw new Error(`Some of the streams ${streams.join(", ")} have no number.`);
  return last;
}

async function addDeliveries(
  tx: Tx,
  rows: readonly FactRow[],
  listenersOf: (kind: string) => readonly string[],
): Promise<ReadonlySet<string>> {
  const heard = rows.filter((row) => listenersOf(row.kind).length > 0);
  if (heard.length === 0) return new Set();
  const found = await tx.query<{ seq: number; stream: string; streamSeq: number }>(
    `SELECT seq, stream, streamSeq FROM facts WHERE ${heard.map(() => "(stream = ? AND streamSeq = ?)").join(" OR ")}`,
    heard.flatMap((row) => [row.stream, row.streamSeq]),
  );
  const seqOf = new Map(found.map((row) => [`${row.stream}#${row.streamSeq}`, Number(row.seq)]));
  const deliveries = heard.flatMap((row) =>
    listenersOf(row.kind).map((listener) => ({
      id: newId(),
      factSeq: seqOf.get(`${row.stream}#${row.streamSeq}`) ?? 0,
      stream: row.stream,
      listener,
      state: "PENDING",
      attempts: 0,
      nextAt: tx.now,
      lastError: null,
      createdAt: tx.now,
    })),
  );
  await tx.insert(DeliveryRow, deliveries);
  return new Set(deliveries.map(({ listener }) => listener));
}

/** A stream's facts of the given kinds in order. */
export async function readStream(sql: Sql, stream: Stream, kinds: readonly string[]): Promise<RecordedFact[]> {
  const rows = await sql.rows(FactRow, `WHERE t.stream = ? AND t.kind IN (${marks(kinds)}) ORDER BY t.streamSeq`, [
    stream,
    ...kinds,
  ]);
  return rows as unknown as RecordedFact[];
}

/** The last number of each stream; a stream without facts is absent. */
export async function lastSeqOf(sql: Sql, streams: readonly Stream[]): Promise<Map<Stream, number>> {
  const rows = await sql.query<{ stream: Stream; lastSeq: number }>(
    `SELECT stream, lastSeq FROM fact_streams WHERE stream IN (${marks(streams)})`,
    streams,
  );
  return new Map(rows.map((row) => [row.stream, Number(row.lastSeq)]));
}
