import type { Clock } from "../kernel/clock.js";
import type { RecordedFact } from "../kernel/fact.js";
import { groupBy } from "../kernel/group.js";
import { Refusal } from "../kernel/refusal.js";
import type { Database } from "./database.js";
import { LEASE_MS, leaseDeliveries, markHeard } from "./delivery.store.js";
import { ErrandLane, type Errands, type Lane, RoundLane } from "./lane.js";
import type { Log } from "./log.js";
import { DeliveryRow, FactRow, TimerRow } from "./platform.table.js";
import { marks } from "./sql.js";
import type { Moved, UnitOfWork } from "./unit-of-work.js";
import { SYSTEM } from "./viewer.js";

/** Hears facts after they committed: at least once each, so a repeat must do no harm. */
export interface Listener {
  /** Stable name; stored with every delivery. */
  readonly name: string;
  readonly kinds: readonly string[];
  /** Listeners of other lanes neither wait for this one nor delay it; without a lane it hears in WORK. */
  readonly lane?: string;
  hear(fact: RecordedFact): Promise<void>;
}

/** Does what a timer was set for. It may come late and, after a crash, twice. */
export interface TimerHandler {
  readonly kind: string;
  fire(subjectId: string): Promise<void>;
}

export type { Errands };

/** After so many tries a delivery is dead: staff see it, mend the cause and retry it. */
export const MAX_ATTEMPTS = 8;
const BATCH = 20;
/** Where dispatch hears and timers fire, and where deliveries that nobody hears any more end as dead letters. */
const WORK = "work";
/**
 * The lane of listeners that call servers which are not ours. Its deliveries are leased one at a time: each may hang
 * for seconds, and those behind it would outlive their leases and be heard twice.
 */
export const OUTSIDE = "outside";

/** A lane, and what has to move for it to look at once. */
interface Stop {
  readonly lane: Lane;
  concerns(moved: Moved): boolean;
}

/** The part of the deliveries that one lane works on. */
interface Share {
  readonly where: string;
  readonly names: readonly string[];
}

/**
 * Brings facts to their listeners, fires timers and runs errands, each lane by itself. Every API process runs one; they
 * share the work by row locks and leases, so a crashed process's work is taken over when its lease ends.
 */
