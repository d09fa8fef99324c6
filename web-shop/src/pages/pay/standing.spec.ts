import { describe, expect, it } from "vitest";
import type { OrderPaymentFragment } from "../../gql/graphql";
import { standingOf } from "./standing";

type Payment = Pick<OrderPaymentFragment, "id" | "tender" | "state" | "createdAt" | "payUrl">;

/** Payments named by their hour: p9 was begun at nine. */
function aPayment(hour: number, tender: Payment["tender"], state: Payment["state"]): Payment {
  const payUrl = tender === "TEST_CHANNEL" && state !== "CREATED" ? `/pay/p${hour}` : null;
  return { id: `p${hour}`, tender, state, createdAt: `2026-11-20T0${hour}:00:00.000Z`, payUrl };
}

describe("where paying an instalment stands", () => {
  it("begins with a choice", () => {
    expect(standingOf([], undefined)).toEqual({ kind: "CHOOSE", last: undefined });
  });

  it("is the open page of the channel, where a left payment goes on", () => {
    const left = aPayment(9, "TEST_CHANNEL", "PENDING");
    expect(standingOf([left], undefined)).toEqual({ kind: "CHANNEL", payment: left, payUrl: "/pay/p9" });
  });

  it.each(["FAILED", "EXPIRED", "MISMATCH", "CREATED"] as const)("is a choice again after a %s payment", (state) => {
    const over = aPayment(9, "TEST_CHANNEL", state);
    expect(standingOf([over], undefined)).toEqual({ kind: "CHOOSE", last: over });
  });

  it.each(["CREATED", "REJECTED", "SLIP_UPLOADED"] as const)("is the transfer while it is %s", (state) => {
    const transfer = aPayment(9, "BANK_TRANSFER", state);
    expect(standingOf([transfer], undefined)).toEqual({ kind: "TRANSFER", payment: transfer });
  });

  it("follows the newest attempt", () => {
    const transfer = aPayment(8, "BANK_TRANSFER", "CREATED");
    const failed = aPayment(9, "TEST_CHANNEL", "FAILED");
    expect(standingOf([transfer, failed], undefined)).toEqual({ kind: "CHOOSE", last: failed });
  });

  it("is a slip that waits for the cashier, whatever was tried after it: that money may have moved", () => {
    const waiting = aPayment(8, "BANK_TRANSFER", "SLIP_UPLOADED");
    const newer = aPayment(9, "TEST_CHANNEL", "PENDING");
    expect(standingOf([newer, waiting], undefined)).toEqual({ kind: "TRANSFER", payment: waiting });
  });

  it("is the transfer just chosen, before the order lists it and though a failed attempt is newer", () => {
    const failed = aPayment(9, "TEST_CHANNEL", "FAILED");
    const taken = aPayment(8, "BANK_TRANSFER", "CREATED");
    expect(standingOf([failed], taken)).toEqual({ kind: "TRANSFER", payment: taken });
    expect(standingOf([failed, taken], taken)).toEqual({ kind: "TRANSFER", payment: taken });
  });

  it("believes the order about a transfer that was chosen here and has moved on", () => {
    const chosen = aPayment(9, "BANK_TRANSFER", "CREATED");
    const expired = aPayment(9, "BANK_TRANSFER", "EXPIRED");
    expect(standingOf([expired], chosen)).toEqual({ kind: "CHOOSE", last: expired });
  });
});
