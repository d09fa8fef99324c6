import { Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { Count, Flag, Id, Instant, Json, Name, Prose, Word } from "../platform/columns.js";
import type { NoticeAudience, NoticeChannel, NoticeKind, NoticeParams, NoticeTopic, SubjectType } from "./notice.js";
import type { SendReason, SendState, SendVerdict } from "./send.js";

/** So much of what a channel tells of a message is kept; its own words are far shorter. */
export const STATUS_LENGTH = 64;

/** What one person is told of one fact. It stands in their inbox whatever becomes of the ways out of the house. */
@Entity("notices")
@Index(["factSeq", "recipientId", "kind"], { unique: true })
@Index(["recipientId", "at", "id"])
@Index(["recipientId", "readAt", "at", "id"])
export class NoticeRow {
  @Id() id: string;
  /** The account; for an applicant, who has none yet, the application. */
  @Name(22) recipientId: string;
  @Word() audience: NoticeAudience;
  @Word() kind: NoticeKind;
  @Word() topic: NoticeTopic;
  @Word() subjectType: SubjectType;
  @Name(22) subjectId: string;
  /** The page it leads to, within its reader's app. */
  @Name(200) path: string;
  @Json() params: NoticeParams;
  @Count() factSeq: number;
  @Instant() at: number;
  @Instant({ nullable: true }) readAt: number | null;
}

/** One try to bring a notice to somebody outside: a row per way, each made when the one before it gave up. */
@Entity("notice_sends")
@Index(["noticeId", "channel"], { unique: true })
@Index(["channel", "state", "nextAt"])
@Index(["state", "createdAt", "id"])
@Index(["channel", "createdAt", "id"])
@Index(["state", "channel", "createdAt", "id"])
@Index(["createdAt", "id"])
@Index(["recipientId", "groupKey", "createdAt"])
export class NoticeSendRow {
  @Id() id: string;
  @Name(22) @ForeignKey("NoticeRow") noticeId: string;
  @Name(22) recipientId: string;
  @Word() channel: NoticeChannel;
  @Name(200) address: string;
  @Word() state: SendState;
  @Count() attempts: number;
  /** How often it was sent anew after its channel had taken it. */
  @Count() renewals: number;
  /** When it may be tried next; while somebody tries it, when their lease ends. */
  @Instant() nextAt: number;
  @Word({ nullable: true }) verdict: SendVerdict | null;
  @Prose({ nullable: true }) error: string | null;
  /** What the channel calls it. */
  @Name(64, { nullable: true }) @Index() providerId: string | null;
  /** Why it was not sent, or is waiting. */
  @Word({ nullable: true }) reason: SendReason | null;
  /** Messages of one group leave the house at most once in a while; null for those that always do. */
  @Name(64, { nullable: true }) groupKey: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) sentAt: number | null;
  @Instant({ nullable: true }) doneAt: number | null;
  @Count() version: number;
}

/** What a person switched; without a row a way is on. */
@Entity("notice_preferences")
export class NoticePreferenceRow {
  @PrimaryColumn({ type: "varchar", length: 22 }) accountId: string;
  @PrimaryColumn({ type: "varchar", length: 16 }) topic: NoticeTopic;
  @PrimaryColumn({ type: "varchar", length: 16 }) channel: NoticeChannel;
  @Flag() enabled: boolean;
}

/** What a channel told of a message whose number we had not stored yet. */
@Entity("notice_receipts")
export class NoticeReceiptRow {
  @PrimaryColumn({ type: "varchar", length: 64 }) providerId: string;
  @Name(STATUS_LENGTH) status: string;
  @Instant() @Index() at: number;
}

export const noticeTables = [NoticeRow, NoticeSendRow, NoticePreferenceRow, NoticeReceiptRow];
