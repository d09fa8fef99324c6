import { setMaxListeners } from "node:events";
import type { Background } from "../kernel/background.js";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";
import { type Faults, type PushFault, pushFaults } from "../kernel/faults.js";
import type { Journal, Line } from "../kernel/journal.js";
import type { Pace } from "../kernel/pace.js";
import { type Outcome, send } from "../kernel/post.js";
import type { Account } from "./account.js";
import { type Chats, UNAVAILABLE } from "./chats.js";
import { letterOf, type Seals, verificationOf } from "./envelope.js";
import { type Answer, readReply } from "./reply.js";
import { sayReply } from "./say-reply.js";

const DELIVERIES = 3;

/** Something the account's server is told. `shown`: the person sees the reply, or the line that there was none. */
export interface Push {
  readonly phoneId: number;
  readonly openid: string;
  readonly title: string;
  readonly xml: string;
  readonly shown: boolean;
}

interface PushRow {
  id: number;
  phone_id: number;
  openid: string;
  title: string;
  xml: string;
  shown: number;
}

/** What the pusher works with. */
export interface PusherParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly pace: Pace;
  readonly background: Background;
  readonly account: Account;
  readonly chats: Chats;
  readonly callback: string;
}

/**
 * Brings pushes to the callback: within five seconds each, up to three deliveries of the same body while the server is
 * silent or broken. Pushes of one phone set out in order, without waiting for replies; phones don't wait for each other.
 */
export class Pusher {
  /** By phone: resolves when its last push has been handed over. */
  private readonly lanes = new Map<number, Promise<void>>();
  /** Pushes held back until the next one of their phone has been handed over. */
  private readonly overtakers = new Map<number, () => void>();
  private readonly ending = new AbortController();

  constructor(private readonly parts: PusherParts) {
    setMaxListeners(0, this.ending.signal);
  }

  /** Keeps the push, so that it is brought after a restart as well, and sets it on its way. */
  push(push: Push): void {
    const id = this.parts.database.insert(
      "INSERT INTO pushes (phone_id, openid, title, xml, shown, done) VALUES (?, ?, ?, ?, ?, 0)",
      push.phoneId,
      push.openid,
      push.title,
      push.xml,
      push.shown ? 1 : 0,
    );
    this.start(id, push);
  }

  /** Goes on with what a stopped process left undone. */
  resume(): void {
    const open = this.parts.database.rows<PushRow>("SELECT * FROM pushes WHERE done = 0 ORDER BY id");
    for (const row of open) this.start(row.id, toPush(row));
  }

  /** Sends an old push again: the same body and MsgId under a fresh signature. False when it is unknown. */
  replay(pushId: number): boolean {
    const row = this.parts.database.rows<PushRow>("SELECT * FROM pushes WHERE id = ?", pushId)[0];
    if (row) this.start(row.id, toPush(row));
    return row !== undefined;
  }

  /** What the console does when an address is saved: GET with echostr. Null when it came back, else the problem. */
  async verify(): Promise<string | null> {
    const { callback, clock, account, pace } = this.parts;
    const { url, echostr } = verificationOf(callback, account.token, clock.stampSeconds());
    const outcome = await send({ method: "GET", url, cutMs: pace.cutMs, signal: this.ending.signal });
    if (outcome.kind === "silent") return outcome.reason;
    if (outcome.status !== 200) return `HTTP ${outcome.status}`;
    return outcome.body === echostr ? null : "echostr did not come back as it was";
  }

  /** Cuts what is on its way; it is brought again after the next start. */
  close(): void {
    this.ending.abort();
  }

  private closed(): boolean {
    return this.ending.signal.aborted;
  }

  private start(id: number, push: Push): void {
    const drawn = this.parts.faults.take("push");
    const fault = isPushFault(drawn) ? drawn : null;
    const before = this.lanes.get(push.phoneId) ?? Promise.resolve();
    const handedOver = promise();
    const overtaken = promise();
    const held = fault === "outOfOrder" ? this.held(overtaken) : null;
    const work = (async () => {
      await Promise.all([before, this.parts.pace.beforePush()]);
      if (held) {
        handedOver.resolve();
        await held;
      }
      if (!this.closed()) await this.bring(id, push, fault, handedOver.resolve);
      handedOver.resolve();
    })();
    this.lanes.set(push.phoneId, handedOver.promise);
    this.overtake(push.phoneId, handedOver.promise);
    if (held) this.overtakers.set(push.phoneId, overtaken.resolve);
    this.parts.background.start(work);
  }

