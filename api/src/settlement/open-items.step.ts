import { groupBy } from "../kernel/group.js";
import { ZERO } from "../kernel/money.js";
import { movementsOfItems } from "../payments/item-movements.store.js";
import { feesAdvanced, itemsOfSupplier } from "../payments/ledger.store.js";
import { policies, policyNumber } from "../platform/policies.js";
import type { Sql } from "../platform/sql.js";
import type { OpenItem, Terms } from "./line.js";
import { partsOf } from "./line-part.js";
import { liveLinesOf, retainedUntilOf } from "./statement.store.js";
import type { SettlementTermsRow } from "./terms.store.js";

/** What is open between the platform and a supplier, with what it is made of and what keeps it from being paid: six statements. */
export async function openItemsOf(sql: Sql, supplierId: string): Promise<OpenItem[]> {
  const items = await itemsOfSupplier(sql, supplierId);
  const live = groupBy(await liveLinesOf(sql, supplierId), ({ account, item }) => `${account}:${item}`);
  const until = await retainedUntilOf(sql, supplierId);
  const fees = await feesAdvanced(sql, supplierId, items);
  const orderIds = [...new Set(items.flatMap(({ orderId }) => orderId ?? []))];
  const movements = groupBy(
    await movementsOfItems(sql, supplierId, orderIds),
    ({ account, item }) => `${account}:${item}`,
  );
  return items.map(({ account: name, item, orderId, componentId, balance, since }) => {
    const account = name as OpenItem["account"];
    const lines = live.get(`${account}:${item}`) ?? [];
    return {
      account,
      item,
      orderId,
      componentId,
      balance,
      fees: (account === "2202" && componentId !== null && fees.get(componentId)) || ZERO,
      parts: partsOf(account, balance, movements.get(`${account}:${item}`) ?? []),
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
