import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { orderLife, takesMoney } from "../orders/order.js";
import { lockOrder, noteContractVerified } from "../orders/order.store.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mayVoid } from "./contract.js";
import { addContract, contractById, moveContract, papersOf } from "./contract.store.js";
import { contractFacts } from "./facts.js";

/**
 * Who may both issue and verify takes a contract back by hand, with a reason its customer reads: it counts no more, the
 * gate is shut, and a new one of the same template is begun in the same transaction, so the order is never without. Once
 * the work has begun only an addendum that is not in force can be voided; another may be started then.
 *
 * Refuses NOT_FOUND, STALE_VERSION, REASON_REQUIRED and INVALID_STATE (also when the order is closed or under way).
 */
export async function voidContract(
  platform: Platform,
  viewer: Viewer,
  input: { readonly contractId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(viewer.kind === "staff" && holds(viewer, "contracts.manage") && holds(viewer, "contracts.verify"), "FORBIDDEN");
  const voidReason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const known = found(await contractById(tx, input.contractId));
    const order = found(await lockOrder(tx, known.orderId));
    const contract = found(await contractById(tx, input.contractId));
    must(contract.version === input.version, "STALE_VERSION");
    must(takesMoney(order.state), "INVALID_STATE", { thing: "order", state: order.state });
    const delivering = !orderLife.allows(order.state, "START_DELIVERY");
    must(mayVoid(contract, delivering), "INVALID_STATE", { thing: "contract", state: contract.state });
    const by = { voidReason, voidedBy: viewer.accountId, voidedAt: tx.now };
    const voided = await moveContract(tx, contract, "VOID", by);
    tx.record(contractFacts.voided(voided, voidReason), queuesMoved);
    if (contract.addendumOf !== null) return;
    if (order.contractVerifiedAt !== null) await noteContractVerified(tx, order, null);
    const position = ((await papersOf(tx, [order.id])).get(order.id) ?? []).length;
    await addContract(tx, order, contract.templateCode, { position });
  });
}
