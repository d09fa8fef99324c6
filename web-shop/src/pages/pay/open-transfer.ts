import { newestPayment } from "../../features/order/primary-action";
import type { OrderPaymentFragment } from "../../gql/graphql";

const open: readonly OrderPaymentFragment["state"][] = ["CREATED", "SLIP_UPLOADED", "REJECTED"];

/** The bank transfer under way for an instalment, if there is one. What was just started counts before it is listed. */
export function openTransfer(
  payments: readonly OrderPaymentFragment[],
  started: OrderPaymentFragment | undefined,
): OrderPaymentFragment | undefined {
  const listed = payments.some(({ id }) => id === started?.id);
  const all = started && !listed ? [...payments, started] : payments;
  return newestPayment(all.filter(({ tender, state }) => tender === "BANK_TRANSFER" && open.includes(state)));
}
