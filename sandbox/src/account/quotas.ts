import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";
import { WechatError } from "./errors.js";

const CLEARED_PER_MONTH = 10;

/** What was used today, by name; days begin at 0:00 in Shanghai. */
export class Quotas {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts one use; throws 45009 when the day's are used up. */
  spend(name: string, perDay: number): void {
    const key = this.keyOf(name);
    if (this.count(key) >= perDay) throw new WechatError(45009);
    this.add(key);
  }

  usedToday(name: string): number {
    return this.count(this.keyOf(name));
  }

  /** All counts of today begin anew; ten times a month, then 48006. */
  clear(): void {
    const month = `clear_quota ${this.clock.day().slice(0, 7)}`;
    if (this.count(month) >= CLEARED_PER_MONTH) throw new WechatError(48006);
    this.add(month);
    this.database.run("DELETE FROM counters WHERE key LIKE ?", `% on ${this.clock.day()}`);
  }

  private keyOf(name: string): string {
    return `${name} on ${this.clock.day()}`;
  }

  private count(key: string): number {
    return this.database.rows<{ used: number }>("SELECT used FROM counters WHERE key = ?", key)[0]?.used ?? 0;
  }

  private add(key: string): void {
    this.database.run(
      "INSERT INTO counters (key, used) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET used = used + 1",
      key,
    );
  }
}
