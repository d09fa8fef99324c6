/** Tells the time. Rules get `now` as a value; only flows and platform hold a clock, so tests can move it. */
export interface Clock {
  /** Epoch milliseconds, UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Business days and numbers are told in the platform's own zone, which has no daylight saving. */
const SHANGHAI_OFFSET = 8 * HOUR;

/** "20261122" for an instant, in Shanghai. */
export function dayStamp(at: number): string {
  return new Date(at + SHANGHAI_OFFSET).toISOString().slice(0, 10).replaceAll("-", "");
}
