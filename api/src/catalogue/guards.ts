import { fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { mayDo } from "./composition.js";
import type { ProductDraft } from "./draft.js";
import { stuckSteps } from "./graph.js";
import { DEPOSIT_LIMIT } from "./plan.js";
import type { ChoiceGroup, Component, PlanStepSpec } from "./product.js";

/** What the guards look at: the draft, its components with their items, and the services that could be chosen now. */
export interface GuardInput {
  readonly draft: Pick<
    ProductDraft,
    | "title"
    | "titleEn"
    | "summary"
    | "gallery"
    | "picture"
    | "inputs"
    | "plan"
    | "regions"
    | "supplierChoice"
    | "contractTemplate"
  > & { readonly choiceGroups: readonly ChoiceGroup[] | null };
  readonly components: readonly Component[];
  readonly services: readonly GuardService[];
}

interface GuardService {
  readonly itemId: string;
  readonly supplierId: string;
  readonly level: number;
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

const groupsOf = ({ choiceGroups }: GuardInput["draft"]): readonly ChoiceGroup[] => choiceGroups ?? [];

/** The part of the input that a plan is judged by, whatever product has it. */
interface PlanInput {
  readonly draft: Pick<GuardInput["draft"], "plan">;
}

/** What keeps this from being published: an empty list when the guard passes. */
type Guard = (input: GuardInput) => readonly string[];
type PlanGuard = (input: PlanInput) => readonly string[];

/** At least one item is part of every order: a required one, or one of a group that has to be chosen from. */
export const componentsPresent: Guard = ({ draft, components }) =>
  components.some((part) => part.required) || groupsOf(draft).some((group) => group.min > 0) ? [] : ["required"];

/** Of each group there is something to choose, and what is preselected is a choice a customer could make. */
export const groupsComplete: Guard = ({ draft, components }) =>
  groupsOf(draft)
    .filter(({ code, min, max }) => {
      const members = components.filter((part) => part.choiceGroup === code);
      const preselected = members.filter((part) => part.selectedByDefault).length;
      return members.length < 2 || max > members.length || preselected < min || preselected > max;
    })
    .map((group) => group.name);

/** Retired and unfinished items can't be sold. */
export const itemsActive: Guard = ({ components }) =>
  components.filter((component) => component.itemState !== "ACTIVE").map((component) => component.itemCode);

/** Wherever the product is sold, somebody allowed can do each required item, and enough of each group. */
export const everyRequiredItemHasSupplier: Guard = ({ draft, components, services }) =>
  draft.regions.flatMap((region) => {
    const doable = (part: Component): boolean =>
      services.some((service) => mayDo(part, service) && service.regions.includes(region));
    const items = components.filter((part) => part.required && !doable(part)).map((part) => part.itemCode);
    const groups = groupsOf(draft)
      .filter(({ code, min }) => components.filter((part) => part.choiceGroup === code && doable(part)).length < min)
      .map((group) => group.name);
    return [...items, ...groups].map((missing) => `${missing}@${region}`);
  });

/** Where the customer takes one supplier for everything, there is one who can do all that is required. */
export const oneSupplierForAll: Guard = ({ draft, components, services }) => {
  if (draft.supplierChoice !== "CUSTOMER_PER_PRODUCT") return [];
  const required = components.filter((part) => part.required);
  return draft.regions.filter((region) => {
    const here = services.filter((service) => service.regions.includes(region));
    const suppliers = [...new Set(here.map((service) => service.supplierId))];
    return !suppliers.some((id) =>
      required.every((part) => here.some((service) => service.supplierId === id && mayDo(part, service))),
    );
  });
};

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
    .filter((part) => {
      if (part.quantityKind === "FORMULA") return part.quantityFormula === null;
      return part.quantityKind === "FIXED" ? part.quantity === null : !givesQuantity(part.quantityInput);
    })
    .map((part) => part.itemCode);
  const choices = draft.inputs
    .filter((input) => input.kind === "CHOICE" && input.options.length < 2)
    .map((input) => input.code);
  return [...quantities, ...choices];
};

export const planSumsToWhole: PlanGuard = ({ draft }) => {
  const sum = draft.plan.reduce((total, step) => total + step.shareBasisPoints, 0);
  return sum === 10_000 ? [] : [String(sum)];
};

/** The first instalment, and only it, is due with the order and opens the gate to delivery. */
export const gateStepFirst: PlanGuard = ({ draft }) =>
  draft.plan
    .filter((step, index) => step.gate !== (index === 0) || (step.trigger === "ON_ORDER") !== (index === 0))
    .map((step) => step.name)
    .concat(draft.plan.length === 0 ? ["plan"] : []);

/** Instalments come due in their order, and each says all of when: how many days or which day, which milestone. */
export const planInOrder: PlanGuard = ({ draft }) => {
  const place = {
    ON_ORDER: 0,
    ON_CONTRACT: 1,
    ON_TICKETS_STARTED: 1,
    ON_MILESTONE: 1,
    ON_ACCEPTANCE: 2,
    AFTER_DAYS: 3,
  } as const;
  // A day may come before or after any event.
  const placeOf = ({ trigger }: PlanStepSpec): number => (trigger === "ON_DATE" ? 0 : place[trigger]);
  return draft.plan
    .filter((step, index) => {
      const before = Math.max(0, ...draft.plan.slice(0, index).map(placeOf));
      const late = step.trigger !== "ON_DATE" && placeOf(step) < before;
      return late || !saysWhen(step);
    })
    .map((step) => step.name);
};

/** Whether an instalment says all of when it falls due. */
export function saysWhen({ trigger, afterDays, dueDay = null, milestone = null }: PlanStepSpec): boolean {
  if (trigger === "AFTER_DAYS") return afterDays !== null;
  if (trigger === "ON_DATE") return afterDays !== null || dueDay !== null;
  return trigger !== "ON_MILESTONE" || milestone !== null;
}

/** A milestone that makes an instalment due is one of a component that every order has. */
export const planMilestonesExist: Guard = ({ draft, components }) =>
  draft.plan
    .filter(({ trigger, milestone = null, componentPosition = null }) => {
      if (trigger !== "ON_MILESTONE") return false;
      const owners = components.filter(
        (part) => part.required && part.milestones.some(({ code }) => code === milestone),
      );
      return !owners.some(({ position }) => componentPosition === null || position === componentPosition);
    })
    .map((step) => step.name);

/** What falls due with the contract needs one. */
export const planHasItsContract: Guard = ({ draft }) =>
  draft.contractTemplate === null
    ? draft.plan.filter(({ trigger }) => trigger === "ON_CONTRACT").map((step) => step.name)
    : [];

/** Civil Code article 586: an earnest deposit (定金) is at most a fifth of the price. */
export const depositAtMostAFifth: PlanGuard = ({ draft }) => {
  const deposits = draft.plan.filter((step) => step.nature === "DEPOSIT");
  const share = deposits.reduce((total, step) => total + step.shareBasisPoints, 0);
  return share <= DEPOSIT_LIMIT ? [] : [String(share)];
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
    .filter((part) => part.priceFormula === null)
    .filter((part) =>
      services.some((service) => mayDo(part, service) && fen(service.salePrice) < fen(service.costPrice)),
    )
    .map((part) => part.itemCode);

const guards: Readonly<Record<string, Guard>> = {
  COMPONENTS_PRESENT: componentsPresent,
  GROUPS_COMPLETE: groupsComplete,
  ITEMS_ACTIVE: itemsActive,
  EVERY_REQUIRED_ITEM_HAS_SUPPLIER: everyRequiredItemHasSupplier,
  ONE_SUPPLIER_FOR_ALL: oneSupplierForAll,
  DEPENDENCIES_ACYCLIC: dependenciesAcyclic,
  INPUTS_COMPLETE: inputsComplete,
  PLAN_SUMS_TO_WHOLE: planSumsToWhole,
  GATE_STEP_FIRST: gateStepFirst,
  PLAN_IN_ORDER: planInOrder,
  PLAN_MILESTONES_EXIST: planMilestonesExist,
  PLAN_HAS_ITS_CONTRACT: planHasItsContract,
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

/** Refuses PUBLISH_GUARD_FAILED naming the guards that found something. */
export function mustPassAll(guards: readonly PublishGuard[]): void {
  const failed = guards.filter((guard) => !guard.passed);
  must(failed.length === 0, "PUBLISH_GUARD_FAILED", { guards: failed.map((guard) => guard.code).join(",") });
}
