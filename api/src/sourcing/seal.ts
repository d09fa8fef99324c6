import type { Visibility } from "./inquiry.js";
import type { InvitationState } from "./invitation.js";

/** Whether what was bid is still hidden from everybody but its bidder. */
export const isSealed = (inquiry: { readonly bidsOpenedAt: number | null }): boolean => inquiry.bidsOpenedAt === null;

/**
 * What staff are told of an invitation: while bids are sealed nothing but that it was declined once and why, also of who
 * thought better of it since, for who has answered is who has bid. In a competition that is not sealed, and once bids were
 * opened, how it stands.
 */
export function shownInvitation(
  inquiry: { readonly bidsOpenedAt: number | null; readonly visibility: Visibility },
  invitation: { readonly state: InvitationState; readonly declineReason: string | null },
): { readonly state: InvitationState | null; readonly declineReason: string | null } {
  const { state, declineReason } = invitation;
  const hidden = isSealed(inquiry) && inquiry.visibility === "SEALED";
  if (hidden) return { state: declineReason === null ? null : "DECLINED", declineReason };
  return { state, declineReason: state === "DECLINED" ? declineReason : null };
}
