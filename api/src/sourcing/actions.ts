import { holds, type SupplierRole, type Viewer } from "../platform/viewer.js";
import { mayWithdraw } from "./auction.js";
import type { BidState } from "./bid.js";
import { type InquiryKind, type InquiryState, inquiryTable, type Visibility } from "./inquiry.js";
import { type InvitationState, mayAnswer } from "./invitation.js";

export const customerActionNames = ["EXTEND", "EVALUATE", "ANSWER", "AWARD", "CANCEL"] as const;
export type CustomerAction = (typeof customerActionNames)[number];
export const bidderActionNames = ["BID", "WITHDRAW", "DECLINE", "ASK"] as const;
export type BidderAction = (typeof bidderActionNames)[number];
export const staffActionNames = ["EXTEND", "WIDEN", "ANSWER", "AWARD", "CANCEL"] as const;
export type StaffAction = (typeof staffActionNames)[number];

/** Who of a supplier answers inquiries, and so binds the company. */
export const biddingRoles: readonly SupplierRole[] = ["OWNER", "DISPATCHER"];

interface SeenInquiry {
  readonly kind: InquiryKind;
  readonly state: InquiryState;
  readonly deadline: number;
}

interface BiddersInquiry extends SeenInquiry {
  readonly visibility: Visibility;
}

/** Whether bids are still taken, as pages are told; the flow asks again behind the lock. */
export const takesBids = ({ state, deadline }: SeenInquiry, now: number): boolean => state === "OPEN" && now < deadline;

/** What the inquiry's customer may do now. `bids` is how many stand. */
export function customerActions(inquiry: SeenInquiry, bids: number, now: number): CustomerAction[] {
  const open = takesBids(inquiry, now);
  const actions: CustomerAction[] = [];
  if (open) actions.push("EXTEND");
  if (open && mayEvaluateEarly(inquiry.kind, bids)) actions.push("EVALUATE");
  if (open) actions.push("ANSWER");
  if (inquiryTable.allows(inquiry.state, "AWARD")) actions.push("AWARD");
  if (inquiryTable.allows(inquiry.state, "CANCEL")) actions.push("CANCEL");
  return actions;
}

/** An inquiry for a price may be looked at as soon as somebody answered; a competition runs to its deadline. */
export const mayEvaluateEarly = (kind: InquiryKind, bids: number): boolean => kind === "PRICE" && bids >= 1;

/** What staff may do now, by the permissions they hold. */
export function staffActions(inquiry: SeenInquiry, viewer: Viewer, now: number): StaffAction[] {
  if (!holds(viewer, "sourcing.manage")) return [];
  const open = takesBids(inquiry, now);
  const actions: StaffAction[] = open ? ["EXTEND"] : [];
  if (open || inquiry.state === "NO_BIDS") actions.push("WIDEN");
  if (open) actions.push("ANSWER");
  if (inquiryTable.allows(inquiry.state, "AWARD")) actions.push("AWARD");
  if (inquiryTable.allows(inquiry.state, "CANCEL")) actions.push("CANCEL");
  return actions;
}

/** What a member of an invited supplier may do now. */
export function bidderActions(
  inquiry: BiddersInquiry,
  invitation: InvitationState,
  bid: BidState | null,
  role: SupplierRole,
  now: number,
): BidderAction[] {
  if (!biddingRoles.includes(role)) return [];
  const actions: BidderAction[] = [];
  const open = takesBids(inquiry, now);
  if (open && mayAnswer(invitation)) actions.push("BID");
  const standing = bid === "SUBMITTED" && (open || inquiry.state === "EVALUATING");
  if (standing && mayWithdraw(inquiry)) actions.push("WITHDRAW");
  if (open && (invitation === "SENT" || invitation === "VIEWED")) actions.push("DECLINE");
  if (open) actions.push("ASK");
  return actions;
}
