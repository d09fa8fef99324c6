import { cleanReason } from "../identity/account.js";
import { type Fen, plus, ZERO } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { componentsOf, type OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { orderBalances } from "./ledger.store.js";
import { type Responsibility, sharesAll } from "./refund.js";
import {
  moveRefund,
  type RefundComponentRow,
  type RefundRow,
  refundComponentsOf,
  writeAllocations,
  writeComponents,
} from "./refund.store.js";
import { availableOf } from "./refund-grant.js";
import { type ChosenAllocation, checkAllocations, planAllocations } from "./refund-plan.js";
import { grantedParts, refundableTenders } from "./refund-sources.store.js";
import { doersOf } from "./who-does-it.step.js";

/** What staff propose to give back, who bears it, and from which tenders if not as planned. */
export interface Proposal {
  readonly components: readonly { readonly componentId: string; readonly amount: Fen }[];
  readonly responsibility: Responsibility;
  readonly allocations?: readonly ChosenAllocation[] | null;
  readonly overrideReason?: string | null;
}

/**
 * Writes a proposal into a refund. Nothing differs from the ask: it is agreed at once; nobody asked: too. Returns the refund
 * as it is then. The caller holds the order's lock. Refuses VALIDATION, REASON_REQUIRED, NOT_FOUND, REFUND_EXCEEDS_PAID,
 * INVALID_STATE and STALE_VERSION.
 */
export async function writeProposal(
  tx: Tx,
  order: OrderRow,
  refund: RefundRow,
  proposal: Proposal,
): Promise<RefundRow> {
  const { components, responsibility, allocations } = proposal;
  must(sharesAll(responsibility), "VALIDATION", { field: "responsibility" });
  const asked = await refundComponentsOf(tx, [refund.id]);
  mayDiffer(refund, asked, components);
  const wishes = await wishesFor(tx, order.id, components);
  const paidBack = plus(...components.map(({ amount }) => amount));
  const tenders = await refundableTenders(tx, order.id);
  const chosen = allocations && allocations.length > 0 ? allocations : null;
  const overrideReason = chosen ? cleanReason(proposal.overrideReason ?? "") : null;
  const planned = chosen
    ? checkAllocations(paidBack, chosen, tenders, tx.now)
    : planAllocations(paidBack, tenders, tx.now);
  const askedOf = (componentId: string): Fen => asked.find((each) => each.componentId === componentId)?.asked ?? ZERO;
  const dropped = asked
    .filter(({ componentId }) => !wishes.some((wish) => wish.componentId === componentId))
    .map(({ componentId, supplierId }) => ({ componentId, supplierId, amount: ZERO }));
  const written = [...wishes, ...dropped].map((wish) => ({ ...wish, asked: askedOf(wish.componentId) }));
  await writeComponents(tx, refund.id, written);
  await writeAllocations(tx, refund, planned, refund.compensation);
  const { platform, supplier, customer } = responsibility;
  const shares = { platformShare: platform, supplierShare: supplier, customerShare: customer };
  const amount = plus(paidBack, refund.compensation);
  const proposed = await moveRefund(tx, refund, "PROPOSE", { ...shares, amount, overrideReason });
  const asAsked = refund.asked === null || written.every((wish) => wish.asked === wish.amount);
  return asAsked ? moveRefund(tx, proposed, "AGREE") : proposed;
}

/** What an agreed change of the order gives back is no matter of opinion any more; from where, and who bears it, is. */
function mayDiffer(refund: RefundRow, before: readonly RefundComponentRow[], now: Proposal["components"]): void {
  const field = "components";
  must(now.length > 0 && now.every(({ amount }) => amount > ZERO), "VALIDATION", { field });
  must(new Set(now.map(({ componentId }) => componentId)).size === now.length, "VALIDATION", { field, repeated: true });
  if (refund.source !== "AMENDMENT" && refund.source !== "CANCELLATION") return;
  const same = before.every((was) => now.some((is) => is.componentId === was.componentId && is.amount === was.amount));
  must(same && before.length === now.length, "VALIDATION", { field });
}

/** The parts of the order they are for. Refuses NOT_FOUND, and REFUND_EXCEEDS_PAID beyond what is left of one. */
export async function wishesFor(
  tx: Tx,
  orderId: string,
  wanted: Proposal["components"],
): Promise<{ componentId: string; supplierId: string; amount: Fen }[]> {
  const components = await componentsOf(tx, [orderId]);
  const parts = await grantedParts(tx, orderId, components);
  const { advances } = await orderBalances(tx, orderId);
  const doers = await doersOf(tx, orderId, components);
  return wanted.map(({ componentId, amount }) => {
    const component = found(components.find(({ id }) => id === componentId));
    const available = availableOf(found(parts.get(componentId)), advances);
    // What a change of the order took out of a part is the change's own figure: it is checked when it is granted.
    must(amount <= available || component.state === "CANCELLED", "REFUND_EXCEEDS_PAID", { available, componentId });
    return { componentId, supplierId: found(doers.get(componentId)), amount };
  });
}
