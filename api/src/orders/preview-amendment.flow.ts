import { type Fen, plus } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { type InstalmentRow, instalmentsOf } from "../payments/instalment.store.js";
import { type MoneyEffect, moneyEffect } from "../payments/order-effect.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { type AmendmentDiff, type ConsentReason, consentNeeded, diffOf, mustBeWhole } from "./amendment.js";
import { amendmentById, type OrderAmendmentRow } from "./amendment.store.js";
import type { AmendmentWish } from "./amendment-wish.js";
import { composeParts } from "./compose-amendment.step.js";
import { componentsOf, type OrderRow, orderById } from "./order.store.js";

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

/** What a change would do that staff are writing, without keeping it. Refuses what drafting it refuses. */
export async function previewAmendment(
  platform: Platform,
  viewer: Viewer,
  wish: AmendmentWish,
): Promise<AmendmentPreview> {
  must(holds(viewer, "orders.edit"), "FORBIDDEN");
  const { read } = platform.database;
  const order = found(await orderById(read, wish.orderId));
  must(order.revision === wish.baseRevision, "STALE_VERSION");
  const parts = await composeParts(read, await componentsOf(read, [order.id]), wish.parts);
  const { kind, fault = null, way } = wish;
  return previewOf(platform, order, { parts, kind, fault, way });
}

/**
 * What an amendment that was written will do as things are now, to whoever may read it: staff, or the order's customer.
 * Null for one that is over: its record tells what it did.
 */
export async function foreseeAmendment(
  platform: Platform,
  viewer: Viewer,
  amendmentId: string,
): Promise<AmendmentPreview | null> {
  const { read } = platform.database;
  const amendment = found(await amendmentById(read, amendmentId));
  const order = found(await orderById(read, amendment.orderId));
  const own = viewer.kind === "customer" && viewer.accountId === order.customerId;
  must(own || holds(viewer, "orders.read"), "NOT_FOUND");
  const open = ["DRAFT", "WAIT_CUSTOMER", "WAIT_AUDIT"].includes(amendment.state);
  if (!open || amendment.baseRevision !== order.revision) return null;
  return previewOf(platform, order, amendment);
}

async function previewOf(
  platform: Platform,
  order: OrderRow,
  { parts, kind, fault, way }: Pick<OrderAmendmentRow, "parts" | "kind" | "fault" | "way">,
): Promise<AmendmentPreview> {
  const { read } = platform.database;
  const [lines, plan] = [await componentsOf(read, [order.id]), await instalmentsOf(read, [order.id])];
  const diff = diffOf(lines, parts);
  mustBeWhole(lines, parts, kind);
  const forfeits = await policyOn(read, "orders.deposit-forfeits");
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
