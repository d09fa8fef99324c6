import type { PlanStepSpec } from "../catalogue/product.js";

/** How work is paid that no product's plan covers: half before it begins, half when it is accepted. */
export const planWithoutProduct: readonly PlanStepSpec[] = [
  {
    name: "预付款",
    nameEn: "Advance",
    shareBasisPoints: 5_000,
    nature: "ADVANCE",
    trigger: "ON_ORDER",
    afterDays: null,
    gate: true,
  },
  {
    name: "验收款",
    nameEn: "On acceptance",
    shareBasisPoints: 5_000,
    nature: "FINAL",
    trigger: "ON_ACCEPTANCE",
    afterDays: null,
    gate: false,
  },
];

const TERMS_LIMIT = 4_000;

/** The terms of the chosen bids as one text, as their suppliers wrote them. */
export function mergedTerms(bids: readonly { readonly terms: string; readonly inclusions: string }[]): string {
  const parts = bids.flatMap(({ inclusions, terms }) => [
    ...(inclusions ? [`报价包含：${inclusions}`] : []),
    ...(terms ? [terms] : []),
  ]);
  return [...new Set(parts)].join("\n\n").slice(0, TERMS_LIMIT);
}
