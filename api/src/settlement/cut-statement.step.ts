import { found } from "../kernel/refusal.js";
import { componentsOf, ordersById } from "../orders/order.store.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { lockSupplier } from "../suppliers/supplier.store.js";
import { cutStatement, type NewLine } from "./line.js";
import { cutTermsOf, openItemsOf } from "./open-items.step.js";
import { addStatement, type LineWords, type StatementRow } from "./statement.store.js";
import { termsOf } from "./terms.store.js";

/**
 * A supplier's statement of everything that may be paid now, undefined when nothing may. Behind the supplier's row: of two
 * statements at once the second finds nothing left.
 */
export async function cutStatementOf(tx: Tx, supplierId: string): Promise<StatementRow | undefined> {
  found(await lockSupplier(tx, supplierId));
  const terms = await cutTermsOf(tx, await termsOf(tx, supplierId));
  const statement = cutStatement(await openItemsOf(tx, supplierId), terms, tx.now);
  if (statement.lines.length === 0) return undefined;
  return addStatement(tx, supplierId, statement, await wordsOf(tx, statement.lines));
}

async function wordsOf(sql: Sql, lines: readonly NewLine[]): Promise<LineWords[]> {
  const orderIds = [...new Set(lines.flatMap(({ orderId }) => orderId ?? []))];
  if (orderIds.length === 0) return lines.map(() => ({ orderNo: null, title: "" }));
  const orders = await ordersById(sql, orderIds);
  const components = new Map((await componentsOf(sql, orderIds)).map((part) => [part.id, part]));
  return lines.map(({ orderId, componentId }) => {
    const order = orderId === null ? undefined : orders.get(orderId);
    const component = componentId === null ? undefined : components.get(componentId);
    return { orderNo: order?.no ?? null, title: component?.itemName ?? order?.productTitle ?? "" };
  });
}
