/** How many messages a process begins to send by one channel in a second: below what WeChat and mail servers take. */
export const SENDS_PER_SECOND = 20;

/** Lets sends begin one after another, evenly, so that a thousand that are due at once leave as a stream and no burst. */
export class Pace {
  private freeAt = 0;

  constructor(private readonly perSecond: number) {}

  /** Resolves when it is the caller's turn, in the order of the calls; at once while there is no rush. */
  async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.freeAt);
    this.freeAt = at + 1_000 / this.perSecond;
    if (at > now) await new Promise((done) => setTimeout(done, at - now));
  }
}
