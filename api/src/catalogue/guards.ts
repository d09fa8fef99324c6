import { fen } from "../kernel/money.js";
import type { ProductDraft } from "./draft.js";
import { stuckSteps } from "./graph.js";
import type { Component } from "./product.js";

/** What the guards look at: the draft, its components with their items, and the services that could be chosen now. */
export interface GuardInput {
  readonly draft: Pick<
    ProductDraft,
    "title" | "titleEn" | "summary" | "gallery" | "picture" | "inputs" | "plan" | "regions"
  >;
  readonly components: readonly Component[];
  readonly services: readonly GuardService[];
}

interface GuardService {
  readonly itemId: string;
  readonly costPrice: number;
  readonly salePrice: number;
  readonly regions: readonly string[];
}

export interface PublishGuard {
  readonly code: string;
  readonly passed: boolean;
  /** What is missing, for people who may edit the product; null when passed. Never a cost. */
  readonly detail: string | null;
}

/** What keeps this from being published: an empty list when the guard passes. */
type Guard = (input: GuardInput) => readonly string[];

/** At least one item is always part of the order. */
export const componentsPresent: Guard = ({ components }) =>
  components.some((component) => component.required) ? [] : ["required"];

/** Retired and unfinished items can't be sold. */
export const itemsActive: Guard = ({ components }) =>
  components.filter((component) => component.itemState !== "ACTIVE").map((component) => component.itemCode);

/** Wherever the product is sold, somebody can do each required item. */
export const everyRequiredItemHasSupplier: Guard = ({ draft, components, services }) =>
  components
    .filter((component) => component.required)
    .flatMap((component) => {
      const able = services.filter((service) => service.itemId === component.itemId);
      const missing = draft.regions.filter((code) => !able.some((service) => service.regions.includes(code)));
      return missing.map((code) => `${component.itemCode}@${code}`);
    });

/** The work can be begun and ended: nothing waits, by whatever way round, for itself. */
export const dependenciesAcyclic: Guard = ({ components }) => {
  const stuck = new Set(stuckSteps(components));
  return components.filter((component) => stuck.has(component.position)).map((component) => component.itemCode);
};

/** Every quantity is known: a fixed one, or a required number above zero that the customer tells. */
export const inputsComplete: Guard = ({ draft, components }) => {
  const givesQuantity = (code: string | null): boolean =>
    draft.inputs.some(
      (input) => input.code === code && input.kind === "NUMBER" && input.required && (input.min ?? 0) > 0,
    );
  const quantities = components
    .filter((part) => (part.quantityKind === "FIXED" ? part.quantity === null : !givesQuantity(part.quantityInput)))
    .map((part) => part.itemCode);
  const choices = draft.inputs
    .filter((input) => input.kind === "CHOICE" && input.options.length < 2)
    .map((input) => input.code);
  return [...quantities, ...choices];
};

export const planSumsToWhole: Guard = ({ draft }) => {
  const sum = draft.plan.reduce((total, step) => total + step.shareBasisPoints, 0);
  return sum === 10_000 ? [] : [String(sum)];
};

/** The first instalment, and only it, is due with the order and opens the gate to delivery. */
export const gateStepFirst: Guard = ({ draft }) =>
  draft.plan
    .filter((step, index) => step.gate !== (index === 0) || (step.trigger === "ON_ORDER") !== (index === 0))
    .map((step) => step.name)
    .concat(draft.plan.length === 0 ? ["plan"] : []);

/** Instalments come due in their order, and those after acceptance say how many days. */
export const planInOrder: Guard = ({ draft }) => {
  const place = { ON_ORDER: 0, ON_TICKETS_STARTED: 1, ON_ACCEPTANCE: 2, AFTER_DAYS: 3 } as const;
  return draft.plan
    .filter((step, index) => {
      const before = draft.plan[index - 1];
      const late = before !== undefined && place[step.trigger] < place[before.trigger];
      return late || (step.trigger === "AFTER_DAYS" && step.afterDays === null);
    })
    .map((step) => step.name);
};

/** Civil Code article 586: an earnest deposit (定金) is at most a fifth of the price. */
export const depositAtMostAFifth: Guard = ({ draft }) => {
  const deposits = draft.plan.filter((step) => step.nature === "DEPOSIT");
  const share = deposits.reduce((total, step) => total + step.shareBasisPoints, 0);
  return share <= 2_000 ? [] : [String(share)];
};

export const regionsPresent: Guard = ({ draft }) => (draft.regions.length > 0 ? [] : ["regions"]);

/** What customers read, in both languages where the shop shows both, and something to look at. */
export const textsComplete: Guard = ({ draft }) => [
  ...(draft.title === "" ? ["title"] : []),
  ...(draft.titleEn === "" ? ["titleEn"] : []),
  ...(draft.summary === "" ? ["summary"] : []),
  ...(draft.gallery.length === 0 && draft.picture === null ? ["picture"] : []),
];

/** Even with the supplier that leaves the least, the platform does not sell below cost. */
export const marginNotNegative: Guard = ({ components, services }) =>
  components
    .filter((part) => services.some((s) => s.itemId === part.itemId && fen(s.salePrice) < fen(s.costPrice)))
    .map((part) => part.itemCode);

const guards: Readonly<Record<string, Guard>> = {
  COMPONENTS_PRESENT: componentsPresent,
  ITEMS_ACTIVE: itemsActive,
  EVERY_REQUIRED_ITEM_HAS_SUPPLIER: everyRequiredItemHasSupplier,
  DEPENDENCIES_ACYCLIC: dependenciesAcyclic,
  INPUTS_COMPLETE: inputsComplete,
  PLAN_SUMS_TO_WHOLE: planSumsToWhole,
  GATE_STEP_FIRST: gateStepFirst,
  PLAN_IN_ORDER: planInOrder,
  DEPOSIT_AT_MOST_A_FIFTH: depositAtMostAFifth,
  REGIONS_PRESENT: regionsPresent,
  TEXTS_COMPLETE: textsComplete,
  MARGIN_NOT_NEGATIVE: marginNotNegative,
};

/** Every guard with what it found. A draft is published when all have passed. */
export function publishGuards(input: GuardInput): PublishGuard[] {
  return Object.entries(guards).map(([code, guard]) => {
    const missing = guard(input);
    return { code, passed: missing.length === 0, detail: missing.length === 0 ? null : missing.join(", ") };
  });
}
