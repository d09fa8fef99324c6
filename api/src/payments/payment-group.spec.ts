import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { checkParts, type GroupPart, groupLife, isComplete, type PartWish, paymentGroupLife } from "./payment-group.js";

const part = (tender: PartWish["tender"], amount: number): PartWish => ({ tender, amount: fen(amount) });
const OPEN = fen(4_000);

describe("the parts of a combined payment", () => {
  it("sum to what is open or less", () => {
    const parts = [part("CREDIT", 500), part("TEST_CHANNEL", 2_500), part("BANK_TRANSFER", 1_000)];
    expect(checkParts(parts, OPEN)).toBe(4_000);
    expect(checkParts([part("BANK_TRANSFER", 1)], OPEN)).toBe(1);
  });

  it.each([
    ["none", []],
    ["credit alone", [part("CREDIT", 100)]],
    ["one way twice", [part("BANK_TRANSFER", 100), part("BANK_TRANSFER", 100)]],
    ["cash, which nobody pays from afar", [part("CASH", 100)]],
    ["a part of nothing", [part("BANK_TRANSFER", 0), part("TEST_CHANNEL", 1)]],
    ["a part below nothing", [part("BANK_TRANSFER", -1), part("TEST_CHANNEL", 2)]],
    ["more than is open", [part("BANK_TRANSFER", 4_000), part("TEST_CHANNEL", 1)]],
  ] as const)("are not %s", (_, parts) => {
    expect(() => checkParts(parts, OPEN)).toThrow();
  });

  it("wait as long as their slowest way", () => {
    expect(groupLife([part("CREDIT", 1), part("TEST_CHANNEL", 1)])).toBe(30 * 60_000);
    expect(groupLife([part("BANK_TRANSFER", 1), part("TEST_CHANNEL", 1)])).toBe(72 * 3_600_000);
  });
});

describe("a combined payment", () => {
  const got = (
    tender: GroupPart["tender"],
    amount: number,
    state: GroupPart["state"],
    received = amount,
  ): GroupPart => ({
    tender,
    amount: fen(amount),
    state,
    received: state === "SUCCEEDED" || state === "CONFIRMED" ? fen(received) : null,
  });
  const held = got("CREDIT", 500, "HELD");

  it("takes its credit when the other parts came, also when one came short", () => {
    expect(
      isComplete([held, got("TEST_CHANNEL", 2_500, "SUCCEEDED"), got("BANK_TRANSFER", 1_000, "CONFIRMED", 900)], OPEN),
    ).toBe(true);
  });

  it("waits while a part is missing", () => {
    expect(
      isComplete([held, got("TEST_CHANNEL", 2_500, "SUCCEEDED"), got("BANK_TRANSFER", 1_000, "SLIP_UPLOADED")], OPEN),
    ).toBe(false);
  });

  it("does not wait for a try that failed and was made anew", () => {
    expect(
      isComplete([held, got("TEST_CHANNEL", 3_500, "FAILED"), got("TEST_CHANNEL", 3_500, "SUCCEEDED")], OPEN),
    ).toBe(true);
  });

  it("ends once: what is done is not released, nor the other way round", () => {
    expect(() => paymentGroupLife.after("DONE", "RELEASE")).toThrow();
    expect(() => paymentGroupLife.after("RELEASED", "FINISH")).toThrow();
  });
});
