import { found, must } from "../kernel/refusal.js";
import { orderById } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { draftDossier } from "./draft-dossier.step.js";
import { issueForm } from "./issue-form.step.js";

export interface IssueDossier {
  readonly orderId: string;
  readonly idempotencyKey: string;
}

/**
 * Issues the dossier of an order as it is now, as the next version of the one before: to its customer what a customer may
 * read, to staff everything. Returns the form's id. Refuses NOT_FOUND.
 */
export async function issueDossier(platform: Platform, viewer: Viewer, issue: IssueDossier): Promise<string> {
  const { idempotencyKey: key, ...input } = issue;
  must(viewer.kind === "customer" || holds(viewer, "documents.manage"), "FORBIDDEN");
  const { formId } = await platform.work.once(viewer, { operation: "issueDossier", key, input }, async (tx) => {
    const order = found(await orderById(tx, input.orderId));
    must(viewer.kind !== "customer" || order.customerId === viewer.accountId, "NOT_FOUND");
    const kind = viewer.kind === "customer" ? "ORDER" : "ORDER_INSIDE";
    return { formId: await issueForm(tx, found(await draftDossier(tx, { kind, id: order.id }))) };
  });
  return formId;
}
