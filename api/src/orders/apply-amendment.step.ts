import { principalOf } from "../catalogue/collection.js";
import { beginAddendum } from "../contracts/begin-addendum.step.js";
import type { TicketRow } from "../fulfilment/ticket.store.js";
import { changeTickets } from "../fulfilment/ticket-changes.step.js";
import { type Fen, fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { earnComponent } from "../payments/earn-component.step.js";
import { fundingOfOrder } from "../payments/funding.store.js";
import { gateIsPaid } from "../payments/instalment.js";
import {
  fireTrigger,
  type InstalmentRow,
  instalmentsOf,
  voidInstalments,
  writeRecut,
} from "../payments/instalment.store.js";
import { feesAfter } from "../payments/official-fee.js";
import { openGate } from "../payments/open-gate.step.js";
import { openRefund } from "../payments/open-refund.step.js";
import { type MoneyEffect, moneyEffect } from "../payments/order-effect.js";
import { expireUnsettled } from "../payments/payment.store.js";
import { reallotFunds } from "../payments/reallot-funds.step.js";
import { doersOf } from "../payments/who-does-it.step.js";
import type { Tx } from "../platform/tx.js";
import { releaseCoupon } from "../pricing/coupon.store.js";
import { releasePlaces } from "../suppliers/reservation.store.js";
import { type AmendmentDiff, type AmendmentPart, diffOf, mustBeWhole } from "./amendment.js";
import { addRevision, moveAmendment, type OrderAmendmentRow, outdateAmendments } from "./amendment.store.js";
import { amendmentFacts } from "./amendment-facts.js";
import { keepableOf } from "./keepable.step.js";
import { isAmendable } from "./order.js";
import {
  addComponents,
  changeComponent,
  componentsOf,
  ORDER_EXPIRES,
  type OrderComponentRow,
  type OrderRow,
  orderById,
  reviseOrder,
  setOrderState,
} from "./order.store.js";
import { snapshotOf } from "./order-revision.js";

/** An order before its amendment, with all that decides what becomes of it. */
interface Before {
  readonly order: OrderRow;
  readonly amendment: OrderAmendmentRow;
  readonly lines: readonly OrderComponentRow[];
  readonly plan: readonly InstalmentRow[];
  readonly diff: AmendmentDiff;
  readonly effect: MoneyEffect;
}

/**
 * Applies an amendment whole: lines, price, plan, work in hand, what is given back, contract and record. The caller holds
 * the order's lock and has made sure that everybody who has a say agreed. The money effect is worked out anew: what was
 * paid meanwhile counts. Refuses STALE_VERSION against another revision, INVALID_STATE for an order or a line that can't be
 * changed any more.
 */
export async function applyAmendment(tx: Tx, order: OrderRow, amendment: OrderAmendmentRow): Promise<void> {
  must(amendment.baseRevision === order.revision, "STALE_VERSION");
  must(isAmendable(order.state), "INVALID_STATE", { thing: "order", state: order.state });
  const before = await look(tx, order, amendment);
  await writeLines(tx, before);
  const sums = { total: plus(order.total, before.diff.saleDelta), cost: plus(order.cost, before.diff.costDelta) };
  const revised = await reviseOrder(tx, order, sums);
  await cutPlan(tx, before);
  const { refund, forfeit } = before.effect;
  const funds = await reallotFunds(tx, { order: revised, change: `amendment:${amendment.id}`, refund, forfeit });
  await settleDone(tx, revised, before);
  const tickets = await changeWork(tx, revised, before);
  await giveBack(tx, revised, before, funds);
  await beginAddendum(tx, found(await orderById(tx, order.id)), amendment.reason);
  await goOn(tx, found(await orderById(tx, order.id)), before, tickets);
  await keep(tx, before);
}

async function look(tx: Tx, order: OrderRow, amendment: OrderAmendmentRow): Promise<Before> {
  const lines = await componentsOf(tx, [order.id]);
  const plan = await instalmentsOf(tx, [order.id]);
  const diff = diffOf(lines, amendment.parts);
  mustBeWhole(lines, amendment.parts, amendment.kind);
  const keepable = await keepableOf(tx, order.id);
  const effect = moneyEffect(plan, diff.saleDelta, { way: amendment.way, fault: amendment.fault, keepable });
  return { order, amendment, lines, plan, diff, effect };
}

async function writeLines(tx: Tx, { order, amendment, lines, diff }: Before): Promise<void> {
  const fees = feesAfter(lines, diff.lines, await fundingOfOrder(tx, order.id));
  for (const { componentId, after } of diff.lines) {
    if (componentId === null) continue;
    const line = found(lines.find(({ id }) => id === componentId));
    const officialFee = fees.get(componentId) ?? ZERO;
    const next = after === null ? { state: "CANCELLED" as const } : { ...onTerms(line, after), officialFee };
    await changeComponent(tx, componentId, next);
  }
  const added = amendment.parts.flatMap((part) => (part.kind === "ADD" ? [lineOf(part)] : []));
  await addComponents(tx, order.id, added, lines.length);
}

/** A line on its next terms; the price of one unit is told of the whole. */
function onTerms(line: OrderComponentRow, after: NonNullable<AmendmentDiff["lines"][number]["after"]>) {
  const { quantity, supplierId, saleAmount, costAmount } = after;
  const same = quantity === line.quantity && saleAmount === line.saleAmount;
  const unitPrice = same ? line.unitPrice : perUnit(saleAmount, quantity);
  return { quantity, supplierId, saleAmount, costAmount, unitPrice };
}

const perUnit = (amount: Fen, quantity: number): Fen => fen(Math.round(amount / quantity));

function lineOf(part: Extract<AmendmentPart, { kind: "ADD" }>) {
  const { kind: _kind, milestones, ...line } = part;
  return {
    ...line,
    milestones: [...milestones],
    componentId: null,
    serviceId: null,
    chosenBy: "PLATFORM" as const,
    unitPrice: perUnit(line.saleAmount, line.quantity),
  };
}

async function cutPlan(tx: Tx, { order, plan, effect }: Before): Promise<void> {
  const { changes, difference } = effect.recut;
  const due = order.state === "CONFIRMED" || order.state === "IN_DELIVERY";
  const words = { name: `变更差额（第 ${order.revision + 1} 版）`, nameEn: `Difference of change ${order.revision}` };
  const added = difference > ZERO ? { orderId: order.id, amount: difference, due, ...words } : null;
  await writeRecut(tx, plan, changes, added);
  for (const { id: instalmentId } of changes) await expireUnsettled(tx, { instalmentId });
}

/** What was done of a line that ends is accepted as it is: its share of the price is earned, its share of the cost owed. */
async function settleDone(tx: Tx, order: OrderRow, { amendment, diff }: Before): Promise<void> {
  const ended = diff.lines.filter(({ kind, after }) => kind === "CANCEL" && after !== null);
  if (ended.length === 0) return;
  const lines = await componentsOf(tx, [order.id]);
  const doers = await doersOf(tx, order.id, lines);
  for (const { componentId } of ended) {
    const line = found(lines.find(({ id }) => id === componentId));
    await earnComponent(tx, order, line, {
      cost: line.costAmount,
      supplierId: found(doers.get(line.id)),
      key: `amendment:${amendment.id}:${line.id}`,
      memo: `${order.no} ${line.itemName} ${amendment.no}`,
    });
  }
}

async function changeWork(tx: Tx, order: OrderRow, { amendment, diff }: Before): Promise<TicketRow[]> {
  const lines = diff.lines.flatMap(({ componentId, ...line }) =>
    componentId === null ? [] : [{ componentId, ...line }],
  );
  const ended = lines.filter(({ kind }) => kind === "CANCEL");
  // A supplier agrees anew to another scope or pay; that the customer pays another price is none of its business.
  const renewed = lines.filter(({ kind, before, after }) => {
    if (kind !== "CHANGE" || !before || !after) return false;
    const { quantity, supplierId, costAmount } = before;
    return quantity !== after.quantity || supplierId !== after.supplierId || costAmount !== after.costAmount;
  });
  const idsOf = (some: readonly { componentId: string }[]) => new Set(some.map(({ componentId }) => componentId));
  const change = { ended: idsOf(ended), renewed: idsOf(renewed), reason: amendment.reason };
  return changeTickets(tx, order, await componentsOf(tx, [order.id]), change);
}

/**
 * What was paid of lines that cost less is the customer's again: of the parts that have too much of it where suppliers sell
 * some, else shared among the lines by how much less each costs.
 */
async function giveBack(
  tx: Tx,
  order: OrderRow,
  { amendment, lines, diff, effect }: Before,
  funds: Awaited<ReturnType<typeof reallotFunds>>,
): Promise<void> {
  const { refund, forfeit, compensation } = effect;
  if (refund + forfeit + compensation === ZERO) return;
  const less = diff.lines.flatMap(({ componentId, before, after }) => {
    const by = before ? minus(before.saleAmount, after?.saleAmount ?? ZERO) : ZERO;
    return componentId !== null && by > ZERO ? [{ componentId, by }] : [];
  });
  const own = less.filter(({ componentId }) => isOwn(found(lines.find(({ id }) => id === componentId))));
  const pooled = funds === null ? refund : plus(funds.ownBack, funds.unplaced);
  const shares = byHowMuchLess(pooled, own.length > 0 ? own : less);
  const amounts = merged([...(funds?.back ?? []), ...shares]);
  await openRefund(tx, {
    order,
    source: { kind: amendment.kind === "CANCELLATION" ? "CANCELLATION" : "AMENDMENT", id: amendment.id },
    reason: amendment.reason,
    components: [...amounts].map(([componentId, amount]) => ({ componentId, amount })),
    responsibility: NOBODY_IS_CLAIMED,
    state: "APPROVED",
    forfeit,
    compensation,
  });
}

const isOwn = ({ collectionMode }: OrderComponentRow): boolean => principalOf(collectionMode) === "PLATFORM";

function byHowMuchLess(amount: Fen, less: readonly { componentId: string; by: Fen }[]): [string, Fen][] {
  if (amount === ZERO) return [];
  const shares = split(
    amount,
    less.map(({ by }) => by),
  );
  return less.map(({ componentId }, index) => [componentId, shares[index] ?? ZERO]);
}

function merged(amounts: readonly (readonly [string, Fen])[]): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const [id, amount] of amounts) if (amount > ZERO) sums.set(id, plus(sums.get(id) ?? ZERO, amount));
  return sums;
}

