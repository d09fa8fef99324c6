import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  BadgeCheck,
  BookOpenText,
  Boxes,
  CalendarClock,
  ClipboardCheck,
  ClipboardList,
  Compass,
  FileSignature,
  FileStack,
  FileText,
  FileUser,
  Gavel,
  Grid3x3,
  HandCoins,
  Inbox,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Map as MapIcon,
  MessageCircle,
  PackageCheck,
  Receipt,
  Send,
  ShieldCheck,
  ShoppingBag,
  Sigma,
  SlidersHorizontal,
  Store,
  TextSearch,
  TicketPercent,
  TriangleAlert,
  Undo2,
  Users,
  UsersRound,
} from "lucide-react";
import type { QueueName } from "../features/queues/queue-list";

export type Place = {
  to: string;
  label: MessageDescriptor;
  icon: LucideIcon;
  permission?: string;
  /** What waits there is counted beside the name, all of it together. */
  queues?: readonly QueueName[];
  /** Typed after G, goes there. */
  key?: string;
  /** Offered in try-it mode only. */
  onlyDemo?: boolean;
};

/** The rail of the console, in the order of a working day. A place shows to those who may read it. */
export const placeGroups: { label: MessageDescriptor | null; places: Place[] }[] = [
  { label: null, places: [{ to: "/", label: msg`工作台`, icon: LayoutDashboard, key: "h" }] },
  {
    label: msg`交易`,
    places: [
      {
        to: "/inquiries",
        label: msg`询价与竞价`,
        icon: Gavel,
        permission: "sourcing.read",
        queues: ["strandedInquiries"],
        key: "i",
      },
      {
        to: "/quotations",
        label: msg`报价单`,
        icon: FileText,
        permission: "quotations.read",
        queues: ["quotationsToAnswer", "quotationsToReview"],
        key: "q",
      },
      {
        to: "/orders",
        label: msg`订单`,
        icon: ShoppingBag,
        permission: "orders.read",
        queues: ["ordersToAudit", "amendmentsToAudit", "changeRequests"],
        key: "o",
      },
      {
        to: "/payments",
        label: msg`到账确认`,
        icon: Receipt,
        permission: "payments.read",
        queues: [
          "paymentsToConfirm",
          "unidentifiedReceipts",
          "mismatchedPayments",
          "deniedCollections",
          "creditPayouts",
        ],
        key: "p",
      },
      {
        to: "/contracts",
        label: msg`合同`,
        icon: FileSignature,
        permission: "contracts.read",
        queues: ["contractsToIssue", "contractsToVerify"],
        key: "c",
      },
      { to: "/documents", label: msg`单据`, icon: FileStack, permission: "documents.read" },
      {
        to: "/settlement",
        label: msg`结算`,
        icon: HandCoins,
        permission: "settlement.read",
        queues: ["statementsToApprove", "statementsDisputed", "statementsToPay"],
      },
      {
        to: "/refunds",
        label: msg`退款`,
        icon: Undo2,
        permission: "refunds.read",
        queues: ["refundsToAnswer", "refundsToApprove", "refundsToMend"],
      },
      { to: "/ledger", label: msg`账本`, icon: BookOpenText, permission: "ledger.read", key: "l" },
    ],
  },
  {
    label: msg`交付`,
    places: [
      {
        to: "/dispatch",
        label: msg`派单`,
        icon: MapIcon,
        permission: "tickets.read",
        queues: ["needsHuman"],
        key: "d",
      },
      { to: "/tickets", label: msg`服务单`, icon: ListChecks, permission: "tickets.read", key: "t" },
      {
        to: "/progress",
        label: msg`进度审核`,
        icon: ClipboardCheck,
        permission: "progress.review",
        queues: ["reportsToReview"],
        key: "r",
      },
      {
        to: "/work",
        label: msg`交付审核`,
        icon: PackageCheck,
        permission: "progress.review",
        queues: ["workToApprove"],
        key: "w",
      },
    ],
  },
  {
    label: msg`服务商`,
    places: [
      {
        to: "/applications",
        label: msg`入驻申请`,
        icon: FileUser,
        permission: "suppliers.read",
        queues: ["applications"],
        key: "a",
      },
      { to: "/suppliers", label: msg`服务商`, icon: Store, permission: "suppliers.read", key: "s" },
      {
        to: "/supplier-services/changes",
        label: msg`服务报价`,
        icon: Inbox,
        permission: "suppliers.read",
        queues: ["proposedServices"],
      },
      {
        to: "/certificates",
        label: msg`资质证书`,
        icon: BadgeCheck,
        permission: "suppliers.review",
        queues: ["certificatesToVerify"],
      },
      { to: "/suppliers/matrix", label: msg`服务矩阵`, icon: Grid3x3, permission: "suppliers.read" },
    ],
  },
  {
    label: msg`商品`,
    places: [
      { to: "/products", label: msg`商品`, icon: Boxes, permission: "catalogue.read" },
      { to: "/items", label: msg`服务项目`, icon: ClipboardList, permission: "catalogue.read" },
      { to: "/catalogue/plan-templates", label: msg`付款计划模板`, icon: CalendarClock, permission: "catalogue.read" },
      { to: "/catalogue/synonyms", label: msg`搜索同义词`, icon: TextSearch, permission: "catalogue.read" },
      { to: "/pricing/formulas", label: msg`计价公式`, icon: Sigma, permission: "pricing.read" },
      { to: "/pricing/rules", label: msg`计价规则`, icon: ListOrdered, permission: "pricing.read" },
      { to: "/pricing/coupons", label: msg`优惠券`, icon: TicketPercent, permission: "pricing.read" },
      { to: "/pricing/groups", label: msg`客户分组`, icon: Users, permission: "pricing.read" },
    ],
  },
  {
    label: msg`系统`,
    places: [
      { to: "/staff", label: msg`员工`, icon: UsersRound, permission: "staff.manage" },
      { to: "/roles", label: msg`角色与权限`, icon: ShieldCheck, permission: "staff.manage" },
      { to: "/policies", label: msg`业务设置`, icon: SlidersHorizontal, permission: "operations.manage" },
      { to: "/api-keys", label: msg`API 密钥`, icon: KeyRound, permission: "keys.manage" },
      {
        to: "/dead-letters",
        label: msg`失败的投递`,
        icon: TriangleAlert,
        permission: "operations.manage",
        queues: ["deadLetters"],
      },
      { to: "/notifications", label: msg`通知发送`, icon: Send, permission: "operations.manage" },
      { to: "/wechat", label: msg`微信服务号`, icon: MessageCircle, permission: "operations.manage" },
      { to: "/demo", label: msg`试用指引`, icon: Compass, onlyDemo: true },
    ],
  },
];

/** Whether this person is offered the place. */
export function isOffered(
  { permission, onlyDemo }: Place,
  can: (permission: string) => boolean,
  demo: boolean | undefined,
): boolean {
  if (onlyDemo && !demo) return false;
  return permission === undefined || can(permission);
}

/** All places of the trade this person may go to. */
export function placesFor(can: (permission: string) => boolean): Place[] {
  return placeGroups.flatMap(({ places }) => places).filter((place) => isOffered(place, can, false));
}
