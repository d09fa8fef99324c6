import { found, must } from "../kernel/refusal.js";
import { takesMoney } from "../orders/order.js";
import { lockOrder, noteContractVerified } from "../orders/order.store.js";
import { queuesMoved } from "../payments/facts.js";
import { gateIsPaid } from "../payments/instalment.js";
import { fireTrigger, instalmentsOf } from "../payments/instalment.store.js";
import { openGate } from "../payments/open-gate.step.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustBeAnother, mustMatch, type ReadOnPaper } from "./contract.js";
import { contractById, moveContract } from "./contract.store.js";
import { contractFacts } from "./facts.js";

export interface VerifyContract extends ReadOnPaper {
  readonly contractId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * Somebody else than who uploaded it compared the signed contract with the order: it is in force. Where the gate's money
 * is there already, delivery begins in the same transaction; else the payment that follows begins it. The order's lock
 * keeps the two apart, so its tickets are opened once.
 *
 * Refuses NOT_FOUND, STALE_VERSION (also for another issue than the last), INVALID_STATE, FOUR_EYES,
 * CONTRACT_AMOUNT_DIFFERS and VALIDATION.
 */
export async function verifyContract(platform: Platform, viewer: Viewer, verification: VerifyContract): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "contracts.verify"), "FORBIDDEN");
  const { idempotencyKey: key, ...input } = verification;
  await platform.work.once(viewer, { operation: "verifyContract", key, input }, async (tx) => {
    const known = found(await contractById(tx, input.contractId));
    const order = found(await lockOrder(tx, known.orderId));
    const contract = found(await contractById(tx, input.contractId));
    must(contract.version === input.version, "STALE_VERSION");
    must(takesMoney(order.state), "INVALID_STATE", { thing: "order", state: order.state });
    mustBeAnother(contract, viewer.accountId, await policyOn(tx, "contracts.four-eyes"));
    mustMatch(contract, order.total, input, tx.now);
    const { effectiveOn } = input;
    await moveContract(tx, contract, "VERIFY", { verifiedBy: viewer.accountId, verifiedAt: tx.now, effectiveOn });
    tx.record(contractFacts.verified(contract, effectiveOn), queuesMoved);
    if (contract.addendumOf !== null)
      await moveContract(tx, found(await contractById(tx, contract.addendumOf)), "RENEW");
    const verified = await noteContractVerified(tx, order);
    await fireTrigger(tx, order.id, "ON_CONTRACT");
    if (gateIsPaid(await instalmentsOf(tx, [order.id]))) await openGate(tx, verified);
    return {};
  });
}
