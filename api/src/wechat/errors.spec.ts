import { describe, expect, it } from "vitest";
import { verdictOf, verdictOfStatus } from "./errors.js";

describe("what WeChat's codes ask us to do", () => {
  it.each([
    [-1, "BUSY"],
    [40001, "TOKEN"],
    [40014, "TOKEN"],
    [42001, "TOKEN"],
    [40013, "CONFIGURATION"],
    [40125, "CONFIGURATION"],
    [48001, "CONFIGURATION"],
    [48004, "CONFIGURATION"],
    [40164, "CONFIGURATION"],
    [40003, "UNKNOWN_OPENID"],
    [43004, "NOT_FOLLOWER"],
    [50005, "NOT_FOLLOWER"],
    [43019, "BLOCKED"],
    [48002, "BLOCKED"],
    [43101, "NO_QUOTA"],
    [40037, "PARAMETER"],
    [47003, "PARAMETER"],
    [45009, "DAILY_QUOTA"],
    [45011, "TOO_FAST"],
    [45015, "WINDOW_OVER"],
    [45047, "WINDOW_OVER"],
    [40029, "OAUTH_CODE"],
    [40163, "OAUTH_CODE"],
    [42003, "OAUTH_CODE"],
    [99999, "UNKNOWN"],
  ] as const)("%i is %s", (code, verdict) => expect(verdictOf(code)).toBe(verdict));

  it.each([
    ["success", "DELIVERED"],
    ["failed:user block", "BLOCKED"],
    ["failed: user block", "BLOCKED"],
    ["failed: system failed", "BUSY"],
    ["failed:system failed", "BUSY"],
    ["failed:freq limit", "TOO_FAST"],
    ["failed: something new", "UNKNOWN"],
    ["", "UNKNOWN"],
  ] as const)("a card that ended as %j is %s", (status, verdict) => expect(verdictOfStatus(status)).toBe(verdict));
});
