import { found, must } from "../kernel/refusal.js";
import { componentsOf, ordersById } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { holds, SYSTEM, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { lockSupplier } from "../suppliers/supplier.store.js";
import { queuesMoved } from "./facts.js";
import { cutStatement, type NewLine } from "./line.js";
import { cutTermsOf, openItemsOf } from "./open-items.step.js";
import { sendToSupplier } from "./send-to-supplier.step.js";
import { addStatement, type LineWords, type StatementRow } from "./statement.store.js";
import { termsOf } from "./terms.store.js";

/**
 * Makes a supplier's statement of everything that may be paid now; by hand it is a draft, which staff look at before the
 * supplier does. Returns its id. Refuses NOT_FOUND and NOTHING_TO_SETTLE.
 */
export async function makeStatement(
  platform: Platform,
  viewer: Viewer,
  input: { readonly supplierId: string; readonly idempotencyKey: string },
): Promise<string> {
  must(holds(viewer, "settlement.manage"), "FORBIDDEN");
  const { supplierId, idempotencyKey: key } = input;
  const once = { operation: "makeStatement", key, input: { supplierId } };
  const { statementId } = await platform.work.once(viewer, once, async (tx) => {
    const statement = await cut(tx, supplierId);
    must(statement, "NOTHING_TO_SETTLE");
    await noteWriter(tx, statement.id);
    tx.record(queuesMoved);
    return { statementId: statement.id };
  });
  return statementId;
}

/** Makes a supplier's statement because its day has come, and sends it at once. Nothing happens when nothing may be paid. */
export async function makeStatementInTime(platform: Platform, supplierId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const statement = await cut(tx, supplierId);
    if (statement) await sendToSupplier(tx, statement);
  });
}

/** Behind the supplier's row: of two statements at once the second finds nothing left. */
async function cut(tx: Tx, supplierId: string): Promise<StatementRow | undefined> {
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
  const components = await componentsOf(sql, orderIds);
  return lines.map(({ orderId, componentId }) => {
    const order = orderId === null ? undefined : orders.get(orderId);
    const component = components.find(({ id }) => id === componentId);
    return { orderNo: order?.no ?? null, title: component?.itemName ?? order?.productTitle ?? "" };
  });
}
