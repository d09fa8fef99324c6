import type { Permission } from "../platform/viewer.js";

/** The roles a new deployment starts with. An administrator may edit all but the first. */
export const builtInRoles: readonly { code: string; name: string; permissions: readonly Permission[] }[] = [
  {
    code: "ADMIN",
    name: "管理员",
    permissions: [
      "suppliers.read",
      "suppliers.review",
      "suppliers.manage",
      "catalogue.read",
      "catalogue.manage",
      "catalogue.publish",
      "cost.read",
      "quotations.read",
      "quotations.manage",
      "quotations.review",
      "orders.read",
      "payments.read",
      "payments.confirm",
      "ledger.read",
      "tickets.read",
      "tickets.dispatch",
      "progress.review",
      "staff.manage",
      "keys.manage",
      "operations.manage",
    ],
  },
  {
    code: "CATALOG",
    name: "商品与服务商",
    permissions: [
      "suppliers.read",
      "suppliers.review",
      "suppliers.manage",
      "catalogue.read",
      "catalogue.manage",
      "catalogue.publish",
      "cost.read",
    ],
  },
  {
    code: "DISPATCHER",
    name: "派单员",
    permissions: [
      "quotations.read",
      "quotations.manage",
      "orders.read",
      "tickets.read",
      "tickets.dispatch",
      "suppliers.read",
    ],
  },
  { code: "PROGRESS_REVIEWER", name: "进度审核员", permissions: ["orders.read", "tickets.read", "progress.review"] },
  { code: "CASHIER", name: "出纳", permissions: ["orders.read", "payments.read", "payments.confirm", "ledger.read"] },
  {
    code: "AUDITOR_RO",
    name: "只读审计",
    permissions: [
      "suppliers.read",
      "catalogue.read",
      "cost.read",
      "quotations.read",
      "orders.read",
      "payments.read",
      "ledger.read",
      "tickets.read",
    ],
  },
];

/** What an API key may be given: a subset of the permissions, none that hires, fires or makes keys. */
export const apiKeyScopes: readonly Permission[] = [
  "suppliers.read",
  "catalogue.read",
  "orders.read",
  "payments.read",
  "ledger.read",
  "tickets.read",
  "tickets.dispatch",
  "progress.review",
];
