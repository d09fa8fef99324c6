import { fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { takesMoney } from "../orders/order.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { applyWaiver } from "./apply-waiver.step.js";
import { instalmentLife, openAmount } from "./instalment.js";
import { instalmentById } from "./instalment.store.js";
import type { DecideWaiver } from "./waiver.js";

/**
 * Somebody else than who proposed it lets a waiver pass: it is posted, and what was paid meanwhile is no longer waived.
 * Refuses NOT_FOUND, STALE_VERSION (also when it was paid in part since it was looked at), FOUR_EYES and INVALID_STATE.
 */
export async function approveWaiver(platform: Platform, viewer: Viewer, input: DecideWaiver): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "payments.waive"), "FORBIDDEN");
  const { idempotencyKey: key, ...decision } = input;
  await platform.work.once(viewer, { operation: "approveWaiver", key, input: decision }, async (tx) => {
    const known = found(await instalmentById(tx, decision.instalmentId));
    const order = found(await lockOrder(tx, known.orderId));
    const instalment = found(await instalmentById(tx, decision.instalmentId));
    must(instalment.version === decision.version, "STALE_VERSION");
    const { state, waiverAsked, waiverReason, waiverBy } = instalment;
    const waits = waiverAsked !== null && takesMoney(order.state) && instalmentLife.allows(state, "WAIVE");
    must(waits, "INVALID_STATE", { thing: "instalment", state });
    must(waiverBy !== viewer.accountId, "FOUR_EYES");
    const amount = fen(Math.min(waiverAsked, openAmount(instalment)));
    await applyWaiver(tx, order, instalment, { amount, reason: waiverReason ?? "" });
    return {};
  });
}
