import { activeItems, itemsById } from "../catalogue/item.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import type { SupplierMemberViewer, Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { biddingRoles } from "./actions.js";
import { mustUndercut, softClose } from "./auction.js";
import { type BidContent, type BidderService, type BidWish, freshFiles, mustTakeBids, readBid } from "./bid.js";
import { type BidRow, countBids, ownBid, ownVersions, sendVersion, standings } from "./bid.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { type InquiryRow, lockInquiry, moveInquiry, restartClock } from "./inquiry.store.js";
import { mayAnswer } from "./invitation.js";
import { invitationOf, invitationsOf, moveInvitation, putOnList } from "./invitation.store.js";
import { wantedItems } from "./routing.js";

export interface SubmitBid extends BidWish {
  readonly inquiryId: string;
  /** The bid's version that was seen; 0 before there is one. */
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * A supplier sends its bid, or another version of it until the deadline. Exactly one of two things happens, decided behind
 * the inquiry's lock by the transaction's own instant: the version is kept and counts, or it is refused and nothing is
 * written. The answer carries no price, so no copy of it does.
 *
 * Refuses NOT_FOUND (never invited), BIDDING_CLOSED, STALE_VERSION, BID_NOT_LOW_ENOUGH (reverse auction), and for the
 * content VALIDATION, QUANTITY_OUT_OF_RANGE, SUPPLIER_NOT_ELIGIBLE.
 */
export async function submitBid(platform: Platform, viewer: Viewer, input: SubmitBid): Promise<{ inquiryId: string }> {
  must(viewer.kind === "supplier" && biddingRoles.includes(viewer.role), "FORBIDDEN");
  const { idempotencyKey: key, ...asked } = input;
  return platform.work.once(viewer, { operation: "submitBid", key, input: asked }, async (tx) => {
    const inquiry = await lockInquiry(tx, asked.inquiryId);
    const invitation = found(inquiry && (await invitationOf(tx, asked.inquiryId, viewer.supplierId)));
    mustTakeBids(found(inquiry), tx.now);
    must(mayAnswer(invitation.state), "BIDDING_CLOSED");
    const bid = await ownBid(tx, asked.inquiryId, viewer.supplierId);
    must((bid?.version ?? 0) === asked.version, "STALE_VERSION");
    await mustOwnFiles(platform, tx, viewer, bid, asked.fileIds);
    const content = readBid(asked, found(inquiry), await servicesOf(tx, viewer, found(inquiry)), isReverse(inquiry));
    await undercut(tx, found(inquiry), content);
    await sendVersion(tx, asked.inquiryId, viewer.supplierId, bid, content);
    if (invitation.state !== "ANSWERED") {
      await moveInvitation(tx, invitation, "ANSWER", { viewedAt: invitation.viewedAt ?? tx.now });
      if (invitation.state === "DECLINED") await putOnList(tx, invitation);
    }
    await moveSoftClose(tx, found(inquiry));
    await tellOfBid(tx, found(inquiry), viewer.supplierId);
    return { inquiryId: asked.inquiryId };
  });
}

const isReverse = (inquiry: InquiryRow | undefined): boolean => inquiry?.visibility === "REVERSE";

/** New files are the sender's own; a colleague's stay as long as an earlier version or the draft has them. */
async function mustOwnFiles(
  platform: Platform,
  tx: Tx,
  viewer: SupplierMemberViewer,
  bid: BidRow | null,
  fileIds: readonly string[],
): Promise<void> {
  const sent = bid ? await ownVersions(tx, bid.id, viewer.supplierId) : [];
  await platform.files.mine(tx, freshFiles(fileIds, [bid?.draft, ...sent]), viewer.accountId, "BID");
}

async function servicesOf(tx: Tx, viewer: SupplierMemberViewer, inquiry: InquiryRow): Promise<BidderService[]> {
  const { categoryId } = inquiry;
  const inCategory = categoryId ? await activeItems(tx, { search: null, categoryId }) : [];
  const itemIds = wantedItems(inquiry, inCategory);
  const own = (await effectiveServices(tx, itemIds)).filter(({ supplierId }) => supplierId === viewer.supplierId);
  const items = await itemsById(
    tx,
    own.map(({ itemId }) => itemId),
  );
  return own.map(({ id, itemId, supplierId, level }) => {
    const item = items.get(itemId);
    return { id, itemId, supplierId, level, itemName: item?.name ?? "", unit: item?.unit ?? "" };
  });
}

async function undercut(tx: Tx, inquiry: InquiryRow, content: BidContent): Promise<void> {
  if (!isReverse(inquiry)) return;
  const [best] = (await standings(tx, [inquiry.id])).get(inquiry.id) ?? [];
  mustUndercut(content.total, best?.total ?? null, inquiry.decrement ?? 0);
}

/** A late bid of a reverse auction gives everybody a few minutes more to answer it. */
async function moveSoftClose(tx: Tx, inquiry: InquiryRow): Promise<void> {
  const deadline = softClose(inquiry, tx.now);
  if (deadline === null) return;
  await moveInquiry(tx, inquiry, "EXTEND", { deadline, extensions: inquiry.extensions + 1 });
  await restartClock(tx, inquiry.id, deadline);
  tx.record(inquiryFacts.deadlineMoved(inquiry.id, deadline, "LATE_BID"));
}

/** The customer hears how many bids there are; other bidders only where the competition is not sealed. */
async function tellOfBid(tx: Tx, inquiry: InquiryRow, supplierId: string): Promise<void> {
  const count = (await countBids(tx, [inquiry.id])).get(inquiry.id) ?? 0;
  tx.record(inquiryFacts.bidArrived(inquiry.id, count), bidderFacts.moved(supplierId, inquiry.id));
  if (inquiry.visibility === "SEALED") return;
  const others = (await invitationsOf(tx, [inquiry.id])).filter((one) => one.supplierId !== supplierId);
  for (const other of others) {
    const outbid = inquiry.visibility === "REVERSE" && other.state === "ANSWERED";
    tx.record((outbid ? bidderFacts.outbid : bidderFacts.moved)(other.supplierId, inquiry.id));
  }
}
