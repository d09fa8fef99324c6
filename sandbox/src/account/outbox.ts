import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";

const ONCE_MS = 600_000;

/** What the account sent by API. `status` of a template message: `sending`, then what TEMPLATESENDJOBFINISH told. */
export interface Sent {
  readonly msgid: string;
  readonly phoneId: number;
  readonly openid: string;
  readonly kind: "template" | "subscribe" | "custom";
  readonly templateId: string | null;
  readonly clientMsgId: string | null;
  readonly body: unknown;
  readonly status: string;
}

interface SentRow {
  msgid: string;
  phone_id: number;
  openid: string;
  at: number;
  kind: Sent["kind"];
  template_id: string | null;
  client_msg_id: string | null;
  body: string;
  status: string;
}

export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  add(sent: Sent): void {
    this.database.run(
      `INSERT INTO outbox (msgid, phone_id, openid, at, kind, template_id, client_msg_id, body, status)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      sent.msgid,
      sent.phoneId,
      sent.openid,
      this.clock.now(),
      sent.kind,
      sent.templateId,
      sent.clientMsgId,
      JSON.stringify(sent.body),
      sent.status,
    );
  }

  /** The msgid of the same message to the same person within ten minutes. */
  sentBefore(openid: string, clientMsgId: string): string | null {
    const row = this.database.rows<SentRow>(
      "SELECT * FROM outbox WHERE openid = ? AND client_msg_id = ? AND at > ?",
      openid,
      clientMsgId,
      this.clock.now() - ONCE_MS,
    )[0];
    return row?.msgid ?? null;
  }

  finish(msgid: string, status: string): void {
    this.database.run("UPDATE outbox SET status = ? WHERE msgid = ?", status, msgid);
  }

  /** Template messages whose end was not told yet. */
  unfinished(): (Sent & { at: number })[] {
    return this.database
      .rows<SentRow>("SELECT * FROM outbox WHERE kind = 'template' AND status = 'sending' ORDER BY at")
      .map(toSent);
  }

  /** The newest 500, oldest first. */
  list(): (Sent & { at: number })[] {
    const rows = this.database.rows<SentRow>("SELECT * FROM outbox ORDER BY at DESC, rowid DESC LIMIT 500");
    return rows.reverse().map(toSent);
  }
}

function toSent(row: SentRow): Sent & { at: number } {
  return {
    msgid: row.msgid,
    phoneId: row.phone_id,
    openid: row.openid,
    at: row.at,
    kind: row.kind,
    templateId: row.template_id,
    clientMsgId: row.client_msg_id,
    body: JSON.parse(row.body) as unknown,
    status: row.status,
  };
}
