import { useEffect, useState } from "react";
import type { PriceFragment } from "../../gql/graphql";
import type { Configuration } from "./configuration";
import type { EstimableProduct, estimatePrice } from "./estimate-price";
import type { QuotedPrice } from "./usePrice";

export type ShownPrice = QuotedPrice & {
  /** What stands there is worked out on the page, until the server's answer is here. */
  readonly estimated: boolean;
  /** Lines whose amount the server gave otherwise than the page had estimated, by component. */
  readonly corrected: ReadonlySet<string>;
};

/**
 * The price to show while the customer types: an estimate at once where formulas price the product, and the server's
 * answer as soon as it is here. Products without formulas load nothing for it.
 */
export function useEstimate(product: EstimableProduct, configuration: Configuration, quote: QuotedPrice): ShownPrice {
  const estimator = useEstimator(
    product.components.some(({ estimate, quantityFormula }) => estimate ?? quantityFormula),
  );
  const [last, setLast] = useState<{ key: string; price: PriceFragment }>();
  const { price, busy } = quote;
  const key = JSON.stringify([configuration.regionCode, configuration.answers]);
  const asked = busy && price && estimator && sameParts(configuration, price);
  const estimate = asked ? estimator(product, price, configuration.answers) : undefined;
  if (estimate && (last?.key !== key || amountsOf(estimate) !== amountsOf(last.price)))
    setLast({ key, price: estimate });
  if (estimate) return { ...quote, price: estimate, estimated: true, corrected: NONE };
  return {
    ...quote,
    estimated: false,
    corrected: busy || last?.key !== key ? NONE : correctedLines(last.price, price),
  };
}

const NONE: ReadonlySet<string> = new Set();

type Estimator = typeof estimatePrice;

/** The formula language comes in a file of its own, once it is wanted. */
function useEstimator(wanted: boolean): Estimator | undefined {
  const [held, setHeld] = useState<{ estimatePrice: Estimator }>();
  useEffect(() => {
    let gone = false;
    if (wanted) void import("./estimate-price").then((module) => gone || setHeld(module));
    return () => {
      gone = true;
    };
  }, [wanted]);
  return held?.estimatePrice;
}

/** Other parts have other suppliers and prices, which only the server knows. */
function sameParts({ parts }: Configuration, price: PriceFragment): boolean {
  const wanted = parts.filter(({ selected }) => selected).map(({ component }) => component.id);
  const priced = new Set(price.lines.map(({ componentId }) => componentId));
  return wanted.length === priced.size && wanted.every((id) => priced.has(id));
}

function correctedLines(estimate: PriceFragment, price: PriceFragment | undefined): ReadonlySet<string> {
  if (!price) return NONE;
  const expected = new Map(estimate.lines.map(({ componentId, amount }) => [componentId, amount]));
  const other = price.lines.filter(({ componentId, amount }) => (expected.get(componentId) ?? amount) !== amount);
  return new Set(other.map(({ componentId }) => componentId));
}

function amountsOf(price: PriceFragment): string {
  return price.lines.map(({ componentId, amount }) => `${componentId}:${amount}`).join();
}
