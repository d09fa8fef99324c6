import { type Permission, permissions } from "../platform/viewer.js";

const ADMINISTRATORS = "管理员";

/** What decides which role this is. */
interface NamedRole {
  readonly name: string;
  readonly builtIn: boolean;
  readonly permissions: readonly Permission[];
}

/** Whether this is the administrators' own role, which holds every permission and is never edited. */
export function isAdministrators({ name, builtIn }: NamedRole): boolean {
  return builtIn && name === ADMINISTRATORS;
}

/** The permissions there are that a role does not hold. */
export function lacking({ permissions: held }: NamedRole): Permission[] {
  return permissions.filter((permission) => !held.includes(permission));
}

/** The roles a new deployment starts with. An administrator may edit all but the first. */
export const builtInRoles: readonly { code: string; name: string; permissions: readonly Permission[] }[] = [
  { code: "ADMIN", name: ADMINISTRATORS, permissions },
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
      "pricing.read",
      "pricing.manage",
      "cost.read",
    ],
  },
  {
    code: "DISPATCHER",
    name: "派单员",
    permissions: [
      "sourcing.read",
      "sourcing.manage",
      "quotations.read",
      "quotations.manage",
      "contracts.read",
      "contracts.manage",
      "orders.read",
      "orders.edit",
      "refunds.read",
      "refunds.propose",
      "documents.read",
      "tickets.read",
      "tickets.dispatch",
      "suppliers.read",
    ],
  },
  {
    code: "PROGRESS_REVIEWER",
    name: "进度审核员",
    permissions: [
      "contracts.read",
      "contracts.verify",
      "quotations.read",
      "quotations.review",
      "orders.read",
      "orders.audit",
      "documents.read",
      "tickets.read",
      "progress.review",
      "catalogue.read",
      "catalogue.publish",
      "pricing.read",
      "pricing.publish",
    ],
  },
  {
    code: "CASHIER",
    name: "出纳",
    permissions: [
      "orders.read",
      "payments.read",
      "payments.confirm",
      "refunds.read",
      "refunds.execute",
      "settlement.read",
      "settlement.manage",
      "settlement.pay",
      "documents.read",
      "ledger.read",
    ],
  },
  {
    code: "FINANCE_APPROVER",
    name: "财务审批",
    permissions: [
      "suppliers.read",
      "cost.read",
      "orders.read",
      "payments.read",
      "payments.waive",
      "refunds.read",
      "refunds.approve",
      "settlement.read",
      "settlement.approve",
      "documents.read",
      "documents.manage",
      "invoices.manage",
      "ledger.read",
      "ledger.close",
    ],
  },
  {
    code: "AUDITOR_RO",
    name: "只读审计",
    permissions: [
      "suppliers.read",
      "catalogue.read",
      "pricing.read",
      "cost.read",
      "sourcing.read",
      "quotations.read",
      "contracts.read",
      "orders.read",
      "payments.read",
      "refunds.read",
      "settlement.read",
      "documents.read",
      "ledger.read",
      "tickets.read",
    ],
  },
];

/** What an API key may be given: a subset of the permissions, none that hires, fires or makes keys. */
export const apiKeyScopes: readonly Permission[] = [
  "suppliers.read",
  "catalogue.read",
  "pricing.read",
  "sourcing.read",
  "orders.read",
  "payments.read",
  "ledger.read",
  "tickets.read",
  "tickets.dispatch",
  "progress.review",
];
