import type { SupplierRole } from "../platform/viewer.js";
import { type BidderAction, bidderActions } from "./actions.js";
import { ceiling } from "./auction.js";
import type { BidState, BidWish } from "./bid.js";
import { withoutContacts } from "./contact.js";
import {
  type InquiryKind,
  type InquiryLine,
  type InquiryState,
  type InquirySubject,
  maskedContact,
  type Visibility,
} from "./inquiry.js";
import type { InvitationState } from "./invitation.js";

/** An inquiry as the rules of what a bidder may see look at it. */
export interface SeenInquiry {
  readonly id: string;
  readonly no: string;
  readonly kind: InquiryKind;
  readonly subject: InquirySubject;
  readonly state: InquiryState;
  readonly title: string;
  readonly description: string;
  readonly photoIds: readonly string[];
  readonly inputs: readonly { code: string; label: string; value: string; unit: string | null }[];
  readonly lines: readonly InquiryLine[];
  readonly regionCode: string;
  readonly desiredOn: string | null;
  readonly budget: number | null;
  readonly budgetShown: boolean;
  readonly visibility: Visibility;
  readonly decrement: number | null;
  readonly deadline: number;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly reason: string | null;
  readonly createdAt: number;
}

export interface SeenInvitation {
  readonly state: InvitationState;
  readonly sentAt: number;
  readonly declineReason: string | null;
}

export interface SeenBid {
  readonly id: string;
  readonly supplierId: string;
  readonly state: BidState;
  readonly number: number;
  readonly draft: BidWish | null;
  readonly total: number | null;
  readonly validUntil: number | null;
  readonly version: number;
}

/** Another total of a competition that is not sealed; never whose it is. */
export interface SeenStanding {
  readonly total: number;
  readonly mine: boolean;
}

/** What one supplier sees of an inquiry it is invited to. It has no field for anybody else's bid or name. */
export interface BidderView extends Omit<SeenInquiry, "budgetShown" | "contactName" | "contactPhone"> {
  readonly customerName: string;
  readonly customerPhone: string;
  readonly invitation: SeenInvitation;
  readonly bid: SeenBid | null;
  readonly standings: readonly SeenStanding[];
  /** The most its next bid may come to; null without a limit. */
  readonly most: number | null;
  readonly availableActions: readonly BidderAction[];
}

/** What every bidder sees as it is, by name: what else the caller's row has stays out of the view. */
function shownToBidders(inquiry: SeenInquiry) {
  const { id, no, kind, subject, state, title, photoIds, regionCode } = inquiry;
  const { desiredOn, visibility, decrement, deadline, reason, createdAt } = inquiry;
  const about = { id, no, kind, subject, state, title, photoIds, regionCode };
  return { ...about, desiredOn, visibility, decrement, deadline, reason, createdAt };
}

/**
 * What `member`'s supplier sees of an inquiry. The customer is a first character and half a phone number until the award
 * is theirs, and what they wrote is without ways to reach them; the budget only where the customer shows it; of the other bids nothing while they are sealed, and never more
 * than totals. Why an inquiry ended is told to everybody.
 */
export function viewForBidder(
  inquiry: SeenInquiry,
  invitation: SeenInvitation,
  bid: SeenBid | null,
  standings: readonly { readonly supplierId: string; readonly total: number }[],
  member: { readonly supplierId: string; readonly role: SupplierRole },
  now: number,
): BidderView {
  const won = bid?.state === "AWARDED";
  const masked = maskedContact(inquiry);
  const said = (text: string): string => (won ? text : withoutContacts(text));
  const told = inquiry.visibility === "SEALED" ? [] : standings;
  const best = told[0]?.total ?? null;
  return {
    ...shownToBidders(inquiry),
    description: said(inquiry.description),
    inputs: inquiry.inputs.map((input) => ({ ...input, value: said(input.value) })),
    lines: inquiry.lines.map((line) => ({ ...line, note: line.note && said(line.note) })),
    budget: inquiry.budgetShown ? inquiry.budget : null,
    customerName: won ? inquiry.contactName : masked.name,
    customerPhone: won ? inquiry.contactPhone : masked.phone,
    invitation: invitation.state === "DECLINED" ? invitation : { ...invitation, declineReason: null },
    bid,
    standings: told.map(({ supplierId, total }) => ({ total, mine: supplierId === member.supplierId })),
    most: inquiry.visibility === "REVERSE" ? ceiling(best, inquiry.decrement ?? 0) : null,
    availableActions: bidderActions(inquiry, invitation.state, bid?.state ?? null, member.role, now),
  };
}
