import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";
import type { Events } from "../kernel/events.js";

/** A card: a title, rows and where it leads. */
export interface Card {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly url: string | null;
}

/** An article. */
export interface News {
  readonly title: string;
  readonly description: string | null;
  readonly picUrl: string | null;
  readonly url: string | null;
}

/** What is said in a chat; `notice` is a card outside the account's own messages (服务通知). */
export interface Said {
  readonly from: "me" | "account" | "system";
  readonly kind: "text" | "card" | "news" | "notice";
  readonly text?: string | undefined;
  readonly card?: Card | undefined;
  readonly news?: News | undefined;
  /** The XML or JSON it came as. */
  readonly raw?: string | undefined;
}

/** One line of a chat, as pages read it. */
export interface Item extends Said {
  readonly id: string;
  readonly at: number;
}

interface ItemRow {
  id: number;
  at: number;
  source: Said["from"];
  kind: Said["kind"];
  text: string | null;
  card: string | null;
  news: string | null;
  raw: string | null;
}

/** What stands for a message that is no text. */
export const mediaWords: Readonly<Record<string, string>> = {
  image: "[图片]",
  voice: "[语音]",
  video: "[视频]",
  music: "[音乐]",
};

/** The line WeChat shows when the account's server gave no valid answer. */
export const UNAVAILABLE = "该服务号暂时无法提供服务，请稍后再试";

export class Chats {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** Adds a line; what others say is unread until the chat is opened. */
  say(phoneId: number, said: Said): void {
    this.database.transaction(() => {
      this.database.run(
        "INSERT INTO items (phone_id, at, source, kind, text, card, news, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        phoneId,
        this.clock.now(),
        said.from,
        said.kind,
        said.text ?? null,
        said.card ? JSON.stringify(said.card) : null,
        said.news ? JSON.stringify(said.news) : null,
        said.raw ?? null,
      );
      if (said.from !== "me") this.database.run("UPDATE phones SET unread = unread + 1 WHERE id = ?", phoneId);
    });
    this.events.tell({ phone: String(phoneId), type: "chat" });
  }

  read(phoneId: number): void {
    const changed = this.database.run("UPDATE phones SET unread = 0 WHERE id = ? AND unread > 0", phoneId);
    if (changed > 0) this.events.tell({ phone: String(phoneId), type: "state" });
  }

  /** The newest 300 lines, oldest first. */
  items(phoneId: number): Item[] {
    const rows = this.database.rows<ItemRow>(
      "SELECT * FROM items WHERE phone_id = ? ORDER BY id DESC LIMIT 300",
      phoneId,
    );
    return rows.reverse().map((row) => ({
      id: String(row.id),
      at: row.at,
      from: row.source,
      kind: row.kind,
      text: row.text ?? undefined,
      card: row.card === null ? undefined : (JSON.parse(row.card) as Card),
      news: row.news === null ? undefined : (JSON.parse(row.news) as News),
      raw: row.raw ?? undefined,
    }));
  }
}
