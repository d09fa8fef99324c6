import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { cleanRegions } from "../suppliers/region.js";
import { type ComponentWish, cleanComponents, cleanGroups } from "./draft-components.js";
import { cleanCode } from "./item.js";
import { cleanPlan } from "./plan.js";
import {
  type ChoiceGroup,
  type ComponentSpec,
  type PlanStepSpec,
  type ProductInputSpec,
  type SaleMode,
  type SupplierChoice,
} from "./product.js";

/** The built-in drawings that stand in while a product has no photos. */
export const pictures =
  "company bookkeeping trademark seal renovation plumbing waterproof cabinet paint cleaning aircon repair wedding makeup camera flowers stage host".split(
    " ",
  );

/** A product as it is being written. Gaps are allowed; what is there must be well formed. The guards ask for the rest. */
export interface ProductDraft {
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly description: string;
  readonly categoryId: string;
  readonly gallery: readonly string[];
  readonly picture: string | null;
  readonly inputs: readonly ProductInputSpec[];
  readonly components: readonly ComponentSpec[];
  readonly choiceGroups: readonly ChoiceGroup[];
  readonly plan: readonly PlanStepSpec[];
  /** Code of the plan template it was copied from; null when written by hand. */
  readonly planTemplate: string | null;
  readonly saleMode: SaleMode;
  readonly supplierChoice: SupplierChoice;
  /** Code of the contract to be signed before work begins; null for none. */
  readonly contractTemplate: string | null;
  readonly regions: readonly string[];
}

/** A draft as it is sent: whether it is well formed has yet to be seen, and an order of work may be told by stages. */
export interface ProductDraftWish extends Omit<ProductDraft, "components"> {
  readonly components: readonly ComponentWish[];
}

/**
 * A draft that says the same as a product's, as another product: its title marked as a copy, its address with the first
 * number from 2 on that is not taken.
 */
export function cloneOf(
  model: Omit<ProductDraft, "components" | "choiceGroups"> & { readonly choiceGroups: readonly ChoiceGroup[] | null },
  components: readonly ComponentSpec[],
  taken: ReadonlySet<string>,
): ProductDraft {
  const stem = model.slug.replace(/-\d+$/, "").slice(0, 50).replace(/-$/, "");
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  const { titleEn, summary, description, categoryId, gallery, picture, inputs, plan } = model;
  const { planTemplate, saleMode, supplierChoice, contractTemplate, regions } = model;
  return {
    slug: `${stem}-${number}`,
    title: `${model.title.slice(0, 56)}（副本）`,
    ...{ titleEn, summary, description, categoryId, gallery, picture, inputs, plan },
    ...{ planTemplate, saleMode, supplierChoice, contractTemplate, regions },
    choiceGroups: model.choiceGroups ?? [],
    components: components.map(specOf),
  };
}

function specOf(component: ComponentSpec): ComponentSpec {
  const { itemId, required, selectedByDefault, quantityKind, quantity, quantityInput, quantityFormula } = component;
  const { choiceGroup, eligible, priceFormula, stage, dependsOn, lagHours } = component;
  const { collectionMode, commissionRate, commissionRefundable, officialFee } = component;
  return {
    ...{ itemId, required, selectedByDefault, quantityKind, quantity, quantityInput, quantityFormula },
    ...{ choiceGroup, eligible, priceFormula, stage, dependsOn, lagHours },
    ...{ collectionMode, commissionRate, commissionRefundable, officialFee },
  };
}

/** Refuses VALIDATION naming the field. */
export function cleanDraft(draft: ProductDraftWish): ProductDraft {
  const slug = draft.slug.trim().toLowerCase();
  must(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 60, "VALIDATION", { field: "slug" });
  must(draft.picture === null || pictures.includes(draft.picture), "VALIDATION", { field: "picture" });
  must(draft.gallery.length <= 12, "VALIDATION", { field: "galleryFileIds", max: 12 });
  must(new Set(draft.gallery).size === draft.gallery.length, "VALIDATION", { field: "galleryFileIds" });
  const choiceGroups = cleanGroups(draft.choiceGroups);
  return {
    slug,
    title: cleanText(draft.title, "title", 60),
    titleEn: cleanText(draft.titleEn, "titleEn", 100, 0),
    summary: cleanText(draft.summary, "summary", 200, 0),
    description: cleanText(draft.description, "description", 10_000, 0),
    categoryId: draft.categoryId,
    gallery: draft.gallery,
    picture: draft.picture,
    inputs: cleanInputs(draft.inputs),
    components: cleanComponents(draft.components, choiceGroups),
    choiceGroups,
    plan: cleanPlan(draft.plan),
    planTemplate: codeOrNull(draft.planTemplate, "planTemplate"),
    saleMode: draft.saleMode,
    supplierChoice: draft.supplierChoice,
    contractTemplate: codeOrNull(draft.contractTemplate, "contractTemplate"),
    regions: cleanRegions(draft.regions, 0),
  };
}

const codeOrNull = (code: string | null, field: string): string | null =>
  code?.trim() ? cleanCode(code, field) : null;

function cleanInputs(inputs: readonly ProductInputSpec[]): ProductInputSpec[] {
  must(inputs.length <= 20, "VALIDATION", { field: "inputs", max: 20 });
  const clean = inputs.map(cleanInput);
  must(new Set(clean.map(({ code }) => code)).size === clean.length, "VALIDATION", { field: "inputs" });
  return clean;
}

function cleanInput(input: ProductInputSpec): ProductInputSpec {
  const isNumber = input.kind === "NUMBER";
  const limits = [input.min, input.max].filter((limit) => limit !== null);
  must(!limits.some((limit) => Math.abs(limit) > 1_000_000), "VALIDATION", { field: "inputs" });
  must(input.min === null || input.max === null || input.min <= input.max, "VALIDATION", { field: "inputs" });
  must(input.options.length <= 30 && new Set(input.options).size === input.options.length, "VALIDATION", {
    field: "inputs",
  });
  return {
    code: cleanCode(input.code, "inputs"),
    label: cleanText(input.label, "inputs", 40),
    labelEn: cleanText(input.labelEn, "inputs", 60, 0),
    kind: input.kind,
    unit: input.unit?.trim() ? cleanText(input.unit, "inputs", 10) : null,
    required: input.required,
    min: isNumber ? input.min : null,
    max: isNumber ? input.max : null,
    options: input.kind === "CHOICE" ? input.options.map((option) => cleanText(option, "inputs", 40)) : [],
    hint: input.hint?.trim() ? cleanText(input.hint, "inputs", 200) : null,
  };
}
