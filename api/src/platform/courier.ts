import type { Clock } from "../kernel/clock.js";
import type { RecordedFact } from "../kernel/fact.js";
import { Refusal } from "../kernel/refusal.js";
import type { Database } from "./database.js";
import type { Log } from "./log.js";
import { DeliveryRow, FactRow, TimerRow } from "./platform.table.js";
import type { UnitOfWork } from "./unit-of-work.js";
import { SYSTEM } from "./viewer.js";

/** Hears facts after they committed: at least once each, so a repeat must do no harm. */
export interface Listener {
  /** Stable name; stored with every delivery. */
  readonly name: string;
  readonly kinds: readonly string[];
  hear(fact: RecordedFact): Promise<void>;
}

/** Does what a timer was set for. It may come late and, after a crash, twice. */
export interface TimerHandler {
  readonly kind: string;
  fire(subjectId: string): Promise<void>;
}

/** After so many tries a delivery is dead: staff see it, mend the cause and retry it. */
export const MAX_ATTEMPTS = 8;
const LEASE_MS = 30_000;
const BATCH = 20;
const IDLE_MS = 500;

/**
 * Brings facts to their listeners and fires timers. Every API process runs one; they share the work by row locks
 * and leases, so a crashed process's work is taken over when its lease ends.
 */
export class Courier {
  private stopped = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly listeners: ReadonlyMap<string, Listener>;
  private readonly timers: ReadonlyMap<string, TimerHandler>;

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
    listeners: readonly Listener[],
    timers: readonly TimerHandler[],
  ) {
    this.listeners = new Map(listeners.map((listener) => [listener.name, listener]));
    this.timers = new Map(timers.map((timer) => [timer.kind, timer]));
  }

  start(): void {
    this.running = this.loop();
  }

  /** Tells the courier that there is something to do. Cheap; may be called from anywhere. */
  nudge(): void {
    this.wake();
  }

  /** Stops after the deliveries in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  /** Delivers and fires until nothing is due; returns how many were done. Tests call it instead of waiting. */
  async drain(): Promise<number> {
    let total = 0;
    for (;;) {
      const done = (await this.deliverDue()) + (await this.fireDue());
      if (done === 0) return total;
      total += done;
    }
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      try {
        if ((await this.deliverDue()) + (await this.fireDue()) > 0) continue;
      } catch (error) {
        this.log.error({ err: error }, "The courier could not work; it tries again.");
      }
      await new Promise<void>((done) => {
        const timer = setTimeout(done, IDLE_MS);
        this.wake = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
  }

  private async deliverDue(): Promise<number> {
    const claimed = await this.claimDeliveries();
    for (const delivery of claimed) await this.deliver(delivery);
    return claimed.length;
  }

  /** Leases due rows: the oldest of each listener and stream only, so a stream's facts are heard in order. */
  private async claimDeliveries(): Promise<DeliveryRow[]> {
    const due = await this.database.read.query<{ id: string }>(
      `SELECT d.id FROM deliveries d WHERE d.state = 'PENDING' AND d.nextAt <= ? AND NOT EXISTS (
         SELECT 1 FROM deliveries e WHERE e.listener = d.listener AND e.stream = d.stream AND e.state = 'PENDING'
           AND e.factSeq < d.factSeq) ORDER BY d.nextAt, d.factSeq LIMIT ${BATCH}`,
      [this.clock.now()],
    );
    if (due.length === 0) return [];
    return this.work.run(SYSTEM, async (tx) => {
      const claimed: DeliveryRow[] = [];
      for (const { id } of due) {
        const [row] = await tx.rows(DeliveryRow, "WHERE t.id = ?", [id]);
        if (!row || row.state !== "PENDING" || row.nextAt > tx.now) continue;
        const expected = { id, state: "PENDING", attempts: row.attempts, nextAt: row.nextAt };
        const mine = await tx.tryChange(DeliveryRow, expected, {
          attempts: row.attempts + 1,
          nextAt: tx.now + LEASE_MS,
        });
        if (mine) claimed.push({ ...row, attempts: row.attempts + 1, nextAt: tx.now + LEASE_MS });
      }
      return claimed;
    });
  }

  private async deliver(delivery: DeliveryRow): Promise<void> {
    const failure = await this.tryToHear(delivery);
    const outcome =
      failure === null ? { state: "DONE", lastError: null } : this.afterFailure(delivery.attempts, failure);
    // Guarded by the lease: a process that was paused past its lease can't overwrite its successor's outcome.
    await this.work.run(SYSTEM, (tx) =>
      tx.tryChange(DeliveryRow, { id: delivery.id, state: "PENDING", attempts: delivery.attempts }, outcome),
    );
  }

  private async tryToHear(delivery: DeliveryRow): Promise<string | null> {
    try {
      const [fact] = await this.database.read.rows(FactRow, "WHERE t.seq = ?", [delivery.factSeq]);
      const listener = this.listeners.get(delivery.listener);
      if (!fact || !listener) throw new Error(`Nobody hears ${delivery.listener} or fact ${delivery.factSeq} is gone.`);
      await listener.hear(fact as unknown as RecordedFact);
      return null;
    } catch (error) {
      this.log.warn({ err: error, listener: delivery.listener, factSeq: delivery.factSeq }, "A delivery failed.");
      return describe(error);
    }
  }

  private afterFailure(attempts: number, lastError: string): Partial<DeliveryRow> {
    if (attempts >= MAX_ATTEMPTS) return { state: "DEAD", lastError };
    return { lastError, nextAt: this.clock.now() + backOffMs(attempts) };
  }

  private async fireDue(): Promise<number> {
    const due = await this.database.read.rows(
      TimerRow,
      `WHERE t.state = 'PENDING' AND t.dueAt <= ? ORDER BY t.dueAt LIMIT ${BATCH}`,
      [this.clock.now()],
    );
    let fired = 0;
    for (const timer of due) if (await this.fire(timer)) fired += 1;
    return fired;
  }

  private async fire(timer: TimerRow): Promise<boolean> {
    const attempts = timer.attempts + 1;
    const expected = { id: timer.id, state: "PENDING", attempts: timer.attempts };
    const lease = { attempts, dueAt: this.clock.now() + LEASE_MS };
    const mine = await this.work.run(SYSTEM, (tx) => tx.tryChange(TimerRow, expected, lease));
    if (!mine) return false;
    let outcome: Partial<TimerRow> = { state: "FIRED", lastError: null };
    try {
      const handler = this.timers.get(timer.kind);
      if (!handler) throw new Error(`Nobody handles timer ${timer.kind}.`);
      await handler.fire(timer.subjectId);
    } catch (error) {
      this.log.warn({ err: error, timer: timer.kind, subjectId: timer.subjectId }, "A timer failed.");
      outcome =
        attempts >= MAX_ATTEMPTS
          ? { state: "DEAD", lastError: describe(error) }
          : { dueAt: this.clock.now() + backOffMs(attempts), lastError: describe(error) };
    }
    await this.work.run(SYSTEM, (tx) => tx.tryChange(TimerRow, { id: timer.id, state: "PENDING", attempts }, outcome));
    return true;
  }
}

/** 1 s, 4 s, 16 s … at most an hour. */
export function backOffMs(attempts: number): number {
  return Math.min(1_000 * 4 ** (attempts - 1), 3_600_000);
}

function describe(error: unknown): string {
  const text = error instanceof Refusal ? `${error.code} ${JSON.stringify(error.data)}` : String(error);
  return text.slice(0, 1_000);
}
