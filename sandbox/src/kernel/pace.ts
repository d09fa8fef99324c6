import { diceOf } from "./dice.js";

/** From and to, in milliseconds. */
export type Span = readonly [number, number];

/** How slow the network is, and how long a push may take; waits end at once when the sandbox closes. */
export class Pace {
  apiMs: Span = [30, 150];
  pushMs: Span = [100, 300];
  /** WeChat cuts a push after five seconds. */
  cutMs = 5_000;
  /** How long a push that is to be overtaken waits for the next of its phone. */
  heldBackMs = 2_000;
  /** How long an API call hangs under the fault of that name: longer than any caller should wait. */
  hangMs = 6_000;
  private readonly throwDice = diceOf(7);
  private readonly waiting = new Set<() => void>();
  private closed = false;

  /** Resolves after `ms`, or at once when the sandbox closes. */
  wait(ms: number): Promise<void> {
    if (ms <= 0 || this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.waiting.add(end);
    });
  }

  beforeAnswer(): Promise<void> {
    return this.wait(this.within(this.apiMs));
  }

  beforePush(): Promise<void> {
    return this.wait(this.within(this.pushMs));
  }

  close(): void {
    this.closed = true;
    for (const end of this.waiting) end();
  }

  private within([from, to]: Span): number {
    return Math.round(from + (to - from) * this.throwDice());
  }
}