/** What was not earned is given back by whoever sold it: no supplier was paid for it, so none is asked for it. */
const NOBODY_IS_CLAIMED = { platform: 0, supplier: 0, customer: 10_000 } as const;

/** Where the order goes from here: to its end, to completion when nothing is left to do, or to its delivery. */
async function goOn(tx: Tx, order: OrderRow, { amendment }: Before, tickets: readonly TicketRow[]): Promise<void> {
  const lines = (await componentsOf(tx, [order.id])).filter(({ state }) => state === "ACTIVE");
  if (lines.length === 0) return end(tx, order, amendment.reason);
  if (tickets.length > 0 && lines.every(({ earnedAt }) => earnedAt !== null)) {
    await setOrderState(tx, order, "COMPLETE");
    return fireTrigger(tx, order.id, "ON_ACCEPTANCE");
  }
  const plan = (await instalmentsOf(tx, [order.id])).filter(({ state }) => state !== "VOID");
  if (order.state === "CONFIRMED" && gateIsPaid(plan)) await openGate(tx, order);
}

async function end(tx: Tx, order: OrderRow, reason: string): Promise<void> {
  await setOrderState(tx, order, "CANCEL", reason.slice(0, 200));
  await voidInstalments(tx, order.id);
  await releaseCoupon(tx, order.id);
  await releasePlaces(tx, order.id);
  await expireUnsettled(tx, { orderId: order.id });
  await tx.cancelTimer(ORDER_EXPIRES, order.id);
}

async function keep(tx: Tx, { order, amendment, lines, plan, effect }: Before): Promise<void> {
  const now = found(await orderById(tx, order.id));
  const became = snapshotOf(now, await componentsOf(tx, [order.id]), await instalmentsOf(tx, [order.id]));
  const was = snapshotOf(order, lines, plan);
  await addRevision(tx, { orderId: order.id, revision: now.revision, amendmentId: amendment.id, was, became });
  const refunded = effect.refund;
  await moveAmendment(tx, amendment, "APPLY", { auditorId: amendment.auditorId, endedAt: tx.now, refunded });
  await outdateAmendments(tx, order.id);
  tx.record(amendmentFacts.applied(amendment, { total: now.total, revision: now.revision }));
}
