import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { isPosted, post } from "../payments/ledger.store.js";
import { cleanBankReference, movementOfTransfer } from "../payments/payment.js";
import { supplierDepositPostings } from "../payments/postings-moved.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { lockSupplier } from "../suppliers/supplier.store.js";

export interface TakeDeposit {
  readonly supplierId: string;
  readonly amount: Fen;
  readonly bankReference: string;
  readonly idempotencyKey: string;
}

/** A supplier's security deposit arrived at the bank; each transfer counts once. Refuses NOT_FOUND, VALIDATION. */
export async function takeDeposit(platform: Platform, viewer: Viewer, input: TakeDeposit): Promise<void> {
  must(holds(viewer, "settlement.pay"), "FORBIDDEN");
  must(input.amount > 0, "VALIDATION", { field: "amount" });
  const movement = movementOfTransfer(cleanBankReference(input.bankReference));
  const { idempotencyKey: key, ...said } = input;
  await platform.work.once(viewer, { operation: "takeDeposit", key, input: said }, async (tx) => {
    const supplier = found(await lockSupplier(tx, input.supplierId));
    must(!(await isPosted(tx, movement)), "VALIDATION", { field: "bankReference", used: true });
    await post(tx, {
      kind: "DEPOSIT_TAKEN",
      memo: supplier.name,
      idempotencyKey: movement,
      lines: supplierDepositPostings(input.amount),
      dims: { supplierId: supplier.id },
    });
    return {};
  });
}
