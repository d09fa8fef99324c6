/** The states a list of inquiries can be narrowed to; what waits for a person first. */
export const inquiryViews = ["NO_BIDS", "OPEN", "EVALUATING", "AWARDED", "CANCELLED"] as const;
