import { describe, expect, it } from "vitest";
import type { RecordedFact } from "../kernel/fact.js";
import { manners } from "./manners.js";
import { type NoticeKind, noticeKinds } from "./notice.js";
import { tellingsOf } from "./route.js";
import { routes } from "./routes.js";
import type { Subject } from "./subject.js";

/** A fact and everything it may be about, each thing under a name of its own. */
const fact: RecordedFact = {
  seq: 1,
  streamSeq: 1,
  kind: "Any",
  stream: "order:ORDER",
  actorId: null,
  payload: {
    paymentId: "PAYMENT",
    refundId: "REFUND",
    reportId: "REPORT",
    contractNo: "CONTRACT",
    statementId: "STATEMENT",
  },
  at: 0,
};
const subject: Subject = {
  order: { id: "ORDER", no: "SO1", customerId: "CUSTOMER", productTitle: "整装" },
  ticket: {
    id: "TICKET",
    no: "TK1",
    itemName: "水电改造",
    regionCode: "430100",
    supplierId: "SUPPLIER",
    workerId: "WORKER",
    percent: 50,
  },
  instalment: { id: "INSTALMENT", seq: 1, count: 2, trigger: "ON_ORDER" },
  offer: { pay: 1, expiresAt: 1 },
  suppliers: [{ id: "SUPPLIER", code: "SP1", name: "匠心装饰" }],
  service: { id: "SERVICE", itemName: "水电改造" },
  inquiry: { id: "INQUIRY", no: "IQ1", title: "定制柜体", customerId: "CUSTOMER", regionCode: "430100", deadline: 1 },
  application: { id: "APPLICATION", no: "AP1", organisation: "匠心装饰" },
  quotation: { id: "QUOTATION", no: "QT1", title: "整装", customerId: "CUSTOMER", authorId: "AUTHOR" },
  product: { id: "PRODUCT", title: "整装", authorId: "AUTHOR" },
  accountId: "ACCOUNT",
};

/**
 * What was meant, kind by kind: who hears of which fact, topic, reach, page, card with the word of its state, and what
 * else it takes along. Written by hand, so that a change of any line is a change of this table too.
 */
