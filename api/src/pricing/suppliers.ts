import { mayDo } from "../catalogue/composition.js";
import type { Component, SupplierChoice } from "../catalogue/product.js";
import { must } from "../kernel/refusal.js";
import { type Candidate, rank } from "./recommend.js";

/** A service that is EFFECTIVE at an ACTIVE supplier. */
export interface PricedService extends Candidate {
  readonly itemId: string;
  readonly revision: number;
  readonly level: number;
  readonly costPrice: number;
  /** The least its supplier charges for one piece of work, where there is such. */
  readonly minCharge?: number | null;
  readonly regions: readonly string[];
}

/** What the customer wants of one component; without a supplier the platform chooses. */
export interface ComponentChoice {
  readonly componentId: string;
  readonly selected: boolean;
  readonly supplierId?: string | null;
}

/** A component with the service that will do it. */
export interface Assigned {
  readonly component: Component;
  readonly service: PricedService;
  readonly chosenBy: "CUSTOMER" | "PLATFORM";
}

/**
 * Gives every selected component one supplier: the customer's choice where the product leaves it to them, otherwise the
 * best. Where one supplier does everything, it is one that can do every component.
 *
 * Refuses VALIDATION for a choice that is the platform's or that names two suppliers where there is one, NO_SUPPLIER,
 * SUPPLIER_NOT_ELIGIBLE.
 */
export function assignSuppliers(
  choice: SupplierChoice,
  components: readonly Component[],
  services: readonly PricedService[],
  choices: readonly ComponentChoice[],
): Assigned[] {
  const wished = new Map(choices.map(({ componentId, supplierId }) => [componentId, supplierId ?? null]));
  must(choice !== "PLATFORM" || choices.every(({ supplierId }) => !supplierId), "VALIDATION", { field: "choices" });
  const able = components.map((component) => services.filter((service) => mayDo(component, service)));
  for (const [index, { itemName }] of components.entries()) {
    must((able[index] ?? []).length > 0, "NO_SUPPLIER", { field: "choices", item: itemName });
  }
  const one = choice === "CUSTOMER_PER_PRODUCT" ? theOne(components, able, wished) : null;
  return components.map((component, index) => {
    const candidates = able[index] ?? [];
    const wish = one ? one.supplierId : (wished.get(component.id) ?? null);
    const service = wish ? candidates.find(({ supplierId }) => supplierId === wish) : rank(candidates)[0]?.service;
    must(service, "SUPPLIER_NOT_ELIGIBLE", { field: "choices", item: component.itemName });
    const byCustomer = one ? one.wished : wish !== null;
    return { component, service, chosenBy: byCustomer ? "CUSTOMER" : "PLATFORM" };
  });
}

/** The one supplier that does everything: the one the customer named, else the best of those able to do it all. */
function theOne(
  components: readonly Component[],
  able: readonly (readonly PricedService[])[],
  wished: ReadonlyMap<string, string | null>,
): { readonly supplierId: string; readonly wished: boolean } {
  const named = new Set(components.flatMap((component) => wished.get(component.id) ?? []));
  must(named.size <= 1, "VALIDATION", { field: "choices" });
  const [wish] = named;
  if (wish !== undefined) return { supplierId: wish, wished: true };
  const scores = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const candidates of able) {
    for (const { service, score } of rank(candidates)) {
      scores.set(service.supplierId, (scores.get(service.supplierId) ?? 0) + score);
      counts.set(service.supplierId, (counts.get(service.supplierId) ?? 0) + 1);
    }
  }
  const all = [...scores].filter(([supplierId]) => counts.get(supplierId) === components.length);
  const [best] = all.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  must(best, "NO_SUPPLIER", { field: "choices", item: components.map(({ itemName }) => itemName).join("、") });
  return { supplierId: best[0], wished: false };
}
