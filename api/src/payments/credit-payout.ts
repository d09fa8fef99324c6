import { stateTable } from "../kernel/state-table.js";

export const creditPayoutStateNames = ["ASKED", "PAID", "DECLINED", "WITHDRAWN"] as const;
export type CreditPayoutState = (typeof creditPayoutStateNames)[number];
export type CreditPayoutVerb = "PAY" | "DECLINE" | "WITHDRAW";

/** A customer asks for credit in money: it is held until a cashier sent it or declined, or the customer thought better of it. */
export const creditPayoutLife = stateTable<CreditPayoutState, CreditPayoutVerb>("creditPayout", "ASKED", {
  ASKED: { PAY: "PAID", DECLINE: "DECLINED", WITHDRAW: "WITHDRAWN" },
  PAID: {},
  DECLINED: {},
  WITHDRAWN: {},
});