  private overtake(phoneId: number, handedOver: Promise<void>): void {
    const release = this.overtakers.get(phoneId);
    if (!release) return;
    this.overtakers.delete(phoneId);
    this.parts.background.start(handedOver.then(release));
  }

  private held(overtaken: Signal): Promise<void> {
    return Promise.race([overtaken.promise, this.parts.pace.wait(this.parts.pace.heldBackMs)]);
  }

  private async bring(id: number, push: Push, fault: PushFault | null, handedOver: () => void): Promise<void> {
    const copies = fault === "triplicate" ? 3 : 1;
    const answers = await Promise.all(Array.from({ length: copies }, () => this.deliver(id, push, fault, handedOver)));
    if (fault === "duplicate") await this.attempt(id, push, null, 1, handedOver);
    if (this.closed()) return;
    const known = this.parts.database.run("UPDATE pushes SET done = 1 WHERE id = ?", id) === 1;
    if (!known || !push.shown) return;
    const answer = answers.find((one) => one?.ok) ?? answers[0] ?? null;
    if (answer?.ok) sayReply(this.parts.chats, push.phoneId, answer);
    else this.parts.chats.say(push.phoneId, { from: "system", kind: "text", text: UNAVAILABLE });
  }

  /** Null when all deliveries stayed without an answer. */
  private async deliver(
    id: number,
    push: Push,
    fault: PushFault | null,
    handedOver: () => void,
  ): Promise<Answer | null> {
    for (let delivery = 1; delivery <= DELIVERIES && !this.closed(); delivery += 1) {
      const answer = await this.attempt(id, push, fault, delivery, handedOver);
      if (answer) return answer;
    }
    return null;
  }

  /** Null asks for another delivery: silence, or a server that says it is broken. */
  private async attempt(
    id: number,
    push: Push,
    fault: PushFault | null,
    delivery: number,
    handedOver: () => void,
  ): Promise<Answer | null> {
    const { callback, clock, journal, pace } = this.parts;
    const seals = this.seals();
    const letter = letterOf(callback, seals, { ...push, atSeconds: clock.stampSeconds() }, fault);
    const line = { phoneId: push.phoneId, pushId: id, title: push.title };
    journal.write({
      ...line,
      direction: "push",
      body: push.xml,
      wire: seals.mode === "plain" ? undefined : letter.body.slice(0, 4_096),
      verdict: fault ?? (delivery > 1 ? `delivery ${delivery} of ${DELIVERIES}` : undefined),
    });
    const outcome = await send({
      method: "POST",
      url: letter.url,
      body: letter.body,
      cutMs: pace.cutMs,
      signal: this.ending.signal,
      onHandedOver: handedOver,
    });
    const answer = answerOf(outcome, { ...seals, openid: push.openid });
    if (!this.closed()) journal.write({ ...line, direction: "reply", ...told(outcome, answer) });
    return answer;
  }

  private seals(): Seals {
    const { account } = this.parts;
    return {
      mode: account.mode,
      token: account.token,
      appid: account.appid,
      aesKey: account.aesKey,
      account: account.originalId,
    };
  }
}

function answerOf(outcome: Outcome, expected: Seals & { openid: string }): Answer | null {
  if (outcome.kind === "silent" || outcome.status >= 500) return null;
  if (outcome.status !== 200) return { ok: false, problem: `HTTP ${outcome.status}` };
  return readReply(outcome.body, expected);
}

function told(outcome: Outcome, answer: Answer | null): Pick<Line, "ms" | "status" | "body" | "wire" | "verdict"> {
  if (outcome.kind === "silent") return { ms: outcome.ms, body: "", verdict: outcome.reason };
  const { ms, status, body } = outcome;
  if (!answer?.ok) return { ms, status, body, verdict: answer?.problem ?? `HTTP ${status}` };
  const wire = answer.xml === body ? undefined : body;
  return { ms, status, body: answer.xml, wire, verdict: answer.reply.kind };
}

function toPush(row: PushRow): Push {
  return { phoneId: row.phone_id, openid: row.openid, title: row.title, xml: row.xml, shown: row.shown === 1 };
}

function isPushFault(fault: string | null): fault is PushFault {
  return fault !== null && (pushFaults as readonly string[]).includes(fault);
}

interface Signal {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function promise(): Signal {
  let resolve = (): void => undefined;
  const made = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise: made, resolve };
}
