/** How long the server waits for those who call it. */
export interface Patience {
  /** For a request to arrive as a whole; one that takes longer is cut off at the next look, a quarter of that later at most. */
  readonly requestMs: number;
  /** For requests in hand once the process is told to stop; then their connections are closed. */
  readonly lastRequestsMs: number;
}

/** A document over a slow phone takes its time; the end of the process does not. */
export const usualPatience: Patience = { requestMs: 120_000, lastRequestsMs: 10_000 };
