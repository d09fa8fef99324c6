import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import { cleanTaxNo, invoiceable, invoiceLife, redLetterFirst } from "./invoice.js";

const one = (state: "REQUESTED" | "ISSUED" | "RED_PARTIAL" | "RED_FULL" | "REJECTED", amount: number, red = 0) => ({
  state,
  amount: fen(amount),
  redAmount: fen(red),
});

describe("an invoice", () => {
  it("can be asked for up to what was paid and kept, less what stands already", () => {
    expect(invoiceable(fen(10_000), [])).toBe(10_000);
    expect(invoiceable(fen(10_000), [one("REQUESTED", 4_000), one("ISSUED", 3_000)])).toBe(3_000);
    expect(invoiceable(fen(10_000), [one("REJECTED", 4_000), one("RED_PARTIAL", 3_000, 1_000)])).toBe(8_000);
    expect(invoiceable(fen(2_000), [one("ISSUED", 3_000)])).toBe(0);
  });

  it("is taken back in red before what it covers is refunded, and no further", () => {
    expect(redLetterFirst(fen(1_000), fen(10_000), fen(9_000))).toBe(0);
    expect(redLetterFirst(fen(1_000), fen(10_000), fen(10_000))).toBe(1_000);
    expect(redLetterFirst(fen(3_000), fen(10_000), fen(9_000))).toBe(2_000);
  });

  it("needs a tax number when it is a special one", () => {
    expect(cleanTaxNo(" 91430100ma4l00001x ", "SPECIAL")).toBe("91430100MA4L00001X");
    expect(cleanTaxNo(null, "PLAIN")).toBeNull();
    for (const taxNo of [null, "", "123", "9143010 MA4L00001X"]) {
      expect(() => cleanTaxNo(taxNo, "SPECIAL")).toThrow(Refusal);
    }
  });

  it.each(["RED_FULL", "REJECTED"] as const)("that is %s is at its end", (state) => {
    expect(invoiceLife.verbs(state)).toEqual([]);
  });

  it("is never taken back before it was issued", () => {
    expect(invoiceLife.allows("REQUESTED", "TAKE_BACK_ALL")).toBe(false);
  });
});
