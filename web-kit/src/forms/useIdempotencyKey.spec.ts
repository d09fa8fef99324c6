import { renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useIdempotencyKey } from "./useIdempotencyKey";

const open = (name: string) => renderHook(() => useIdempotencyKey(name)).result.current;

describe("the idempotency key", () => {
  it("stays the same however often a person presses", () => {
    const deed = open("pay:1");
    expect(deed.key()).toBe(deed.key());
  });

  it("survives a reload before the answer came", () => {
    const before = open("pay:1").key();
    expect(open("pay:1").key()).toBe(before);
  });

  it("is another one for another thing", () => {
    expect(open("pay:1").key()).not.toBe(open("pay:2").key());
  });

  it("is a new one after the answer", () => {
    const deed = open("pay:1");
    const first = deed.key();
    deed.answered();
    expect(deed.key()).not.toBe(first);
  });

  it("works where the browser refuses to store anything", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const deed = open("pay:3");
    expect(deed.key()).toBe(deed.key());
  });
});
