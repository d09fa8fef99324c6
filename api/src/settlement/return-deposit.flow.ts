import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { depositOf, isPosted, itemsOfSupplier, post } from "../payments/ledger.store.js";
import { cleanBankReference, movementOfTransfer } from "../payments/payment.js";
import { depositReturnedPostings } from "../payments/postings-moved.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { lockSupplier } from "../suppliers/supplier.store.js";

export interface ReturnDeposit {
  readonly supplierId: string;
  readonly amount: Fen;
  readonly bankReference: string;
  readonly idempotencyKey: string;
}

/**
 * A supplier got its security deposit back from the bank, or a part of it; each transfer counts once, and nothing leaves
 * while the supplier owes something. Refuses NOT_FOUND, CLAIMS_OPEN, DEPOSIT_TOO_LOW, VALIDATION.
 */
export async function returnDeposit(platform: Platform, viewer: Viewer, input: ReturnDeposit): Promise<void> {
  must(holds(viewer, "settlement.pay"), "FORBIDDEN");
  must(input.amount > 0, "VALIDATION", { field: "amount" });
  const movement = movementOfTransfer(cleanBankReference(input.bankReference));
  const { idempotencyKey: key, ...said } = input;
  await platform.work.once(viewer, { operation: "returnDeposit", key, input: said }, async (tx) => {
    const supplier = found(await lockSupplier(tx, input.supplierId));
    must(!(await isPosted(tx, movement)), "VALIDATION", { field: "bankReference", used: true });
    const open = await itemsOfSupplier(tx, supplier.id);
    must(!open.some(({ balance }) => balance < 0), "CLAIMS_OPEN");
    const deposit = await depositOf(tx, supplier.id);
    must(input.amount <= deposit, "DEPOSIT_TOO_LOW", { field: "amount", max: deposit });
    await post(tx, {
      kind: "DEPOSIT_RETURNED",
      memo: supplier.name,
      idempotencyKey: movement,
      lines: depositReturnedPostings(input.amount),
      dims: { supplierId: supplier.id },
    });
    return {};
  });
}
