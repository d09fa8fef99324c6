import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";
import { WechatError } from "./errors.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What lets the account speak first, for how long and how often. VIEW clicks don't. */
const openings = {
  message: { forMs: 48 * HOUR, times: 5 },
  click: { forMs: MINUTE, times: 3 },
  follow: { forMs: MINUTE, times: 3 },
  scan: { forMs: MINUTE, times: 3 },
} as const;

/** Customer-service windows, one of each cause per person; a new cause of the kind opens it anew. */
export class Windows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  open(openid: string, cause: keyof typeof openings): void {
    const { forMs, times } = openings[cause];
    this.database.run(
      `INSERT INTO windows (openid, cause, closes_at, remaining) VALUES (?, ?, ?, ?)
       ON CONFLICT (openid, cause) DO UPDATE SET closes_at = excluded.closes_at, remaining = excluded.remaining`,
      openid,
      cause,
      this.clock.now() + forMs,
      times,
    );
  }

  /** Uses one message of the window that closes first; 45015 when none is open, 45047 when all are used up. */
  spend(openid: string): void {
    const open = this.database.rows<{ cause: string; remaining: number }>(
      "SELECT cause, remaining FROM windows WHERE openid = ? AND closes_at > ? ORDER BY closes_at",
      openid,
      this.clock.now(),
    );
    if (open.length === 0) throw new WechatError(45015);
    const usable = open.find((window) => window.remaining > 0);
    if (!usable) throw new WechatError(45047);
    this.database.run(
      "UPDATE windows SET remaining = remaining - 1 WHERE openid = ? AND cause = ?",
      openid,
      usable.cause,
    );
  }

  /** Who leaves closes them all. */
  close(openid: string): void {
    this.database.run("DELETE FROM windows WHERE openid = ?", openid);
  }
}
