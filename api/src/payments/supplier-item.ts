import { type Fen, minus } from "../kernel/money.js";
import type { AccountCode } from "./accounts.js";
import type { PostingLine } from "./postings.js";

/** The accounts that say what is open between the platform and a supplier. */
export const supplierAccounts = ["2202", "2202.R", "2241.A", "1221.S"] as const satisfies readonly AccountCode[];
export type SupplierAccount = (typeof supplierAccounts)[number];

export interface SupplierItem {
  readonly supplierId: string;
  readonly account: SupplierAccount;
  readonly item: string;
  readonly orderId: string | null;
  readonly componentId: string | null;
  readonly balance: Fen;
}

/** Names what a posting to a supplier's account is about. */
export function itemName(componentId: string | null, orderId: string | null): string {
  if (componentId !== null) return `c:${componentId}`;
  return orderId === null ? "-" : `o:${orderId}`;
}

interface About {
  readonly orderId: string | null;
  readonly componentId: string | null;
  readonly supplierId: string | null;
}

/** What the lines of a transaction change in the items of suppliers, one line an item. */
export function itemsMoved(lines: readonly PostingLine[], dims: About): SupplierItem[] {
  return lines.flatMap(({ account, debit, credit, about = {} }) => {
    const supplierId = about.supplierId ?? dims.supplierId;
    const componentId = about.componentId ?? dims.componentId;
    const orderId = about.orderId ?? dims.orderId;
    const known = supplierAccounts.find((each) => each === account);
    if (!known || supplierId === null) return [];
    const item = itemName(componentId, orderId);
    return [{ supplierId, account: known, item, orderId, componentId, balance: minus(credit, debit) }];
  });
}
