import { type Fen, plus } from "../kernel/money.js";
import type { InstalmentRow } from "../payments/instalment.store.js";
import { type MoneyEffect, moneyEffect } from "../payments/order-effect.js";
import { type AmendmentDiff, type ConsentReason, consentNeeded, diffOf, mustBeWhole } from "./amendment.js";
import type { OrderAmendmentRow } from "./amendment.store.js";
import type { OrderComponentRow, OrderRow } from "./order.store.js";

/** One instalment before and after a change; null where there is none. */
export interface PlanLine {
  readonly name: string;
  readonly before: Fen | null;
  readonly after: Fen | null;
  readonly paid: Fen;
}

/** What a change would do, worked out on what is paid at this moment. */
export interface AmendmentPreview {
  readonly diff: AmendmentDiff;
  readonly consent: readonly ConsentReason[];
  readonly total: Fen;
  readonly cost: Fen;
  readonly effect: MoneyEffect;
  readonly plan: readonly PlanLine[];
}

/** What is changed, and how. */
export type AmendedParts = Pick<OrderAmendmentRow, "parts" | "kind" | "fault" | "way">;

/** What an order is made of as things are now. */
interface OrderNow {
  readonly order: OrderRow;
  readonly lines: readonly OrderComponentRow[];
  readonly plan: readonly InstalmentRow[];
  /** Whether a customer who walks away loses a 定金. */
  readonly forfeits: boolean;
}

/** What a change of an order does to its lines, its price and its plan. Refuses what leaves no whole order. */
export function foreseen({ order, lines, plan, forfeits }: OrderNow, amended: AmendedParts): AmendmentPreview {
  const { parts, kind, fault, way } = amended;
  const diff = diffOf(lines, parts);
  mustBeWhole(lines, parts, kind);
  const effect = moneyEffect(plan, diff.saleDelta, { way, fault, forfeits });
  const [total, cost] = [plus(order.total, diff.saleDelta), plus(order.cost, diff.costDelta)];
  return { diff, consent: consentNeeded(diff), total, cost, effect, plan: planOf(plan, effect) };
}

function planOf(plan: readonly InstalmentRow[], { recut }: MoneyEffect): PlanLine[] {
  const changed = new Map(recut.changes.map((change) => [change.id, change.amount]));
  const kept = plan
    .filter(({ state }) => state !== "VOID")
    .map(({ id, name, amount, paid }) => ({ name, before: amount, after: changed.get(id) ?? amount, paid }));
  const added = { name: "变更差额", before: null, after: recut.difference, paid: 0 as Fen };
  return recut.difference > 0 ? [...kept, added] : kept;
}
