import { groupBy } from "../kernel/group.js";
import { ZERO } from "../kernel/money.js";
import { feesAdvanced, itemsOfSupplier } from "../payments/ledger.store.js";
import { policies, policyNumber } from "../platform/policies.js";
import type { Sql } from "../platform/sql.js";
import type { OpenItem, Terms } from "./line.js";
import { liveLinesOf, retainedUntilOf } from "./statement.store.js";
import type { SettlementTermsRow } from "./terms.store.js";

/** What is open between the platform and a supplier, with what keeps each item from being paid: five statements. */
export async function openItemsOf(sql: Sql, supplierId: string): Promise<OpenItem[]> {
  const items = await itemsOfSupplier(sql, supplierId);
  const live = groupBy(await liveLinesOf(sql, supplierId), ({ account, item }) => `${account}:${item}`);
  const until = await retainedUntilOf(sql, supplierId);
  const fees = await feesAdvanced(sql, supplierId, items);
  return items.map(({ account, item, orderId, componentId, balance, since }) => {
    const lines = live.get(`${account}:${item}`) ?? [];
    return {
      account: account as OpenItem["account"],
      item,
      orderId,
      componentId,
      balance,
      fees: (account === "2202" && componentId !== null && fees.get(componentId)) || ZERO,
      since,
      inStatement: lines[0]?.no ?? null,
      disputed: lines.some(({ state }) => state === "DISPUTED"),
      retainedUntil: account === "2202.R" ? (until.get(item) ?? null) : null,
    };
  });
}

/** The terms by which a supplier's statement is cut. */
export async function cutTermsOf(sql: Sql, agreed: SettlementTermsRow): Promise<Terms> {
  const windowDays = policyNumber(await policies(sql), "settlement.dispute-days");
  return { windowDays, retentionRate: agreed.retentionRate, retentionDays: agreed.retentionDays };
}
