import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { type AmendmentPreview, previewOf } from "./amendment-preview.step.js";
import type { AmendmentWish } from "./amendment-wish.js";
import { composeParts } from "./compose-amendment.step.js";
import { componentsOf, orderById } from "./order.store.js";

/** What a change would do that staff are writing, without keeping it. Refuses what drafting it refuses. */
export async function previewAmendment(
  platform: Platform,
  viewer: Viewer,
  wish: AmendmentWish,
): Promise<AmendmentPreview> {
  must(holds(viewer, "orders.edit"), "FORBIDDEN");
  const { read } = platform.database;
  const order = found(await orderById(read, wish.orderId));
  must(order.revision === wish.baseRevision, "STALE_VERSION");
  const parts = await composeParts(read, await componentsOf(read, [order.id]), wish.parts);
  const { kind, fault = null, way } = wish;
  return previewOf(read, order, { parts, kind, fault, way });
}
