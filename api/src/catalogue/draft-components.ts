import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { type CollectionTerms, cleanTerms } from "./collection.js";
import { dependsOnStages, stagesOf } from "./graph.js";
import { cleanCode } from "./item.js";
import type { ChoiceGroup, ComponentSpec, Eligible } from "./product.js";

/** A component as it is written: its place in the work told by what it depends on or, in short, by a stage. */
export interface ComponentWish
  extends Omit<ComponentSpec, "stage" | "dependsOn" | keyof CollectionTerms>,
    Partial<CollectionTerms> {
  readonly stage: number | null;
  readonly dependsOn: readonly number[] | null;
}

const EXPRESSION_LIMIT = 2_000;
const YEAR_HOURS = 365 * 24;

/** At most ten groups with codes of their own; from a group at least one may be taken. Refuses VALIDATION. */
export function cleanGroups(groups: readonly ChoiceGroup[]): ChoiceGroup[] {
  must(groups.length <= 10, "VALIDATION", { field: "choiceGroups", max: 10 });
  const clean = groups.map(({ code, name, nameEn, min, max }) => {
    const whole = Number.isInteger(min) && Number.isInteger(max);
    must(whole && min >= 0 && max >= 1 && min <= max && max <= 30, "VALIDATION", { field: "choiceGroups", max: 30 });
    return {
      code: cleanCode(code, "choiceGroups"),
      name: cleanText(name, "choiceGroups", 30),
      nameEn: cleanText(nameEn, "choiceGroups", 60, 0),
      min,
      max,
    };
  });
  must(new Set(clean.map(({ code }) => code)).size === clean.length, "VALIDATION", { field: "choiceGroups" });
  return clean;
}

/** At most thirty components, each well formed, with their stages worked out. Refuses VALIDATION. */
export function cleanComponents(components: readonly ComponentWish[], groups: readonly ChoiceGroup[]): ComponentSpec[] {
  must(components.length <= 30, "VALIDATION", { field: "components", max: 30 });
  const told = components.map(({ stage }) => stage ?? 1);
  must(!told.some((stage) => !Number.isInteger(stage) || stage < 1 || stage > 20), "VALIDATION", {
    field: "components",
    min: 1,
    max: 20,
  });
  const byStage = dependsOnStages(told);
  const steps = components.map((component, index) => ({
    position: index + 1,
    dependsOn: cleanPredecessors(component.dependsOn ?? byStage[index] ?? [], index + 1, components.length),
  }));
  const stages = stagesOf(steps);
  return components.map((component, index) => {
    const { position, dependsOn } = steps[index] ?? { position: index + 1, dependsOn: [] };
    return { ...cleanComponent(component, groups), dependsOn, stage: stages.get(position) ?? 1 };
  });
}

function cleanComponent(
  part: ComponentWish,
  groups: readonly ChoiceGroup[],
): Omit<ComponentSpec, "stage" | "dependsOn"> {
  const { itemId, quantityKind, quantity, lagHours } = part;
  must(quantity === null || (quantity > 0 && quantity <= 1_000_000), "VALIDATION", { field: "components" });
  const lag = Number.isInteger(lagHours) && lagHours >= 0 && lagHours <= YEAR_HOURS;
  must(lag, "VALIDATION", { field: "components", min: 0, max: YEAR_HOURS });
  const choiceGroup = part.choiceGroup?.trim() ? cleanCode(part.choiceGroup, "components") : null;
  must(choiceGroup === null || groups.some(({ code }) => code === choiceGroup), "VALIDATION", { field: "components" });
  // Of a group the customer takes some, so no single one of it is required.
  const required = part.required && choiceGroup === null;
  const input = part.quantityInput?.trim() ? cleanCode(part.quantityInput, "components") : null;
  return {
    itemId,
    required,
    // What is required is always part of the order, so it can't be unselected by default.
    selectedByDefault: required || part.selectedByDefault,
    quantityKind,
    quantity,
    quantityInput: quantityKind === "INPUT" ? input : null,
    quantityFormula: quantityKind === "FORMULA" ? cleanExpression(part.quantityFormula) : null,
    choiceGroup,
    eligible: cleanEligible(part.eligible),
    priceFormula: part.priceFormula?.trim() ? cleanCode(part.priceFormula, "components") : null,
    lagHours,
    ...cleanTerms(part),
  };
}

/** Whether it can be worked out is the formula language's to say, when the draft is checked. */
function cleanExpression(source: string | null): string | null {
  const clean = source?.trim() ?? "";
  must(clean.length <= EXPRESSION_LIMIT, "VALIDATION", { field: "components", max: EXPRESSION_LIMIT });
  return clean === "" ? null : clean;
}

function cleanEligible(eligible: Eligible): Eligible {
  if (eligible.kind === "LIST") {
    const supplierIds = [...new Set(eligible.supplierIds)].sort();
    must(supplierIds.length >= 1 && supplierIds.length <= 100, "VALIDATION", { field: "components", max: 100 });
    return { kind: "LIST", supplierIds };
  }
  if (eligible.kind === "ALL") return { kind: "ALL" };
  const { minLevel } = eligible;
  must(Number.isInteger(minLevel) && minLevel >= 1 && minLevel <= 5, "VALIDATION", { field: "components", max: 5 });
  return { kind: "LEVEL", minLevel };
}

function cleanPredecessors(dependsOn: readonly number[], own: number, count: number): number[] {
  const clean = [...new Set(dependsOn)].sort((a, b) => a - b);
  const fine = clean.every((place) => Number.isInteger(place) && place >= 1 && place <= count && place !== own);
  must(fine, "VALIDATION", { field: "components", max: count });
  return clean;
}
