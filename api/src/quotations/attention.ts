import type { QuotationState, QuotationVerb } from "./quotation.js";

/** Why staff have to look at a quotation. */
export const attentions = ["REQUESTED", "CHANGE_REQUESTED", "SUPPLIER_NOT_ELIGIBLE", "REVIEW"] as const;
export type Attention = (typeof attentions)[number];

/** What a verb finds: why staff look at the quotation, the version it moves, and what the flow itself would say. */
export interface Moved {
  readonly attention: Attention | null;
  readonly state: QuotationState;
  readonly verb: Exclude<QuotationVerb, "SEND">;
  /** What the flow wants it to be; undefined leaves it. */
  readonly wanted: Attention | null | undefined;
}

/**
 * Why staff have to look after a verb. A version that waits for a second person keeps the quotation in that queue until
 * it is sent, sent back or given up; "RECALL" is whatever the customer still asks for.
 */
export function attentionAfter({ attention, state, verb, wanted }: Moved): Attention | null | "RECALL" {
  if (verb === "SUBMIT") return "REVIEW";
  if (state === "INTERNAL_REVIEW") return wanted === undefined ? "RECALL" : wanted;
  if (attention === "REVIEW" && verb !== "CONVERT") return "REVIEW";
  return wanted === undefined ? attention : wanted;
}
