import { stateTable } from "../kernel/state-table.js";

export const requestWishes = ["CHANGE", "CANCEL"] as const;
/** What is asked for: other terms, or the end of the order. */
export type RequestWish = (typeof requestWishes)[number];

export const requestStates = ["OPEN", "MADE", "DECLINED", "WITHDRAWN"] as const;
export type RequestState = (typeof requestStates)[number];

export type RequestVerb = "MAKE" | "DECLINE" | "WITHDRAW";

/** A wish in words is met by an amendment that staff draft for it, declined with a reason, or taken back by who asked. */
export const requestLife = stateTable<RequestState, RequestVerb>("changeRequest", "OPEN", {
  OPEN: { MAKE: "MADE", DECLINE: "DECLINED", WITHDRAW: "WITHDRAWN" },
  MADE: {},
  DECLINED: {},
  WITHDRAWN: {},
});
