import { useSyncExternalStore } from "react";

/** idle: nothing subscribed · live: events flow · retrying: the socket is coming back · polling: it failed 3 times. */
export type LiveState = "idle" | "live" | "retrying" | "polling";

export type LiveStatus = {
  readonly online: boolean;
  readonly state: LiveState;
  /** How often the socket came back after a loss; what a page read before may have missed something. */
  readonly resumed: number;
};

const pollEveryMs = 15_000;
const failuresBeforePolling = 3;

let status: LiveStatus = { online: navigatorOnline(), state: "idle", resumed: 0 };
let failures = 0;
let poller: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();
const catchUps = new Set<() => void>();

/** The connection as the socket reports it. One per app, read by `useLiveStatus`. */
export const liveStatus = {
  connected(again: boolean): void {
    failures = 0;
    stopPolling();
    set({ state: "live", resumed: status.resumed + (again ? 1 : 0) });
    if (again) catchUpAll();
  },
  lost(): void {
    failures += 1;
    if (failures < failuresBeforePolling) set({ state: "retrying" });
    else startPolling();
  },
  idle(): void {
    failures = 0;
    stopPolling();
    set({ state: "idle" });
  },
  network(online: boolean): void {
    set({ online });
  },
  /** Calls back after every resumption and every 15 s while the socket stays away. Returns the way out. */
  onCatchUp(listener: () => void): () => void {
    catchUps.add(listener);
    return () => catchUps.delete(listener);
  },
  current: (): LiveStatus => status,
};

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(subscribe, liveStatus.current, liveStatus.current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(change: Partial<LiveStatus>): void {
  const next = { ...status, ...change };
  if (next.online === status.online && next.state === status.state && next.resumed === status.resumed) return;
  status = next;
  for (const listener of listeners) listener();
}

function startPolling(): void {
  set({ state: "polling" });
  poller ??= setInterval(catchUpAll, pollEveryMs);
}

function stopPolling(): void {
  clearInterval(poller);
  poller = undefined;
}

function catchUpAll(): void {
  for (const catchUp of catchUps) catchUp();
}

function navigatorOnline(): boolean {
  return typeof navigator === "undefined" || navigator.onLine;
}
