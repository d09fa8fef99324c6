import { type Fen, plus } from "../kernel/money.js";
import { fundingOfOrder } from "../payments/funding.store.js";
import { type InstalmentRow, instalmentsOf } from "../payments/instalment.store.js";
import { feesAfter } from "../payments/official-fee.js";
import { type MoneyEffect, moneyEffect } from "../payments/order-effect.js";
import type { Sql } from "../platform/sql.js";
import { type AmendmentDiff, type ConsentReason, consentNeeded, diffOf, mustBeWhole } from "./amendment.js";
import type { OrderAmendmentRow } from "./amendment.store.js";
import { keepableOf } from "./keepable.step.js";
import { componentsOf, type OrderRow } from "./order.store.js";

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
type AmendedParts = Pick<OrderAmendmentRow, "parts" | "kind" | "fault" | "way">;

/** What a change does to an order's lines, price and plan as they are at this moment. Refuses what leaves no whole order. */
export async function previewOf(sql: Sql, order: OrderRow, amended: AmendedParts): Promise<AmendmentPreview> {
  const { parts, kind, fault, way } = amended;
  const lines = await componentsOf(sql, [order.id]);
  const plan = await instalmentsOf(sql, [order.id]);
  const keepable = await keepableOf(sql, order.id);
  const diff = diffOf(lines, parts);
  mustBeWhole(lines, parts, kind);
  feesAfter(lines, diff.lines, await fundingOfOrder(sql, order.id));
  const effect = moneyEffect(plan, diff.saleDelta, { way, fault, keepable });
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
