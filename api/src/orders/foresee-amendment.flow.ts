import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { amendmentById } from "./amendment.store.js";
import { type AmendmentPreview, previewOf } from "./amendment-preview.step.js";
import { orderById } from "./order.store.js";

/**
 * What an amendment that was written will do as things are now, to whoever may read it: staff, or the order's customer.
 * Null for one that is over: its record tells what it did.
 */
export async function foreseeAmendment(
  platform: Platform,
  viewer: Viewer,
  amendmentId: string,
): Promise<AmendmentPreview | null> {
  const { read } = platform.database;
  const amendment = found(await amendmentById(read, amendmentId));
  const order = found(await orderById(read, amendment.orderId));
  const own = viewer.kind === "customer" && viewer.accountId === order.customerId;
  must(own || holds(viewer, "orders.read"), "NOT_FOUND");
  const open = ["DRAFT", "WAIT_CUSTOMER", "WAIT_AUDIT"].includes(amendment.state);
  if (!open || amendment.baseRevision !== order.revision) return null;
  return previewOf(read, order, amendment);
}
