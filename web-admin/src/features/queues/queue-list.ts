import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  BadgeCheck,
  Banknote,
  CalendarClock,
  CircleAlert,
  CircleHelp,
  ClipboardCheck,
  FileCheck,
  FileClock,
  FileDiff,
  FilePen,
  FileSearch,
  FileUser,
  HandCoins,
  type LucideIcon,
  Map as MapIcon,
  MessageCircleQuestion,
  MessageCircleWarning,
  PackageCheck,
  ReceiptText,
  ShieldCheck,
  Tags,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import type { QueueCountsFragment } from "../../gql/graphql";

export type QueueName = Exclude<keyof QueueCountsFragment, "seq" | "__typename">;

export type Queue = {
  name: QueueName;
  label: MessageDescriptor;
  /** What it looks like when nothing waits. */
  done: MessageDescriptor;
  to: string;
  /** Opens the page at what waits, where it shows more than that. */
  search?:
    | { state: "DRAFT" | "NO_BIDS" | "CONFIRMED" | "APPROVED" | "DISPUTED" }
    | { state: "PENDING_AUDIT" | "REQUESTED" | "AGREED" | "PARTLY_FAILED" }
    | { view: "ATTENTION" | "INTERNAL_REVIEW" | "EXPIRING" };
  icon: LucideIcon;
  permission: string;
};

/** Everything that can wait for a person of the platform, in the order of a day's worth of harm. */
export const queueList: readonly Queue[] = [
  {
    name: "paymentsToConfirm",
    label: msg`待确认到账`,
    done: msg`没有待确认的转账`,
    to: "/payments",
    icon: HandCoins,
    permission: "payments.read",
  },
  {
    name: "unidentifiedReceipts",
    label: msg`待查收款`,
    done: msg`没有来源不明的收款`,
    to: "/payments/unidentified",
    icon: CircleHelp,
    permission: "payments.read",
  },
  {
    name: "mismatchedPayments",
    label: msg`金额不符的付款`,
    done: msg`没有金额不符的付款`,
    to: "/payments/mismatched",
    icon: CircleAlert,
    permission: "payments.read",
  },
  {
    name: "refundsToMend",
    label: msg`部分失败的退款`,
    done: msg`没有失败的退款`,
    to: "/refunds",
    search: { state: "PARTLY_FAILED" },
    icon: Undo2,
    permission: "refunds.read",
  },
  {
    name: "refundsToAnswer",
    label: msg`待处理退款`,
    done: msg`没有等着处理的退款`,
    to: "/refunds",
    search: { state: "REQUESTED" },
    icon: Undo2,
    permission: "refunds.read",
  },
  {
    name: "refundsToApprove",
    label: msg`待批准退款`,
    done: msg`没有待批准的退款`,
    to: "/refunds",
    search: { state: "AGREED" },
    icon: Undo2,
    permission: "refunds.approve",
  },
  {
    name: "ordersToAudit",
    label: msg`待审核订单`,
    done: msg`没有待审核的订单`,
    to: "/orders",
    search: { state: "PENDING_AUDIT" },
    icon: ShieldCheck,
    permission: "orders.audit",
  },
  {
    name: "amendmentsToAudit",
    label: msg`待审核变更`,
    done: msg`没有待审核的变更`,
    to: "/orders/changes",
    icon: FileDiff,
    permission: "orders.audit",
  },
  {
    name: "quotationsToAnswer",
    label: msg`待答复报价`,
    done: msg`没有等着答复的报价`,
    to: "/quotations",
    search: { view: "ATTENTION" },
    icon: FileClock,
    permission: "quotations.manage",
  },
  {
    name: "quotationsToReview",
    label: msg`待内审报价`,
    done: msg`没有待内审的报价`,
    to: "/quotations",
    search: { view: "INTERNAL_REVIEW" },
    icon: FileCheck,
    permission: "quotations.review",
  },
  {
    name: "contractsToVerify",
    label: msg`待核验合同`,
    done: msg`没有待核验的合同`,
    to: "/contracts",
    icon: FileSearch,
    permission: "contracts.verify",
  },
  {
    name: "contractsToIssue",
    label: msg`待出具合同`,
    done: msg`没有待出具的合同`,
    to: "/contracts",
    search: { state: "DRAFT" },
    icon: FilePen,
    permission: "contracts.manage",
  },
  {
    name: "needsHuman",
    label: msg`需人工派单`,
    done: msg`没有需要人工派单的服务单`,
    to: "/dispatch",
    icon: MapIcon,
    permission: "tickets.read",
  },
  {
    name: "strandedInquiries",
    label: msg`无人报价的询价`,
    done: msg`没有等人工处理的询价`,
    to: "/inquiries",
    search: { state: "NO_BIDS" },
    icon: MessageCircleQuestion,
    permission: "sourcing.read",
  },
  {
    name: "reportsToReview",
    label: msg`待审进度`,
    done: msg`没有待审核的进度`,
    to: "/progress",
    icon: ClipboardCheck,
    permission: "progress.review",
  },
  {
    name: "workToApprove",
    label: msg`待审交付`,
    done: msg`没有待审核的交付`,
    to: "/work",
    icon: PackageCheck,
    permission: "progress.review",
  },
  {
    name: "applications",
    label: msg`待审入驻申请`,
    done: msg`没有待审核的入驻申请`,
    to: "/applications",
    icon: FileUser,
    permission: "suppliers.read",
  },
  {
    name: "proposedServices",
    label: msg`待审服务报价`,
    done: msg`没有待审核的服务报价`,
    to: "/supplier-services/changes",
    icon: Tags,
    permission: "suppliers.read",
  },
  {
    name: "certificatesToVerify",
    label: msg`待核验证书`,
    done: msg`没有待核验的证书`,
    to: "/certificates",
    icon: BadgeCheck,
    permission: "suppliers.review",
  },
  {
    name: "certificatesExpiring",
    label: msg`即将到期的证书`,
    done: msg`30 天内没有证书到期`,
    to: "/certificates",
    search: { view: "EXPIRING" },
    icon: CalendarClock,
    permission: "suppliers.review",
  },
  {
    name: "statementsToApprove",
    label: msg`待批准的结算单`,
    done: msg`没有待批准的结算单`,
    to: "/settlement",
    search: { state: "CONFIRMED" },
    icon: ReceiptText,
    permission: "settlement.approve",
  },
  {
    name: "statementsDisputed",
    label: msg`待答复的结算异议`,
    done: msg`没有待答复的结算异议`,
    to: "/settlement",
    search: { state: "DISPUTED" },
    icon: MessageCircleWarning,
    permission: "settlement.manage",
  },
  {
    name: "statementsToPay",
    label: msg`待付款的结算单`,
    done: msg`没有待付款的结算单`,
    to: "/settlement",
    search: { state: "APPROVED" },
    icon: Banknote,
    permission: "settlement.pay",
  },
  {
    name: "deadLetters",
    label: msg`失败的投递`,
    done: msg`没有失败的投递`,
    to: "/dead-letters",
    icon: TriangleAlert,
    permission: "operations.manage",
  },
];
