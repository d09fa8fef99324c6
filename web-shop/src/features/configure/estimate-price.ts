import { type EstimatedComponent, estimate } from "@kaidan/api/estimate";
import { sumFen } from "@kaidan/web-kit/format/money";
import type { ConfigurableFragment, EstimableFragment, PriceFragment } from "../../gql/graphql";

type Component = ConfigurableFragment["components"][number] & EstimableFragment["components"][number];

/** A product with the formulas of its components beside what the visitor may choose. */
export type EstimableProduct = Omit<ConfigurableFragment, "components"> & { readonly components: readonly Component[] };

type Line = PriceFragment["lines"][number];

/**
 * The server's last price with other answers: each line by the formula or unit price it has, and as much off as the
 * rules took before. Undefined when these answers have no price; then the old one stays until the server has spoken.
 */
export function estimatePrice(
  product: EstimableProduct,
  price: PriceFragment,
  answers: Readonly<Record<string, string>>,
): PriceFragment | undefined {
  const components = new Map(product.components.map((component) => [component.id, component]));
  const estimated = price.lines.flatMap((line) => {
    const component = components.get(line.componentId);
    return component ? [estimatedOf(component, line)] : [];
  });
  if (estimated.length < price.lines.length) return undefined;
  const given = Object.entries(answers).flatMap(([code, value]) => {
    const text = value.trim();
    return text === "" ? [] : [{ code, value: text }];
  });
  const amounts = estimate(product.inputs, estimated, given);
  if (!amounts) return undefined;
  const byId = new Map(amounts.map((each) => [each.componentId, each]));
  const lines = price.lines.map((line) => {
    const found = byId.get(line.componentId);
    if (!found) return line;
    const { quantity, byMinCharge, listAmount } = found;
    return { ...line, quantity, byMinCharge, ...amountsOf(line, listAmount) };
  });
  return { ...price, lines, total: sumFen(lines.map(({ amount }) => amount)) };
}

function estimatedOf(component: Component, line: Line): EstimatedComponent {
  const { id, item, quantityKind, quantity, quantityInput, quantityFormula, estimate: formula } = component;
  return {
    ...{ id, itemName: item.name, quantityKind, quantity, quantityInput, quantityFormula },
    unitPrice: Number(line.unitPrice),
    minCharge: line.minCharge === null ? null : Number(line.minCharge),
    formula: formula && {
      expression: formula.expression,
      params: formula.params,
      tables: formula.tables.map(tableOf),
      resultUnit: formula.resultUnit,
      rounding: { step: formula.roundingStep, mode: formula.roundingMode },
    },
  };
}

type Table = NonNullable<Component["estimate"]>["tables"][number];

function tableOf({ name, kind, rows }: Table): NonNullable<EstimatedComponent["formula"]>["tables"][number] {
  if (kind === "TIER") return { name, kind, rows: rows.map(({ from, value }) => ({ from: from ?? "", value })) };
  return { name, kind, rows: rows.map(({ key, value }) => ({ key: key ?? "", value })) };
}

/** What rules and coupons left of the old list amount, they leave of the new one, to the nearest fen. */
function amountsOf({ listAmount, amount }: Line, list: number): Pick<Line, "listAmount" | "amount"> {
  const before = BigInt(listAmount);
  if (before === 0n) return { listAmount: String(list), amount: String(list) };
  const scaled = (BigInt(list) * BigInt(amount) * 2n + before) / (before * 2n);
  return { listAmount: String(list), amount: String(scaled) };
}
