import { diceOf } from "./dice.js";

/** What the answer of an API call may suffer: a code instead of work, or an answer lost after the work was done. */
export const callFaults = [
  "-1",
  "40001",
  "42001",
  "40164",
  "43004",
  "43101",
  "45009",
  "45011",
  "47003",
  "48001",
  "http500",
  "http502",
  "reset",
  "hang",
  "truncated",
] as const;
/** What a template message may suffer after it was taken, told by TEMPLATESENDJOBFINISH. */
export const fateFaults = ["blocked", "systemFailed", "freqLimit"] as const;
/** What a push may suffer on its way. */
export const pushFaults = [
  "duplicate",
  "triplicate",
  "outOfOrder",
  "badSignature",
  "foreignAppid",
  "oldTimestamp",
  "hugeBody",
  "doctype",
] as const;

export type CallFault = (typeof callFaults)[number];
export type FateFault = (typeof fateFaults)[number];
export type PushFault = (typeof pushFaults)[number];
type Fault = CallFault | FateFault | PushFault;

/** One order to misbehave: `count` times, or each time with `probability`, or once. */
export interface FaultRule {
  readonly endpoint: string;
  readonly fault: Fault;
  readonly count?: number | undefined;
  readonly probability?: number | undefined;
  readonly seed?: number | undefined;
}

interface Armed extends FaultRule {
  left: number;
  readonly throwDice: () => number;
}

/** Faults that were asked for. They end with the process, and the same rules and seed misbehave in the same places. */
export class Faults {
  private armed: Armed[] = [];

  arm(rule: FaultRule): void {
    const left = rule.count ?? (rule.probability === undefined ? 1 : Number.POSITIVE_INFINITY);
    this.armed.push({ ...rule, left, throwDice: diceOf(rule.seed ?? 1) });
  }

  clear(): void {
    this.armed = [];
  }

  /** What is still to come; `count` null goes on until it is cleared. */
  list(): { endpoint: string; fault: string; count: number | null; probability: number | null }[] {
    return this.armed.map(({ endpoint, fault, left, probability }) => ({
      endpoint,
      fault,
      count: Number.isFinite(left) ? left : null,
      probability: probability ?? null,
    }));
  }

  /** The fault this use of `endpoint` meets, if any; it is used up by being told. */
  take(endpoint: string): Fault | null {
    for (const rule of this.armed) {
      if (rule.endpoint !== endpoint && rule.endpoint !== "*") continue;
      if (rule.endpoint === "*" && endpoint === "push") continue;
      if (rule.probability !== undefined && rule.throwDice() >= rule.probability) continue;
      rule.left -= 1;
      if (rule.left <= 0) this.armed = this.armed.filter((other) => other !== rule);
      return rule.fault;
    }
    return null;
  }
}
