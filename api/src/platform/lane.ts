import type { ObjectLiteral } from "typeorm";
import type { EntityClass } from "./sql.js";

/** Work of one kind that neither waits for other lanes nor delays them. */
export interface Lane {
  start(): void;
  /** There may be something to do: looks at once instead of at the next beat. */
  nudge(): void;
  /** Ends after what is in hand. */
  stop(): Promise<void>;
  /** Does what is due now and returns how much that was. */
  round(): Promise<number>;
}

/**
 * Work that stands in a room's own rows and may take long, such as messages that leave the house. Up to `width` pieces
 * are done at once, in a lane of their own.
 */
export interface Errands {
  readonly width: number;
  /** The tables whose rows may make one due at once; without, the next beat is early enough. */
  readonly wokenBy?: readonly EntityClass<ObjectLiteral>[];
  /** Leases up to `most` pieces that are due, so that no other process takes them, and returns what does each. */
  claim(most: number): Promise<readonly (() => Promise<void>)[]>;
}

const IDLE_MS = 500;

/** Does rounds one after another; between two that had nothing to do it rests, until a nudge or the next beat. */
export class RoundLane implements Lane {
  private stopped = false;
  /** A nudge that comes during a round counts for the next one: what it tells of may have come too late for this one. */
  private nudged = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly round: () => Promise<number>,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.loop();
  }

  nudge(): void {
    this.nudged = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      this.nudged = false;
      try {
        if ((await this.round()) > 0) continue;
      } catch (error) {
        this.failed(error);
        this.nudged = false; // what fails at once rests like what has nothing to do
      }
      if (!this.nudged && !this.stopped) await this.rest();
    }
  }

  private rest(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, IDLE_MS);
      this.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}

/** Runs errands side by side: as soon as one is done its place is given to the next, so a slow one holds only its own. */
export class ErrandLane implements Lane {
  private readonly loop: RoundLane;
  private readonly inHand = new Set<Promise<void>>();

  constructor(
    private readonly errands: Errands,
    private readonly failed: (error: unknown) => void,
  ) {
    this.loop = new RoundLane(() => this.take(), failed);
  }

  start(): void {
    this.loop.start();
  }

  nudge(): void {
    this.loop.nudge();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await Promise.all(this.inHand);
  }

  async round(): Promise<number> {
    const taken = await this.take();
    await Promise.all(this.inHand);
    return taken;
  }

  private async take(): Promise<number> {
    const room = this.errands.width - this.inHand.size;
    if (room === 0) return 0;
    const claimed = await this.errands.claim(room);
    for (const errand of claimed) this.run(errand);
    return claimed.length;
  }

  private run(errand: () => Promise<void>): void {
    const running = errand()
      .catch(this.failed)
      .finally(() => {
        this.inHand.delete(running);
        this.loop.nudge();
      });
    this.inHand.add(running);
  }
}
