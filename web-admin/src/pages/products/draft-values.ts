import type { ProductDetailsFragment, SaveProductDraftInput, VersionDetailsFragment } from "../../gql/graphql";
import type {
  CheckedDraft,
  ComponentValues,
  DraftValues,
  GroupValues,
  QuestionValues,
  StepValues,
} from "./draft-schema";

/** What the composer opens: the draft, or what is on sale as the beginning of the next version. */
export function openVersion(product: ProductDetailsFragment): VersionDetailsFragment | null {
  return product.draft ?? product.published;
}

export const emptyQuestion: QuestionValues = {
  code: "",
  label: "",
  labelEn: "",
  kind: "NUMBER",
  unit: "",
  required: true,
  min: 1,
  max: "",
  options: [],
  hint: "",
};

export const emptyComponent: ComponentValues = {
  itemId: "",
  required: true,
  selectedByDefault: true,
  quantityKind: "FIXED",
  quantity: 1,
  quantityInput: "",
  quantityFormula: "",
  choiceGroup: "",
  eligibleKind: "ALL",
  supplierIds: [],
  minLevel: "",
  priceFormula: "",
  dependsOn: [],
  lagHours: "",
  collectionMode: "OWN_SALE",
  commissionPercent: "",
  commissionRefundable: true,
  officialFee: "",
};

/** An either-or: one of its components is taken. */
export const emptyGroup: GroupValues = { code: "", name: "", nameEn: "", min: 1, max: 1 };

export const emptyStep: StepValues = {
  name: "",
  nameEn: "",
  shareBasisPoints: 10_000,
  nature: "FINAL",
  trigger: "ON_ACCEPTANCE",
  afterDays: "",
  dueDay: "",
  milestone: "",
  componentPosition: "",
  graceDays: 0,
  overdueAction: "NOTHING",
  collector: "PLATFORM",
};

/** A new product begins with the commonest plan: half with the order, half after acceptance. */
export const emptyDraft: DraftValues = {
  slug: "",
  title: "",
  titleEn: "",
  summary: "",
  description: "",
  categoryId: "",
  gallery: [],
  picture: "",
  inputs: [],
  components: [{ ...emptyComponent }],
  choiceGroups: [],
  plan: [
    {
      ...emptyStep,
      name: "首期款",
      nameEn: "First payment",
      shareBasisPoints: 5_000,
      nature: "ADVANCE",
      trigger: "ON_ORDER",
    },
    { ...emptyStep, name: "尾款", nameEn: "Final payment", shareBasisPoints: 5_000 },
  ],
  planTemplate: "",
  saleMode: "FIXED",
  contractTemplate: "",
  supplierChoice: "CUSTOMER",
  regions: [],
};

/** A stored version as the form holds it. */
export function draftValues({ slug }: ProductDetailsFragment, version: VersionDetailsFragment): DraftValues {
  return {
    slug,
    title: version.title,
    titleEn: version.titleEn,
    summary: version.summary,
    description: version.description,
    categoryId: version.category.id,
    gallery: version.gallery.map(({ id, url, mime, bytes }) => ({ id, url, mime, bytes })),
    picture: version.picture ?? "",
    inputs: version.inputs.map((row) => ({
      code: row.code,
      label: row.label,
      labelEn: row.labelEn,
      kind: row.kind,
      unit: row.unit ?? "",
      required: row.required,
      min: row.min ?? "",
      max: row.max ?? "",
      options: [...row.options],
      hint: row.hint ?? "",
    })),
    components: version.components.map((row) => ({
      itemId: row.item.id,
      required: row.required,
      selectedByDefault: row.selectedByDefault,
      quantityKind: row.quantityKind,
      quantity: row.quantity ?? "",
      quantityInput: row.quantityInput ?? "",
      quantityFormula: row.quantityFormula ?? "",
      choiceGroup: row.choiceGroup ?? "",
      eligibleKind: row.eligible.kind,
      supplierIds: row.eligible.suppliers.map(({ id }) => id),
      minLevel: row.eligible.minLevel ?? "",
      priceFormula: row.priceFormula ?? "",
      dependsOn: [...row.dependsOn],
      lagHours: row.lagHours || "",
      collectionMode: row.collectionMode,
      commissionPercent: row.commissionRate ? row.commissionRate / 100 : "",
      commissionRefundable: row.commissionRefundable ?? true,
      officialFee: row.officialFee === "0" ? "" : row.officialFee,
    })),
    choiceGroups: version.choiceGroups.map(({ code, name, nameEn, min, max }) => ({ code, name, nameEn, min, max })),
    plan: version.plan.map(stepValues),
    planTemplate: version.planTemplate ?? "",
    saleMode: version.saleMode,
    contractTemplate: version.contractTemplate ?? "",
    supplierChoice: version.supplierChoice,
    regions: version.regions.map((region) => region.code),
  };
}

/** A plan's instalment as the form holds it. */
export function stepValues(row: Omit<VersionDetailsFragment["plan"][number], "gate">): StepValues {
  const { name, nameEn, shareBasisPoints, nature, trigger } = row;
  return {
    ...{ name, nameEn, shareBasisPoints, trigger },
    // What a change of price adds is no part of a plan that is written.
    nature: nature === "DIFFERENCE" ? "PROGRESS" : nature,
    afterDays: row.afterDays ?? "",
    dueDay: row.dueDay ?? "",
    milestone: row.milestone ?? "",
    componentPosition: row.componentPosition ?? "",
    graceDays: row.graceDays ?? 0,
    overdueAction: row.overdueAction ?? "NOTHING",
    collector: row.collector ?? "PLATFORM",
  };
}

/** An instalment as it is sent: the first is the one that opens the gate to delivery, before anybody could collect it. */
export function stepInput(row: CheckedDraft["plan"][number], index: number): SaveProductDraftInput["plan"][number] {
  const [gate, collector] = index === 0 ? [true, "PLATFORM" as const] : [false, row.collector];
  return { ...row, dueDay: row.dueDay || null, milestone: row.milestone || null, gate, collector };
}

/** What is sent: empty texts become null, and the first instalment is the one that opens the gate to delivery. */
export function draftInput(
  { gallery, picture, inputs, components, plan, ...rest }: CheckedDraft,
  product: ProductDetailsFragment | undefined,
): SaveProductDraftInput {
  return {
    ...rest,
    productId: product?.id ?? null,
    version: product?.draft?.version ?? null,
    galleryFileIds: gallery.map(({ id }) => id),
    picture: picture || null,
    inputs: inputs.map((row) => ({ ...row, unit: row.unit || null, hint: row.hint || null })),
    components: components.map(componentInput),
    planTemplate: rest.planTemplate || null,
    contractTemplate: rest.contractTemplate || null,
    plan: plan.map(stepInput),
  };
}

function componentInput(row: CheckedDraft["components"][number]): SaveProductDraftInput["components"][number] {
  const { eligibleKind: kind, supplierIds, minLevel, commissionPercent, ...rest } = row;
  return {
    ...rest,
    quantityInput: row.quantityInput || null,
    quantityFormula: row.quantityFormula || null,
    choiceGroup: row.choiceGroup || null,
    priceFormula: row.priceFormula || null,
    lagHours: row.lagHours ?? 0,
    commissionRate: Math.round((commissionPercent ?? 0) * 100),
    officialFee: row.officialFee || "0",
    eligible: { kind, supplierIds: kind === "LIST" ? supplierIds : null, minLevel: kind === "LEVEL" ? minLevel : null },
  };
}
