import { describe, expect, it, vi } from "vitest";
import type { Stream } from "../kernel/fact.js";
import type { Database } from "./database.js";
import { eventsOf, Live, type StreamMoved } from "./live.js";
import { makeLog } from "./log.js";

/** Live over a table of last numbers that the test moves by hand. */
function aLive(last: Record<Stream, number> = {}) {
  const query = async (_text: string, streams: readonly Stream[]) =>
    streams.flatMap((stream) => (last[stream] === undefined ? [] : [{ stream, lastSeq: last[stream] }]));
  const live = new Live({ read: { query } } as unknown as Database, undefined, makeLog("silent"));
  const commit = (stream: Stream, seq: number): void => {
    last[stream] = seq;
    live.committed(new Map([[stream, seq]]));
  };
  return { live, commit };
}

const tell = async (moved: StreamMoved): Promise<number | null> => moved.seq;

describe("a watch", () => {
  it("begins at once when it is behind, and waits when it is not", async () => {
    const { live, commit } = aLive({ "order:a": 5 });
    expect(await live.watch(["order:a"], 3).next()).toEqual({ done: false, value: { stream: "order:a", seq: 5 } });
    const level = live.watch(["order:a"], 5);
    const next = level.next();
    await vi.waitFor(() => expect(live.size).toBe(2));
    commit("order:a", 6);
    expect(await next).toEqual({ done: false, value: { stream: "order:a", seq: 6 } });
  });

  it("from the start tells at once how a stream stands that nothing has moved yet", async () => {
    const { live } = aLive();
    expect(await live.watch(["account:a"], -1).next()).toEqual({ done: false, value: { stream: "account:a", seq: 0 } });
  });

  it("tells a slow reader the newest number only, and never an older one after a newer", async () => {
    const { live, commit } = aLive({ "order:a": 1 });
    const watch = live.watch(["order:a"], 0);
    for (const seq of [2, 3, 4]) commit("order:a", seq);
    live.committed(new Map([["order:a", 2]]));
    expect((await watch.next()).value).toEqual({ stream: "order:a", seq: 4 });
  });

  it("can be ended while it waits, and leaves nothing behind", async () => {
    const { live } = aLive();
    const watch = live.watch(["order:a", "order:b"], null);
    const waiting = watch.next();
    expect(live.size).toBe(2);
    await watch.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(live.size).toBe(0);
  });

  it("ends with the process", async () => {
    const { live } = aLive();
    const waiting = live.watch(["order:a"], null).next();
    live.stop();
    expect((await waiting).done).toBe(true);
    expect(live.size).toBe(0);
  });

  it("tells its reader when the table can't be read", async () => {
    const broken = { read: { query: () => Promise.reject(new Error("gone")) } } as unknown as Database;
    const live = new Live(broken, undefined, makeLog("silent"));
    await expect(live.watch(["order:a"], null).next()).rejects.toThrow("gone");
    expect(live.size).toBe(0);
  });
});

describe("the events of a watch", () => {
  it("end when the maker says so, which ends the watch", async () => {
    const { live } = aLive({ "order:a": 2 });
    const events = eventsOf(live.watch(["order:a"], 1), async () => null);
    expect((await events.next()).done).toBe(true);
    expect(live.size).toBe(0);
  });

  it("end when making one fails, which the reader is told", async () => {
    const { live } = aLive({ "order:a": 2 });
    const events = eventsOf(live.watch(["order:a"], 1), () => Promise.reject(new Error("broken")));
    await expect(events.next()).rejects.toThrow("broken");
    expect(live.size).toBe(0);
  });

  it("rest between each other and then tell all that moved by one event", async () => {
    vi.useFakeTimers();
    const { live, commit } = aLive({ "staff:queues": 1 });
    const events = eventsOf(live.watch(["staff:queues"], 0), tell, 500);
    expect((await events.next()).value).toBe(1);
    const heard: unknown[] = [];
    const next = events.next().then(({ value }) => heard.push(value));
    for (const seq of [2, 3, 4]) commit("staff:queues", seq);
    await vi.advanceTimersByTimeAsync(499);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await next;
    expect(heard).toEqual([4]);
    vi.useRealTimers();
  });
});
