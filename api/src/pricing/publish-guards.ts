import { chosenComponents, mayDo } from "../catalogue/composition.js";
import type { PublishGuard } from "../catalogue/guards.js";
import { type ChoiceGroup, type Component, isSoldAtPrice, type SaleMode } from "../catalogue/product.js";
import { Refusal } from "../kernel/refusal.js";
import type { PriceBook } from "./book.js";
import { type InputValue, readAnswers } from "./inputs.js";
import { answerValues } from "./names.js";
import { type ComponentChoice, type PricedService, type PricedVersion, priceProduct, type Wishes } from "./price.js";
import { compileQuantity, quantityOf } from "./quantity.js";
import { assumedInputs, sampleInputs } from "./sample-inputs.js";

/** A version that may be published, with who could do it and what would price it now. */
export interface Publishable {
  readonly version: PricedVersion & { readonly saleMode: SaleMode };
  readonly components: readonly Component[];
  readonly services: readonly PricedService[];
  readonly book: PriceBook;
}

type Guard = (publishable: Publishable) => readonly string[];

/** Every expression can be read, knows its names and gives a number. */
export const expressionsCompile: Guard = ({ version, components }) =>
  components.flatMap((part) => {
    if (part.quantityKind !== "FORMULA" || part.quantityFormula === null) return [];
    const result = compileQuantity(part.quantityFormula, version.inputs);
    return result.ok ? [] : [`${part.itemCode}#${result.issues[0]?.code ?? ""}`];
  });

/** Every formula that prices a component has a version in force, and so passed its own examples. */
export const formulasInForce: Guard = ({ components, book }) =>
  components
    .filter((part) => part.priceFormula !== null && !book.formulas.has(part.priceFormula))
    .map((part) => `${part.itemCode}#${part.priceFormula}`);

/** For twenty samples of what customers may answer, every quantity is one that can be sold. */
export const quantitiesWithinBounds: Guard = ({ version, components }) =>
  components
    .filter((part) => part.quantityKind !== "FIXED")
    .filter((part) => !sampleInputs(version.inputs).every((inputs) => quantityFor(part, version, inputs) !== null))
    .map((part) => part.itemCode);

/**
 * With the suppliers that leave the least, in every region, for every sample and for every part that may be chosen, the
 * margin is not below the floor.
 */
export const marginAtFloor: Guard = (publishable) => {
  const { version } = publishable;
  if (!isSoldAtPrice(version)) return [];
  const selections = selectionsOf(publishable);
  return version.regions.filter((region) => {
    const worst = worstServices(publishable, region);
    return sampleInputs(version.inputs).some((inputs) =>
      selections.some((choices) => isBelowFloor(publishable, worst, { regionCode: region, inputs, choices })),
    );
  });
};

/**
 * What is suggested; that with every other part in turn, an optional one taken or a member of an either-or group in place
 * of the others; and everything optional at once.
 */
function selectionsOf({ version, components }: Publishable): ComponentChoice[][] {
  const groups = version.choiceGroups ?? [];
  const suggested = new Set(chosenComponents(groups, components, []).map(({ id }) => id));
  const others = components.filter(({ id }) => !suggested.has(id));
  const optional = others.filter(({ choiceGroup }) => choiceGroup === null);
  return [[], optional.map(taken), ...others.map((part) => withPart(part, components, groups))];
}

const taken = ({ id: componentId }: Component): ComponentChoice => ({ componentId, selected: true });

/** A part with as many others of its group as that asks for. */
function withPart(
  part: Component,
  components: readonly Component[],
  groups: readonly ChoiceGroup[],
): ComponentChoice[] {
  const group = groups.find(({ code }) => code === part.choiceGroup);
  const rivals = components.filter(({ id, choiceGroup }) => group && choiceGroup === group.code && id !== part.id);
  const more = (group?.min ?? 1) - 1;
  return [taken(part), ...rivals.map(({ id }, index) => ({ componentId: id, selected: index < more }))];
}

const guards: Readonly<Record<string, Guard>> = {
  EXPRESSIONS_COMPILE: expressionsCompile,
  FORMULAS_IN_FORCE: formulasInForce,
  QUANTITIES_WITHIN_BOUNDS: quantitiesWithinBounds,
  MARGIN_AT_FLOOR: marginAtFloor,
};

/** What prices ask of a draft before it is published; the other guards are the catalogue's own. */
export function pricingGuards(publishable: Publishable): PublishGuard[] {
  return Object.entries(guards).map(([code, guard]) => {
    const missing = guard(publishable);
    return { code, passed: missing.length === 0, detail: missing.length === 0 ? null : missing.join(", ") };
  });
}

/** How much a price "from" assumes of a component that an expression measures; null when that gives no quantity. */
export function assumedQuantity(component: Component, version: PricedVersion): number | null {
  return quantityFor(component, version, assumedInputs(version.inputs));
}

function quantityFor(component: Component, version: PricedVersion, inputs: readonly InputValue[]): number | null {
  return orRefused(() => {
    const answers = readAnswers(version.inputs, inputs, "COMPLETE");
    return quantityOf(component, version, answers, answerValues(answers), "COMPLETE");
  });
}

/** Of each component the service that leaves the platform the least. */
function worstServices({ components, services }: Publishable, region: string): PricedService[] {
  const here = services.filter((service) => service.regions.includes(region));
  const left = ({ salePrice, costPrice }: PricedService): number => salePrice - costPrice;
  return components.flatMap((part) => {
    const able = here.filter((service) => mayDo(part, service)).sort((a, b) => left(a) - left(b));
    return able.slice(0, 1);
  });
}

/** A price that is refused is no loss: other guards say what is missing. */
function isBelowFloor(
  { version, components, book }: Publishable,
  services: readonly PricedService[],
  wishes: Wishes,
): boolean {
  const trial = { ...version, supplierChoice: "PLATFORM" as const };
  const price = orRefused(() => priceProduct(trial, components, services, wishes, "COMPLETE", book));
  return price?.belowFloor ?? false;
}

function orRefused<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
