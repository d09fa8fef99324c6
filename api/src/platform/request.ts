import { AsyncLocalStorage } from "node:async_hooks";

/** Follows a request through its promises, so that facts and log lines name it without passing it around. */
const current = new AsyncLocalStorage<{ readonly requestId: string }>();

export function withRequest<Result>(requestId: string, work: () => Result): Result {
  return current.run({ requestId }, work);
}

/** The id of the request being served, or null outside one (courier, timers). */
export function currentRequestId(): string | null {
  return current.getStore()?.requestId ?? null;
}