export class Courier {
  private readonly listeners: ReadonlyMap<string, Listener>;
  private readonly timers: ReadonlyMap<string, TimerHandler>;
  private readonly lanes: readonly Stop[];

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
    listeners: readonly Listener[],
    timers: readonly TimerHandler[],
    errands: readonly Errands[] = [],
  ) {
    this.listeners = new Map(listeners.map((listener) => [listener.name, listener]));
    this.timers = new Map(timers.map((timer) => [timer.kind, timer]));
    const failed = (error: unknown): void => log.error({ err: error }, "The courier could not work; it tries again.");
    const heard = groupBy(listeners, (listener) => listener.lane ?? WORK);
    const names = new Set([WORK, ...heard.keys()]);
    this.lanes = [
      ...[...names].map((name) => this.hearing(name, heard.get(name) ?? [], failed)),
      ...errands.map((some) => ({
        lane: new ErrandLane(some, failed),
        concerns: ({ tables }: Moved) => (some.wokenBy ?? []).some((table) => tables.has(table)),
      })),
    ];
  }

  private hearing(name: string, listeners: readonly Listener[], failed: (error: unknown) => void): Stop {
    return {
      lane: new RoundLane(() => this.round(name, listeners), failed),
      concerns: (moved) => listeners.some((listener) => moved.listeners.has(listener.name)),
    };
  }

  start(): void {
    for (const { lane } of this.lanes) lane.start();
  }

  /** Tells the lanes that a transaction concerns, or all, that there may be something to do. Cheap; may be called from anywhere. */
  nudge(moved?: Moved): void {
    for (const { lane, concerns } of this.lanes) if (!moved || concerns(moved)) lane.nudge();
  }

  /** Stops after the deliveries and errands in hand. */
  async stop(): Promise<void> {
    await Promise.all(this.lanes.map(({ lane }) => lane.stop()));
  }

  /** Works in every lane until nothing is due; returns how much was done. Tests call it instead of waiting. */
  async drain(): Promise<number> {
    let total = 0;
    for (;;) {
      let done = 0;
      for (const { lane } of this.lanes) done += await lane.round();
      if (done === 0) return total;
      total += done;
    }
  }

  /** One round of a lane that hears facts; the first of them fires the timers as well. */
  private async round(name: string, listeners: readonly Listener[]): Promise<number> {
    if (name === WORK) return (await this.deliverDue(this.withoutLane(), BATCH)) + (await this.fireDue());
    const names = listeners.map((listener) => listener.name);
    const theirs = { where: `d.listener IN (${marks(names)})`, names };
    return this.deliverDue(theirs, name === OUTSIDE ? 1 : BATCH);
  }

  /** What no other lane hears: also the deliveries of listeners that are no longer there. */
  private withoutLane(): Share {
    const names = [...this.listeners.values()].flatMap(({ name, lane }) => ((lane ?? WORK) === WORK ? [] : [name]));
    return names.length > 0 ? { where: `d.listener NOT IN (${marks(names)})`, names } : { where: "1 = 1", names };
  }

  /** Hears what is due. What was heard is marked together: a process that dies before leaves it to be heard again. */
  private async deliverDue(share: Share, most: number): Promise<number> {
    const claimed = await this.claimDeliveries(share, most);
    const facts = await this.factsOf(claimed);
    const heard: DeliveryRow[] = [];
    for (const delivery of claimed) {
      const failure = await this.tryToHear(delivery, facts.get(delivery.factSeq));
      if (failure === null) heard.push(delivery);
      else await this.keepFailure(delivery, failure);
    }
    if (heard.length > 0) await this.work.run(SYSTEM, (tx) => markHeard(tx, heard));
    return claimed.length;
  }

  /** Leases due rows: the oldest of each listener and stream only, so a stream's facts are heard in order. */
  private async claimDeliveries({ where, names }: Share, most: number): Promise<DeliveryRow[]> {
    const due = await this.database.read.query<{ id: string }>(
      `SELECT d.id FROM deliveries d WHERE d.state = 'PENDING' AND d.nextAt <= ? AND ${where} AND NOT EXISTS (
         SELECT 1 FROM deliveries e WHERE e.listener = d.listener AND e.stream = d.stream AND e.state = 'PENDING'
           AND e.factSeq < d.factSeq) ORDER BY d.nextAt, d.factSeq LIMIT ${most}`,
      [this.clock.now(), ...names],
    );
    if (due.length === 0) return [];
    return this.work.run(SYSTEM, (tx) =>
      leaseDeliveries(
        tx,
        due.map(({ id }) => id),
      ),
    );
  }

  private async factsOf(deliveries: readonly DeliveryRow[]): Promise<ReadonlyMap<number, RecordedFact>> {
    if (deliveries.length === 0) return new Map();
    const wanted = [...new Set(deliveries.map(({ factSeq }) => factSeq))];
    const rows = await this.database.read.rows(FactRow, `WHERE t.seq IN (${marks(wanted)})`, wanted);
    return new Map(rows.map((row) => [row.seq, row as unknown as RecordedFact]));
  }

  private async tryToHear(delivery: DeliveryRow, fact: RecordedFact | undefined): Promise<string | null> {
    try {
      const listener = this.listeners.get(delivery.listener);
      if (!fact || !listener) throw new Error(`Nobody hears ${delivery.listener} or fact ${delivery.factSeq} is gone.`);
      await listener.hear(fact);
      return null;
    } catch (error) {
      this.log.warn({ err: error, listener: delivery.listener, factSeq: delivery.factSeq }, "A delivery failed.");
      return describe(error);
    }
  }

  /** Guarded by the lease, as all that is told of a delivery. */
  private async keepFailure({ id, attempts }: DeliveryRow, failure: string): Promise<void> {
    const outcome = this.afterFailure(attempts, failure);
    await this.work.run(SYSTEM, (tx) => tx.tryChange(DeliveryRow, { id, state: "PENDING", attempts }, outcome));
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