const meant = `
ORDER_PLACED          OrderPlaced                  customer                ORDERS   QUIET  /o/ORDER                     ORDER_PLACED=待付款      amount:total receipt
ORDER_CANCELLED       OrderCancelled               customer                ORDERS   NORMAL /o/ORDER                     ORDER_CLOSED=已取消      detail:reason
ORDER_EXPIRED         OrderExpired                 customer                ORDERS   NORMAL /o/ORDER                     ORDER_CLOSED=已超时
ORDER_COMPLETED       OrderCompleted               customer                ORDERS   NORMAL /o/ORDER/review              ORDER_COMPLETED=请评价   consequence
PAYMENT_RECEIVED      PaymentReceived              customer                MONEY    NORMAL /o/ORDER                     PAYMENT_RECEIVED         amount:amount
PAYMENT_REJECTED      PaymentRejected              customer                MONEY    URGENT /o/ORDER                     PAYMENT_PROBLEM=未到账   amount:amount detail:reason
PAYMENT_FAILED        PaymentFailed                customer                MONEY    NORMAL /o/ORDER                     PAYMENT_PROBLEM=付款未成功 amount:amount
COMBINED_PAYMENT_RELEASED PaymentGroupReleased     customer                MONEY    NORMAL /o/ORDER                     -                        amount:amount
COLLECTION_TO_CONFIRM CollectionRecorded customer CollectionReminded customer                MONEY    URGENT /o/ORDER                     -                        amount:amount
CREDIT_PAID_OUT       CreditPaidOut                account                 MONEY    NORMAL /me/credit                   -                        amount:amount
CREDIT_PAYOUT_DECLINED CreditPayoutDeclined        account                 MONEY    NORMAL /me/credit                   -                        amount:amount detail:reason
CUSTOMER_CREDITED     CustomerCredited             customer                MONEY    NORMAL /o/ORDER                     PAYMENT_PROBLEM=已记余款 amount:amount
REFUND_PROPOSED       RefundProposed               customer                MONEY    URGENT /o/ORDER                     PAYMENT_PROBLEM=待您同意 amount:amount
REFUND_APPROVED       RefundApproved               customer                MONEY    NORMAL /o/ORDER                     PAYMENT_PROBLEM=退款中   amount:amount
REFUND_REJECTED       RefundRejected               customer                MONEY    NORMAL /o/ORDER                     PAYMENT_PROBLEM=未退款   amount:amount detail:reason
REFUND_SUCCEEDED      RefundSucceeded              customer                MONEY    NORMAL /o/ORDER                     PAYMENT_PROBLEM=已退款   amount:amount
INVOICE_ISSUED        InvoiceIssued                customer                MONEY    NORMAL /o/ORDER                     -                        amount:amount
INVOICE_REJECTED      InvoiceRejected              customer                MONEY    NORMAL /o/ORDER                     -                        amount:amount detail:reason
REFUND_TO_PROPOSE     RefundRequested              staff:refunds.propose   TASKS    NORMAL /refunds/REFUND              TASK=退款待处理          amount:amount
REFUND_TO_APPROVE     RefundAgreed                 staff:refunds.approve   TASKS    NORMAL /refunds/REFUND              TASK=退款待批准          amount:amount
REFUND_TO_PAY         RefundHandedOver             staff:refunds.execute   TASKS    NORMAL /refunds/REFUND              TASK=退款待转账          amount:amount
REFUND_STUCK          RefundPartlyFailed           staff:refunds.execute   TASKS    NORMAL /refunds/REFUND              TASK=退款失败            amount:amount
REFUND_BORNE          RefundBorne                  supplier:dispatch       MONEY    NORMAL /refunds                     -                        amount:amount
INSTALMENT_DUE        InstalmentDue                customer                MONEY    URGENT /o/ORDER/pay/INSTALMENT      INSTALMENT_DUE           amount:amount consequence reminder
INSTALMENT_REMINDED   InstalmentReminded           customer                MONEY    URGENT /o/ORDER/pay/INSTALMENT          INSTALMENT_DUE           amount:amount reminder
INSTALMENT_OVERDUE    InstalmentOverdue            customer                MONEY    URGENT /o/ORDER/pay/INSTALMENT          INSTALMENT_DUE           amount:amount reminder
INSTALMENT_WAIVED     InstalmentWaived             customer                MONEY    NORMAL /o/ORDER                         -                        amount:amount
OFFICIAL_FEE_PAID     OfficialFeePaid              customer                MONEY    NORMAL /o/ORDER                         -                        amount:amount detail:reference
WAIVER_TO_APPROVE     WaiverProposed               staff:payments.waive    TASKS    QUIET  /orders/ORDER                    TASK=减免待批准            amount:amount
ORDER_CONFIRMED       OrderConfirmed               customer                ORDERS   URGENT /o/ORDER                     TASK=待付款
ORDER_RETURNED        OrderReturned                customer                ORDERS   URGENT /o/ORDER                     TASK=订单被退回          detail:reason
AMENDMENT_PROPOSED    AmendmentProposed            customer                ORDERS   URGENT /o/ORDER                     TASK=变更待确认          detail:reason
AMENDMENT_APPLIED     AmendmentApplied             customer                ORDERS   NORMAL /o/ORDER                     TASK=变更已生效
CHANGE_DECLINED       ChangeDeclined               customer                ORDERS   NORMAL /o/ORDER                     TASK=申请未采纳          detail:answer
TICKET_CANCELLED      TicketCancelled              supplier:dispatch       TASKS    URGENT /t/TICKET                            TICKET_CHANGED=已取消    detail:reason
SUPPLIER_CHANGE_DECLINED SupplierChangeDeclined    supplier:dispatch       TASKS    NORMAL /t/TICKET                            TICKET_CHANGED=申请未采纳 detail:answer
ORDER_TO_AUDIT OrderHeld staff:orders.audit OrderResubmitted staff:orders.audit      TASKS    QUIET  /orders/ORDER                TASK=订单待审核
AMENDMENT_TO_AUDIT    AmendmentSubmitted           staff:orders.audit      TASKS    QUIET  /orders/ORDER/amend          TASK=变更待审核
AMENDMENT_CAME_BACK AmendmentDeclined staff:orders.edit AmendmentRejected staff:orders.edit AmendmentExpired staff:orders.edit       TASKS    NORMAL /orders/ORDER/amend          TASK=变更被退回
CHANGE_REQUESTED ChangeRequested staff:orders.edit SupplierChangeRequested staff:orders.edit       TASKS    QUIET  /orders/ORDER                TASK=变更申请
TICKET_ASSIGNED       TicketAssigned               customer                PROGRESS NORMAL /o/ORDER?focus=ticket:TICKET TICKET_ASSIGNED
WORK_STARTED          WorkStarted                  customer                PROGRESS QUIET  /o/ORDER?focus=ticket:TICKET PROGRESS=服务中          collapseMs:600000
PROGRESS_APPROVED     ProgressApproved             customer                PROGRESS NORMAL /o/ORDER?focus=ticket:TICKET PROGRESS=有新进度        collapseMs:600000 detail:text
ACCEPTANCE_DUE        WorkApproved                 customer                PROGRESS URGENT /o/ORDER/accept/TICKET       ACCEPTANCE=待验收        until:acceptance
WORK_ACCEPTED_BY_TIME WorkAccepted                 customer                PROGRESS NORMAL /o/ORDER?focus=ticket:TICKET PROGRESS=已验收
NEW_TICKET            TicketOffered                supplier:dispatch       TASKS    URGENT /offers/TICKET               NEW_TICKET               amount:pay until:offer
OFFER_EXPIRED         OfferExpired                 supplier:dispatch       TASKS    QUIET  /offers/TICKET               TICKET_CHANGED=已超时
OFFER_WITHDRAWN       OfferWithdrawn               supplier:dispatch       TASKS    QUIET  /offers/TICKET               TICKET_CHANGED=已撤回    detail:reason
PROGRESS_REJECTED     ProgressRejected             supplier:worker         TASKS    NORMAL /t/TICKET                    TICKET_CHANGED=已退回    detail:reason
WORK_RETURNED         ReworkRequested              supplier:worker         TASKS    URGENT /t/TICKET                    TICKET_CHANGED=需返工    detail:reason
WORK_ACCEPTED         WorkAccepted                 supplier:worker         ORDERS   QUIET  /t/TICKET                    TICKET_CHANGED=已验收
STATEMENT_TO_CONFIRM  StatementSent                supplier:money          MONEY    NORMAL /settlement/STATEMENT        -                        amount:amount
STATEMENT_TO_APPROVE  StatementConfirmed           staff:settlement.approve TASKS    QUIET  /settlement/STATEMENT        -                        amount:amount
STATEMENT_DISPUTED    StatementDisputed            staff:settlement.manage TASKS    NORMAL /settlement/STATEMENT        -                        amount:amount
STATEMENT_ANSWERED    StatementDisputeAnswered     supplier:money          MONEY    NORMAL /settlement/STATEMENT        -                        amount:amount detail:detail
STATEMENT_TO_PAY      StatementApproved            staff:settlement.pay    TASKS    QUIET  /settlement/STATEMENT        -                        amount:amount
STATEMENT_PAID        StatementPaid                supplier:money          MONEY    NORMAL /settlement/STATEMENT        -                        amount:amount
STATEMENT_FAILED      StatementPaymentFailed       supplier:money          MONEY    NORMAL /settlement/STATEMENT        -                        amount:amount detail:detail
STATEMENT_CANCELLED   StatementCancelled           supplier:money          MONEY    QUIET  /settlement/STATEMENT        -                        amount:amount detail:detail
REVIEW_PUBLISHED      ReviewPublished              supplier:dispatch       ORDERS   QUIET  /reviews                     -
SUPPLIER_FOUNDED      SupplierFounded              supplier:owner          ACCOUNT  LETTER /                            -
SUPPLIER_SUSPENDED    SupplierSuspended            supplier:dispatch       ACCOUNT  URGENT /                            SUPPLIER_CHANGED=已停用  detail:reason
SUPPLIER_RESUMED      SupplierResumed              supplier:dispatch       ACCOUNT  NORMAL /                            SUPPLIER_CHANGED=已恢复  detail:reason
SUPPLIER_PAUSED       SupplierPaused               supplier:dispatch       ACCOUNT  QUIET  /                            SUPPLIER_CHANGED=已暂停
SUPPLIER_UNPAUSED     SupplierUnpaused             supplier:dispatch       ACCOUNT  QUIET  /                            SUPPLIER_CHANGED=已恢复
SERVICE_APPROVED      ServiceApproved              supplier:dispatch       ACCOUNT  NORMAL /services                    SUPPLIER_CHANGED=已通过
SERVICE_REJECTED      ServiceRejected              supplier:dispatch       ACCOUNT  NORMAL /services                    SUPPLIER_CHANGED=未通过  detail:reason
SUPPLIER_TERMINATED   SupplierTerminated           supplier:owner          ACCOUNT  LETTER /                            -                        detail:reason
SERVICE_SCHEDULED     ServiceScheduled             supplier:dispatch       ACCOUNT  NORMAL /services                    SUPPLIER_CHANGED=待生效
SERVICE_IN_FORCE      ServiceTookEffect            supplier:dispatch       ACCOUNT  QUIET  /services                    SUPPLIER_CHANGED=已生效
SERVICE_ENDED         ServiceEnded                 supplier:dispatch       ACCOUNT  NORMAL /services                    SUPPLIER_CHANGED=已到期
SERVICE_RETIRED       ServiceRetired               supplier:dispatch       ACCOUNT  NORMAL /services                    SUPPLIER_CHANGED=已下架  detail:reason
CERTIFICATE_VERIFIED  CertificateVerified          supplier:dispatch       ACCOUNT  QUIET  /certificates                SUPPLIER_CHANGED=已核验
CERTIFICATE_RETURNED  CertificateReturned          supplier:dispatch       ACCOUNT  NORMAL /certificates                SUPPLIER_CHANGED=已退回  detail:reason
CERTIFICATE_EXPIRING  CertificateExpiring          supplier:dispatch       ACCOUNT  NORMAL /certificates                SUPPLIER_CHANGED=将到期  detail:paper
CERTIFICATE_EXPIRED   CertificateExpired           supplier:dispatch       ACCOUNT  URGENT /certificates                SUPPLIER_CHANGED=已过期  detail:paper
CONTRACT_TO_ISSUE     ContractDrafted              staff:contracts.manage  TASKS    QUIET  /contracts/CONTRACT          TASK=合同待出具
CONTRACT_ISSUED       ContractIssued               customer                ORDERS   URGENT /o/ORDER/contract            TASK=合同待签署
CONTRACT_TO_VERIFY    ContractUploaded             staff:contracts.verify  TASKS    QUIET  /contracts/CONTRACT          TASK=合同待核验
CONTRACT_REJECTED     ContractRejected             customer                ORDERS   URGENT /o/ORDER/contract            TASK=合同待重签          detail:reason
CONTRACT_VERIFIED     ContractVerified             customer                ORDERS   NORMAL /o/ORDER                     TASK=合同已生效
CONTRACT_VOIDED       ContractVoided               customer                ORDERS   NORMAL /o/ORDER/contract            TASK=合同已作废          detail:reason
TRANSFER_TO_CONFIRM   SlipUploaded                 staff:payments.confirm  TASKS    QUIET  /payments?id=PAYMENT         TASK=待确认到账          amount:amount
COLLECTION_DENIED     CollectionDenied             staff:payments.confirm  TASKS    NORMAL /orders/ORDER                -                        amount:amount detail:reason
COLLECTION_UNANSWERED CollectionUnanswered         staff:payments.confirm  TASKS    NORMAL /payments/denied            -                        amount:amount
CREDIT_PAYOUT_ASKED   CreditPayoutAsked            staff:payments.confirm  TASKS    QUIET  /payments/payouts           -                        amount:amount
PAYMENT_MISMATCH      PaymentQuarantined           staff:payments.confirm  TASKS    NORMAL /payments/mismatched         TASK=待核实
TICKET_NEEDS_HUMAN    TicketNeedsHuman             staff:tickets.dispatch  TASKS    NORMAL /dispatch?id=TICKET          TASK=需人工派单
PROGRESS_TO_REVIEW    ProgressPosted               staff:progress.review   TASKS    QUIET  /progress?id=REPORT          TASK=进度待审核          collapseMs:600000
WORK_TO_APPROVE       WorkDelivered                staff:progress.review   TASKS    QUIET  /work?id=TICKET              TASK=交付待审核
APPLICATION_TO_REVIEW SupplierApplicationSubmitted staff:suppliers.review  TASKS    QUIET  /applications/APPLICATION    TASK=入驻待审核
SERVICE_TO_REVIEW     ServiceProposed              staff:suppliers.review  TASKS    QUIET  /supplier-services/changes   TASK=报价待审核
SERVICES_TO_REVIEW    ServicesImported             staff:suppliers.review  TASKS    QUIET  /supplier-services/changes   TASK=报价待审核
CERTIFICATE_TO_REVIEW CertificateSubmitted         staff:suppliers.review  TASKS    QUIET  /certificates                TASK=证书待审核
BID_ARRIVED           BidArrived                   customer                ORDERS   QUIET  /inquiries/IQ1               -
BIDS_OPENED           BidsOpened                   customer                ORDERS   NORMAL /inquiries/IQ1               -                        consequence
INQUIRY_QUESTION      InquiryQuestionAsked         customer                ORDERS   NORMAL /inquiries/IQ1               -
INQUIRY_NO_BIDS       InquiryRanDry                customer                ORDERS   NORMAL /inquiries/IQ1               -
INQUIRY_CANCELLED     InquiryCancelled             customer                ORDERS   NORMAL /inquiries/IQ1               -                        detail:reason
INQUIRY_INVITED       SupplierInvited              supplier:dispatch       TASKS    URGENT /inquiries/IQ1               TASK=新询价              until:inquiry
INQUIRY_ANSWERED      SupplierQuestionAnswered     supplier:dispatch       TASKS    NORMAL /inquiries/IQ1               -
INQUIRY_DEADLINE_MOVED SupplierDeadlineMoved       supplier:dispatch       TASKS    QUIET  /inquiries/IQ1               -                        until:inquiry
INQUIRY_CALLED_OFF    BidderInquiryCancelled       supplier:dispatch       TASKS    NORMAL /inquiries/IQ1               -                        detail:reason
BID_OUTBID            SupplierOutbid               supplier:dispatch       TASKS    NORMAL /inquiries/IQ1               TASK=报价被超过          until:inquiry
BID_AWARDED           BidAwarded                   supplier:dispatch       TASKS    URGENT /inquiries/IQ1               TASK=已中选
BID_LOST              BidLost                      supplier:dispatch       TASKS    NORMAL /inquiries/IQ1               -
INQUIRY_NEEDS_HUMAN   InquiryRanDry                staff:sourcing.manage   TASKS    NORMAL /inquiries/IQ1               TASK=询价无报价
APPLICATION_RETURNED  SupplierApplicationReturned  applicant               ACCOUNT  LETTER /apply/status                -                        detail:reason
APPLICATION_REJECTED  SupplierApplicationRejected  applicant               ACCOUNT  LETTER /apply/status                -                        detail:reason
PRODUCT_TO_REVIEW     ProductSubmitted             staff:catalogue.publish TASKS    NORMAL /products/PRODUCT             -
PRODUCT_RETURNED      ProductReturned              author                  TASKS    NORMAL /products/PRODUCT             -                        detail:reason
QUOTATION_SENT        QuotationSent                customer                ORDERS   URGENT /quotes/QT1                   TASK=报价待确认                        amount:total until:validity
QUOTATION_EXPIRING    QuotationExpiring            customer                ORDERS   NORMAL /quotes/QT1                   TASK=报价将到期                        reminder until:validity
QUOTATION_EXPIRED     QuotationExpired             customer                ORDERS   QUIET  /quotes/QT1                   -
QUOTATION_WITHDRAWN   QuotationWithdrawn           customer                ORDERS   NORMAL /quotes/QT1                   -                        detail:reason
QUOTATION_ANSWERED    QuotationRequestAnswered     customer                ORDERS   NORMAL /quotes/QT1                   -
QUOTATION_REQUESTED   QuotationRequested           staff:quotations.manage TASKS    NORMAL /quotations/QT1               TASK=报价待处理
QUOTATION_CHANGE_REQUESTED QuotationChangeRequested     staff:quotations.manage TASKS    NORMAL /quotations/QT1               TASK=报价待处理
QUOTATION_TO_REVIEW   QuotationReviewAsked         staff:quotations.review TASKS    NORMAL /quotations/QT1               TASK=报价待内审
QUOTATION_RETURNED    QuotationReturned            author                  TASKS    NORMAL /quotations/QT1               TASK=报价被退回               detail:reason
QUOTATION_ACCEPTED    QuotationAccepted            staff:quotations.manage TASKS    QUIET  /quotations/QT1               -                        amount:total
QUOTATION_DECLINED    QuotationDeclined            staff:quotations.manage TASKS    QUIET  /quotations/QT1               -                        detail:reason
QUOTATION_LAPSED      QuotationExpired             staff:quotations.manage TASKS    QUIET  /quotations/QT1               -
QUOTATION_STUCK       QuotationNotEligible         staff:quotations.manage TASKS    NORMAL /quotations/QT1               TASK=报价待处理               detail:item
WECHAT_BOUND          WechatBound                  account                 ACCOUNT  LETTER /me/wechat                   -                        consequence
WECHAT_UNBOUND        WechatUnbound                account                 ACCOUNT  LETTER /me/wechat                   -                        consequence
WECHAT_UNSUBSCRIBED   WechatUnsubscribed           account                 ACCOUNT  QUIET  /me/wechat                   -
`;
const lines = new Map(
  meant
    .trim()
    .split("\n")
    .map((line) => line.split(/\s+/))
    .map(([kind = "", ...rest]) => [kind, rest]),
);

/** A line of the table as the code has it. */
function lineOf(kind: NoticeKind): string[] {
  const heard = Object.entries(routes).flatMap(([factKind, route]) =>
    tellingsOf(route).flatMap((telling) => (telling.kind === kind ? [factKind, telling.to] : [])),
  );
  const { topic, reach, page, card, ...more } = manners[kind];
  const inWechat = card ? [card.code, card.status].filter(Boolean).join("=") : "-";
  const rest = Object.entries(more).map(([name, value]) => (value === true ? name : `${name}:${value}`));
  return [...heard, topic, reach, page(subject, fact), inWechat, ...rest.sort()];
}

describe("each kind of notice", () => {
  it.each(noticeKinds)("%s is told to whom, how far, leading where and by which card was meant", (kind) => {
    expect(lineOf(kind)).toEqual(lines.get(kind));
  });

  it("has its line, and no line is for another", () => {
    expect([...lines.keys()].sort()).toEqual([...noticeKinds].sort());
  });
});
