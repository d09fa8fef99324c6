import type { ProductDraft } from "./draft.js";
import type { ChoiceGroup, Component } from "./product.js";

export const differenceAreas = ["TEXTS", "SALES", "INPUTS", "COMPONENTS", "GROUPS", "PLAN"] as const;
export type DifferenceArea = (typeof differenceAreas)[number];
export const differenceKinds = ["ADDED", "REMOVED", "CHANGED"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** One thing that two versions say differently. Values are texts, numbers and codes as they are stored. */
export interface Difference {
  readonly area: DifferenceArea;
  readonly kind: DifferenceKind;
  /** What it is about, such as the name of an item; null for the version itself. */
  readonly subject: string | null;
  /** Which of its sides; null when the whole came or went. */
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** A version with its components, as it is compared. */
export interface Compared {
  readonly version: Pick<
    ProductDraft,
    | "title"
    | "titleEn"
    | "summary"
    | "description"
    | "gallery"
    | "picture"
    | "inputs"
    | "plan"
    | "planTemplate"
    | "saleMode"
    | "supplierChoice"
    | "contractTemplate"
    | "regions"
  > & { readonly categoryName: string; readonly choiceGroups: readonly ChoiceGroup[] | null };
  readonly components: readonly Component[];
  /** Names of the suppliers that components list. */
  readonly supplierNames: ReadonlyMap<string, string>;
}

type Fields = Readonly<Record<string, string | null>>;
type Row = readonly [subject: string, fields: Fields];

/** What changed from one version to another, by area, in the order a page shows it; empty when they say the same. */
export function differences(before: Compared, after: Compared): Difference[] {
  const whole = (of: (compared: Compared) => Fields): [Fields, Fields] => [of(before), of(after)];
  const rows = (of: (compared: Compared) => Row[]): [Row[], Row[]] => [of(before), of(after)];
  return [
    ...changed("TEXTS", null, ...whole(textsOf)),
    ...changed("SALES", null, ...whole(salesOf)),
    ...compared("INPUTS", ...rows(inputsOf)),
    ...compared("COMPONENTS", ...rows(componentsOf)),
    ...compared("GROUPS", ...rows(groupsOf)),
    ...compared("PLAN", ...rows(planOf)),
  ];
}

function changed(area: DifferenceArea, subject: string | null, before: Fields, after: Fields): Difference[] {
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return was === is ? [] : [{ area, kind: "CHANGED" as const, subject, field, before: was, after: is }];
  });
}

/** Rows of the same name are compared with one another; a second of the same name is a row of its own. */
function compared(area: DifferenceArea, before: readonly Row[], after: readonly Row[]): Difference[] {
  const [was, is] = [new Map(numbered(before)), new Map(numbered(after))];
  const gone = [...was.keys()].filter((subject) => !is.has(subject));
  const come = (subject: string, kind: "ADDED" | "REMOVED"): Difference => {
    return { area, kind, subject, field: null, before: null, after: null };
  };
  return [
    ...[...is].flatMap(([subject, fields]) => {
      const former = was.get(subject);
      return former ? changed(area, subject, former, fields) : [come(subject, "ADDED")];
    }),
    ...gone.map((subject) => come(subject, "REMOVED")),
  ];
}

function numbered(rows: readonly Row[]): Row[] {
  const seen = new Map<string, number>();
  return rows.map(([subject, fields]) => {
    const count = (seen.get(subject) ?? 0) + 1;
    seen.set(subject, count);
    return [count === 1 ? subject : `${subject} (${count})`, fields];
  });
}

const text = (value: string | number | boolean | null): string | null => (value === null ? null : String(value));
const list = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join("、"));

function textsOf({ version }: Compared): Fields {
  const { title, titleEn, summary, description, categoryName: category, picture, gallery } = version;
  return { title, titleEn, summary, description, category, picture, photos: list(gallery) };
}

function salesOf({ version }: Compared): Fields {
  const { saleMode, supplierChoice, contractTemplate, planTemplate, regions } = version;
  return { saleMode, supplierChoice, regions: list([...regions].sort()), contractTemplate, planTemplate };
}

function inputsOf({ version }: Compared): Row[] {
  return version.inputs.map((input) => {
    const { label, labelEn, kind, unit, required, min, max, options, hint } = input;
    const told = { label, labelEn, kind, unit, required: text(required), min: text(min), max: text(max) };
    return [input.code, { ...told, options: list(options), hint }];
  });
}

function componentsOf({ components, supplierNames }: Compared): Row[] {
  const names = new Map(components.map((part) => [part.position, part.itemName]));
  return components.map((part) => {
    const { required, selectedByDefault, quantityKind, quantity, quantityInput, quantityFormula } = part;
    const { choiceGroup, eligible, priceFormula, dependsOn, lagHours } = part;
    const { collectionMode, commissionRate, commissionRefundable, officialFee } = part;
    const suppliers = eligible.kind === "LIST" ? eligible.supplierIds.map((id) => supplierNames.get(id) ?? id) : [];
    return [
      part.itemName,
      {
        required: text(required),
        selectedByDefault: text(selectedByDefault),
        quantityKind,
        quantity: text(quantity),
        quantityInput,
        quantityFormula,
        choiceGroup,
        eligible: eligible.kind,
        minLevel: eligible.kind === "LEVEL" ? text(eligible.minLevel) : null,
        suppliers: list(suppliers),
        priceFormula,
        dependsOn: list(dependsOn.map((position) => names.get(position) ?? String(position)).sort()),
        lagHours: text(lagHours),
        collectionMode,
        commissionRate: text(commissionRate),
        commissionRefundable: text(commissionRefundable),
        officialFee: text(officialFee),
      },
    ];
  });
}

function groupsOf({ version }: Compared): Row[] {
  return (version.choiceGroups ?? []).map(({ code, name, nameEn, min, max }) => [
    code,
    { name, nameEn, min: text(min), max: text(max) },
  ]);
}

function planOf({ version }: Compared): Row[] {
  return version.plan.map((step) => {
    const { name, nameEn, shareBasisPoints, nature, trigger, afterDays, dueDay, milestone } = step;
    const when = { trigger, afterDays: text(afterDays), dueDay: dueDay ?? null, milestone: milestone ?? null };
    const late = { graceDays: text(step.graceDays ?? 0), overdueAction: step.overdueAction ?? "NOTHING" };
    const collectedBySupplier = text(step.collector === "SUPPLIER");
    return [name, { nameEn, share: text(shareBasisPoints), nature, ...when, ...late, collectedBySupplier }];
  });
}
