/** The states a list of tickets can be narrowed to, in the order of a ticket's life. */
export const ticketViews = [
  "NEEDS_HUMAN",
  "TO_DISPATCH",
  "OFFERED",
  "ASSIGNED",
  "IN_PROGRESS",
  "DELIVERED",
  "PLATFORM_APPROVED",
  "REWORK",
  "ACCEPTED",
  "WAITING",
  "CANCELLED",
] as const;
