import { describe, expect, it } from "vitest";
import {
  cashierActions,
  judgeNotification,
  payerActions,
  paymentLife,
  paymentStateNames,
  transferReference,
} from "./payment.js";

describe("the life of a payment", () => {
  it.each([
    ["CREATED", "AWAIT", "PENDING"],
    ["CREATED", "SUCCEED", "SUCCEEDED"],
    ["CREATED", "FAIL", "FAILED"],
    ["CREATED", "EXPIRE", "EXPIRED"],
    ["CREATED", "QUARANTINE", "MISMATCH"],
    ["CREATED", "UPLOAD_SLIP", "SLIP_UPLOADED"],
    ["PENDING", "SUCCEED", "SUCCEEDED"],
    ["PENDING", "FAIL", "FAILED"],
    ["PENDING", "EXPIRE", "EXPIRED"],
    ["PENDING", "QUARANTINE", "MISMATCH"],
    ["SLIP_UPLOADED", "UPLOAD_SLIP", "SLIP_UPLOADED"],
    ["SLIP_UPLOADED", "CONFIRM", "CONFIRMED"],
    ["SLIP_UPLOADED", "REJECT", "REJECTED"],
    ["REJECTED", "UPLOAD_SLIP", "SLIP_UPLOADED"],
    ["REJECTED", "EXPIRE", "EXPIRED"],
    ["FAILED", "SUCCEED", "SUCCEEDED"],
    ["FAILED", "QUARANTINE", "MISMATCH"],
    ["EXPIRED", "SUCCEED", "SUCCEEDED"],
    ["EXPIRED", "QUARANTINE", "MISMATCH"],
    ["EXPIRED", "UPLOAD_SLIP", "SLIP_UPLOADED"],
  ] as const)("goes from %s by %s to %s", (state, verb, next) => {
    expect(paymentLife.after(state, verb)).toBe(next);
  });

  it.each([
    ["SUCCEEDED", "SUCCEED"],
    ["CONFIRMED", "CONFIRM"],
    ["CREATED", "CONFIRM"],
    ["REJECTED", "CONFIRM"],
    ["SUCCEEDED", "FAIL"],
    ["MISMATCH", "SUCCEED"],
  ] as const)("does not go from %s by %s", (state, verb) => {
    expect(() => paymentLife.after(state, verb)).toThrow("present state");
  });

  it("offers payers and cashiers only what the table allows", () => {
    const payer = paymentStateNames.filter((state) => payerActions({ state, tender: "BANK_TRANSFER" }).length > 0);
    expect(payer).toEqual(["CREATED", "SLIP_UPLOADED", "EXPIRED", "REJECTED"]);
    expect(payerActions({ state: "PENDING", tender: "TEST_CHANNEL" })).toEqual(["PAY"]);
    expect(payerActions({ state: "SUCCEEDED", tender: "TEST_CHANNEL" })).toEqual([]);
    expect(cashierActions({ state: "SLIP_UPLOADED", tender: "BANK_TRANSFER" })).toEqual(["CONFIRM", "REJECT"]);
    expect(cashierActions({ state: "CONFIRMED", tender: "BANK_TRANSFER" })).toEqual([]);
  });

  it("gives a transfer a reference that fits a bank's remark", () => {
    expect(transferReference("PY20261120-7K3M9Q")).toBe("KD1120-7K3M9Q");
  });
});

describe("weighing a notification", () => {
  const waiting = { id: "p1", amount: 30_000, received: null, providerTxnId: null };
  const settled = { id: "p1", amount: 30_000, received: 30_000, providerTxnId: "t1" };
  const told = { providerTxnId: "t1", amount: 30_000, currency: "CNY", outcome: "SUCCEEDED" } as const;

  it("takes the exact amount once", () => {
    expect(judgeNotification(waiting, told, null)).toBe("RECEIVED");
    expect(judgeNotification(settled, told, "p1")).toBe("REPEATED");
  });

  it("takes a second real payment of the same attempt, and its repeat not again", () => {
    const second = { ...told, providerTxnId: "t2" };
    expect(judgeNotification(settled, second, null)).toBe("RECEIVED");
    expect(judgeNotification(settled, second, "p1")).toBe("REPEATED");
  });

  it("puts another amount, another currency and a changed repeat into quarantine", () => {
    expect(judgeNotification(waiting, { ...told, amount: 1 }, null)).toBe("QUARANTINED");
    expect(judgeNotification(waiting, { ...told, currency: "USD" }, null)).toBe("QUARANTINED");
    expect(judgeNotification(settled, { ...told, amount: 1 }, "p1")).toBe("QUARANTINED");
  });

  it("puts a movement that belongs to another payment into quarantine", () => {
    expect(judgeNotification(waiting, told, "p2")).toBe("QUARANTINED");
  });

  it("believes a failure only while nothing was received", () => {
    const failed = { ...told, outcome: "FAILED" } as const;
    expect(judgeNotification(waiting, failed, null)).toBe("FAILED");
    expect(judgeNotification(settled, failed, "p1")).toBe("REPEATED");
  });
});
