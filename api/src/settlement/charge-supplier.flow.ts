import { cleanReason } from "../identity/account.js";
import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { componentsOf } from "../orders/order.store.js";
import { post } from "../payments/ledger.store.js";
import { costReturnedPostings } from "../payments/postings-returned.js";
import { doerOfLine } from "../payments/who-does-it.step.js";
import type { Platform } from "../platform/platform.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { lockSupplier } from "../suppliers/supplier.store.js";

export interface ChargeSupplier {
  readonly supplierId: string;
  readonly orderId: string;
  readonly componentId: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Staff charge a supplier for its work on an order, such as for being late: its debt, which comes off its next statement.
 * Another person gives such a claim up. Refuses NOT_FOUND, REASON_REQUIRED, and VALIDATION for nothing or more than the
 * component costs.
 */
export async function chargeSupplier(platform: Platform, viewer: Viewer, input: ChargeSupplier): Promise<void> {
  must(holds(viewer, "settlement.manage"), "FORBIDDEN");
  const reason = cleanReason(input.reason, 100);
  const { idempotencyKey: key, ...charge } = input;
  await platform.work.once(viewer, { operation: "chargeSupplier", key, input: charge }, async (tx) => {
    const { supplierId, orderId, componentId, amount } = input;
    found(await lockSupplier(tx, supplierId));
    const components = await componentsOf(tx, [orderId]);
    const component = found(components.find(({ id }) => id === componentId));
    must((await doerOfLine(tx, component)) === supplierId, "NOT_FOUND");
    must(amount > 0 && amount <= component.saleAmount, "VALIDATION", { field: "amount", max: component.saleAmount });
    await post(tx, {
      kind: "SUPPLIER_CHARGED",
      memo: reason,
      idempotencyKey: `charge:${actorOf(viewer)}:${key}:${componentId}`,
      lines: costReturnedPostings(amount),
      dims: { orderId, componentId, supplierId },
    });
    // Who charged it does not give the claim up.
    await noteWriter(tx, componentId);
    return {};
  });
}
