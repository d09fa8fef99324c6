import { cleanReason } from "../identity/account.js";
import { ZERO } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { fundingOfOrder } from "../payments/funding.store.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import { feesAfter } from "../payments/official-fee.js";
import { moneyEffect } from "../payments/order-effect.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { consentNeeded, diffOf, mustBeWhole } from "./amendment.js";
import { addAmendment, amendmentById, rewriteAmendment } from "./amendment.store.js";
import type { AmendmentWish } from "./amendment-wish.js";
import { answerRequest, changeRequestById } from "./change-request.store.js";
import { composeParts } from "./compose-amendment.step.js";
import { isAmendable } from "./order.js";
import { componentsOf, holdOrder, orderById } from "./order.store.js";

export interface DraftAmendment extends AmendmentWish {
  /** The draft to write anew; without, another one is begun. */
  readonly amendmentId?: string | null;
  readonly version?: number | null;
  readonly reason: string;
  /** What was asked for, if it is made for a wish. */
  readonly requestId?: string | null;
  readonly idempotencyKey: string;
}

/**
 * Staff write down a change of an order, or write a draft anew. Nothing of the order changes by it. Returns the
 * amendment's id. Refuses NOT_FOUND, STALE_VERSION (also for an order that was changed since it was looked at),
 * INVALID_STATE, REASON_REQUIRED, VALIDATION, QUANTITY_OUT_OF_RANGE and SUPPLIER_NOT_ELIGIBLE.
 */
export async function draftAmendment(platform: Platform, viewer: Viewer, draft: DraftAmendment): Promise<string> {
  must(holds(viewer, "orders.edit"), "FORBIDDEN");
  const { idempotencyKey: key, ...input } = draft;
  const reason = cleanReason(input.reason);
  const once = { operation: "draftAmendment", key, input };
  const { amendmentId } = await platform.work.once(viewer, once, async (tx) => {
    const content = { ...(await contentOf(tx, input)), reason };
    const id = input.amendmentId ? await rewrite(tx, input, content) : await begin(tx, input, content);
    await noteWriter(tx, id);
    return { amendmentId: id };
  });
  return amendmentId;
}

type Content = Awaited<ReturnType<typeof contentOf>> & { readonly reason: string };
type Input = Omit<DraftAmendment, "idempotencyKey">;

async function contentOf(tx: Tx, { orderId, baseRevision, kind, fault = null, way, parts: wishes }: Input) {
  await holdOrder(tx, orderId);
  const order = found(await orderById(tx, orderId));
  must(isAmendable(order.state), "INVALID_STATE", { thing: "order", state: order.state });
  must(order.revision === baseRevision, "STALE_VERSION");
  must((kind === "CANCELLATION") === (fault !== null), "VALIDATION", { field: "fault" });
  const lines = await componentsOf(tx, [orderId]);
  const parts = await composeParts(tx, lines, wishes);
  const diff = diffOf(lines, parts);
  mustBeWhole(lines, parts, kind);
  // Worked out for their refusals: a price that falls below what it may is found before anybody is asked.
  feesAfter(lines, diff.lines, await fundingOfOrder(tx, orderId));
  moneyEffect(await instalmentsOf(tx, [orderId]), diff.saleDelta, { way, fault, keepable: ZERO });
  const { saleDelta, costDelta } = diff;
  const content = { orderId, baseRevision, kind, fault, way, parts, saleDelta, costDelta };
  return { ...content, lines: [...diff.lines], consent: consentNeeded(diff) };
}

async function begin(tx: Tx, input: Input, content: Content): Promise<string> {
  const requestId = input.requestId ?? null;
  if (requestId !== null) {
    const request = found(await changeRequestById(tx, requestId));
    must(request.orderId === input.orderId, "NOT_FOUND");
    await answerRequest(tx, request, "MAKE");
  }
  return (await addAmendment(tx, { ...content, requestId })).id;
}

async function rewrite(tx: Tx, { amendmentId, version }: Input, content: Content): Promise<string> {
  const row = found(await amendmentById(tx, found(amendmentId)));
  must(row.orderId === content.orderId, "NOT_FOUND");
  must(row.version === version, "STALE_VERSION");
  must(row.state === "DRAFT", "INVALID_STATE", { thing: "amendment", state: row.state });
  await rewriteAmendment(tx, row, content);
  return row.id;
}
