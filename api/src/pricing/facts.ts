import type { Fact } from "../kernel/fact.js";

/** What happens to formulas. Their pages are few people's, so all of them share one stream. */
const ofFormula = (kind: string, formulaId: string, also: Record<string, unknown>): Fact => ({
  kind,
  stream: "pricing:formulas",
  payload: { formulaId, ...also },
});

export const formulaFacts = {
  saved: (formulaId: string, number: number) => ofFormula("FormulaDraftSaved", formulaId, { number }),
  published: (formulaId: string, number: number, effectiveFrom: number) =>
    ofFormula("FormulaPublished", formulaId, { number, effectiveFrom }),
  retired: (formulaId: string, number: number) => ofFormula("FormulaRetired", formulaId, { number }),
};
