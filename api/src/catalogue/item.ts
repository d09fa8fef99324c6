import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

export type ItemState = "DRAFT" | "ACTIVE" | "RETIRED";
type ItemVerb = "EDIT" | "ACTIVATE" | "RETIRE";

export const itemLife = stateTable<ItemState, ItemVerb>("service item", "DRAFT", {
  DRAFT: { EDIT: "DRAFT", ACTIVATE: "ACTIVE" },
  ACTIVE: { EDIT: "ACTIVE", RETIRE: "RETIRED" },
  RETIRED: { ACTIVATE: "ACTIVE" },
});

/** One step of the work that a supplier reports. Weights are per cent of the whole item. */
export interface Milestone {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly minPhotos: number;
}

export interface ItemSpec {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly description: string;
  readonly categoryId: string;
  readonly milestones: readonly Milestone[];
  /** Kinds of certificates that whoever does it must hold, such as 电工证. */
  readonly requiredCertificates: readonly string[];
}

/** Checks an item. Refuses VALIDATION naming the field. */
export function cleanItem(spec: ItemSpec): ItemSpec {
  return {
    code: cleanCode(spec.code, "code"),
    name: cleanText(spec.name, "name", 60),
    nameEn: cleanText(spec.nameEn, "nameEn", 100),
    unit: cleanText(spec.unit, "unit", 10),
    description: cleanText(spec.description, "description", 2_000, 0),
    categoryId: spec.categoryId,
    milestones: cleanMilestones(spec.milestones),
    requiredCertificates: cleanCertificates(spec.requiredCertificates),
  };
}

/** At most ten kinds, each told once. Refuses VALIDATION. */
function cleanCertificates(kinds: readonly string[]): string[] {
  must(kinds.length <= 10, "VALIDATION", { field: "requiredCertificates", max: 10 });
  return [...new Set(kinds.map((kind) => cleanText(kind, "requiredCertificates", 40)))];
}

/** 1…20 steps with codes of their own whose weights, each at least 1, sum to 100. Refuses VALIDATION. */
export function cleanMilestones(milestones: readonly Milestone[]): Milestone[] {
  must(milestones.length >= 1 && milestones.length <= 20, "VALIDATION", { field: "milestones", min: 1, max: 20 });
  const clean = milestones.map(({ code, name, weight, minPhotos }) => {
    must(Number.isInteger(weight) && weight >= 1, "VALIDATION", { field: "milestones", min: 1 });
    must(Number.isInteger(minPhotos) && minPhotos >= 0 && minPhotos <= 9, "VALIDATION", {
      field: "milestones",
      max: 9,
    });
    return { code: cleanCode(code, "milestones"), name: cleanText(name, "milestones", 40), weight, minPhotos };
  });
  must(new Set(clean.map(({ code }) => code)).size === clean.length, "VALIDATION", { field: "milestones" });
  const sum = clean.reduce((total, { weight }) => total + weight, 0);
  must(sum === 100, "VALIDATION", { field: "milestones", sum, expected: 100 });
  return clean;
}

/** A stable name for programs: capitals, digits, dashes and underscores. Refuses VALIDATION. */
export function cleanCode(code: string, field: string): string {
  const clean = code.trim().toUpperCase();
  must(/^[A-Z0-9][A-Z0-9_-]{0,29}$/.test(clean), "VALIDATION", { field });
  return clean;
}

/** Suppliers offer what the catalogue has. Refuses VALIDATION naming `field` for an unknown item or one that is not ACTIVE. */
export function checkActive(
  items: ReadonlyMap<string, { readonly state: ItemState }>,
  wanted: readonly string[],
  field = "services",
): void {
  must(!wanted.some((id) => items.get(id)?.state !== "ACTIVE"), "VALIDATION", { field });
}
