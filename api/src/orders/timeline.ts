import type { RecordedFact } from "../kernel/fact.js";

/** Who reads a timeline. Each sees its own telling of the same facts. */
export type Audience = "CUSTOMER" | "STAFF";

/** One kind of entry as pages know it; the words are theirs. */
export const timelineKindNames = [
  "ORDER_PLACED",
  "ORDER_QUOTED",
  "ORDER_CANCELLED",
  "ORDER_EXPIRED",
  "ORDER_HELD",
  "ORDER_CONFIRMED",
  "ORDER_RETURNED",
  "ORDER_RESUBMITTED",
  "AMENDMENT_PROPOSED",
  "AMENDMENT_AGREED",
  "AMENDMENT_DECLINED",
  "AMENDMENT_SUBMITTED",
  "AMENDMENT_REJECTED",
  "AMENDMENT_WITHDRAWN",
  "AMENDMENT_EXPIRED",
  "AMENDMENT_APPLIED",
  "CHANGE_REQUESTED",
  "CHANGE_DECLINED",
  "CHANGE_WITHDRAWN",
  "TICKET_CANCELLED",
  "CONTRACT_ISSUED",
  "CONTRACT_UPLOADED",
  "CONTRACT_REJECTED",
  "CONTRACT_VERIFIED",
  "CONTRACT_VOIDED",
  "PAYMENT_STARTED",
  "SLIP_UPLOADED",
  "PAYMENT_REJECTED",
  "COLLECTION_RECORDED",
  "COLLECTION_REMINDED",
  "COLLECTION_DENIED",
  "COLLECTION_UNANSWERED",
  "COLLECTION_WITHDRAWN",
  "PAYMENT_FAILED",
  "COMBINED_PAYMENT_RELEASED",
  "PAYMENT_QUARANTINED",
  "PAYMENT_RECEIVED",
  "CUSTOMER_CREDITED",
  "INSTALMENT_DUE",
  "REFUND_REQUESTED",
  "REFUND_PROPOSED",
  "REFUND_AGREED",
  "REFUND_APPROVED",
  "REFUND_REJECTED",
  "REFUND_WITHDRAWN",
  "REFUND_HANDED_OVER",
  "REFUND_PARTLY_FAILED",
  "REFUND_SUCCEEDED",
  "INVOICE_REQUESTED",
  "INVOICE_ISSUED",
  "INVOICE_REJECTED",
  "INVOICE_REVERSED",
  "INSTALMENT_REMINDED",
  "INSTALMENT_OVERDUE",
  "INSTALMENT_WAIVED",
  "OFFICIAL_FEE_PAID",
  "WAIVER_PROPOSED",
  "WAIVER_REJECTED",
  "WORK_RESUMED",
  "DELIVERY_STARTED",
  "TICKET_OFFERED",
  "OFFER_DECLINED",
  "OFFER_EXPIRED",
  "OFFER_WITHDRAWN",
  "TICKET_NEEDS_HUMAN",
  "TICKET_ASSIGNED",
  "WORK_STARTED",
  "PROGRESS_POSTED",
  "PROGRESS_APPROVED",
  "PROGRESS_REJECTED",
  "WORK_DELIVERED",
  "WORK_APPROVED",
  "REWORK_REQUESTED",
  "WORK_ACCEPTED",
  "ORDER_COMPLETED",
  "REVIEW_PUBLISHED",
] as const;
export type TimelineKind = (typeof timelineKindNames)[number];

/** How a fact is told. Subject, detail, amount and photos name keys of its payload. */
interface Telling {
  readonly as: TimelineKind;
  readonly to: readonly Audience[];
  /** Whether it belongs to the flow of money rather than of work. */
  readonly money?: true;
  readonly subject?: string;
  readonly detail?: string;
  readonly amount?: string;
  readonly photos?: string;
  /** Whether a customer may read detail and photos too; without it they may. */
  readonly open?: (payload: Payload) => boolean;
}

type Payload = Readonly<Record<string, unknown>>;

