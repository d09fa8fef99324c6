import type { Stream } from "../kernel/fact.js";
import type { Database } from "./database.js";
import { lastSeqOf } from "./facts.js";
import type { Log } from "./log.js";

/** A stream moved to `seq`. Carries no content: who hears it reads again with their own rights. */
export interface StreamMoved {
  readonly stream: Stream;
  readonly seq: number;
}

/** Passes hints between API processes. Only a hint: what is lost here is found by looking at the table. */
export interface HintBus {
  publish(moved: StreamMoved): void;
  listen(hear: (moved: StreamMoved) => void): void;
  close(): Promise<void>;
}

const TAIL_MS = 1_000;
const TAIL_BATCH = 500;

/**
 * Live pages. A watcher gets each stream's newest number, coalesced: a slow reader never grows a queue, it only
 * skips numbers, and since pages re-read state there is nothing to miss. Hints come from this process's commits and
 * from the bus; each second the table's tail is read as well, so an outage of the bus delays but loses nothing.
 */
export class Live {
  private readonly watchers = new Map<Stream, Set<Watcher>>();
  private readonly known = new Map<Stream, number>();
  private tail: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly bus: HintBus | undefined,
    private readonly log: Log,
  ) {
    bus?.listen((moved) => this.arrive(moved));
  }

  /** Starts looking at the tail of watched streams. */
  start(): void {
    const lookAgain = (): void => {
      this.tail = setTimeout(() => void look(), TAIL_MS);
      this.tail.unref();
    };
    const look = async (): Promise<void> => {
      await this.readTail().catch((error: unknown) => this.log.warn({ err: error }, "The live tail can't be read."));
      lookAgain();
    };
    lookAgain();
  }

  stop(): void {
    clearTimeout(this.tail);
    for (const set of this.watchers.values()) for (const watcher of set) watcher.end();
  }

  /** Called after a commit with the streams it moved. */
  committed(moved: ReadonlyMap<Stream, number>): void {
    for (const [stream, seq] of moved) {
      this.arrive({ stream, seq });
      this.bus?.publish({ stream, seq });
    }
  }

  /**
   * The moves of `streams` from now on, and at once those that are already past `after` (a client's last number).
   * Ends when the consumer returns, also while it waits, or when the process stops.
   */
  watch(streams: readonly Stream[], after: number | null): AsyncIterableIterator<StreamMoved> {
    const watcher = new Watcher(() => {
      for (const stream of streams) this.remove(stream, watcher);
    });
    for (const stream of streams) this.add(stream, watcher);
    watcher.waitFor(this.catchUp(watcher, streams, after));
    return watcher;
  }

  /** How many watchers there are; for the health page and tests. */
  get size(): number {
    let size = 0;
    for (const set of this.watchers.values()) size += set.size;
    return size;
  }

  private async catchUp(watcher: Watcher, streams: readonly Stream[], after: number | null): Promise<void> {
    const last = await lastSeqOf(this.database.read, streams);
    for (const stream of streams) {
      const seq = last.get(stream) ?? 0;
      // Only while somebody watches: else the number of a stream nobody watches any more would stay for ever.
      if (this.watchers.has(stream)) this.known.set(stream, Math.max(seq, this.known.get(stream) ?? 0));
      if (after !== null && seq > after) watcher.push({ stream, seq });
    }
  }

  private add(stream: Stream, watcher: Watcher): void {
    const set = this.watchers.get(stream) ?? new Set();
    set.add(watcher);
    this.watchers.set(stream, set);
  }

  private remove(stream: Stream, watcher: Watcher): void {
    const set = this.watchers.get(stream);
    set?.delete(watcher);
    if (set?.size === 0) {
      this.watchers.delete(stream);
      this.known.delete(stream);
    }
  }

  private arrive(moved: StreamMoved): void {
    const set = this.watchers.get(moved.stream);
    if (!set || moved.seq <= (this.known.get(moved.stream) ?? 0)) return;
    this.known.set(moved.stream, moved.seq);
    for (const watcher of set) watcher.push(moved);
  }

  private async readTail(): Promise<void> {
    const streams = [...this.watchers.keys()];
    for (let from = 0; from < streams.length; from += TAIL_BATCH) {
      const last = await lastSeqOf(this.database.read, streams.slice(from, from + TAIL_BATCH));
      for (const [stream, seq] of last) this.arrive({ stream, seq });
    }
  }
}

/**
 * The events of a watch, each made from a move. `make` is asked for every move and may end the watch by null, such as
 * when the viewer's right is gone; a failure of `make` ends it too. `restMs` keeps events of a stream that many watch
 * apart: what moves meanwhile is told by the next one.
 */
export function eventsOf<Event>(
  moves: AsyncIterableIterator<StreamMoved>,
  make: (moved: StreamMoved) => Promise<Event | null>,
  restMs = 0,
): AsyncIterableIterator<Event> {
  const over: IteratorResult<Event> = { done: true, value: undefined };
  let rested: Promise<void> = Promise.resolve();
  const end = async (): Promise<IteratorResult<Event>> => {
    await moves.return?.();
    return over;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      await rested;
      const moved = await moves.next();
      if (moved.done) return over;
      try {
        const event = await make(moved.value);
        if (event === null) return await end();
        if (restMs > 0) rested = rest(restMs);
        return { done: false, value: event };
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: end,
  };
}

function rest(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms).unref();
  });
}

/**
 * Holds at most one waiting move per stream. An iterator of its own and not a generator: a generator that waits can't
 * be ended from outside, so every page that is closed would leave its watcher behind.
 */
class Watcher implements AsyncIterableIterator<StreamMoved> {
  private readonly waiting = new Map<Stream, StreamMoved>();
  private ended = false;
  private ready: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(private readonly ending: () => void) {}

  /** The first move is told only after this; its failure is told to the consumer. */
  waitFor(ready: Promise<void>): void {
    this.ready = ready;
    ready.catch(() => undefined); // told by next(); here only so that it never counts as unhandled
  }

  push(moved: StreamMoved): void {
    if (moved.seq <= (this.waiting.get(moved.stream)?.seq ?? -1)) return;
    this.waiting.set(moved.stream, moved);
    this.wake();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.ending();
    this.wake();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<StreamMoved>> {
    try {
      await this.ready;
    } catch (error) {
      this.end();
      throw error;
    }
    while (!this.ended) {
      const [next] = this.waiting.values();
      if (next) {
        this.waiting.delete(next.stream);
        return { done: false, value: next };
      }
      await new Promise<void>((done) => {
        this.wake = done;
      });
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<StreamMoved>> {
    this.end();
    return { done: true, value: undefined };
  }
}
