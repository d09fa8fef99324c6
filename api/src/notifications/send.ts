import { DAY, HOUR, MINUTE, SECOND } from "../kernel/clock.js";
import { stateTable } from "../kernel/state-table.js";
import type { Manner } from "./manner.js";
import type { NoticeChannel } from "./notice.js";

export const sendStates = ["QUEUED", "SENT", "DELIVERED", "FAILED", "SUPPRESSED"] as const;
export type SendState = (typeof sendStates)[number];
export type SendVerb = "SEND" | "CONFIRM" | "FAIL" | "SUPPRESS" | "RENEW" | "RETRY";

/** A message's life. RETRY is staff's; the rest is the platform's. */
export const sendTable = stateTable<SendState, SendVerb>("notice send", "QUEUED", {
  QUEUED: { SEND: "SENT", FAIL: "FAILED", SUPPRESS: "SUPPRESSED" },
  SENT: { CONFIRM: "DELIVERED", FAIL: "FAILED", RENEW: "QUEUED" },
  DELIVERED: {},
  FAILED: { RETRY: "QUEUED" },
  SUPPRESSED: {},
});

/** What a channel's refusal asks of us. The first are WeChat's words; ADDRESS is a mailbox that does not exist. */
export const sendVerdicts = [
  "BUSY",
  "TOKEN",
  "CONFIGURATION",
  "UNKNOWN_OPENID",
  "NOT_FOLLOWER",
  "BLOCKED",
  "NO_QUOTA",
  "PARAMETER",
  "DAILY_QUOTA",
  "TOO_FAST",
  "WINDOW_OVER",
  "OAUTH_CODE",
  "UNKNOWN",
  "ADDRESS",
] as const;
export type SendVerdict = (typeof sendVerdicts)[number];

/** Why a message waits or was not sent. */
export const sendReasons = [
  "QUIET_HOURS",
  "COLLAPSED",
  "DAILY_QUOTA",
  "SWITCHED_OFF",
  "NO_ADDRESS",
  "CHANNEL_STOPPED",
  "OVERTAKEN",
  "NOT_FOLLOWING",
] as const;
export type SendReason = (typeof sendReasons)[number];

/** After so many tries a channel that stays busy is given up. */
export const MAX_TRIES = 8;
/**
 * The pause doubles from try to try. WeChat is given two minutes in all, well within the ten in which it knows a repeat
 * by its id; what comes after it in the chain half an hour, because a mail server may be started anew.
 */
const firstPauseMs: Readonly<Record<NoticeChannel, number>> = { WECHAT: SECOND, SMS: 15 * SECOND, EMAIL: 15 * SECOND };
const TOO_FAST_PAUSE_MS = 3 * SECOND;
/** Longer than any channel is waited for, so that nobody takes a message over that is still being sent. */
export const LEASE_MS = 40 * SECOND;

export type Consequence = "CHANNEL_STOPS" | "ADDRESS_INVALID" | "NOT_FOLLOWING" | "ALARM";

/** What becomes of a message that its channel did not take: tried again at an instant, or given up for the next way. */
export type Outcome =
  | { readonly again: number; readonly reason: SendReason | null }
  | { readonly givenUp: true; readonly consequence: Consequence | null };

const givenUp = (consequence: Consequence | null = null): Outcome => ({ givenUp: true, consequence });

/** One try that its channel did not take. */
export interface Refused {
  readonly channel: NoticeChannel;
  readonly verdict: SendVerdict;
  /** How often it was tried, this time included. */
  readonly attempts: number;
}

/** Decides by the channel's verdict, how often it was tried and how the notice is told. */
export function outcomeOf({ channel, verdict, attempts }: Refused, manner: Manner, now: number): Outcome {
  const after = (pauseMs: number): Outcome =>
    attempts < MAX_TRIES ? later(now + backOffMs(attempts, pauseMs)) : givenUp();
  const later = (at: number): Outcome => {
    const again = allowedAt(manner, at);
    return { again, reason: again > at ? "QUIET_HOURS" : null };
  };
  switch (verdict) {
    case "CONFIGURATION":
      return givenUp("CHANNEL_STOPS");
    case "UNKNOWN_OPENID":
      return givenUp("ADDRESS_INVALID");
    case "NOT_FOLLOWER":
    case "BLOCKED":
      return givenUp("NOT_FOLLOWING");
    case "PARAMETER":
      return givenUp("ALARM");
    case "DAILY_QUOTA":
      // What has another way takes it: a day later most news is no news.
      return manner.reach === "QUIET" ? { again: morningAfter(now), reason: "DAILY_QUOTA" } : givenUp();
    case "BUSY":
    case "TOKEN":
    case "UNKNOWN":
      return after(firstPauseMs[channel]);
    case "TOO_FAST":
      return after(TOO_FAST_PAUSE_MS);
    case "NO_QUOTA":
    case "WINDOW_OVER":
    case "OAUTH_CODE":
    case "ADDRESS":
      return givenUp();
  }
}

/** 1, 2, 4 … times the first pause. */
export function backOffMs(attempts: number, firstMs: number): number {
  return firstMs * 2 ** (attempts - 1);
}

/** In Shanghai; its zone has no daylight saving. */
const OFFSET = 8 * HOUR;
const MORNING = 8 * HOUR;
const NIGHT = 22 * HOUR;
const timeOfDay = (at: number): number => (at + OFFSET) % DAY;

/** When a message may leave that is ready `at`: reminders wait out the night, from 22:00 to 8:00 in Shanghai. */
export function allowedAt(manner: Manner, at: number): number {
  if (!manner.reminder) return at;
  const time = timeOfDay(at);
  if (time >= NIGHT) return at - time + DAY + MORNING;
  return time < MORNING ? at - time + MORNING : at;
}

/** The next day's 8:00 in Shanghai: its quotas began anew at 0:00, but what is a day old wakes nobody. */
export function morningAfter(at: number): number {
  return at - timeOfDay(at) + DAY + MORNING;
}

/** A receipt that matches nothing is kept for so long: the number it names may still be on its way to us. */
export const RECEIPT_LIFE_MS = 30 * MINUTE;

/** When a message of a group may leave, after the last one of it: at once, or when the group's rest is over. */
export function groupAllows(
  last: { readonly state: SendState; readonly sentAt: number | null; readonly nextAt: number },
  restMs: number,
  now: number,
): number {
  if (last.state === "FAILED" || last.state === "SUPPRESSED") return now;
  // One that is being tried right now counts as sent now.
  return Math.max(now, (last.sentAt ?? Math.max(now, last.nextAt)) + restMs);
}
