import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { paymentFacts } from "./facts.js";
import { instalmentById, keepWaiver } from "./instalment.store.js";
import type { DecideWaiver } from "./waiver.js";

/**
 * A proposed waiver is turned down, or taken back by who proposed it; the instalment is asked for as before. Refuses
 * NOT_FOUND, STALE_VERSION and INVALID_STATE (nothing is proposed).
 */
export async function rejectWaiver(platform: Platform, viewer: Viewer, input: DecideWaiver): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "payments.waive"), "FORBIDDEN");
  const { idempotencyKey: key, ...decision } = input;
  await platform.work.once(viewer, { operation: "rejectWaiver", key, input: decision }, async (tx) => {
    const known = found(await instalmentById(tx, decision.instalmentId));
    await lockOrder(tx, known.orderId);
    const instalment = found(await instalmentById(tx, decision.instalmentId));
    must(instalment.version === decision.version, "STALE_VERSION");
    const { waiverAsked, state } = instalment;
    must(waiverAsked !== null, "INVALID_STATE", { thing: "instalment", state });
    await keepWaiver(tx, instalment, null);
    tx.record(paymentFacts.waiverRejected({ ...instalment, amount: waiverAsked }));
    return {};
  });
}
