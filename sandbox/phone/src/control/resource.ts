import { ControlError } from "./client";

/** What is known of something read from the sandbox. Nothing and no problem means: still being read for the first time. */
export interface Known<T> {
  value: T | null;
  /** Why the last reading failed, null when it did not. What was read before stays. */
  problem: ControlError | null;
}

/** Something read from the sandbox, read again whenever it moves, and watched by the components that show it. */
export class Resource<T> {
  private known: Known<T> = { value: null, problem: null };
  private readonly watchers = new Set<() => void>();
  private reading: Promise<void> | null = null;
  private moved = false;

  constructor(private readonly read: () => Promise<T>) {}

  /** The first watcher starts the first reading. */
  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    if (this.known.value === null && !this.reading) void this.reload();
    return () => this.watchers.delete(watcher);
  };

  snapshot = (): Known<T> => this.known;

  /** Reads again for whoever is watching; nobody watching, nothing to do but to read afresh next time. */
  move(): void {
    if (this.watchers.size > 0) void this.reload();
    else this.known = { value: null, problem: null };
  }

  /** Resolves when what is shown is at least as new as this call. Several calls at once cost two readings at most. */
  reload(): Promise<void> {
    this.moved = true;
    this.reading ??= this.readUntilStill().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readUntilStill(): Promise<void> {
    while (this.moved) {
      this.moved = false;
      try {
        this.tell({ value: await this.read(), problem: null });
      } catch (error) {
        const problem = error instanceof ControlError ? error : new ControlError(null, String(error));
        this.tell({ value: this.known.value, problem });
      }
    }
  }

  private tell(known: Known<T>): void {
    this.known = known;
    for (const watcher of this.watchers) watcher();
  }
}
