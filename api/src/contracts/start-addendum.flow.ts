import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { takesMoney } from "../orders/order.js";
import { lockOrder, noteContractVerified } from "../orders/order.store.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { addendaAmong, agreedAmount, isOpen } from "./contract.js";
import { addContract, contractById, moveContract, papersOf } from "./contract.store.js";
import { templateByCode } from "./template.store.js";

export interface StartAddendum {
  readonly contractId: string;
  readonly version: number;
  /** The wording it is made from. */
  readonly templateCode: string;
  /** Why the amount is another; it is printed. */
  readonly cause: string;
  readonly idempotencyKey: string;
}

/**
 * The order's amount is another than what was signed: its contract needs an addendum, a draft that is issued, signed and
 * verified like the contract, against the order's new total. Until then an order whose work has not begun waits again.
 * There is one at a time. Returns the addendum's id.
 *
 * Refuses NOT_FOUND, STALE_VERSION, REASON_REQUIRED, INVALID_STATE (not in force, the order closed, an addendum under way),
 * ADDENDUM_NOT_NEEDED and CONTRACT_TEMPLATE_MISSING.
 */
export async function startAddendum(platform: Platform, viewer: Viewer, start: StartAddendum): Promise<string> {
  must(holds(viewer, "contracts.manage"), "FORBIDDEN");
  const { idempotencyKey: key, ...input } = start;
  const cause = cleanReason(input.cause);
  const { addendumId } = await platform.work.once(viewer, { operation: "startAddendum", key, input }, async (tx) => {
    const known = found(await contractById(tx, input.contractId));
    const order = found(await lockOrder(tx, known.orderId));
    const papers = (await papersOf(tx, [order.id])).get(order.id) ?? [];
    const contract = found(papers.find(({ id }) => id === known.id));
    must(contract.version === input.version, "STALE_VERSION");
    must(takesMoney(order.state), "INVALID_STATE", { thing: "order", state: order.state });
    const addenda = addendaAmong(papers, contract.id);
    must(!addenda.some(({ state }) => isOpen(state)), "INVALID_STATE", { thing: "contract", state: contract.state });
    must(contract.addendumOf === null, "INVALID_STATE", { thing: "contract", state: contract.state });
    await moveContract(tx, contract, "START_ADDENDUM");
    const amountBefore = found(agreedAmount(papers));
    must(contract.state !== "VERIFIED" || amountBefore !== order.total, "ADDENDUM_NOT_NEEDED");
    must(await templateByCode(tx, input.templateCode), "CONTRACT_TEMPLATE_MISSING", { template: input.templateCode });
    if (order.contractVerifiedAt !== null) await noteContractVerified(tx, order, null);
    const no = `${contract.no}-B${addenda.length + 1}`;
    const addendum = { no, addendumOf: contract.id, cause, amountBefore };
    const row = await addContract(tx, order, input.templateCode, { position: papers.length, addendum });
    tx.record(queuesMoved);
    return { addendumId: row.id };
  });
  return addendumId;
}
