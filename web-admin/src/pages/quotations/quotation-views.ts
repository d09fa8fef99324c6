/** What of the quotations a list shows: those that wait for staff, or those in one state. */
export const quotationViews = ["ATTENTION", "DRAFT", "INTERNAL_REVIEW", "SENT", "CONVERTED", "EXPIRED"] as const;
