import { found, must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import type { Customer, SupplierMemberViewer } from "../platform/viewer.js";
import { changeRequestFacts } from "./amendment-facts.js";
import { answerRequest, changeRequestById, type OrderChangeRequestRow } from "./change-request.store.js";
import { orderOfCustomer } from "./order.store.js";

/**
 * Who asked takes it back while nobody answered: the order's customer, or the supplier for a ticket of theirs. Returns the
 * request. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.
 */
export async function withdrawChange(
  platform: Platform,
  viewer: Customer | SupplierMemberViewer,
  input: { readonly requestId: string; readonly version: number },
): Promise<OrderChangeRequestRow> {
  return platform.work.run(viewer, async (tx) => {
    const request = found(await changeRequestById(tx, input.requestId));
    if (viewer.kind === "customer") found(await orderOfCustomer(tx, request.orderId, viewer.accountId));
    must(request.supplierId === (viewer.kind === "supplier" ? viewer.supplierId : null), "NOT_FOUND");
    must(request.version === input.version, "STALE_VERSION");
    await answerRequest(tx, request, "WITHDRAW");
    tx.record(changeRequestFacts.withdrawn(request), queuesMoved);
    return request;
  });
}
