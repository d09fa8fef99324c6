import { groupBy } from "../kernel/group.js";
import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { lastSeqOf } from "../platform/facts.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { type BidVersionRow, ownBids, standings, versionsOf } from "./bid.store.js";
import { type BidderView, viewForBidder } from "./bidder-view.js";
import { inquiriesById, inquiryByNo } from "./inquiry.store.js";
import { type InvitationRow, invitationOf } from "./invitation.store.js";
import { type InquiryQuestionRow, questionsFor } from "./question.store.js";

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

const QUESTIONS = Symbol("questions bidders read");
const VERSIONS = Symbol("versions of the bidder's bids");
const SEQ = Symbol("last number of the bidder's stream");

/** What the member's supplier may read of an inquiry's questions; one statement for all that a request asks for. */
export async function loadBidderQuestions(context: Context, inquiryId: string): Promise<InquiryQuestionRow[]> {
  const { supplierId } = bidderOf(context);
  const loader = context.loaders.byId(QUESTIONS, async (ids) =>
    groupBy(await questionsFor(context.platform.database.read, ids, supplierId), (row) => row.inquiryId),
  );
  return (await loader.load(inquiryId)) ?? [];
}

/** The versions of a bid of the member's supplier, newest first; one statement for all bids. */
export async function loadOwnVersions(context: Context, bidId: string): Promise<BidVersionRow[]> {
  const { supplierId } = bidderOf(context);
  const loader = context.loaders.byId(VERSIONS, (ids) => versionsOf(context.platform.database.read, ids, supplierId));
  return (await loader.load(bidId)) ?? [];
}

/** The number of the last move on the supplier's own stream; asked once. */
export async function loadBidderSeq(context: Context): Promise<number> {
  const stream = `supplier:${bidderOf(context).supplierId}` as const;
  const loader = context.loaders.byId(SEQ, () => lastSeqOf(context.platform.database.read, [stream]));
  return (await loader.load(stream)) ?? 0;
}
