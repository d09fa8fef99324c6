import type { Clock } from "./clock.js";
import type { Database } from "./database.js";
import type { Events } from "./events.js";

const KEPT = 4_000;
const TRIMMED_EVERY = 200;

/** One line of the developer drawer. */
export interface Line {
  readonly direction: "push" | "reply" | "call" | "answer";
  readonly title: string;
  readonly body: string;
  readonly phoneId?: number | null | undefined;
  readonly pushId?: number | undefined;
  readonly ms?: number | undefined;
  /** HTTP status of a reply or an answer. */
  readonly status?: number | undefined;
  /** What went over the wire when it was sealed. */
  readonly wire?: string | undefined;
  readonly verdict?: string | undefined;
}

/** A line as pages read it. */
export interface ShownLine {
  readonly id: string;
  readonly at: number;
  readonly phone: string | null;
  readonly direction: Line["direction"];
  readonly title: string;
  readonly ms: number | null;
  readonly status: number | null;
  readonly body: string;
  readonly wire: string | null;
  readonly verdict: string | null;
}

interface JournalRow {
  id: number;
  phone_id: number | null;
  push_id: number | null;
  at: number;
  direction: Line["direction"];
  title: string;
  ms: number | null;
  status: number | null;
  body: string;
  wire: string | null;
  verdict: string | null;
}

/** Every push, reply, call and answer, newest 4,000; tokens and secrets never get in. */
export class Journal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  write(line: Line): void {
    const id = this.database.insert(
      `INSERT INTO journal (phone_id, push_id, at, direction, title, ms, status, body, wire, verdict)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      line.phoneId ?? null,
      line.pushId ?? null,
      this.clock.now(),
      line.direction,
      redact(line.title),
      line.ms ?? null,
      line.status ?? null,
      redact(line.body),
      line.wire ?? null,
      line.verdict ?? null,
    );
    if (id % TRIMMED_EVERY === 0) this.database.run("DELETE FROM journal WHERE id <= ?", id - KEPT);
    this.events.tell({ phone: line.phoneId == null ? null : String(line.phoneId), type: "log" });
  }

  /** The newest 200 lines of one phone, or of all, newest first. */
  read(phoneId: number | null): ShownLine[] {
    const rows =
      phoneId === null
        ? this.database.rows<JournalRow>("SELECT * FROM journal ORDER BY id DESC LIMIT 200")
        : this.database.rows<JournalRow>(
            "SELECT * FROM journal WHERE phone_id = ? ORDER BY id DESC LIMIT 200",
            phoneId,
          );
    return rows.map(shown);
  }

  /** The push a line tells of. */
  pushOf(lineId: number): number | null {
    return this.database.rows<JournalRow>("SELECT * FROM journal WHERE id = ?", lineId)[0]?.push_id ?? null;
  }
}

/** Blanks tokens, secrets and tickets in a URL's query or in JSON. */
export function redact(text: string): string {
  return text
    .replace(/\b(access_token|secret|refresh_token|code)=[^&\s"]+/g, "$1=***")
    .replace(/"(access_token|secret|refresh_token|code|ticket)"\s*:\s*"[^"]*"/g, '"$1":"***"');
}

function shown(row: JournalRow): ShownLine {
  return {
    id: String(row.id),
    at: row.at,
    phone: row.phone_id === null ? null : String(row.phone_id),
    direction: row.direction,
    title: row.title,
    ms: row.ms,
    status: row.status,
    body: row.body,
    wire: row.wire,
    verdict: row.verdict,
  };
}
