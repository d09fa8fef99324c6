/** Who asks. Made once per request from the session cookie or the API key; never from what the caller says. */
export type Viewer =
  | { readonly kind: "anonymous"; readonly ip: string }
  | { readonly kind: "customer"; readonly accountId: string; readonly sessionId: string; readonly ip: string }
  | {
      readonly kind: "supplier";
      readonly accountId: string;
      readonly sessionId: string;
      readonly supplierId: string;
      readonly memberId: string;
      readonly role: SupplierRole;
      readonly ip: string;
    }
  | {
      readonly kind: "staff";
      readonly accountId: string;
      readonly sessionId: string;
      readonly permissions: ReadonlySet<Permission>;
      readonly ip: string;
    }
  | {
      readonly kind: "integration";
      readonly apiKeyId: string;
      readonly permissions: ReadonlySet<Permission>;
      readonly ip: string;
    }
  | { readonly kind: "system" };

export const supplierRoles = ["OWNER", "DISPATCHER", "WORKER", "FINANCE"] as const;
export type SupplierRole = (typeof supplierRoles)[number];

/** Rules speak of permissions; roles are named bundles of them that an administrator edits. */
export const permissions = [
  "suppliers.read",
  "suppliers.review",
  "suppliers.manage",
  "catalogue.read",
  "catalogue.manage",
  "catalogue.publish",
  "pricing.read",
  "pricing.manage",
  "pricing.publish",
  "cost.read",
  "sourcing.read",
  "sourcing.manage",
  "quotations.read",
  "quotations.manage",
  "quotations.review",
  "contracts.read",
  "contracts.manage",
  "contracts.verify",
  "orders.read",
  "orders.edit",
  "orders.audit",
  "payments.read",
  "payments.confirm",
  "payments.waive",
  "refunds.read",
  "refunds.propose",
  "refunds.approve",
  "refunds.execute",
  "settlement.read",
  "settlement.manage",
  "settlement.approve",
  "settlement.pay",
  "documents.read",
  "documents.manage",
  "invoices.manage",
  "ledger.read",
  "ledger.close",
  "tickets.read",
  "tickets.dispatch",
  "progress.review",
  "staff.manage",
  "keys.manage",
  "operations.manage",
] as const;
export type Permission = (typeof permissions)[number];

export type Customer = Extract<Viewer, { kind: "customer" }>;
export type SupplierMemberViewer = Extract<Viewer, { kind: "supplier" }>;
export type Staff = Extract<Viewer, { kind: "staff" }>;

export const SYSTEM: Viewer = { kind: "system" };

/** The account behind a viewer; null for strangers, integrations and the platform itself. */
export function actorOf(viewer: Viewer): string | null {
  return "accountId" in viewer ? viewer.accountId : null;
}

/** Whether the viewer holds `permission`. Only staff and API keys ever do. */
export function holds(viewer: Viewer, permission: Permission): boolean {
  return (viewer.kind === "staff" || viewer.kind === "integration") && viewer.permissions.has(permission);
}
