import type { OrderActionFragment } from "../../gql/graphql";

/** The one deed that waits for the customer, and on what. */
export type PrimaryAction =
  | { readonly kind: "PAY"; readonly instalmentId: string }
  | { readonly kind: "ACCEPT"; readonly ticketId: string }
  | { readonly kind: "SIGN" }
  | { readonly kind: "REVIEW" };

/**
 * What the order asks of its customer now, as the server computed it; undefined while it is somebody else's turn.
 * The server names the deed, this names its object: the first payable instalment, the first ticket to accept.
 */
export function primaryAction(order: OrderActionFragment): PrimaryAction | undefined {
  switch (order.nextStep.code) {
    case "PAY_INSTALMENT": {
      const instalment = payableInstalment(order);
      return instalment && { kind: "PAY", instalmentId: instalment.id };
    }
    case "ACCEPT_WORK": {
      const ticket = order.tickets.find(({ availableActions }) => availableActions.includes("ACCEPT"));
      return ticket && { kind: "ACCEPT", ticketId: ticket.id };
    }
    case "SIGN_CONTRACT":
      return { kind: "SIGN" };
    case "REVIEW_ORDER":
      return { kind: "REVIEW" };
    default:
      return undefined;
  }
}

/** The instalment that is "now": one that is overdue, else the first that is due and not fully paid. */
export function payableInstalment<T extends { readonly state: string }>({
  instalments,
}: {
  readonly instalments: readonly T[];
}) {
  const overdue = instalments.find(({ state }) => state === "OVERDUE");
  return overdue ?? instalments.find(({ state }) => state === "DUE" || state === "PART_PAID");
}

/** The last attempt to pay. */
export function newestPayment<T extends { readonly createdAt: string }>(payments: readonly T[]): T | undefined {
  return [...payments].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
}
