const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** YYYY-MM-DD of an instant in Shanghai. */
export function dayOf(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** The day `count` days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}
