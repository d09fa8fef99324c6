import type { ProductInputSpec } from "../catalogue/product.js";
import { type Fen, fen } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import type { LineBasis } from "./basis.js";
import { evaluatePrice, isByMinCharge } from "./evaluate-price.js";
import type { FormulaText } from "./formula-version.js";
import { type InputValue, readAnswers } from "./inputs.js";
import { answerValues } from "./names.js";
import { type Measured, quantityOf } from "./quantity.js";
import { WHOLE_FEN } from "./rounding.js";

/** A component as a page knows it, with the sale price that the server's last answer named. */
export interface EstimatedComponent extends Measured {
  readonly unitPrice: number;
  /** The least its supplier charges, as the server's last answer named it. */
  readonly minCharge?: number | null;
  /** The formula that prices it; null for sale price times quantity. */
  readonly formula: Omit<FormulaText, "tests"> | null;
}

/** What a component would cost before rules and coupons. */
export interface Estimate {
  readonly componentId: string;
  readonly quantity: number;
  readonly listAmount: Fen;
  /** Whether it is the least its supplier charges. */
  readonly byMinCharge: boolean;
}

/**
 * What chosen components would cost for these answers, worked out by the very functions the server prices with, so that
 * a page can show it before the server has answered. Null when the answers have no price. It knows no rules, coupons
 * and suppliers: what the server answers counts.
 */
export function estimate(
  inputs: readonly ProductInputSpec[],
  components: readonly EstimatedComponent[],
  given: readonly InputValue[],
): Estimate[] | null {
  try {
    const answers = readAnswers(inputs, given, "SO_FAR");
    const values = answerValues(answers);
    const lines = components.map((component) =>
      lineOf(component, quantityOf(component, { inputs }, answers, values, "SO_FAR")),
    );
    const formulas = new Map(components.map(({ id, formula }) => [id, formula]));
    const library = {
      formula: (id: string): FormulaText => ({ ...(formulas.get(idOf(id)) ?? NO_FORMULA), tests: [] }),
      rule: (): never => {
        throw new Error("An estimate knows no rules.");
      },
    };
    const priced = evaluatePrice({ ...BARE, answers, lines }, library);
    return priced.lines.flatMap(({ listAmount, trace }, index) => {
      const { componentId = null, quantity = 0 } = lines[index] ?? {};
      return componentId === null ? [] : [{ componentId, quantity, listAmount, byMinCharge: isByMinCharge(trace) }];
    });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function lineOf({ id, itemName, unitPrice, minCharge, formula }: EstimatedComponent, quantity: number): LineBasis {
  return {
    ...{ componentId: id, itemId: id, itemName, unit: "", quantity, supplierId: "", unitCost: fen(0) },
    unitPrice: fen(unitPrice),
    minCharge: minCharge ? fen(minCharge) : null,
    formulaVersionId: formula ? `${id}${SEPARATOR}${formula.expression}${JSON.stringify(formula.tables)}` : null,
  };
}

/** Stands between a component's id and its formula where a version's id would stand: what is compiled is kept by it. */
const SEPARATOR = "\n";

const idOf = (key: string): string => key.slice(0, key.indexOf(SEPARATOR));

const NO_FORMULA: FormulaText = {
  ...{ params: [], tables: [], expression: "0", resultUnit: null, rounding: WHOLE_FEN, tests: [] },
};

const BARE = {
  ...{ productId: null, productVersionId: null, regionCode: "", at: 0, groupIds: [], ruleVersionIds: [], coupon: null },
  ...{ taxRate: 0, marginFloor: 0, rounding: WHOLE_FEN },
} as const;
