import type { RecordedFact } from "../kernel/fact.js";
import type { Subject } from "./subject.js";

/** The page a notice leads to, as a path within its reader's app. */
export type Page = (subject: Subject, fact: RecordedFact) => string;

const inOrder = (subject: Subject): string => `/o/${subject.order?.id ?? ""}`;
const ofInquiry = (subject: Subject): string => `/inquiries/${subject.inquiry?.no ?? ""}`;
const inQuotation = (subject: Subject): string => `/quotes/${subject.quotation?.no ?? ""}`;
const inQuotations = (subject: Subject): string => `/quotations/${subject.quotation?.no ?? ""}`;
const ticketId = (subject: Subject): string => subject.ticket?.id ?? "";
const told = (fact: RecordedFact, key: string): string => {
  const id = fact.payload[key];
  return typeof id === "string" ? id : "";
};

/** The shop's pages. */
export const shop = {
  order: inOrder,
  ticket: (subject: Subject) => `${inOrder(subject)}?focus=ticket:${ticketId(subject)}`,
  acceptance: (subject: Subject) => `${inOrder(subject)}/accept/${ticketId(subject)}`,
  pay: (subject: Subject) => `${inOrder(subject)}/pay/${subject.instalment?.id ?? ""}`,
  contract: (subject: Subject) => `${inOrder(subject)}/contract`,
  review: (subject: Subject) => `${inOrder(subject)}/review`,
  inquiry: ofInquiry,
  quotation: inQuotation,
  credit: () => "/me/credit",
} satisfies Record<string, Page>;

/** The supplier's workspace. */
export const desk = {
  today: () => "/",
  offer: (subject: Subject) => `/offers/${ticketId(subject)}`,
  ticket: (subject: Subject) => `/t/${ticketId(subject)}`,
  services: () => "/services",
  certificates: () => "/certificates",
  reviews: () => "/reviews",
  refunds: () => "/refunds",
  statement: (_subject: Subject, fact: RecordedFact) => `/settlement/${told(fact, "statementId")}`,
  inquiry: ofInquiry,
} satisfies Record<string, Page>;

/** The operations console. */
export const office = {
  order: (subject: Subject) => `/orders/${subject.order?.id ?? ""}`,
  amendment: (subject: Subject) => `/orders/${subject.order?.id ?? ""}/amend`,
  payment: (_subject: Subject, fact: RecordedFact) => `/payments?id=${told(fact, "paymentId")}`,
  contract: (_subject: Subject, fact: RecordedFact) => `/contracts/${told(fact, "contractNo")}`,
  refund: (_subject: Subject, fact: RecordedFact) => `/refunds/${told(fact, "refundId")}`,
  statement: (_subject: Subject, fact: RecordedFact) => `/settlement/${told(fact, "statementId")}`,
  denied: () => "/payments/denied",
  payouts: () => "/payments/payouts",
  mismatched: () => "/payments/mismatched",
  dispatch: (subject: Subject) => `/dispatch?id=${ticketId(subject)}`,
  report: (_subject: Subject, fact: RecordedFact) => `/progress?id=${told(fact, "reportId")}`,
  work: (subject: Subject) => `/work?id=${ticketId(subject)}`,
  application: (subject: Subject) => `/applications/${subject.application?.id ?? ""}`,
  inquiry: ofInquiry,
  quotation: inQuotations,
  product: (subject: Subject) => `/products/${subject.product?.id ?? ""}`,
  proposedServices: () => "/supplier-services/changes",
  certificates: () => "/certificates",
} satisfies Record<string, Page>;

/** In every app. */
export const own = { wechat: () => "/me/wechat" } satisfies Record<string, Page>;

/** An applicant's page is opened by the letter's private link, which no row keeps. */
export const apply = { status: () => "/apply/status" } satisfies Record<string, Page>;
