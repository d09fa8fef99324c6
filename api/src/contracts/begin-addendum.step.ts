import { noteContractVerified, type OrderRow } from "../orders/order.store.js";
import { queuesMoved } from "../payments/facts.js";
import type { Tx } from "../platform/tx.js";
import { addendaAmong, agreedAmount, contractAmong, contractLife, isOpen } from "./contract.js";
import { addContract, moveContract, papersOf } from "./contract.store.js";

/**
 * An order was changed: a contract in force that says another amount by now gets an addendum, a draft for staff to issue in
 * the contract's own wording. Does nothing for an order without a signed contract or with an addendum under way. The caller
 * holds the order's lock; the order is as it is now.
 */
export async function beginAddendum(tx: Tx, order: OrderRow, cause: string): Promise<void> {
  const papers = (await papersOf(tx, [order.id])).get(order.id) ?? [];
  const [contract] = contractAmong(papers);
  const amountBefore = agreedAmount(papers);
  if (!contract || amountBefore === null || amountBefore === order.total) return;
  const addenda = addendaAmong(papers, contract.id);
  if (!contractLife.allows(contract.state, "START_ADDENDUM") || addenda.some(({ state }) => isOpen(state))) return;
  await moveContract(tx, contract, "START_ADDENDUM");
  if (order.contractVerifiedAt !== null) await noteContractVerified(tx, order, null);
  const no = `${contract.no}-B${addenda.length + 1}`;
  const addendum = { no, addendumOf: contract.id, cause, amountBefore };
  await addContract(tx, order, contract.templateCode, { position: papers.length, addendum });
  tx.record(queuesMoved);
}
