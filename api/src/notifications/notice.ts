import type { Audience } from "../identity/account.js";

/** What people switch on and off. */
export const noticeTopics = ["ORDERS", "MONEY", "PROGRESS", "TASKS", "ACCOUNT"] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/** Ways out of the house, in the order they are tried. In the app itself every notice stands anyway. */
export const noticeChannels = ["WECHAT", "SMS", "EMAIL"] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** How far a notice goes: QUIET by WeChat alone, NORMAL also by e-mail, URGENT by everything; LETTER is a letter. */
export type Reach = "URGENT" | "NORMAL" | "QUIET" | "LETTER";

const reaches: Readonly<Record<Reach, readonly NoticeChannel[]>> = {
  URGENT: ["WECHAT", "SMS", "EMAIL"],
  NORMAL: ["WECHAT", "EMAIL"],
  QUIET: ["WECHAT"],
  LETTER: ["EMAIL"],
};

/** Every kind of notice. Pages, cards, letters and short messages have words for each. */
export const noticeKinds = [
  "ORDER_PLACED",
  "ORDER_CANCELLED",
  "ORDER_EXPIRED",
  "ORDER_COMPLETED",
  "PAYMENT_RECEIVED",
  "PAYMENT_REJECTED",
  "PAYMENT_FAILED",
  "COMBINED_PAYMENT_RELEASED",
  "CUSTOMER_CREDITED",
  "COLLECTION_TO_CONFIRM",
  "CREDIT_PAID_OUT",
  "CREDIT_PAYOUT_DECLINED",
  "REFUND_PROPOSED",
  "REFUND_APPROVED",
  "REFUND_REJECTED",
  "REFUND_SUCCEEDED",
  "INVOICE_ISSUED",
  "INVOICE_REJECTED",
  "INSTALMENT_DUE",
  "INSTALMENT_REMINDED",
  "INSTALMENT_OVERDUE",
  "INSTALMENT_WAIVED",
  "OFFICIAL_FEE_PAID",
  "WAIVER_TO_APPROVE",
  "CONTRACT_ISSUED",
  "CONTRACT_REJECTED",
  "CONTRACT_VERIFIED",
  "CONTRACT_VOIDED",
  "ORDER_CONFIRMED",
  "ORDER_RETURNED",
  "AMENDMENT_PROPOSED",
  "AMENDMENT_APPLIED",
  "CHANGE_DECLINED",
  "TICKET_CANCELLED",
  "SUPPLIER_CHANGE_DECLINED",
  "ORDER_TO_AUDIT",
  "AMENDMENT_TO_AUDIT",
  "AMENDMENT_CAME_BACK",
  "CHANGE_REQUESTED",
  "TICKET_ASSIGNED",
  "WORK_STARTED",
  "PROGRESS_APPROVED",
  "ACCEPTANCE_DUE",
  "WORK_ACCEPTED_BY_TIME",
  "NEW_TICKET",
  "OFFER_EXPIRED",
  "OFFER_WITHDRAWN",
  "PROGRESS_REJECTED",
  "WORK_RETURNED",
  "WORK_ACCEPTED",
  "REVIEW_PUBLISHED",
  "REFUND_BORNE",
  "STATEMENT_TO_CONFIRM",
  "STATEMENT_TO_APPROVE",
  "STATEMENT_DISPUTED",
  "STATEMENT_ANSWERED",
  "STATEMENT_TO_PAY",
  "STATEMENT_PAID",
  "STATEMENT_FAILED",
  "STATEMENT_CANCELLED",
  "SUPPLIER_FOUNDED",
  "SUPPLIER_SUSPENDED",
  "SUPPLIER_RESUMED",
  "SUPPLIER_PAUSED",
  "SUPPLIER_UNPAUSED",
  "SUPPLIER_TERMINATED",
  "SERVICE_APPROVED",
  "SERVICE_SCHEDULED",
  "SERVICE_IN_FORCE",
  "SERVICE_ENDED",
  "SERVICE_RETIRED",
  "SERVICE_REJECTED",
  "CERTIFICATE_VERIFIED",
  "CERTIFICATE_RETURNED",
  "CERTIFICATE_EXPIRING",
  "CERTIFICATE_EXPIRED",
  "BID_ARRIVED",
  "BIDS_OPENED",
  "INQUIRY_QUESTION",
  "INQUIRY_NO_BIDS",
  "INQUIRY_CANCELLED",
  "INQUIRY_INVITED",
  "INQUIRY_ANSWERED",
  "INQUIRY_DEADLINE_MOVED",
  "INQUIRY_CALLED_OFF",
  "BID_OUTBID",
  "BID_AWARDED",
  "BID_LOST",
  "INQUIRY_NEEDS_HUMAN",
  "TRANSFER_TO_CONFIRM",
  "COLLECTION_DENIED",
  "COLLECTION_UNANSWERED",
  "CREDIT_PAYOUT_ASKED",
  "CONTRACT_TO_ISSUE",
  "CONTRACT_TO_VERIFY",
  "PAYMENT_MISMATCH",
  "REFUND_TO_PROPOSE",
  "REFUND_TO_APPROVE",
  "REFUND_TO_PAY",
  "REFUND_STUCK",
  "TICKET_NEEDS_HUMAN",
  "PROGRESS_TO_REVIEW",
  "WORK_TO_APPROVE",
  "APPLICATION_TO_REVIEW",
  "SERVICE_TO_REVIEW",
  "SERVICES_TO_REVIEW",
  "CERTIFICATE_TO_REVIEW",
  "APPLICATION_RETURNED",
  "APPLICATION_REJECTED",
  "PRODUCT_TO_REVIEW",
  "PRODUCT_RETURNED",
  "QUOTATION_SENT",
  "QUOTATION_EXPIRING",
  "QUOTATION_EXPIRED",
  "QUOTATION_WITHDRAWN",
  "QUOTATION_ANSWERED",
  "QUOTATION_REQUESTED",
  "QUOTATION_CHANGE_REQUESTED",
  "QUOTATION_TO_REVIEW",
  "QUOTATION_RETURNED",
  "QUOTATION_ACCEPTED",
  "QUOTATION_DECLINED",
  "QUOTATION_LAPSED",
  "QUOTATION_STUCK",
  "WECHAT_BOUND",
  "WECHAT_UNBOUND",
  "WECHAT_UNSUBSCRIBED",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const subjectTypes = [
  "ORDER",
  "TICKET",
  "INQUIRY",
  "QUOTATION",
  "PRODUCT",
  "APPLICATION",
  "SERVICE",
  "SUPPLIER",
  "ACCOUNT",
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** Who reads a notice: the owner of an account, or an applicant who has none yet and gets letters. */
export type NoticeAudience = Audience | "APPLICANT";

/** What a notice tells besides its kind: values of that moment, never looked up again. Amounts in fen, instants in ms. */
export interface NoticeParams {
  /** Number of the order, ticket or application, as its reader knows it; of a service the code of its supplier. */
  readonly no?: string;
  /** The product, or the organisation that applies. */
  readonly title?: string;
  /** The service item. */
  readonly item?: string;
  readonly amount?: number;
  /** What somebody wrote: a reason or a report. */
  readonly detail?: string;
  readonly supplier?: string;
  readonly percent?: number;
  /** Which instalment of how many. */
  readonly seq?: number;
  readonly count?: number;
  readonly until?: number;
  readonly tender?: string;
  readonly region?: string;
}

/** The way to try first, or after `after` did not work; null when none is left. */
export function nextChannel(
  reach: Reach,
  after: NoticeChannel | null,
  open: (channel: NoticeChannel) => boolean,
): NoticeChannel | null {
  const ways = reaches[reach];
  return ways.slice(after === null ? 0 : ways.indexOf(after) + 1).find(open) ?? null;
}

/** What of an address staff may see: enough to recognise it, too little to use it. */
export function maskAddress(channel: NoticeChannel, address: string): string {
  if (channel === "SMS") return address.replace(/^(.{3}).*(.{4})$/, "$1****$2");
  if (channel === "WECHAT") return `${address.slice(0, 4)}…${address.slice(-4)}`;
  const [local = "", host = ""] = address.split("@");
  return `${local.slice(0, 1)}***@${host}`;
}
