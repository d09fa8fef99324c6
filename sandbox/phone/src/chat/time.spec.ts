import { describe, expect, it } from "vitest";
import { dividerBetween, preciseText, shortTimeText, timeText } from "./time";

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at("2026-01-06T00:30:00");

describe("times between messages", () => {
  it("stand before the first message and after five quiet minutes", () => {
    expect(dividerBetween(null, now)).toBe(true);
    expect(dividerBetween(now - 4 * 60_000 - 59_999, now)).toBe(false);
    expect(dividerBetween(now - 5 * 60_000, now)).toBe(true);
  });

  it("say the day as people do, in Shanghai, whatever the computer's zone", () => {
    expect(timeText(at("2026-01-06T00:05:00"), now, "zh")).toBe("00:05");
    expect(timeText(at("2026-01-05T23:59:00"), now, "zh")).toBe("昨天 23:59");
    expect(timeText(at("2026-01-04T09:15:00"), now, "zh")).toBe("1月4日 09:15");
    expect(timeText(at("2025-11-20T10:15:00"), now, "zh")).toBe("2025年11月20日 10:15");
    expect(timeText(at("2025-11-20T10:15:00"), now, "en")).toBe("20 Nov 2025 10:15");
  });

  it("are short in the list of chats", () => {
    expect(shortTimeText(at("2026-01-05T23:59:00"), now, "en")).toBe("Yesterday");
    expect(shortTimeText(at("2026-01-04T09:15:00"), now, "zh")).toBe("1月4日");
  });

  it("show thousandths to developers", () => {
    expect(preciseText(at("2026-01-05T23:59:07.045"))).toBe("23:59:07.045");
  });
});
