import type { Visibility } from "./inquiry.js";
import type { InvitationState } from "./invitation.js";

/** Whether what was bid is still hidden from everybody but its bidder. */
export const isSealed = (inquiry: { readonly bidsOpenedAt: number | null }): boolean => inquiry.bidsOpenedAt === null;

/**
 * What staff are told of an invitation: while bids are sealed nothing but that it was declined and why, since who has
 * answered is who has bid. In a competition that is not sealed, and once bids were opened, everything.
 */
export function shownInvitation(
  inquiry: { readonly bidsOpenedAt: number | null; readonly visibility: Visibility },
  invitation: { readonly state: InvitationState; readonly declineReason: string | null },
): { readonly state: InvitationState | null; readonly declineReason: string | null } {
  const { state, declineReason } = invitation;
  const told = !isSealed(inquiry) || inquiry.visibility !== "SEALED" || state === "DECLINED";
  return { state: told ? state : null, declineReason };
}
