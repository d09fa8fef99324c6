import type { Fact, Stream } from "../kernel/fact.js";

export const inquiryStream = (inquiryId: string): Stream => `inquiry:${inquiryId}`;

/** Who moved a deadline. */
export type DeadlineMover = "CUSTOMER" | "STAFF" | "LATE_BID" | "ROUND";

const told =
  (kind: string) =>
  (inquiryId: string, also: Record<string, unknown> = {}): Fact => ({
    kind,
    stream: inquiryStream(inquiryId),
    payload: { inquiryId, ...also },
  });

/**
 * What happens to an inquiry, on the inquiry's own stream, which its customer and staff hear. Never an amount and never
 * whose bid it was: facts are read by listeners, logs and auditors before a sealed bid may be.
 */
export const inquiryFacts = {
  /** It was sent, or a further round began: routing hears it. */
  toRoute: (inquiryId: string, round: number): Fact => told("InquiryToRoute")(inquiryId, { round }),
  routed: (inquiryId: string, round: number, count: number): Fact => told("InquiryRouted")(inquiryId, { round, count }),
  /** An invitation was seen or declined: counters move. */
  invitationMoved: (inquiryId: string): Fact => told("InvitationMoved")(inquiryId),
  bidArrived: (inquiryId: string, count: number): Fact => told("BidArrived")(inquiryId, { count }),
  bidWithdrawn: (inquiryId: string, count: number): Fact => told("BidWithdrawn")(inquiryId, { count }),
  bidExpired: (inquiryId: string): Fact => told("BidExpired")(inquiryId),
  questionAsked: (inquiryId: string, questionId: string): Fact =>
    told("InquiryQuestionAsked")(inquiryId, { questionId }),
  questionAnswered: (inquiryId: string, questionId: string): Fact =>
    told("InquiryQuestionAnswered")(inquiryId, { questionId }),
  deadlineMoved: (inquiryId: string, deadline: number, by: DeadlineMover): Fact =>
    told("InquiryDeadlineMoved")(inquiryId, { deadline, by }),
  /** From now on bids can be read and compared. */
  bidsOpened: (inquiryId: string, count: number): Fact => told("BidsOpened")(inquiryId, { count }),
  /** Nothing to choose from and nobody left to ask by itself: a person decides. */
  ranDry: (inquiryId: string): Fact => told("InquiryRanDry")(inquiryId),
  awarded: (inquiryId: string, quotationId: string): Fact => told("InquiryAwarded")(inquiryId, { quotationId }),
  cancelled: (inquiryId: string, reason: string): Fact => told("InquiryCancelled")(inquiryId, { reason }),
};

const toSupplier =
  (kind: string) =>
  (supplierId: string, inquiryId: string, also: Record<string, unknown> = {}): Fact => ({
    kind,
    stream: `supplier:${supplierId}`,
    payload: { inquiryId, ...also },
  });

/** What one supplier hears of an inquiry it is invited to, on its own stream: nothing of the others. */
export const bidderFacts = {
  invited: toSupplier("SupplierInvited"),
  questionAnswered: toSupplier("SupplierQuestionAnswered"),
  deadlineMoved: (supplierId: string, inquiryId: string, deadline: number): Fact =>
    toSupplier("SupplierDeadlineMoved")(supplierId, inquiryId, { deadline }),
  /** A bid of a reverse auction undercut theirs. */
  outbid: toSupplier("SupplierOutbid"),
  awarded: toSupplier("BidAwarded"),
  lost: toSupplier("BidLost"),
  cancelled: (supplierId: string, inquiryId: string, reason: string): Fact =>
    toSupplier("BidderInquiryCancelled")(supplierId, inquiryId, { reason }),
  /** Their pages look again. */
  moved: toSupplier("BidderInquiryMoved"),
};

/** An inquiry came to or left what waits for a person: the staff's counters look again. */
export const queuesMoved: Fact = {
  kind: "QueuesMoved",
  stream: "staff:queues",
  payload: { queue: "strandedInquiries" },
};
