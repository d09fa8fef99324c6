import type { TypePolicies } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";

/** How lists grow ("load more" appends a page per filter) and which answers have no identity of their own. */
export const typePolicies: TypePolicies = {
  Query: {
    fields: {
      products: relayStylePagination(["categorySlug", "search", "regionCode", "sort", "narrowing", "literal"]),
      myOrders: relayStylePagination(["state"]),
      myInquiries: relayStylePagination(["state"]),
      myInvitations: relayStylePagination(["openOnly"]),
      staffInquiries: relayStylePagination(["state"]),
      supplierReviews: relayStylePagination(["supplierId"]),
      myTickets: relayStylePagination(["state"]),
      supplierApplications: relayStylePagination(["state"]),
      staffSuppliers: relayStylePagination(["state", "search"]),
      proposedServices: relayStylePagination(),
      staffServiceItems: relayStylePagination(["search"]),
      staffProducts: relayStylePagination(["state", "search"]),
      staffOrders: relayStylePagination(["state", "search"]),
      paymentsToConfirm: relayStylePagination(),
      mismatchedPayments: relayStylePagination(),
      ledgerTransactions: relayStylePagination(["filter"]),
      ledgerAccountPostings: relayStylePagination(["code"]),
      staffTickets: relayStylePagination(["state", "oldestFirst"]),
      reportsToReview: relayStylePagination(),
      coupons: relayStylePagination(),
      mySupplierForms: relayStylePagination(["code"]),
      staffForms: relayStylePagination(["code", "search"]),
      staffInvoices: relayStylePagination(["state"]),
      deadLetters: relayStylePagination(),
      notices: relayStylePagination(["unreadOnly"]),
      noticeSends: relayStylePagination(["state", "channel"]),
      wechatInbound: relayStylePagination(["follower"]),
      // What a mutation just answered is shown while it is asked again.
      wechatScene: (held, { args, toReference }) =>
        held ?? toReference({ __typename: "WechatScene", id: String(args?.["id"]) }),
    },
  },
  Product: { fields: { reviews: relayStylePagination() } },
  // One of each per signed-in person: a live event lands where the page reads.
  Setting: { keyFields: [] },
  LedgerClosing: { keyFields: [] },
  LedgerAccountBalance: { keyFields: false },
  StaffQueues: { keyFields: [] },
  SupplierWork: { keyFields: [] },
  Inbox: { keyFields: [] },
  WechatBinding: { keyFields: [] },
  WechatAccount: { keyFields: [] },
  WechatMenu: { keyFields: [] },
  FormWording: { keyFields: ["code"] },
  WechatTemplate: { keyFields: ["code"] },
  NoticePreference: { keyFields: ["topic", "channel"] },
  ChannelState: { keyFields: ["channel"] },
  // Signed links change with every answer; the newest is the one that works.
  LocalFile: { fields: { url: { merge: (_held, incoming) => incoming } } },
  PriceBreakdown: { keyFields: false },
};
