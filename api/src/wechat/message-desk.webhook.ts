import { SECOND } from "../kernel/clock.js";
import type { Platform } from "../platform/platform.js";
import { sendCustomText } from "./account.client.js";
import type { Answer, InboundMessage, Reply } from "./answering.js";
import { giveUpWaiting } from "./give-up-waiting.flow.js";
import { inboundByKey } from "./inbound.store.js";
import { receiveMessage } from "./receive-message.flow.js";
import { HANDED_OVER } from "./replies.js";
import { failMessage, settleMessage } from "./settle-message.flow.js";

/** WeChat hangs up after five seconds; one is for the way and for writing down that we are late. */
const ANSWER_WITHIN_MS = 4 * SECOND;
const POLL_MS = 100;
/** How much longer somebody waits for another's work than who works: a push still open then has nobody. */
const AFTER_MS = 200;

/** Instead of WeChat's own "暂时无法提供服务" when our work failed. */
const SORRY: Reply = { kind: "text", text: "系统繁忙，请稍后再试。" };

/** Who makes the answers, and how long WeChat is kept waiting for one. */
export interface Answering {
  readonly answer: (platform: Platform, message: InboundMessage) => Promise<Answer>;
  readonly withinMs?: number;
}

/** What a delivery is told: a reply, nothing (`null`), or FAILED, so that it is delivered again. */
export type Outcome = Reply | null | "FAILED";

/**
 * Sees that each push is worked on once and that every delivery of it is told the same. One that takes too long is told
 * nothing now and the answer follows as a message of its own.
 */
export class MessageDesk {
  private readonly working = new Set<Promise<unknown>>();
  private readonly withinMs: number;

  constructor(
    private readonly platform: Platform,
    private readonly answering: Answering,
  ) {
    this.withinMs = answering.withinMs ?? ANSWER_WITHIN_MS;
  }

  /** Resolves in time for WeChat, whatever the work does. */
  async reply(dedupeKey: string, message: InboundMessage): Promise<Outcome> {
    const from = performance.now();
    try {
      const received = await receiveMessage(this.platform, dedupeKey, message);
      if (received.state === "DONE") return received.reply;
      const until = from + this.withinMs + (received.state === "MINE" ? 0 : AFTER_MS);
      const work = received.state === "MINE" ? this.work(dedupeKey, message) : this.watch(dedupeKey, message, until);
      const outcome = await inTime(work, until - performance.now());
      if (outcome !== LATE) return outcome;
      const given = await giveUpWaiting(this.platform, dedupeKey);
      if (!given.late) return given.reply;
      // Who works gives up before those who wait: a push still unanswered then was left by a process that died.
      if (received.state === "WORKING") void this.work(dedupeKey, message);
      return null;
    } catch (error) {
      this.platform.log.error(
        { err: error, type: message.event ?? message.type },
        "A WeChat message was not answered.",
      );
      return sorry(message);
    }
  }

  /** Resolves when no work is in hand any more; for stopping in order. */
  async idle(): Promise<void> {
    while (this.working.size > 0) await Promise.allSettled(this.working);
  }

  private work(dedupeKey: string, message: InboundMessage): Promise<Outcome> {
    return this.inHand(this.workOn(dedupeKey, message));
  }

  private inHand<Result>(work: Promise<Result>): Promise<Result> {
    this.working.add(work);
    void work.catch(() => undefined).finally(() => this.working.delete(work));
    return work;
  }

  private async workOn(dedupeKey: string, message: InboundMessage): Promise<Outcome> {
    try {
      const answer = await this.answering.answer(this.platform, message);
      await settleMessage(this.platform, dedupeKey, answer);
      // WeChat shows nothing when a person takes over: without a word it looks as if nobody had read it.
      if (answer.reply?.kind === "transfer") void this.inHand(this.tell(message.openid, HANDED_OVER));
      return answer.reply;
    } catch (error) {
      const type = message.event ?? message.type;
      this.platform.log.error({ err: error, type }, "Answering a WeChat message failed.");
      const outcome = sorry(message);
      await failMessage(this.platform, dedupeKey, outcome === "FAILED" ? null : outcome);
      return outcome;
    }
  }

  private async tell(openid: string, text: string): Promise<void> {
    const told = await sendCustomText(this.platform, openid, text);
    if (!told.ok) this.platform.log.warn({ errcode: told.errcode }, "A hand-over could not be told in the chat.");
  }

  /** What another delivery's work, here or in another process, comes to. */
  private async watch(dedupeKey: string, message: InboundMessage, until: number): Promise<Outcome> {
    while (performance.now() < until) {
      await new Promise((done) => setTimeout(done, POLL_MS));
      const row = await inboundByKey(this.platform.database.read, dedupeKey);
      if (row?.state === "ANSWERED") return row.reply;
      if (row?.state === "LATE") return null;
      if (row?.state === "FAILED") return sorry(message);
    }
    return new Promise(() => undefined); // the caller's own time is up as well
  }
}

/** A person is told in words; an event whose effect matters is asked for again. */
const sorry = (message: InboundMessage): Outcome =>
  message.type === "event" && message.event !== "CLICK" ? "FAILED" : SORRY;

const LATE = Symbol("late");

async function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((done) => {
    timer = setTimeout(() => done(LATE), Math.max(0, ms));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
