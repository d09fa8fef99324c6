import { vi } from "vitest";

/** Long enough for a slow machine; a test whose wish comes true waits no longer than it takes. */
const PATIENCE = { timeout: 20_000, interval: 20 };

/** Waits until `wish` throws no more, and resolves with what it returned. */
export const until = <Result>(wish: () => Result | Promise<Result>): Promise<Result> => vi.waitFor(wish, PATIENCE);
