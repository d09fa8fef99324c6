import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  BookOpenText,
  Boxes,
  ClipboardCheck,
  ClipboardList,
  FileUser,
  Inbox,
  KeyRound,
  LayoutDashboard,
  type LucideIcon,
  Map as MapIcon,
  PackageCheck,
  Receipt,
  ShoppingBag,
  Store,
  TriangleAlert,
  UsersRound,
} from "lucide-react";

export type Place = { to: string; label: MessageDescriptor; icon: LucideIcon; permission?: string };

/** The rail of the console, in the order of a working day. A place shows to those who may read it. */
export const placeGroups: { label: MessageDescriptor | null; places: Place[] }[] = [
  { label: null, places: [{ to: "/", label: msg`工作台`, icon: LayoutDashboard }] },
  {
    label: msg`交易`,
    places: [
      { to: "/orders", label: msg`订单`, icon: ShoppingBag, permission: "orders.read" },
      { to: "/payments", label: msg`到账确认`, icon: Receipt, permission: "payments.read" },
      { to: "/ledger", label: msg`账本`, icon: BookOpenText, permission: "ledger.read" },
    ],
  },
  {
    label: msg`交付`,
    places: [
      { to: "/dispatch", label: msg`派单`, icon: MapIcon, permission: "tickets.read" },
      { to: "/progress", label: msg`进度审核`, icon: ClipboardCheck, permission: "progress.review" },
      { to: "/work", label: msg`交付审核`, icon: PackageCheck, permission: "progress.review" },
    ],
  },
  {
    label: msg`服务商`,
    places: [
      { to: "/applications", label: msg`入驻申请`, icon: FileUser, permission: "suppliers.read" },
      { to: "/suppliers", label: msg`服务商`, icon: Store, permission: "suppliers.read" },
      { to: "/services", label: msg`服务报价`, icon: Inbox, permission: "suppliers.read" },
    ],
  },
  {
    label: msg`商品`,
    places: [
      { to: "/products", label: msg`商品`, icon: Boxes, permission: "catalogue.read" },
      { to: "/items", label: msg`服务项目`, icon: ClipboardList, permission: "catalogue.read" },
    ],
  },
  {
    label: msg`系统`,
    places: [
      { to: "/staff", label: msg`员工与角色`, icon: UsersRound, permission: "staff.manage" },
      { to: "/keys", label: msg`API 密钥`, icon: KeyRound, permission: "keys.manage" },
      { to: "/dead-letters", label: msg`失败的投递`, icon: TriangleAlert, permission: "operations.manage" },
    ],
  },
];
