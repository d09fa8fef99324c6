import { Entity, Index, PrimaryColumn } from "typeorm";
import type { Audience } from "../identity/account.js";
import { Count, Flag, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { Reply } from "./answering.js";
import type { BindingState, BoundVia, SceneState } from "./binding.js";
import type { MenuButton } from "./menu.js";
import type { RegisteredField } from "./template.js";
import type { TemplateState } from "./template-check.js";

/** Who the account's followers are, and what the chat with each remembers. */
@Entity("wechat_followers")
export class FollowerRow {
  @PrimaryColumn({ type: "varchar", length: 64 }) openid: string;
  @Flag() subscribed: boolean;
  /** The newest thing we heard of them, by WeChat's clock: what is older tells nothing of today. */
  @Instant() lastEventAt: number;
  /** What their next number stands for: ids of orders, in the order they were listed. */
  @Json({ nullable: true }) list: string[] | null;
  @Instant({ nullable: true }) listUntil: number | null;
  /** Texts in a row that were not understood. */
  @Count() misses: number;
}

/** One WeChat that stands for one account. */
@Entity("wechat_bindings")
@Index(["openid", "state"])
export class BindingRow {
  @Id() id: string;
  @Ref("AccountRow") accountId: string;
  @Word() audience: Audience;
  /** Empty once the person withdrew their consent. */
  @Name(64) openid: string;
  @Word() state: BindingState;
  /** While active: the WeChat within its audience, so that it stands for one account; null afterwards. */
  @Name(130, { nullable: true, unique: true }) activeKey: string | null;
  /** While active: the account, so that it has one WeChat; null afterwards. */
  @Name(22, { nullable: true, unique: true }) accountKey: string | null;
  @Word() boundVia: BoundVia;
  @Instant() boundAt: number;
  @Instant({ nullable: true }) endedAt: number | null;
  @Count() version: number;
}

/** A wish to bind: shown as a code by one session, claimed by whoever scans it, confirmed by that session. */
@Entity("wechat_scene_tokens")
@Index(["expiresAt"])
export class SceneRow {
  @Id() id: string;
  @Name(64, { unique: true }) hash: string;
  @Ref("AccountRow") accountId: string;
  @Word() audience: Audience;
  @Name(22) sessionId: string;
  @Name(64, { nullable: true }) openid: string | null;
  @Word() state: SceneState;
  @Word() via: BoundVia;
  @Instant() createdAt: number;
  @Instant() expiresAt: number;
  /** What the code says; empty when nothing is to be scanned. */
  @Name(500) qrUrl: string;
  @Count() version: number;
}

/** A message or event that WeChat pushed, once however often it is delivered, with what was answered. */
@Entity("wechat_inbound")
@Index(["receivedAt", "id"])
@Index(["openid", "receivedAt", "id"])
@Index(["maskAt"])
export class InboundRow {
  @Id() id: string;
  @Name(64, { unique: true }) dedupeKey: string;
  @Name(64) openid: string;
  @Word() type: string;
  @Word({ nullable: true }) intent: string | null;
  @Ref("OrderRow", { nullable: true }) orderId: string | null;
  @Json({ nullable: true }) reply: Reply | null;
  /** When the links in `reply` are masked; null when it has none, or none any more. */
  @Instant({ nullable: true }) maskAt: number | null;
  @Word() state: "WORKING" | "ANSWERED" | "LATE" | "FAILED";
  @Instant() receivedAt: number;
  @Count({ nullable: true }) repliedInMs: number | null;
  @Name(200, { nullable: true }) text: string | null;
}

/** What the account's servers gave us to call them with, shared by all processes. */
@Entity("wechat_tokens")
export class TokenRow {
  @PrimaryColumn({ type: "varchar", length: 96 }) key: string;
  @Prose() token: string;
  @Instant() expiresAt: number;
  /** Until then one process asks for a new one and the others wait. */
  @Instant({ nullable: true }) leaseUntil: number | null;
  /** When WeChat was last made to give another one although this one should be good. */
  @Instant({ nullable: true }) forcedAt: number | null;
  @Count() version: number;
}

/** Which of the account's templates carries a card of ours, and which of its fields each row goes to. */
@Entity("wechat_templates")
export class TemplateRow {
  @PrimaryColumn({ type: "varchar", length: 32 }) code: string;
  @Name(64, { nullable: true }) templateId: string | null;
  @Name(64) title: string;
  @Json() fields: RegisteredField[];
  @Word() state: TemplateState;
  @Name(300, { nullable: true }) problem: string | null;
  @Instant({ nullable: true }) checkedAt: number | null;
  @Count() version: number;
}

/** The menu below the chat: as it is being written and as it was last published. */
@Entity("wechat_menus")
export class MenuRow {
  @Id() id: string;
  @Json() draft: MenuButton[];
  @Json({ nullable: true }) published: MenuButton[] | null;
  @Instant({ nullable: true }) publishedAt: number | null;
  @Name(300, { nullable: true }) problem: string | null;
  @Count() version: number;
}

/** A link in a chat that signs its account in once. */
@Entity("wechat_links")
@Index(["expiresAt"])
export class WechatLinkRow {
  @Id() id: string;
  @Name(64, { unique: true }) tokenHash: string;
  @Ref("AccountRow") accountId: string;
  @Name(500) path: string;
  @Instant() expiresAt: number;
  @Instant({ nullable: true }) usedAt: number | null;
}

export const wechatTables = [
  FollowerRow,
  BindingRow,
  SceneRow,
  InboundRow,
  TokenRow,
  TemplateRow,
  MenuRow,
  WechatLinkRow,
];
