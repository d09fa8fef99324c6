import type { Direction, LogEntry } from "../control/types";

/** What somebody wants to see of the traffic. Null and empty mean everything. */
export interface TrafficFilter {
  phoneId: string | null;
  direction: Direction | null;
  text: string;
  troubledOnly: boolean;
}

const fine = new Set(["text", "news", "media", "transfer", "nothing"]);

/** Did this go wrong, or suffer a fault? */
export function isTroubled(entry: LogEntry): boolean {
  if (entry.verdict !== null && !fine.has(entry.verdict)) return true;
  return (entry.status ?? 200) >= 400 || errcodeOf(entry) !== null;
}

/** The error code in an API's answer, which comes with HTTP 200; null when it is 0 or there is none. */
export function errcodeOf(entry: LogEntry): string | null {
  if (entry.direction !== "answer") return null;
  return /"errcode"\s*:\s*(-?[1-9]\d*)/.exec(entry.body)?.[1] ?? null;
}

/** The entries that pass, in their order. What belongs to no phone, as fetching a token, shows for every phone. */
export function filterTraffic(entries: readonly LogEntry[], filter: TrafficFilter): LogEntry[] {
  const wanted = filter.text.trim().toLowerCase();
  return entries.filter(
    (entry) =>
      (filter.phoneId === null || entry.phone === null || entry.phone === filter.phoneId) &&
      (filter.direction === null || entry.direction === filter.direction) &&
      (!filter.troubledOnly || isTroubled(entry)) &&
      (wanted === "" || `${entry.title}\n${entry.body}`.toLowerCase().includes(wanted)),
  );
}
