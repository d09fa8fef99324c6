import { stateTable } from "../kernel/state-table.js";

export const requestWishes = ["CHANGE", "CANCEL"] as const;
/** What is asked for: other terms, or the end of the order. */
export type RequestWish = (typeof requestWishes)[number];

export const requestStates = ["OPEN", "MADE", "DECLINED"] as const;
export type RequestState = (typeof requestStates)[number];

/** A wish in words is met by an amendment that staff draft for it, or declined with a reason. */
export const requestLife = stateTable<RequestState, "MAKE" | "DECLINE">("changeRequest", "OPEN", {
  OPEN: { MAKE: "MADE", DECLINE: "DECLINED" },
  MADE: {},
  DECLINED: {},
});
