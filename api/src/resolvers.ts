import { EligibleSuppliersResolver, ProductComponentResolver } from "./catalogue/component.graphql.js";
import { CategoryResolver, ServiceItemResolver, StaffServiceItemResolver } from "./catalogue/item.graphql.js";
import { ItemDeedsResolver } from "./catalogue/item-deeds.graphql.js";
import {
  ItemOfApplicationServiceResolver,
  ItemOfCapacityDayResolver,
  ItemOfCertificateNeedResolver,
  ItemOfMyServiceResolver,
  ItemOfStaffServiceResolver,
  ItemOfSupplierCalendarResolver,
} from "./catalogue/item-of-service.graphql.js";
import { PlanTemplateResolver } from "./catalogue/plan-template.graphql.js";
import { ProductResolver } from "./catalogue/product.graphql.js";
import { ProductDeedsResolver } from "./catalogue/product-deeds.graphql.js";
import { ProductReviewResolver } from "./catalogue/product-review.graphql.js";
import { ProductFacetsResolver } from "./catalogue/search-facets.graphql.js";
import { SuggestionResolver } from "./catalogue/search-suggestions.graphql.js";
import { StaffProductResolver } from "./catalogue/staff-product.graphql.js";
import { SynonymResolver } from "./catalogue/synonym.graphql.js";
import { ProductVersionResolver } from "./catalogue/version.graphql.js";
import { VersionDiffResolver } from "./catalogue/version-diff.graphql.js";
import { ContractResolver } from "./contracts/contract.graphql.js";
import { ContractChangesResolver } from "./contracts/contract-changes.graphql.js";
import { ContractDeedsResolver } from "./contracts/contract-deeds.graphql.js";
import { ContractReviewResolver } from "./contracts/contract-review.graphql.js";
import { ContractTemplateResolver, ContractWordingResolver } from "./contracts/contract-template.graphql.js";
import { StaffContractResolver } from "./contracts/staff-contract.graphql.js";
import { FormResolver, OrderFormsResolver, SupplierTicketFormsResolver } from "./documents/form.graphql.js";
import { FormWordingResolver } from "./documents/form-wording.graphql.js";
import { InvoiceResolver, OrderInvoicesResolver } from "./documents/invoice.graphql.js";
import { OrderMoneyFlowResolver, StaffOrderMoneyFlowResolver } from "./documents/money-flow.graphql.js";
import { StaffFormResolver, StaffOrderFormsResolver } from "./documents/staff-form.graphql.js";
import { StaffInvoiceResolver, StaffOrderInvoicesResolver } from "./documents/staff-invoice.graphql.js";
import { DispatchResolver, SupplierLoadResolver } from "./fulfilment/dispatch.graphql.js";
import { LiveResolver } from "./fulfilment/live.graphql.js";
import { StaffOrderComponentCostResolver, StaffOrderCostResolver } from "./fulfilment/order-cost.graphql.js";
import { OrderDeliveryResolver, StaffOrderDeliveryResolver } from "./fulfilment/order-delivery.graphql.js";
import { SupplierPayResolver } from "./fulfilment/own-pay.graphql.js";
import { StaffReportResolver, StaffTicketReportsResolver } from "./fulfilment/progress-review.graphql.js";
import { QueuesResolver } from "./fulfilment/queues.graphql.js";
import { SignOffResolver } from "./fulfilment/sign-off.graphql.js";
import {
  DispatchAttemptResolver,
  DispatchCandidateResolver,
  StaffTicketResolver,
} from "./fulfilment/staff-ticket.graphql.js";
import { SupplierTicketResolver } from "./fulfilment/supplier-ticket.graphql.js";
import { SupplierWorkResolver } from "./fulfilment/supplier-work.graphql.js";
import { TicketResolver } from "./fulfilment/ticket.graphql.js";
import { TicketChangeResolver, TicketChangesResolver } from "./fulfilment/ticket-change.graphql.js";
import { StaffTicketDayResolver, SupplierTicketDayResolver } from "./fulfilment/ticket-day.graphql.js";
import { ProgressReportResolver } from "./fulfilment/ticket-parts.graphql.js";
import { TicketPlanResolver } from "./fulfilment/ticket-plan.graphql.js";
import { WorkReviewResolver } from "./fulfilment/work-review.graphql.js";
import { ApiKeyResolver } from "./identity/api-key.graphql.js";
import { IdentityResolver } from "./identity/identity.graphql.js";
import { PolicyChangeResolver } from "./identity/policy-change.graphql.js";
import { RoleResolver, StaffResolver } from "./identity/staff.graphql.js";
import { InboxResolver } from "./notifications/inbox.graphql.js";
import { PreferenceResolver } from "./notifications/preference.graphql.js";
import { SendsResolver } from "./notifications/sends.graphql.js";
import {
  AcceptQuotationResolver,
  OrderOfStaffQuotationResolver,
  QuotationOfOrderResolver,
  QuotationOfStaffOrderResolver,
} from "./orders/accept-quotation.graphql.js";
import { AmendmentLineResolver, AmendmentResolver, OrderAmendmentsResolver } from "./orders/amendment.graphql.js";
import { AmendmentDeedsResolver } from "./orders/amendment-deeds.graphql.js";
import { ChangeRequestDeedsResolver } from "./orders/change-request-deeds.graphql.js";
import { OrderComponentResolver, OrderResolver } from "./orders/order.graphql.js";
import { OrderAuditResolver } from "./orders/order-audit.graphql.js";
import {
  ContractOrderResolver,
  OrderContractResolver,
  StaffContractOrderResolver,
  StaffOrderContractResolver,
} from "./orders/order-contract.graphql.js";
import { OrderDeedsResolver } from "./orders/order-deeds.graphql.js";
import { OrderPriceResolver, StaffOrderPriceResolver } from "./orders/order-price.graphql.js";
import { OrderServiceDayResolver, StaffOrderServiceDayResolver } from "./orders/service-day.graphql.js";
import {
  ChangeRequestResolver,
  StaffAmendmentLineResolver,
  StaffAmendmentResolver,
  StaffChangeRequestResolver,
  StaffOrderAmendmentsResolver,
} from "./orders/staff-amendment.graphql.js";
import { StaffOrderComponentResolver, StaffOrderResolver } from "./orders/staff-order.graphql.js";
import { TimelineResolver } from "./orders/timeline.graphql.js";
import { WantedDaysResolver } from "./orders/wanted-days.graphql.js";
import { CreditResolver } from "./payments/credit.graphql.js";
import { CreditDeedsResolver } from "./payments/credit-deeds.graphql.js";
import { InstalmentResolver, OrderMoneyResolver, StaffOrderMoneyResolver } from "./payments/instalment.graphql.js";
import { JournalResolver } from "./payments/journal.graphql.js";
import { LedgerResolver, PostingResolver, StaffOrderLedgerResolver } from "./payments/ledger.graphql.js";
import { AccountPostingResolver, LedgerAccountResolver } from "./payments/ledger-account.graphql.js";
import { LedgerClosingResolver } from "./payments/ledger-closing.graphql.js";
import { OfficialFeeResolver, StaffLineFeeResolver } from "./payments/official-fee.graphql.js";
import { PaymentResolver, StaffOrderPaymentsResolver } from "./payments/payment.graphql.js";
import { PaymentDeedsResolver } from "./payments/payment-deeds.graphql.js";
import { InstalmentGroupResolver, PaymentGroupResolver } from "./payments/payment-group.graphql.js";
import { OrderRefundsResolver, RefundResolver } from "./payments/refund.graphql.js";
import { RefundDeedsResolver } from "./payments/refund-deeds.graphql.js";
import { StaffOrderRefundsResolver, StaffRefundResolver } from "./payments/staff-refund.graphql.js";
import { StaffRefundDeedsResolver } from "./payments/staff-refund-deeds.graphql.js";
import { SupplierRefundResolver } from "./payments/supplier-refund.graphql.js";
import { TenderDeedsResolver } from "./payments/tender-deeds.graphql.js";
import { UnidentifiedResolver } from "./payments/unidentified.graphql.js";
import { UnidentifiedDeedsResolver } from "./payments/unidentified-deeds.graphql.js";
import { WaiverDeedsResolver } from "./payments/waiver-deeds.graphql.js";
import { WaiversToApproveResolver } from "./payments/waivers-to-approve.graphql.js";
import { DeadLetterResolver } from "./platform/dead-letter.graphql.js";
import { PoliciesResolver } from "./platform/policies.graphql.js";
import { SettingResolver } from "./platform/setting.graphql.js";
import { AgreedPriceLineResolver } from "./pricing/agreed-price.graphql.js";
import { CouponResolver } from "./pricing/coupon.graphql.js";
import { ComponentEstimateResolver } from "./pricing/estimate.graphql.js";
import { FormulaResolver, FormulaVersionResolver } from "./pricing/formula.graphql.js";
import { FormulaDeedsResolver } from "./pricing/formula-deeds.graphql.js";
import { CustomerGroupResolver } from "./pricing/group.graphql.js";
import { ComponentOffersResolver, OfferDayResolver } from "./pricing/offers.graphql.js";
import { PriceResolver } from "./pricing/price.graphql.js";
import { PriceRuleResolver, PriceRuleVersionResolver } from "./pricing/rule.graphql.js";
import { PriceRuleDeedsResolver } from "./pricing/rule-deeds.graphql.js";
import { SimulationResolver } from "./pricing/simulation.graphql.js";
import { StaffPriceEffectResolver, StaffPriceLineResolver, StaffPriceResolver } from "./pricing/staff-price.graphql.js";
import { QuotableResolver } from "./quotations/quotable.graphql.js";
import { QuotationLineResolver, QuotationResolver, QuotationVersionResolver } from "./quotations/quotation.graphql.js";
import { QuotationDeedsResolver } from "./quotations/quotation-deeds.graphql.js";
import { QuotationLiveResolver } from "./quotations/quotation-live.graphql.js";
import {
  StaffQuotationLineResolver,
  StaffQuotationResolver,
  StaffQuotationVersionResolver,
} from "./quotations/staff-quotation.graphql.js";
import { StaffQuotationDeedsResolver } from "./quotations/staff-quotation-deeds.graphql.js";
import { SupplierQuotationResolver } from "./quotations/supplier-quotation.graphql.js";
import { OrderNextStepResolver, StaffOrderNextStepResolver } from "./reviews/next-step.graphql.js";
import {
  OrderReviewResolver,
  ReviewResolver,
  StaffOrderReviewResolver,
  SupplierScoreResolver,
} from "./reviews/review.graphql.js";
import { ProductReviewsResolver, ReviewOrderResolver } from "./reviews/review-order.graphql.js";
import { SettlementResolver, SupplierAccountResolver } from "./settlement/settlement.graphql.js";
import { StatementResolver } from "./settlement/statement.graphql.js";
import { StatementDeedsResolver } from "./settlement/statement-deeds.graphql.js";
import { StatementQueuesResolver } from "./settlement/statement-queues.graphql.js";
import { SupplierMoneyResolver } from "./settlement/supplier-money.graphql.js";
import { BidDeedsResolver } from "./sourcing/bid-deeds.graphql.js";
import { SupplierInquiryResolver } from "./sourcing/bidder-inquiry.graphql.js";
import { InquiryBidResolver, InquiryResolver } from "./sourcing/inquiry.graphql.js";
import { InquiryDeedsResolver } from "./sourcing/inquiry-deeds.graphql.js";
import { BidDraftResolver, MyBidResolver, MyBidVersionResolver } from "./sourcing/my-bid.graphql.js";
import { SourcingLiveResolver } from "./sourcing/sourcing-live.graphql.js";
import { StaffInquiryBidResolver, StaffInquiryResolver } from "./sourcing/staff-inquiry.graphql.js";
import { StaffInquiryDeedsResolver } from "./sourcing/staff-inquiry-deeds.graphql.js";
import { InviteCandidateResolver, StaffInvitationResolver } from "./sourcing/staff-invitation.graphql.js";
import { ApplicationDocumentResolver, ApplicationFieldsResolver } from "./suppliers/application.graphql.js";
import { ApplicantResolver } from "./suppliers/application-deeds.graphql.js";
import { ApplicationReviewResolver } from "./suppliers/application-review.graphql.js";
import { MySupplierCalendarResolver, StaffSupplierCalendarResolver } from "./suppliers/calendar.graphql.js";
import {
  MySupplierCertificatesResolver,
  StaffSupplierCertificatesResolver,
  SupplierCertificateResolver,
} from "./suppliers/certificate.graphql.js";
import { CertificateDeedsResolver } from "./suppliers/certificate-deeds.graphql.js";
import { ServiceImportResolver } from "./suppliers/import.graphql.js";
import { StaffSupplierMembersResolver, SupplierMemberResolver } from "./suppliers/member.graphql.js";
import { MySupplierOfMeResolver, MySupplierResolver } from "./suppliers/my-supplier.graphql.js";
import { PublicCertificatesResolver } from "./suppliers/public-certificates.graphql.js";
import {
  MyServiceResolver,
  MySupplierServicesResolver,
  StaffServiceResolver,
  StaffSupplierServicesResolver,
} from "./suppliers/service.graphql.js";
import { ServiceDeedsResolver } from "./suppliers/service-deeds.graphql.js";
import { ServiceReviewResolver } from "./suppliers/service-review.graphql.js";
import { SettingRegionsResolver } from "./suppliers/setting-regions.graphql.js";
import { StaffSupplierResolver } from "./suppliers/staff-supplier.graphql.js";
import { SupplierResolver } from "./suppliers/supplier.graphql.js";
import { WechatBindingResolver } from "./wechat/binding.graphql.js";
import { WechatMenuResolver } from "./wechat/menu.graphql.js";
import { ServiceAccountResolver, WechatInboundResolver } from "./wechat/service-account.graphql.js";
import { WechatTemplateResolver } from "./wechat/template.graphql.js";

