import { type Route, silent, type Telling, tell, tellingsOf } from "./route.js";

/** What a person hears of each fact, or why nobody does. Every kind that anything records has its line here. */
export const routes = {
  // An order and its money
  OrderPlaced: tell("customer", "ORDER_PLACED"),
  OrderQuoted: silent("Its customer accepted the quotation; staff hear of that."),
  OrderCancelled: tell("customer", "ORDER_CANCELLED"),
  OrderExpired: tell("customer", "ORDER_EXPIRED"),
  OrderCompleted: tell("customer", "ORDER_COMPLETED"),
  InstalmentDue: tell("customer", "INSTALMENT_DUE"),
  InstalmentReminded: tell("customer", "INSTALMENT_REMINDED"),
  InstalmentOverdue: tell("customer", "INSTALMENT_OVERDUE"),
  InstalmentWaived: tell("customer", "INSTALMENT_WAIVED"),
  WaiverProposed: tell("staff:payments.waive", "WAIVER_TO_APPROVE"),
  WaiverRejected: silent("Who proposed it sees it on the order; its customer never knew of it."),
  WorkResumed: silent("Dispatch hears it; the payment that set the work free was told."),
  PaymentStarted: silent("Who pays is looking at the page that says so."),
  PaymentReceived: tell("customer", "PAYMENT_RECEIVED"),
  PaymentFailed: tell("customer", "PAYMENT_FAILED"),
  PaymentRejected: tell("customer", "PAYMENT_REJECTED"),
  CollectionRecorded: tell("customer", "COLLECTION_TO_CONFIRM"),
  CollectionDenied: tell("staff:payments.confirm", "COLLECTION_DENIED"),
  CollectionWithdrawn: silent("The customer's page asks no more; nothing had been booked."),
  CustomerCredited: tell("customer", "CUSTOMER_CREDITED"),
  SlipUploaded: tell("staff:payments.confirm", "TRANSFER_TO_CONFIRM"),
  PaymentQuarantined: tell("staff:payments.confirm", "PAYMENT_MISMATCH"),
  RefundRequested: tell("staff:refunds.propose", "REFUND_TO_PROPOSE"),
  RefundProposed: tell("customer", "REFUND_PROPOSED"),
  RefundAgreed: tell("staff:refunds.approve", "REFUND_TO_APPROVE"),
  RefundApproved: tell("customer", "REFUND_APPROVED"),
  RefundRejected: tell("customer", "REFUND_REJECTED"),
  RefundWithdrawn: silent("Who withdrew it knows, and nothing is left to do."),
  RefundHandedOver: tell("staff:refunds.execute", "REFUND_TO_PAY"),
  RefundPartlyFailed: tell("staff:refunds.execute", "REFUND_STUCK"),
  RefundSucceeded: tell("customer", "REFUND_SUCCEEDED"),
  RefundBorne: tell("supplier:dispatch", "REFUND_BORNE"),

  // A quotation
  QuotationDrafted: silent("A draft is staff's own affair until it is sent."),
  QuotationRequested: tell("staff:quotations.manage", "QUOTATION_REQUESTED"),
  QuotationReviewAsked: tell("staff:quotations.review", "QUOTATION_TO_REVIEW"),
  QuotationReturned: tell("author", "QUOTATION_RETURNED"),
  QuotationSent: tell("customer", "QUOTATION_SENT"),
  QuotationPrinted: silent("It only makes the page show the document."),
  QuotationExpiring: tell("customer", "QUOTATION_EXPIRING"),
  QuotationExpired: [tell("customer", "QUOTATION_EXPIRED"), tell("staff:quotations.manage", "QUOTATION_LAPSED")],
  QuotationWithdrawn: tell("customer", "QUOTATION_WITHDRAWN"),
  QuotationDraftDropped: silent("Nobody outside knew of it."),
  QuotationDeclined: tell("staff:quotations.manage", "QUOTATION_DECLINED"),
  QuotationChangeRequested: tell("staff:quotations.manage", "QUOTATION_CHANGE_REQUESTED"),
  QuotationRequestAnswered: tell("customer", "QUOTATION_ANSWERED"),
  QuotationAccepted: tell("staff:quotations.manage", "QUOTATION_ACCEPTED"),
  QuotationNotEligible: tell("staff:quotations.manage", "QUOTATION_STUCK"),

  // A contract
  ContractDrafted: tell("staff:contracts.manage", "CONTRACT_TO_ISSUE"),
  ContractIssued: tell("customer", "CONTRACT_ISSUED"),
  ContractUploaded: tell("staff:contracts.verify", "CONTRACT_TO_VERIFY"),
  ContractRejected: tell("customer", "CONTRACT_REJECTED"),
  ContractVerified: tell("customer", "CONTRACT_VERIFIED"),
  ContractVoided: tell("customer", "CONTRACT_VOIDED"),
  ContractFulfilled: silent("The completion of its order was told."),
  ContractTerminated: silent("The end of its order was told."),

  // Forms
  FormIssued: silent("What it records was told; the form is found with its order."),
  FormVoided: silent("Staff do it by hand and say so to whom it concerns; the form itself says that it is void."),

  // Invoices
  InvoiceRequested: silent("It waits in the staff's queue of invoices; the queue shows how long."),
  InvoiceIssued: silent("Its customer finds it on the order's page, where it was asked for."),
  InvoiceRejected: silent("Its customer reads why on the order's page, where it was asked for."),
  InvoiceReversed: silent("The refund it makes way for is told."),

  // Finding who does the work
  TicketsOpened: silent("The payment that opened them was told, and who takes each one will be."),
  TicketReady: silent("Dispatch hears it; people hear of the offer that follows."),
  TicketOffered: tell("supplier:dispatch", "NEW_TICKET"),
  OfferDeclined: silent("Another supplier is asked at once; a person hears when nobody is left."),
  OfferExpired: tell("supplier:dispatch", "OFFER_EXPIRED"),
  OfferWithdrawn: tell("supplier:dispatch", "OFFER_WITHDRAWN"),
  TicketNeedsHuman: tell("staff:tickets.dispatch", "TICKET_NEEDS_HUMAN"),
  TicketAssigned: tell("customer", "TICKET_ASSIGNED"),

  // The work
  WorkStarted: tell("customer", "WORK_STARTED"),
  ProgressPosted: tell("staff:progress.review", "PROGRESS_TO_REVIEW"),
  ProgressApproved: tell("customer", "PROGRESS_APPROVED"),
  ProgressRejected: tell("supplier:worker", "PROGRESS_REJECTED"),
  WorkDelivered: tell("staff:progress.review", "WORK_TO_APPROVE"),
  WorkApproved: tell("customer", "ACCEPTANCE_DUE"),
  ReworkRequested: tell("supplier:worker", "WORK_RETURNED"),
  WorkAccepted: [tell("customer", "WORK_ACCEPTED_BY_TIME"), tell("supplier:worker", "WORK_ACCEPTED")],
  ReviewPublished: tell("supplier:dispatch", "REVIEW_PUBLISHED"),

  // Paying suppliers
  StatementSent: tell("supplier:money", "STATEMENT_TO_CONFIRM"),
  StatementConfirmed: tell("staff:settlement.approve", "STATEMENT_TO_APPROVE"),
  StatementDisputed: tell("staff:settlement.manage", "STATEMENT_DISPUTED"),
  StatementDisputeAnswered: tell("supplier:money", "STATEMENT_ANSWERED"),
  StatementApproved: tell("staff:settlement.pay", "STATEMENT_TO_PAY"),
  StatementPaying: silent("The supplier hears when the money has left, and why when it has not."),
  StatementPaid: tell("supplier:money", "STATEMENT_PAID"),
  StatementPaymentFailed: tell("supplier:money", "STATEMENT_FAILED"),
  StatementCancelled: tell("supplier:money", "STATEMENT_CANCELLED"),

  // Suppliers and what they offer
  SupplierApplicationSubmitted: tell("staff:suppliers.review", "APPLICATION_TO_REVIEW"),
  SupplierApplicationWithdrawn: silent("It leaves the reviewers' queue; nobody has to act."),
  SupplierApplicationReturned: tell("applicant", "APPLICATION_RETURNED"),
  SupplierApplicationRejected: tell("applicant", "APPLICATION_REJECTED"),
  SupplierApplicationApproved: silent("The supplier that is founded with it is told, with the way in."),
  SupplierFounded: tell("supplier:owner", "SUPPLIER_FOUNDED"),
  SupplierSuspended: tell("supplier:dispatch", "SUPPLIER_SUSPENDED"),
  SupplierResumed: tell("supplier:dispatch", "SUPPLIER_RESUMED"),
  SupplierPaused: tell("supplier:dispatch", "SUPPLIER_PAUSED"),
  SupplierUnpaused: tell("supplier:dispatch", "SUPPLIER_UNPAUSED"),
  SupplierPausePlanned: silent("The supplier plans it itself and sees it where it does; it is told when it begins."),
  SupplierPauseDropped: silent("The supplier drops its own plan and sees it where it does."),
  SupplierTerminated: tell("supplier:owner", "SUPPLIER_TERMINATED"),
  CalendarSaved: silent("The supplier's own days; dispatch reads them when it asks somebody."),
  ColleagueInvited: silent("Who is invited gets a letter with their link; nobody else has to act."),
  ColleagueRemoved: silent("The account is shut at that moment: there is nobody left to read it."),
  ServiceProposed: tell("staff:suppliers.review", "SERVICE_TO_REVIEW"),
  ServiceApproved: tell("supplier:dispatch", "SERVICE_APPROVED"),
  ServiceRejected: tell("supplier:dispatch", "SERVICE_REJECTED"),
  ServiceWithdrawn: silent("It leaves the reviewers' queue; nobody has to act."),
  ServiceScheduled: tell("supplier:dispatch", "SERVICE_SCHEDULED"),
  ServiceTookEffect: tell("supplier:dispatch", "SERVICE_IN_FORCE"),
  ServiceEnded: tell("supplier:dispatch", "SERVICE_ENDED"),
  ServiceRetired: tell("supplier:dispatch", "SERVICE_RETIRED"),
  ServicesImported: tell("staff:suppliers.review", "SERVICES_TO_REVIEW"),
  ServicePaused: silent("The supplier does it itself and sees it where it does it."),
  ServiceResumed: silent("The supplier does it itself and sees it where it does it."),

  // Papers
  CertificateSubmitted: tell("staff:suppliers.review", "CERTIFICATE_TO_REVIEW"),
  CertificateWithdrawn: silent("It leaves the reviewers' queue; nobody has to act."),
  CertificateVerified: tell("supplier:dispatch", "CERTIFICATE_VERIFIED"),
  CertificateReturned: tell("supplier:dispatch", "CERTIFICATE_RETURNED"),
  CertificateExpiring: tell("supplier:dispatch", "CERTIFICATE_EXPIRING"),
  CertificateExpired: tell("supplier:dispatch", "CERTIFICATE_EXPIRED"),

  // The shelf
  ProductDraftSaved: silent("A draft is its editors' own affair."),
  ProductSubmitted: tell("staff:catalogue.publish", "PRODUCT_TO_REVIEW"),
  ProductWithdrawn: silent("It leaves the reviewers' list; nobody has to act."),
  ProductReturned: tell("author", "PRODUCT_RETURNED"),
  ProductPublished: silent("The shop shows it; nobody waits for it."),
  ProductArchived: silent("The shop stops showing it; its orders go on."),
  PlanTemplateSaved: silent("Products copy it when they are written; none changes by it."),
  ServiceItemSaved: silent("An item is edited before anybody relies on it."),
  ServiceItemActivated: silent("Suppliers find it when they look for more to offer."),
  SynonymsSaved: silent("The next search follows it; who looks back reads who said so."),
  SynonymsDropped: silent("The next search follows it; who looks back reads who said so."),
  ServiceItemRetired: silent("It can be retired only while no product on sale uses it."),

  // Prices and what the business decides
  PolicyChanged: silent("Administrators decide it; whoever asks later reads who did."),
  FormulaDraftSaved: silent("A draft is its editors' own affair."),
  FormulaPublished: silent("Prices follow it from its date; nobody waits for it."),
  FormulaRetired: silent("Prices follow the version before it; nobody waits for it."),
  PriceRuleDraftSaved: silent("A draft is its editors' own affair."),
  PriceRuleActivated: silent("Prices follow it from its date; nobody waits for it."),
  PriceRuleEnded: silent("Prices go on without it; nobody waits for it."),
  PriceRulesReordered: silent("Prices follow the new order; nobody waits for it."),
  CouponMade: silent("Whoever gives it away tells of it."),
  CouponMoved: silent("Who types its code sees whether it counts."),
  CustomerGroupSaved: silent("A group is its editors' own affair."),
  CustomerJoinedGroup: silent("The prices a customer sees tell it."),
  CustomerLeftGroup: silent("The prices a customer sees tell it."),
  // Inquiries and bids
  InquiryToRoute: silent("Routing hears it; suppliers are told when they are invited."),
  InquiryRouted: silent("Its customer sees on the page how many were asked."),
  InvitationMoved: silent("It moves the counters of the inquiry's page."),
  BidArrived: tell("customer", "BID_ARRIVED"),
  BidWithdrawn: silent("It moves the counters; what is left to choose from is told at the deadline."),
  BidExpired: silent("What is left to choose from is on the page; when nothing is, a person takes over."),
  InquiryQuestionAsked: tell("customer", "INQUIRY_QUESTION"),
  InquiryQuestionAnswered: silent("Those who may read the answer are told by a fact of their own."),
  InquiryDeadlineMoved: silent("Who is invited is told by a fact of their own; the page counts down to the new one."),
  BidsOpened: tell("customer", "BIDS_OPENED"),
  InquiryRanDry: [tell("customer", "INQUIRY_NO_BIDS"), tell("staff:sourcing.manage", "INQUIRY_NEEDS_HUMAN")],
  InquiryAwarded: silent(
    "The quotation it made is told: to its customer when it is sent, to a reviewer when it has to wait.",
  ),
  InquiryCancelled: tell("customer", "INQUIRY_CANCELLED"),
  SupplierInvited: tell("supplier:dispatch", "INQUIRY_INVITED"),
  SupplierQuestionAnswered: tell("supplier:dispatch", "INQUIRY_ANSWERED"),
  SupplierDeadlineMoved: tell("supplier:dispatch", "INQUIRY_DEADLINE_MOVED"),
  SupplierOutbid: tell("supplier:dispatch", "BID_OUTBID"),
  BidAwarded: tell("supplier:dispatch", "BID_AWARDED"),
  BidLost: tell("supplier:dispatch", "BID_LOST"),
  BidderInquiryCancelled: tell("supplier:dispatch", "INQUIRY_CALLED_OFF"),
  BidderInquiryMoved: silent("It makes the pages of one bidder look again."),

  // WeChat
  WechatBound: tell("account", "WECHAT_BOUND"),
  WechatUnbound: tell("account", "WECHAT_UNBOUND"),
  WechatUnsubscribed: tell("account", "WECHAT_UNSUBSCRIBED"),
  WechatResubscribed: silent("Who follows again is greeted in the chat itself."),

  // What only makes pages look again
  QueuesMoved: silent("It moves the counters of pages; what came is told by its own fact."),
  SupplierWorkMoved: silent("It moves the counters of pages; what came is told by its own fact."),
  WechatAnswerLate: silent("The answer itself is sent to the chat."),
  WechatSceneMoved: silent("It moves the one page that shows the code."),
  InboxMoved: silent("It is what a notice does, not what one tells."),
} as const satisfies Record<string, Route>;

/** The kinds of facts that make a notice. */
export const toldKinds: readonly string[] = Object.entries(routes).flatMap(([kind, route]) =>
  tellingsOf(route).length > 0 ? [kind] : [],
);

/** The notices a fact of this kind makes; none for one that is silent or unknown. */
export function noticesOf(factKind: string): readonly Telling[] {
  const route = (routes as Readonly<Record<string, Route>>)[factKind];
  return route ? tellingsOf(route) : [];
}