const all: readonly Audience[] = ["CUSTOMER", "STAFF"];
const staff: readonly Audience[] = ["STAFF"];
const never = (): boolean => false;

/** Every fact on an order's stream that somebody may read about; a kind that is not here is told to nobody. */
export const timelineKinds: Readonly<Record<string, Telling>> = {
  OrderPlaced: { as: "ORDER_PLACED", to: all, subject: "productTitle", amount: "total" },
  OrderQuoted: { as: "ORDER_QUOTED", to: all, subject: "quotation" },
  OrderCancelled: { as: "ORDER_CANCELLED", to: all, detail: "reason" },
  OrderExpired: { as: "ORDER_EXPIRED", to: all },
  OrderHeld: { as: "ORDER_HELD", to: all },
  OrderConfirmed: { as: "ORDER_CONFIRMED", to: all },
  OrderReturned: { as: "ORDER_RETURNED", to: all, detail: "reason" },
  OrderResubmitted: { as: "ORDER_RESUBMITTED", to: all, detail: "note" },
  AmendmentProposed: { as: "AMENDMENT_PROPOSED", to: all, money: true, subject: "amendmentNo", detail: "reason" },
  AmendmentAgreed: { as: "AMENDMENT_AGREED", to: all, subject: "amendmentNo" },
  AmendmentDeclined: { as: "AMENDMENT_DECLINED", to: all, subject: "amendmentNo", detail: "answer" },
  AmendmentSubmitted: { as: "AMENDMENT_SUBMITTED", to: staff, subject: "amendmentNo" },
  AmendmentRejected: { as: "AMENDMENT_REJECTED", to: staff, subject: "amendmentNo", detail: "answer" },
  AmendmentWithdrawn: { as: "AMENDMENT_WITHDRAWN", to: all, subject: "amendmentNo" },
  AmendmentExpired: { as: "AMENDMENT_EXPIRED", to: all, subject: "amendmentNo" },
  AmendmentApplied: {
    as: "AMENDMENT_APPLIED",
    to: all,
    money: true,
    subject: "amendmentNo",
    detail: "reason",
    amount: "total",
  },
  ChangeRequested: { as: "CHANGE_REQUESTED", to: all, detail: "text" },
  ChangeDeclined: { as: "CHANGE_DECLINED", to: all, detail: "answer" },
  ChangeWithdrawn: { as: "CHANGE_WITHDRAWN", to: all },
  // What a supplier asks of the platform is between the two.
  SupplierChangeRequested: { as: "CHANGE_REQUESTED", to: staff, detail: "text" },
  SupplierChangeDeclined: { as: "CHANGE_DECLINED", to: staff, detail: "answer" },
  SupplierChangeWithdrawn: { as: "CHANGE_WITHDRAWN", to: staff },
  TicketCancelled: { as: "TICKET_CANCELLED", to: all, subject: "subject" },
  ContractIssued: { as: "CONTRACT_ISSUED", to: all, subject: "contractNo" },
  ContractUploaded: { as: "CONTRACT_UPLOADED", to: all, subject: "contractNo" },
  ContractRejected: { as: "CONTRACT_REJECTED", to: all, subject: "contractNo", detail: "reason" },
  ContractVoided: { as: "CONTRACT_VOIDED", to: all, subject: "contractNo", detail: "reason" },
  ContractVerified: { as: "CONTRACT_VERIFIED", to: all, subject: "contractNo" },
  PaymentStarted: { as: "PAYMENT_STARTED", to: all, money: true, subject: "instalmentName", amount: "amount" },
  SlipUploaded: { as: "SLIP_UPLOADED", to: all, money: true, subject: "instalmentName", amount: "amount" },
  PaymentRejected: {
    as: "PAYMENT_REJECTED",
    to: all,
    money: true,
    subject: "instalmentName",
    amount: "amount",
    detail: "reason",
  },
  CollectionRecorded: { as: "COLLECTION_RECORDED", to: all, money: true, subject: "instalmentName", amount: "amount" },
  CollectionDenied: {
    as: "COLLECTION_DENIED",
    to: all,
    money: true,
    subject: "instalmentName",
    amount: "amount",
    detail: "reason",
  },
  CollectionReminded: { as: "COLLECTION_REMINDED", to: all, money: true, subject: "instalmentName", amount: "amount" },
  CollectionUnanswered: {
    as: "COLLECTION_UNANSWERED",
    to: all,
    money: true,
    subject: "instalmentName",
    amount: "amount",
  },
  CollectionWithdrawn: {
    as: "COLLECTION_WITHDRAWN",
    to: all,
    money: true,
    subject: "instalmentName",
    amount: "amount",
  },
  PaymentFailed: { as: "PAYMENT_FAILED", to: all, money: true, subject: "instalmentName", amount: "amount" },
  PaymentGroupReleased: {
    as: "COMBINED_PAYMENT_RELEASED",
    to: all,
    money: true,
    subject: "instalmentName",
    amount: "amount",
  },
  PaymentQuarantined: {
    as: "PAYMENT_QUARANTINED",
    to: staff,
    money: true,
    subject: "instalmentName",
    // In the hundredths of whatever currency was told: the detail names it.
    amount: "toldAmount",
    detail: "toldCurrency",
  },
  PaymentReceived: { as: "PAYMENT_RECEIVED", to: all, money: true, subject: "instalmentName", amount: "amount" },
  CustomerCredited: {
    as: "CUSTOMER_CREDITED",
    to: all,
    money: true,
    subject: "instalmentName",
    amount: "amount",
    detail: "reason",
  },
  InstalmentDue: { as: "INSTALMENT_DUE", to: all, money: true, subject: "instalmentName", amount: "amount" },
  RefundRequested: {
    as: "REFUND_REQUESTED",
    to: all,
    money: true,
    subject: "refundNo",
    amount: "amount",
    detail: "reason",
  },
  RefundProposed: { as: "REFUND_PROPOSED", to: all, money: true, subject: "refundNo", amount: "amount" },
  RefundAgreed: { as: "REFUND_AGREED", to: all, money: true, subject: "refundNo", amount: "amount" },
  RefundApproved: { as: "REFUND_APPROVED", to: all, money: true, subject: "refundNo", amount: "amount" },
  RefundRejected: {
    as: "REFUND_REJECTED",
    to: all,
    money: true,
    subject: "refundNo",
    amount: "amount",
    detail: "reason",
  },
  RefundWithdrawn: { as: "REFUND_WITHDRAWN", to: all, money: true, subject: "refundNo", amount: "amount" },
  RefundHandedOver: { as: "REFUND_HANDED_OVER", to: staff, money: true, subject: "refundNo", amount: "amount" },
  RefundPartlyFailed: { as: "REFUND_PARTLY_FAILED", to: staff, money: true, subject: "refundNo", amount: "amount" },
  RefundSucceeded: { as: "REFUND_SUCCEEDED", to: all, money: true, subject: "refundNo", amount: "amount" },
  InvoiceRequested: { as: "INVOICE_REQUESTED", to: all, money: true, subject: "title", amount: "amount" },
  InvoiceIssued: { as: "INVOICE_ISSUED", to: all, money: true, subject: "title", amount: "amount" },
  InvoiceRejected: {
    as: "INVOICE_REJECTED",
    to: all,
    money: true,
    subject: "title",
    amount: "amount",
    detail: "reason",
  },
  InvoiceReversed: {
    as: "INVOICE_REVERSED",
    to: all,
    money: true,
    subject: "title",
    amount: "amount",
    detail: "reason",
  },
  InstalmentReminded: { as: "INSTALMENT_REMINDED", to: all, money: true, subject: "instalmentName", amount: "amount" },
  InstalmentOverdue: { as: "INSTALMENT_OVERDUE", to: all, money: true, subject: "instalmentName", amount: "amount" },
  InstalmentWaived: { as: "INSTALMENT_WAIVED", to: all, money: true, subject: "instalmentName", amount: "amount" },
  OfficialFeePaid: {
    as: "OFFICIAL_FEE_PAID",
    to: all,
    money: true,
    subject: "itemName",
    amount: "amount",
    detail: "reference",
  },
  WaiverProposed: {
    as: "WAIVER_PROPOSED",
    to: staff,
    money: true,
    subject: "instalmentName",
    amount: "amount",
    detail: "reason",
  },
  WaiverRejected: { as: "WAIVER_REJECTED", to: staff, money: true, subject: "instalmentName", amount: "amount" },
  WorkResumed: { as: "WORK_RESUMED", to: all },
  TicketsOpened: { as: "DELIVERY_STARTED", to: all },
  TicketOffered: { as: "TICKET_OFFERED", to: all, subject: "subject" },
  OfferDeclined: { as: "OFFER_DECLINED", to: all, subject: "subject", detail: "reason", open: never },
  OfferExpired: { as: "OFFER_EXPIRED", to: all, subject: "subject" },
  OfferWithdrawn: { as: "OFFER_WITHDRAWN", to: all, subject: "subject", detail: "reason", open: never },
  TicketNeedsHuman: { as: "TICKET_NEEDS_HUMAN", to: all, subject: "subject" },
  TicketAssigned: { as: "TICKET_ASSIGNED", to: all, subject: "subject", detail: "detail" },
  WorkStarted: { as: "WORK_STARTED", to: all, subject: "subject" },
  ProgressPosted: {
    as: "PROGRESS_POSTED",
    to: all,
    subject: "subject",
    detail: "text",
    photos: "photoIds",
    open: never,
  },
  ProgressApproved: { as: "PROGRESS_APPROVED", to: all, subject: "subject", detail: "text", photos: "photoIds" },
  ProgressRejected: { as: "PROGRESS_REJECTED", to: staff, subject: "subject", detail: "reason" },
  WorkDelivered: { as: "WORK_DELIVERED", to: all, subject: "subject" },
  WorkApproved: { as: "WORK_APPROVED", to: all, subject: "subject" },
  ReworkRequested: {
    as: "REWORK_REQUESTED",
    to: all,
    subject: "subject",
    detail: "reason",
    photos: "photoIds",
    // What staff wrote to the supplier is between them; what the customer wrote is theirs to read again.
    open: (payload) => payload["by"] === "CUSTOMER",
  },
  WorkAccepted: { as: "WORK_ACCEPTED", to: all, subject: "subject" },
  OrderCompleted: { as: "ORDER_COMPLETED", to: all },
  ReviewPublished: { as: "REVIEW_PUBLISHED", to: all },
};

