import { describe, expect, it } from "vitest";
import { fen, ZERO } from "../kernel/money.js";
import { moneyState } from "./money-state.js";

const order = { total: fen(10_000), paid: ZERO, waived: ZERO, due: ZERO, credit: ZERO, refunded: ZERO };

describe("how an order stands with its money", () => {
  it.each([
    ["nothing came and something is asked for", { due: fen(3_000) }, "UNPAID"],
    ["nothing came and nothing is asked for yet", {}, "UNPAID"],
    ["part of what is asked for came", { paid: fen(1_000), due: fen(2_000) }, "PARTLY_PAID"],
    ["all that was asked for so far came", { paid: fen(3_000) }, "PAID_TO_PLAN"],
    ["all came", { paid: fen(10_000) }, "PAID"],
    ["the rest was waived", { paid: fen(9_000), waived: fen(1_000) }, "PAID"],
    ["more came than was asked for", { paid: fen(10_000), credit: fen(1) }, "OVERPAID"],
    ["some of it went back", { paid: fen(10_000), refunded: fen(1) }, "PARTLY_REFUNDED"],
    ["all of it went back", { paid: fen(10_000), refunded: fen(10_000) }, "REFUNDED"],
  ] as const)("%s", (_words, figures, state) => {
    expect(moneyState({ ...order, ...figures })).toBe(state);
  });
});
