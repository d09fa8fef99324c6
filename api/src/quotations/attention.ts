/** Why staff have to look at a quotation. */
export const attentions = ["REQUESTED", "CHANGE_REQUESTED", "SUPPLIER_NOT_ELIGIBLE"] as const;
export type Attention = (typeof attentions)[number];
