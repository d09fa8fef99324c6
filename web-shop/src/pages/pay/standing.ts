import { newestPayment } from "../../features/order/primary-action";
import type { OrderPaymentFragment } from "../../gql/graphql";

type Payment = Pick<OrderPaymentFragment, "id" | "tender" | "state" | "createdAt" | "payUrl">;

/** How far paying an instalment has got, which is what its payer has to be shown first. */
export type Standing<T extends Payment> =
  /** A transfer is under way: where to, and its slip. */
  | { readonly kind: "TRANSFER"; readonly payment: T }
  /** The channel's page is still open: go on there instead of paying again. */
  | { readonly kind: "CHANNEL"; readonly payment: T; readonly payUrl: string }
  /** Nothing is under way; the last attempt, when there was one, came to nothing. */
  | { readonly kind: "CHOOSE"; readonly last: T | undefined };

const openTransfer: readonly Payment["state"][] = ["CREATED", "SLIP_UPLOADED", "REJECTED"];

/**
 * Where paying stands, by its newest attempt. A slip that waits for the cashier goes before anything newer, for that
 * money may have moved; so does a transfer the payer has just chosen, though it may have been begun long ago.
 */
export function standingOf<T extends Payment>(payments: readonly T[], chosen: T | undefined): Standing<T> {
  const all = chosen && !payments.some(({ id }) => id === chosen.id) ? [...payments, chosen] : payments;
  const transfers = all.filter(({ tender, state }) => tender === "BANK_TRANSFER" && openTransfer.includes(state));
  const wanted =
    transfers.find(({ state }) => state === "SLIP_UPLOADED") ?? transfers.find(({ id }) => id === chosen?.id);
  const newest = wanted ?? newestPayment(all);
  if (newest && transfers.includes(newest)) return { kind: "TRANSFER", payment: newest };
  if (newest?.state === "PENDING" && newest.payUrl) {
    return { kind: "CHANNEL", payment: newest, payUrl: newest.payUrl };
  }
  return { kind: "CHOOSE", last: newest };
}
