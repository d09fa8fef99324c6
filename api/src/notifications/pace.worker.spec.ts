import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Pace } from "./pace.worker.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a pace of twenty in a second", () => {
  it("lets the first begin at once and a rush begin evenly, in its order", async () => {
    const pace = new Pace(20);
    const begun: number[] = [];
    const from = performance.now();
    for (let n = 0; n < 40; n += 1) void pace.turn().then(() => begun.push(n));
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual(Array.from({ length: 21 }, (_, n) => n));
    await vi.advanceTimersByTimeAsync(950);
    expect(begun).toHaveLength(40);
    expect(performance.now() - from).toBe(1_950);
  });

  it("saves nothing up while nobody comes", async () => {
    const pace = new Pace(20);
    await pace.turn();
    await vi.advanceTimersByTimeAsync(60_000);
    const begun: number[] = [];
    for (let n = 0; n < 5; n += 1) void pace.turn().then(() => begun.push(n));
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual([0]);
  });
});
