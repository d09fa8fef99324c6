import { cleanReason } from "../identity/account.js";
import { type Fen, plus, ZERO } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { holdOrder, orderOfCustomer } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { queuesMoved, refundFacts } from "./facts.js";
import { addRefund, openRefundsOf, writeComponents } from "./refund.store.js";
import { remainingOfAll } from "./refund-plan.js";
import { refundableTenders } from "./refund-sources.store.js";
import { wishesFor } from "./write-proposal.step.js";

const MOST_PHOTOS = 9;

export interface RequestRefund {
  readonly orderId: string;
  readonly components: readonly { readonly componentId: string; readonly amount: Fen }[];
  readonly reason: string;
  readonly photoIds: readonly string[];
  readonly idempotencyKey: string;
}

/**
 * A customer asks for money back for parts of their order, with a reason and photos. One wish at a time. Returns the
 * refund's id. Refuses NOT_FOUND (order, part or photo), VALIDATION, REASON_REQUIRED, REFUND_EXCEEDS_PAID and INVALID_STATE
 * while an earlier one is open.
 */
export async function requestRefund(platform: Platform, viewer: Customer, input: RequestRefund): Promise<string> {
  const { idempotencyKey: key, ...wish } = input;
  const reason = cleanReason(input.reason);
  const field = "components";
  must(wish.components.length > 0, "VALIDATION", { field });
  must(
    wish.components.every(({ amount }) => amount > ZERO),
    "VALIDATION",
    { field: "amount" },
  );
  const ids = wish.components.map(({ componentId }) => componentId);
  must(new Set(ids).size === ids.length, "VALIDATION", { field, repeated: true });
  must(wish.photoIds.length <= MOST_PHOTOS, "VALIDATION", { field: "photoIds", max: MOST_PHOTOS });
  const { refundId } = await platform.work.once(
    viewer,
    { operation: "requestRefund", key, input: wish },
    async (tx) => {
      found(await orderOfCustomer(tx, wish.orderId, viewer.accountId));
      await holdOrder(tx, wish.orderId);
      const order = found(await orderOfCustomer(tx, wish.orderId, viewer.accountId));
      must((await openRefundsOf(tx, order.id)).length === 0, "INVALID_STATE", { thing: "refund" });
      const wishes = await wishesFor(tx, order.id, wish.components);
      const asked = plus(...wishes.map(({ amount }) => amount));
      const available = remainingOfAll(await refundableTenders(tx, order.id));
      must(asked <= available, "REFUND_EXCEEDS_PAID", { available });
      await platform.files.mine(tx, wish.photoIds, viewer.accountId, "REFUND");
      const source = { kind: "REQUEST" as const, id: null };
      const refund = await addRefund(tx, { order, source, reason, asked, fileIds: wish.photoIds });
      await writeComponents(
        tx,
        refund.id,
        wishes.map((each) => ({ ...each, asked: each.amount })),
      );
      tx.record(refundFacts.requested(refund), queuesMoved);
      return { refundId: refund.id };
    },
  );
  return refundId;
}
