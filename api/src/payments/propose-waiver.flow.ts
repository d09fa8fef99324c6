import { cleanReason } from "../identity/account.js";
import { type Fen, plus } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { takesMoney } from "../orders/order.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { policies, policyNumber } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { applyWaiver } from "./apply-waiver.step.js";
import { paymentFacts } from "./facts.js";
import { instalmentLife, openAmount } from "./instalment.js";
import { instalmentById, instalmentsOf, keepWaiver } from "./instalment.store.js";

export interface ProposeWaiver {
  readonly instalmentId: string;
  readonly version: number;
  readonly amount: Fen;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Staff do without all or part of an instalment that is asked for. Until what was waived of the order comes to the policy's
 * amount it is done at once; above it another person decides, unless four eyes are switched off.
 *
 * Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE (not asked for, or a proposal waits already), REASON_REQUIRED and
 * VALIDATION (nothing, or more than what is open).
 */
export async function proposeWaiver(platform: Platform, viewer: Viewer, input: ProposeWaiver): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "payments.waive"), "FORBIDDEN");
  const { idempotencyKey: key, ...wish } = input;
  const reason = cleanReason(wish.reason, 200);
  await platform.work.once(viewer, { operation: "proposeWaiver", key, input: wish }, async (tx) => {
    const known = found(await instalmentById(tx, wish.instalmentId));
    const order = found(await lockOrder(tx, known.orderId));
    const instalment = found(await instalmentById(tx, wish.instalmentId));
    must(instalment.version === wish.version, "STALE_VERSION");
    const waits = instalment.waiverAsked !== null;
    const asked = takesMoney(order.state) && instalmentLife.allows(instalment.state, "WAIVE") && !waits;
    must(asked, "INVALID_STATE", { thing: "instalment", state: instalment.state });
    const max = openAmount(instalment);
    must(wish.amount > 0 && wish.amount <= max, "VALIDATION", { field: "amount", max });
    const decided = await policies(tx);
    const before = (await instalmentsOf(tx, [order.id])).map(({ waived }) => waived);
    const withinLimit = plus(...before, wish.amount) <= policyNumber(decided, "payments.waive-limit");
    if (withinLimit || decided["payments.waive-four-eyes"] === "off") {
      await applyWaiver(tx, order, instalment, { amount: wish.amount, reason });
      return {};
    }
    await keepWaiver(tx, instalment, { amount: wish.amount, reason });
    tx.record(paymentFacts.waiverProposed({ ...instalment, amount: wish.amount }, reason));
    return {};
  });
}
