import { type Fen, plus, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import { ATTEMPT_LIFE_MS, ORDER_LIFE_MS, type PaymentState, type Tender } from "./payment.js";

export const paymentGroupStateNames = ["OPEN", "DONE", "RELEASED"] as const;
export type PaymentGroupState = (typeof paymentGroupStateNames)[number];
export type PaymentGroupVerb = "FINISH" | "RELEASE";

/** A combined payment: open until its parts are there, or until it is given up and what it held is free again. */
export const paymentGroupLife = stateTable<PaymentGroupState, PaymentGroupVerb>("paymentGroup", "OPEN", {
  OPEN: { FINISH: "DONE", RELEASE: "RELEASED" },
  DONE: {},
  RELEASED: {},
});

/** What a customer may put together. */
export const combinable: readonly Tender[] = ["CREDIT", "TEST_CHANNEL", "BANK_TRANSFER"];

/** One way of a combined payment and how much goes by it. */
export interface PartWish {
  readonly tender: Tender;
  readonly amount: Fen;
}

/**
 * What the parts sum to. Refuses VALIDATION: no part, a way named twice or not to be combined, no amount, credit alone, more
 * than `open`.
 */
export function checkParts(parts: readonly PartWish[], open: Fen): Fen {
  const ways = new Set(parts.map(({ tender }) => tender));
  const known = parts.every(({ tender }) => combinable.includes(tender));
  must(parts.length > 0 && ways.size === parts.length && known, "VALIDATION", { field: "parts" });
  // Credit by itself has nothing to wait for.
  must(
    parts.some(({ tender }) => tender !== "CREDIT"),
    "VALIDATION",
    { field: "parts" },
  );
  must(
    parts.every(({ amount }) => amount > 0 && amount <= open),
    "VALIDATION",
    { field: "amount", max: open },
  );
  const sum = plus(...parts.map(({ amount }) => amount));
  must(sum <= open, "VALIDATION", { field: "amount", max: open });
  return sum;
}

/** How long it stays open: as long as a channel's page, or as long as an order waits when a transfer is among the parts. */
export function groupLife(parts: readonly PartWish[]): number {
  return parts.some(({ tender }) => tender === "BANK_TRANSFER") ? ORDER_LIFE_MS : ATTEMPT_LIFE_MS;
}

export interface GroupPart {
  readonly tender: Tender;
  readonly amount: Fen;
  readonly received: Fen | null;
  readonly state: PaymentState;
}

/** Money that came, by whichever way. */
export const arrived: readonly PaymentState[] = ["SUCCEEDED", "CONFIRMED"];

/** Whether the held credit is to be taken now: the other parts came, or what came makes up for them. */
export function isComplete(parts: readonly GroupPart[], amount: Fen): boolean {
  const money = parts.filter(({ tender }) => tender !== "CREDIT");
  const held = plus(...parts.filter(({ state }) => state === "HELD").map((part) => part.amount));
  const came = plus(...money.filter(({ state }) => arrived.includes(state)).map(({ received }) => received ?? ZERO));
  return money.every(({ state }) => arrived.includes(state)) || plus(came, held) >= amount;
}
