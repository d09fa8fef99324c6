import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { changeRequestFacts } from "./amendment-facts.js";
import { answerRequest, changeRequestById } from "./change-request.store.js";

/** Staff decline what was asked for and say why. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED. */
export async function declineChange(
  platform: Platform,
  viewer: Viewer,
  input: { readonly requestId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "orders.edit"), "FORBIDDEN");
  const answer = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const request = found(await changeRequestById(tx, input.requestId));
    must(request.version === input.version, "STALE_VERSION");
    await answerRequest(tx, request, "DECLINE", answer);
    tx.record(changeRequestFacts.declined(request, answer), queuesMoved);
  });
}
