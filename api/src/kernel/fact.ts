/**
 * Something that happened, told once, in the past tense. Facts carry ids and values, never live objects, because
 * they are read later by listeners that know nothing of the transaction that wrote them.
 */
export interface Fact<Kind extends string = string, Payload = unknown> {
  readonly kind: Kind;
  /** Whose story this belongs to, such as `order:<id>`. Facts of a stream are numbered without gaps. */
  readonly stream: Stream;
  readonly payload: Payload;
}

export type StreamKind =
  | "order"
  | "supplier"
  | "application"
  | "product"
  | "account"
  | "inquiry"
  | "staff"
  | "ledger"
  | "wechat"
  | "pricing"
  | "quotation";
export type Stream = `${StreamKind}:${string}`;

/** A fact as listeners and timelines read it. */
export interface RecordedFact<Payload = Readonly<Record<string, unknown>>> {
  /** Position among all facts; grows, with gaps. */
  readonly seq: number;
  readonly kind: string;
  readonly stream: Stream;
  /** Position in its stream: 1, 2, 3 … in the order of commit. */
  readonly streamSeq: number;
  /** Account id of who did it; null for the platform itself. */
  readonly actorId: string | null;
  readonly payload: Payload;
  readonly at: number;
}
