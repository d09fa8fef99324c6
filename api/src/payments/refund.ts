import { stateTable } from "../kernel/state-table.js";

/** What a refund came from: the customer asked, staff began it, or a change or the end of the order brought it. */
export const refundSources = ["REQUEST", "STAFF", "AMENDMENT", "CANCELLATION"] as const;
export type RefundSource = (typeof refundSources)[number];

export const refundStateNames = [
  "REQUESTED",
  "PROPOSED",
  "AGREED",
  "APPROVED",
  "EXECUTING",
  "PARTLY_FAILED",
  "SUCCEEDED",
  "REJECTED",
  "WITHDRAWN",
] as const;
export type RefundState = (typeof refundStateNames)[number];
export type RefundVerb =
  | "PROPOSE"
  | "AGREE"
  | "APPROVE"
  | "REJECT"
  | "WITHDRAW"
  | "EXECUTE"
  | "FAIL_PARTLY"
  | "SUCCEED";

/**
 * The life of a refund. Until it is approved nothing of it is in the books and anybody may step back; from then on it is
 * owed, and only how it is paid can change.
 */
export const refundLife = stateTable<RefundState, RefundVerb>("refund", "REQUESTED", {
  REQUESTED: { PROPOSE: "PROPOSED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN" },
  PROPOSED: { PROPOSE: "PROPOSED", AGREE: "AGREED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN" },
  AGREED: { PROPOSE: "PROPOSED", APPROVE: "APPROVED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN" },
  APPROVED: { EXECUTE: "EXECUTING" },
  EXECUTING: { SUCCEED: "SUCCEEDED", FAIL_PARTLY: "PARTLY_FAILED" },
  PARTLY_FAILED: { EXECUTE: "EXECUTING" },
  SUCCEEDED: {},
  REJECTED: {},
  WITHDRAWN: {},
});

/** States in which a refund is owed or paid: what it takes can't be refunded once more. */
export const grantedStates: readonly RefundState[] = ["APPROVED", "EXECUTING", "PARTLY_FAILED", "SUCCEEDED"];
/** Whether people let it pass, piece by piece of an order; what a change or an end brought was judged there. */
export const wasApproved = ({
  state,
  source,
}: {
  readonly state: RefundState;
  readonly source: RefundSource;
}): boolean => grantedStates.includes(state) && (source === "REQUEST" || source === "STAFF");

/** States in which people still talk about it. */
export const openStates: readonly RefundState[] = ["REQUESTED", "PROPOSED", "AGREED"];

/** How a part of a refund gets to the customer: back by its channel, by bank transfer, or as credit. */
export const refundRoutes = ["ORIGINAL", "BANK", "CREDIT"] as const;
export type RefundRoute = (typeof refundRoutes)[number];

export const allocationStateNames = ["PLANNED", "SENDING", "WAITING_CASHIER", "SUCCEEDED", "FAILED"] as const;
export type AllocationState = (typeof allocationStateNames)[number];
export type AllocationVerb = "SEND" | "HAND_OVER" | "SUCCEED" | "FAIL";

/** The life of one part of a refund, of its own: that one fails repeats none of the others. */
export const allocationLife = stateTable<AllocationState, AllocationVerb>("refundAllocation", "PLANNED", {
  PLANNED: { SEND: "SENDING", HAND_OVER: "WAITING_CASHIER", SUCCEED: "SUCCEEDED" },
  SENDING: { SUCCEED: "SUCCEEDED", FAIL: "FAILED" },
  WAITING_CASHIER: { SUCCEED: "SUCCEEDED" },
  FAILED: { HAND_OVER: "WAITING_CASHIER" },
  SUCCEEDED: {},
});

/** How an approved refund begins to move by this route; credit is there at once. */
export function firstVerb(route: RefundRoute): AllocationVerb {
  if (route === "ORIGINAL") return "SEND";
  return route === "BANK" ? "HAND_OVER" : "SUCCEED";
}

/**
 * The verbs that bring a granted refund to where its parts are: one that failed calls for a person, all that succeeded
 * end it, else it is under way.
 */
export function catchUp(state: RefundState, parts: readonly AllocationState[]): RefundVerb[] {
  const failed = parts.includes("FAILED");
  const done = parts.every((part) => part === "SUCCEEDED");
  const start: RefundVerb[] = state === "APPROVED" || (state === "PARTLY_FAILED" && !failed) ? ["EXECUTE"] : [];
  if (state === "PARTLY_FAILED" && failed) return [];
  if (failed) return [...start, "FAIL_PARTLY"];
  return done ? [...start, "SUCCEED"] : start;
}

/** Who bears a refund, in basis points of it. */
export interface Responsibility {
  readonly platform: number;
  readonly supplier: number;
  readonly customer: number;
}

/** Whether three shares are whole basis points that sum to all of it. */
export function sharesAll({ platform, supplier, customer }: Responsibility): boolean {
  const shares = [platform, supplier, customer];
  return shares.every((share) => Number.isInteger(share) && share >= 0) && platform + supplier + customer === 10_000;
}

/** What its customer may do with a refund now. */
export function customerRefundActions({ state, source }: { state: RefundState; source: RefundSource }): string[] {
  const agree = refundLife.allows(state, "AGREE") ? ["AGREE"] : [];
  return source === "REQUEST" && refundLife.allows(state, "WITHDRAW") ? [...agree, "WITHDRAW"] : agree;
}

/** What staff may do with a refund now. */
export function staffRefundActions(
  { state, source }: { state: RefundState; source: RefundSource },
  may: { readonly proposes: boolean; readonly approves: boolean },
): string[] {
  const isWish = source === "REQUEST" || source === "STAFF";
  const rejects = isWish && (may.proposes || may.approves) && refundLife.allows(state, "REJECT");
  return [
    ...(may.proposes && refundLife.allows(state, "PROPOSE") ? ["PROPOSE"] : []),
    ...(may.approves && refundLife.allows(state, "APPROVE") ? ["APPROVE"] : []),
    ...(rejects ? ["REJECT"] : []),
  ];
}

/** What a cashier may do with a part of a refund now. */
export function partActions(state: AllocationState): string[] {
  if (state === "WAITING_CASHIER") return ["PAY"];
  return state === "FAILED" ? ["CHOOSE_BANK"] : [];
}
