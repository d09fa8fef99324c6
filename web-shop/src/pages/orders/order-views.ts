import type { OrderState } from "../../gql/graphql";

/** The tabs of the order list beside "all". A submitted order is confirmed at once and waits for its first payment. */
export const orderViews = [
  "CONFIRMED",
  "IN_DELIVERY",
  "COMPLETED",
  "CANCELLED",
  "EXPIRED",
] as const satisfies OrderState[];
