/** Work nobody waits for, except who stops the sandbox. */
export class Background {
  private readonly working = new Set<Promise<void>>();

  start(work: Promise<void>): void {
    const kept = work.finally(() => this.working.delete(kept));
    this.working.add(kept);
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.working.size > 0) await Promise.all(this.working);
  }
}