/** Every edge class, in the order of the street: the table of contents of the API. */
export const resolvers = [
  SettingResolver,
  PoliciesResolver,
  SettingRegionsResolver,
  DeadLetterResolver,
  IdentityResolver,
  PolicyChangeResolver,
  RoleResolver,
  StaffResolver,
  ApiKeyResolver,
  ApplicantResolver,
  ApplicationReviewResolver,
  ApplicationFieldsResolver,
  ApplicationDocumentResolver,
  SupplierResolver,
  StaffSupplierResolver,
  StaffSupplierMembersResolver,
  StaffSupplierServicesResolver,
  MySupplierOfMeResolver,
  MySupplierResolver,
  MySupplierServicesResolver,
  SupplierMemberResolver,
  MyServiceResolver,
  StaffServiceResolver,
  ServiceDeedsResolver,
  ServiceReviewResolver,
  SupplierCertificateResolver,
  MySupplierCertificatesResolver,
  PublicCertificatesResolver,
  StaffSupplierCertificatesResolver,
  CertificateDeedsResolver,
  ServiceImportResolver,
  MySupplierCalendarResolver,
  StaffSupplierCalendarResolver,
  CategoryResolver,
  ServiceItemResolver,
  StaffServiceItemResolver,
  ItemDeedsResolver,
  ItemOfApplicationServiceResolver,
  ItemOfMyServiceResolver,
  ItemOfStaffServiceResolver,
  ItemOfCertificateNeedResolver,
  ItemOfCapacityDayResolver,
  ItemOfSupplierCalendarResolver,
  ProductResolver,
  ProductVersionResolver,
  ProductComponentResolver,
  EligibleSuppliersResolver,
  VersionDiffResolver,
  ProductReviewResolver,
  PlanTemplateResolver,
  ProductFacetsResolver,
  SuggestionResolver,
  SynonymResolver,
  StaffProductResolver,
  ProductDeedsResolver,
  PriceResolver,
  AgreedPriceLineResolver,
  StaffPriceResolver,
  StaffPriceLineResolver,
  StaffPriceEffectResolver,
  ComponentOffersResolver,
  ComponentEstimateResolver,
  OfferDayResolver,
  FormulaResolver,
  FormulaVersionResolver,
  FormulaDeedsResolver,
  InquiryResolver,
  InquiryBidResolver,
  InquiryDeedsResolver,
  SupplierInquiryResolver,
  MyBidResolver,
  MyBidVersionResolver,
  BidDraftResolver,
  BidDeedsResolver,
  StaffInquiryResolver,
  StaffInquiryBidResolver,
  StaffInvitationResolver,
  InviteCandidateResolver,
  StaffInquiryDeedsResolver,
  SourcingLiveResolver,
  SimulationResolver,
  ContractResolver,
  ContractChangesResolver,
  ContractDeedsResolver,
  StaffContractResolver,
  ContractReviewResolver,
  ContractTemplateResolver,
  ContractWordingResolver,
  PriceRuleResolver,
  PriceRuleVersionResolver,
  PriceRuleDeedsResolver,
  CouponResolver,
  CustomerGroupResolver,
  QuotationResolver,
  QuotationVersionResolver,
  QuotationLineResolver,
  QuotationDeedsResolver,
  QuotationLiveResolver,
  StaffQuotationResolver,
  StaffQuotationVersionResolver,
  StaffQuotationLineResolver,
  StaffQuotationDeedsResolver,
  QuotableResolver,
  SupplierQuotationResolver,
  OrderResolver,
  OrderContractResolver,
  StaffOrderContractResolver,
  ContractOrderResolver,
  StaffContractOrderResolver,
  OrderComponentResolver,
  StaffOrderResolver,
  StaffOrderComponentResolver,
  TimelineResolver,
  OrderServiceDayResolver,
  StaffOrderServiceDayResolver,
  OrderPriceResolver,
  StaffOrderPriceResolver,
  WantedDaysResolver,
  OrderDeedsResolver,
  OrderAuditResolver,
  AmendmentResolver,
  AmendmentLineResolver,
  AmendmentDeedsResolver,
  ChangeRequestDeedsResolver,
  OrderAmendmentsResolver,
  StaffAmendmentResolver,
  StaffAmendmentLineResolver,
  StaffOrderAmendmentsResolver,
  ChangeRequestResolver,
  StaffChangeRequestResolver,
  TicketChangeResolver,
  TicketChangesResolver,
  AcceptQuotationResolver,
  OrderOfStaffQuotationResolver,
  QuotationOfOrderResolver,
  QuotationOfStaffOrderResolver,
  InstalmentResolver,
  OrderMoneyResolver,
  StaffOrderMoneyResolver,
  PaymentResolver,
  StaffOrderPaymentsResolver,
  PaymentDeedsResolver,
  RefundResolver,
  OrderRefundsResolver,
  RefundDeedsResolver,
  StaffRefundResolver,
  StaffOrderRefundsResolver,
  StaffRefundDeedsResolver,
  SupplierRefundResolver,
  SettlementResolver,
  SupplierAccountResolver,
  StatementQueuesResolver,
  StatementResolver,
  StatementDeedsResolver,
  SupplierMoneyResolver,
  PaymentGroupResolver,
  InstalmentGroupResolver,
  TenderDeedsResolver,
  UnidentifiedResolver,
  CreditResolver,
  CreditDeedsResolver,
  UnidentifiedDeedsResolver,
  WaiverDeedsResolver,
  OfficialFeeResolver,
  StaffLineFeeResolver,
  WaiversToApproveResolver,
  LedgerResolver,
  JournalResolver,
  LedgerAccountResolver,
  AccountPostingResolver,
  LedgerClosingResolver,
  PostingResolver,
  StaffOrderLedgerResolver,
  TicketResolver,
  ProgressReportResolver,
  OrderDeliveryResolver,
  StaffOrderDeliveryResolver,
  StaffOrderCostResolver,
  StaffOrderComponentCostResolver,
  SignOffResolver,
  SupplierTicketResolver,
  SupplierPayResolver,
  TicketPlanResolver,
  SupplierTicketDayResolver,
  StaffTicketDayResolver,
  SupplierWorkResolver,
  StaffTicketResolver,
  DispatchResolver,
  DispatchAttemptResolver,
  DispatchCandidateResolver,
  SupplierLoadResolver,
  StaffReportResolver,
  StaffTicketReportsResolver,
  WorkReviewResolver,
  QueuesResolver,
  LiveResolver,
  ReviewResolver,
  SupplierScoreResolver,
  OrderReviewResolver,
  OrderNextStepResolver,
  StaffOrderNextStepResolver,
  StaffOrderReviewResolver,
  ProductReviewsResolver,
  ReviewOrderResolver,
  FormResolver,
  OrderFormsResolver,
  SupplierTicketFormsResolver,
  StaffFormResolver,
  StaffOrderFormsResolver,
  FormWordingResolver,
  OrderMoneyFlowResolver,
  StaffOrderMoneyFlowResolver,
  InvoiceResolver,
  OrderInvoicesResolver,
  StaffInvoiceResolver,
  StaffOrderInvoicesResolver,
  InboxResolver,
  PreferenceResolver,
  SendsResolver,
  WechatBindingResolver,
  WechatTemplateResolver,
  WechatMenuResolver,
  WechatInboundResolver,
  ServiceAccountResolver,
] as const;
