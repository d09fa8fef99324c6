/** The states a list of orders can be narrowed to, in the order of an order's life. */
export const orderViews = [
  "PENDING_AUDIT",
  "RETURNED",
  "SUBMITTED",
  "CONFIRMED",
  "IN_DELIVERY",
  "COMPLETED",
  "CANCELLED",
  "EXPIRED",
] as const;
