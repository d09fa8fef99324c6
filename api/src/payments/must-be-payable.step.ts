import { must } from "../kernel/refusal.js";
import { mayBePaid } from "../orders/order.js";
import type { OrderRow } from "../orders/order.store.js";
import { policyOn } from "../platform/policies.js";
import type { Tx } from "../platform/tx.js";
import { isOpen, isPayable } from "./instalment.js";
import type { InstalmentRow } from "./instalment.store.js";

/**
 * A customer begins to pay only what asks for money: what is due or, where the policy lets people pay early, what is
 * planned. Money that comes all the same is taken, whatever the policy says. Refuses NOTHING_DUE and NOT_DUE_YET.
 */
export async function mustBePayable(tx: Tx, order: OrderRow, instalment: InstalmentRow): Promise<void> {
  must(mayBePaid(order.state) && isPayable(instalment), "NOTHING_DUE");
  must(isOpen(instalment) || (await policyOn(tx, "payments.early")), "NOT_DUE_YET");
}
