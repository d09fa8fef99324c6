import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../kernel/clock.js";
import { Refusal } from "../kernel/refusal.js";
import { manners } from "./manners.js";
import { allowedAt, groupAllows, MAX_TRIES, morningAfter, outcomeOf, type SendVerdict, sendTable } from "./send.js";

/** 2026-11-20 in Shanghai. */
const shanghai = (time: string): number => Date.parse(`2026-11-20T${time}:00.000+08:00`);
const NOW = shanghai("10:00");
const urgent = manners.ACCEPTANCE_DUE;
const normal = manners.PROGRESS_APPROVED;
const reminder = manners.INSTALMENT_DUE;
const byWechat = (verdict: SendVerdict, attempts = 1, manner = normal) =>
  outcomeOf({ channel: "WECHAT", verdict, attempts }, manner, NOW);

describe("a message's life", () => {
  it("goes from queued to sent to delivered", () => {
    expect(sendTable.after("QUEUED", "SEND")).toBe("SENT");
    expect(sendTable.after("SENT", "CONFIRM")).toBe("DELIVERED");
  });

  it("ends as failed or suppressed, and staff may send a failed one again", () => {
    expect(sendTable.after("QUEUED", "FAIL")).toBe("FAILED");
    expect(sendTable.after("SENT", "FAIL")).toBe("FAILED");
    expect(sendTable.after("QUEUED", "SUPPRESS")).toBe("SUPPRESSED");
    expect(sendTable.after("FAILED", "RETRY")).toBe("QUEUED");
    expect(sendTable.after("SENT", "RENEW")).toBe("QUEUED");
  });

  it("never sends again what was delivered, or what was not to be sent", () => {
    expect(() => sendTable.after("DELIVERED", "RETRY")).toThrow(Refusal);
    expect(() => sendTable.after("SUPPRESSED", "RETRY")).toThrow(Refusal);
    expect(() => sendTable.after("SENT", "RETRY")).toThrow(Refusal);
  });
});

describe("what a refusal asks for", () => {
  it("tries a busy channel again after 1, 2, 4 … seconds, and gives it up after eight tries", () => {
    const pauses = [1, 2, 3, 4].map((attempts) => {
      const outcome = byWechat("BUSY", attempts);
      return "again" in outcome ? outcome.again - NOW : null;
    });
    expect(pauses).toEqual([1, 2, 4, 8].map((seconds) => seconds * SECOND));
    expect(byWechat("BUSY", MAX_TRIES)).toEqual({ givenUp: true, consequence: null });
  });

  it("gives a mail server half an hour", () => {
    const tries = Array.from({ length: MAX_TRIES - 1 }, (_, index) =>
      outcomeOf({ channel: "EMAIL", verdict: "BUSY", attempts: index + 1 }, normal, NOW),
    );
    const waited = tries.reduce((sum, outcome) => sum + ("again" in outcome ? outcome.again - NOW : 0), 0);
    expect(waited).toBeGreaterThan(30 * MINUTE);
  });

  it("draws the consequence that the channel's word has", () => {
    const consequences = {
      CONFIGURATION: "CHANNEL_STOPS",
      UNKNOWN_OPENID: "ADDRESS_INVALID",
      NOT_FOLLOWER: "NOT_FOLLOWING",
      BLOCKED: "NOT_FOLLOWING",
      PARAMETER: "ALARM",
      NO_QUOTA: null,
      ADDRESS: null,
    } as const;
    for (const [verdict, consequence] of Object.entries(consequences)) {
      expect(byWechat(verdict as SendVerdict)).toEqual({ givenUp: true, consequence });
    }
  });

  it("lets what is quiet wait for the next day's quota, and sends the rest by the next way", () => {
    expect(byWechat("DAILY_QUOTA", 1, manners.WORK_STARTED)).toEqual({
      again: shanghai("08:00") + DAY,
      reason: "DAILY_QUOTA",
    });
    expect(byWechat("DAILY_QUOTA")).toEqual({ givenUp: true, consequence: null });
    expect(byWechat("DAILY_QUOTA", 1, urgent)).toEqual({ givenUp: true, consequence: null });
  });
});

describe("the night in Shanghai", () => {
  it("is not broken by a second try of a reminder", () => {
    const again = (verdict: SendVerdict, now: number) =>
      outcomeOf({ channel: "SMS", verdict, attempts: 1 }, reminder, now);
    const morning = { again: shanghai("08:00") + DAY, reason: "QUIET_HOURS" };
    expect(again("BUSY", shanghai("21:59") + 50 * SECOND)).toEqual(morning);
    expect(again("TOO_FAST", shanghai("23:00"))).toEqual(morning);
    expect(again("BUSY", shanghai("21:00"))).toEqual({ again: shanghai("21:00") + 15 * SECOND, reason: null });
  });

  it("holds reminders from 22:00 to 8:00, to the minute", () => {
    const morning = shanghai("08:00");
    expect(allowedAt(reminder, shanghai("21:59"))).toBe(shanghai("21:59"));
    expect(allowedAt(reminder, shanghai("22:00"))).toBe(morning + DAY);
    expect(allowedAt(reminder, shanghai("23:59"))).toBe(morning + DAY);
    expect(allowedAt(reminder, shanghai("00:00"))).toBe(morning);
    expect(allowedAt(reminder, shanghai("07:59"))).toBe(morning);
    expect(allowedAt(reminder, morning)).toBe(morning);
  });

  it("holds nothing that somebody just did", () => {
    expect(allowedAt(urgent, shanghai("03:00"))).toBe(shanghai("03:00"));
  });

  it("ends the quota's day at 0:00, and what waited for it leaves in the morning", () => {
    expect(morningAfter(shanghai("00:00"))).toBe(shanghai("08:00") + DAY);
    expect(morningAfter(shanghai("23:59"))).toBe(shanghai("08:00") + DAY);
  });
});

describe("a group's rest", () => {
  const last = { state: "SENT" as const, sentAt: NOW - 4 * MINUTE, nextAt: 0 };

  it("is counted from when the last one left", () => {
    expect(groupAllows(last, 10 * MINUTE, NOW)).toBe(NOW + 6 * MINUTE);
    expect(groupAllows({ ...last, sentAt: NOW - HOUR }, 10 * MINUTE, NOW)).toBe(NOW);
  });

  it("does not hang on one that never left", () => {
    expect(groupAllows({ ...last, state: "FAILED", sentAt: null }, 10 * MINUTE, NOW)).toBe(NOW);
  });

  it("takes one that is being tried for one that leaves now", () => {
    expect(groupAllows({ ...last, state: "QUEUED", sentAt: null }, 10 * MINUTE, NOW)).toBe(NOW + 10 * MINUTE);
  });
});
