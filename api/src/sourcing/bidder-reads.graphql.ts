import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { ownBids, standings } from "./bid.store.js";
import { type BidderView, viewForBidder } from "./bidder-view.js";
import { inquiriesById, inquiryByNo } from "./inquiry.store.js";
import { type InvitationRow, invitationOf } from "./invitation.store.js";

/** The member who asks; the policy of the field has let only members in. */
export function bidderOf({ viewer }: Context): SupplierMemberViewer {
  must(viewer.kind === "supplier", "FORBIDDEN");
  return viewer;
}

/** Views of inquiries the member's supplier is invited to, in the order of the invitations; three statements. */
export async function bidderViews(context: Context, invitations: readonly InvitationRow[]): Promise<BidderView[]> {
  const { platform } = context;
  const { read } = platform.database;
  const member = bidderOf(context);
  const own = invitations.filter(({ supplierId }) => supplierId === member.supplierId);
  const ids = own.map(({ inquiryId }) => inquiryId);
  const inquiries = await inquiriesById(read, ids);
  const bids = await ownBids(read, ids, member.supplierId);
  const totals = await standings(read, ids);
  const now = platform.clock.now();
  return own.flatMap((invitation) => {
    const inquiry = inquiries.get(invitation.inquiryId);
    if (!inquiry) return [];
    const bid = bids.get(inquiry.id) ?? null;
    return [viewForBidder(inquiry, invitation, bid, totals.get(inquiry.id) ?? [], member, now)];
  });
}

/** What the member's supplier may see of one inquiry; null when it was never invited. */
export async function readBidderInquiry(
  context: Context,
  key: { readonly id: string } | { readonly no: string },
): Promise<BidderView | null> {
  const { read } = context.platform.database;
  const id = "id" in key ? key.id : (await inquiryByNo(read, key.no))?.id;
  const invitation = id ? await invitationOf(read, id, bidderOf(context).supplierId) : null;
  return invitation ? ((await bidderViews(context, [invitation]))[0] ?? null) : null;
}
