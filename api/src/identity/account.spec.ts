import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../kernel/clock.js";
import { checkPassword, cleanLogin, cleanPhone, cleanReason, cleanText, sessionLives } from "./account.js";
import { commonPasswords } from "./common-passwords.js";

describe("accounts", () => {
  it("treat addresses alike whatever their case, and refuse what is none", () => {
    expect(cleanLogin("  Lin@Example.COM ")).toBe("lin@example.com");
    for (const login of ["", "lin", "lin@", "a b@c.cn", "<x>@c.cn", `${"a".repeat(100)}@b.cn`]) {
      expect(() => cleanLogin(login)).toThrow();
    }
  });

  it("refuse weak passwords: short, long, common, or the login itself", () => {
    const weak = ["short", "x".repeat(129), "password123", "88888888", "lin@example.com", "19901001"];
    for (const password of weak) expect(() => checkPassword(password, "lin@example.com", commonPasswords)).toThrow();
    expect(() => checkPassword("竹灯笼竹灯笼🎋", "lin@example.com", commonPasswords)).not.toThrow();
  });

  it("keep text in one form, without hidden characters", () => {
    expect(cleanText("  Cafe\u0301 ", "name", 10)).toBe("Café");
    for (const text of ["", "a\u202Eb", "a\u0000b", "\uD800", "zero\u200Bwidth", "x".repeat(11)]) {
      expect(() => cleanText(text, "name", 10)).toThrow();
    }
  });

  it("know phone numbers", () => {
    expect(cleanPhone("138-0000 0001")).toBe("13800000001");
    expect(() => cleanPhone("call me")).toThrow();
  });

  it("are turned down with a reason that is one", () => {
    expect(() => cleanReason("  ")).toThrow(expect.objectContaining({ code: "REASON_REQUIRED" }));
    expect(() => cleanReason("长".repeat(301))).toThrow(expect.objectContaining({ code: "VALIDATION" }));
    expect(cleanReason(" 执照模糊 ")).toBe("执照模糊");
  });

  it("end sessions that idle or grow old: staff within hours, customers within weeks", () => {
    const now = 100 * DAY;
    const session = (idleMs: number) => ({ lastSeenAt: now - idleMs, expiresAt: now + DAY });
    expect(sessionLives("STAFF", session(5 * HOUR), now)).toBe(false);
    expect(sessionLives("CUSTOMER", session(5 * HOUR), now)).toBe(true);
    expect(sessionLives("CUSTOMER", { lastSeenAt: now, expiresAt: now }, now)).toBe(false);
  });
});
