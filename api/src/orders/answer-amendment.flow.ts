import { cleanReason } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { moveAmendment } from "./amendment.store.js";
import { amendmentFacts } from "./amendment-facts.js";
import { holdAmendment, mustFit } from "./hold-amendment.step.js";

export interface AnswerAmendment {
  readonly amendmentId: string;
  readonly version: number;
  /** Names what was shown. */
  readonly hash: string;
  readonly agree: boolean;
  /** Why not; asked for when it is declined. */
  readonly reason?: string | null;
}

/**
 * The customer agrees to exactly what was shown, or declines it with a reason. Refuses NOT_FOUND, STALE_VERSION (also when
 * something else was shown, or the order is another by now), INVALID_STATE, REASON_REQUIRED.
 */
export async function answerAmendment(platform: Platform, viewer: Customer, input: AnswerAmendment): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const held = await holdAmendment(tx, input, viewer.accountId);
    const { amendment } = held;
    must(amendment.state === "WAIT_CUSTOMER", "INVALID_STATE", { thing: "amendment", state: amendment.state });
    must(amendment.hash === input.hash, "STALE_VERSION");
    if (!input.agree) {
      const endReason = cleanReason(input.reason ?? "");
      await moveAmendment(tx, amendment, "DECLINE", { answeredAt: tx.now, endedAt: tx.now, endReason });
      tx.record(amendmentFacts.declined(amendment, endReason));
      return;
    }
    mustFit(held);
    await moveAmendment(tx, amendment, "AGREE", { answeredAt: tx.now });
    tx.record(amendmentFacts.agreed(amendment), amendmentFacts.submitted(amendment), queuesMoved);
  });
}
