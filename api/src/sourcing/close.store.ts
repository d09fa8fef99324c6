import type { Tx } from "../platform/tx.js";
import { openedBids, startValidity } from "./bid.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { type InquiryRow, moveInquiry } from "./inquiry.store.js";
import { invitationsOf, lapseInvitations } from "./invitation.store.js";

/** Ends the taking of bids and opens what came: from the end of this transaction bids can be read, and no other is taken. */
export async function openBids(tx: Tx, inquiry: InquiryRow, verb: "CLOSE" | "EVALUATE"): Promise<void> {
  await moveInquiry(tx, inquiry, verb, { bidsOpenedAt: tx.now });
  await lapseInvitations(tx, inquiry.id);
  const sent = (await openedBids(tx, [inquiry.id])).get(inquiry.id) ?? [];
  const standing = sent.filter(({ bid }) => bid.state === "SUBMITTED");
  await startValidity(tx, standing);
  tx.record(inquiryFacts.bidsOpened(inquiry.id, standing.length));
  await wakeBidders(tx, inquiry.id);
}

/** Nothing to choose from: the inquiry waits for a person. */
export async function strand(tx: Tx, inquiry: InquiryRow): Promise<void> {
  await moveInquiry(tx, inquiry, "RUN_DRY");
  await lapseInvitations(tx, inquiry.id);
  tx.record(inquiryFacts.ranDry(inquiry.id));
  await wakeBidders(tx, inquiry.id);
}

/** The pages of everybody who is invited look again. */
export async function wakeBidders(tx: Tx, inquiryId: string): Promise<void> {
  const invited = await invitationsOf(tx, [inquiryId]);
  tx.record(...invited.map(({ supplierId }) => bidderFacts.moved(supplierId, inquiryId)));
}
