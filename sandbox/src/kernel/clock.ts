import type { Database } from "./database.js";

const OFFSET = "clock.offset";
const FROZEN = "clock.frozen";
const SHANGHAI_MS = 8 * 3_600_000;

/**
 * WeChat's time. Advancing it makes tokens, codes and windows run out; what is stamped on a push stays the wall's time,
 * because the receiver compares it with a clock of its own. Frozen, everything stands at the one instant.
 */
export class Clock {
  constructor(private readonly database: Database) {}

  now(): number {
    return this.frozenAt() ?? Date.now() + Number(this.database.value(OFFSET) ?? 0);
  }

  /** The instant a push claims to have been made, in seconds. */
  stampSeconds(): number {
    return Math.floor((this.frozenAt() ?? Date.now()) / 1_000);
  }

  /** Today in Shanghai, where daily quotas begin anew at 0:00: `2026-01-05`. */
  day(): string {
    return new Date(this.now() + SHANGHAI_MS).toISOString().slice(0, 10);
  }

  freeze(at: number): void {
    this.database.keep(FROZEN, String(at));
  }

  advance(ms: number): void {
    const frozenAt = this.frozenAt();
    if (frozenAt !== null) this.freeze(frozenAt + ms);
    else this.database.keep(OFFSET, String(Number(this.database.value(OFFSET) ?? 0) + ms));
  }

  /** Back to the wall's time. */
  run(): void {
    this.database.forget(FROZEN);
    this.database.forget(OFFSET);
  }

  frozenAt(): number | null {
    const kept = this.database.value(FROZEN);
    return kept === null ? null : Number(kept);
  }
}