export interface TimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind: TimelineKind;
  readonly money: boolean;
  readonly amount: number | null;
  readonly subject: string | null;
  readonly detail: string | null;
  readonly photoIds: readonly string[];
  readonly ticketId: string | null;
}

/** The entries that one audience may read, in the order of the facts. */
export function timelineOf(facts: readonly RecordedFact[], audience: Audience): TimelineEntry[] {
  return facts.flatMap((fact) => {
    const telling = timelineKinds[fact.kind];
    return telling?.to.includes(audience) ? [entryOf(fact, telling, audience)] : [];
  });
}

function entryOf({ streamSeq, at, payload }: RecordedFact, telling: Telling, audience: Audience): TimelineEntry {
  const open = audience === "STAFF" || (telling.open?.(payload) ?? true);
  const photos = open && telling.photos ? payload[telling.photos] : null;
  const amount = telling.amount ? payload[telling.amount] : null;
  return {
    seq: streamSeq,
    at,
    kind: telling.as,
    money: telling.money ?? false,
    amount: typeof amount === "number" ? amount : null,
    subject: textOf(payload, telling.subject),
    detail: open ? textOf(payload, telling.detail) : null,
    photoIds: Array.isArray(photos) ? photos.filter((id): id is string => typeof id === "string") : [],
    ticketId: textOf(payload, "ticketId"),
  };
}

function textOf(payload: Payload, key: string | undefined): string | null {
  const value = key === undefined ? null : payload[key];
  return typeof value === "string" && value !== "" ? value : null;
}
