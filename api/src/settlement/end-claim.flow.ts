import { cleanReason } from "../identity/account.js";
import type { Fen } from "../kernel/money.js";
import { fen, minus, ZERO } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { depositOf, itemsOfSupplier, post, refundsClaimed, type SupplierItemRow } from "../payments/ledger.store.js";
import { claimEndedPostings } from "../payments/postings-moved.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { lockSupplier } from "../suppliers/supplier.store.js";

export interface EndClaim {
  readonly supplierId: string;
  /** The claim's item, as `supplierAccount` names it. */
  readonly item: string;
  readonly amount: Fen;
  readonly end: "DEPOSIT" | "WRITTEN_OFF" | "PAID";
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * A claim on a supplier ends otherwise than by a statement: taken from its deposit, paid by it, or given up by another
 * than who raised it. Refuses NOT_FOUND, REASON_REQUIRED, FOUR_EYES, DEPOSIT_TOO_LOW, and VALIDATION for nothing or more than
 * is claimed.
 */
export async function endClaim(platform: Platform, viewer: Viewer, input: EndClaim): Promise<void> {
  must(holds(viewer, "settlement.approve"), "FORBIDDEN");
  const reason = cleanReason(input.reason, 100);
  const { idempotencyKey: key, ...wish } = input;
  await platform.work.once(viewer, { operation: "endClaim", key, input: wish }, async (tx) => {
    const { supplierId, item, amount, end } = input;
    found(await lockSupplier(tx, supplierId));
    const items = await itemsOfSupplier(tx, supplierId);
    const claim = found(items.find((each) => each.account === "1221.S" && each.item === item && each.balance < ZERO));
    const max = minus(ZERO, claim.balance);
    must(amount > 0 && amount <= max, "VALIDATION", { field: "amount", max });
    if (end === "WRITTEN_OFF") await mustNotHaveRaised(tx, claim, viewer);
    if (end === "DEPOSIT") {
      const deposit = await depositOf(tx, supplierId);
      must(amount <= deposit, "DEPOSIT_TOO_LOW", { field: "amount", max: deposit });
    }
    await post(tx, {
      kind: "CLAIM_ENDED",
      memo: `${end} ${reason}`,
      idempotencyKey: `claim:${supplierId}:${item}:${key}`,
      lines: claimEndedPostings(fen(amount), end),
      dims: {
        supplierId,
        ...(claim.orderId ? { orderId: claim.orderId } : {}),
        ...(claim.componentId ? { componentId: claim.componentId } : {}),
      },
    });
    return {};
  });
}

/** Giving a claim up is for another than who charged the supplier or proposed the refund behind it. Refuses FOUR_EYES. */
async function mustNotHaveRaised(tx: Tx, claim: SupplierItemRow, viewer: Viewer): Promise<void> {
  if (!(await policyOn(tx, "settlement.four-eyes"))) return;
  const charged = claim.componentId === null ? [] : [claim.componentId];
  for (const draft of [...charged, ...(await refundsClaimed(tx, claim))]) await mustBeOther(tx, draft, viewer);
}
