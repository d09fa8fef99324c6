import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";

export interface CategorySpec {
  /** What addresses name it by. */
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  /** Name of a built-in drawing. */
  readonly icon: string;
  /** Place in the list, from 1. */
  readonly position: number;
}

/** Refuses VALIDATION naming the field. */
export function cleanCategory(spec: CategorySpec): CategorySpec {
  const { slug, position } = spec;
  must(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 40, "VALIDATION", { field: "slug" });
  must(Number.isInteger(position) && position >= 1 && position <= 1_000, "VALIDATION", { field: "position", min: 1 });
  must(/^[a-z][a-z-]{0,29}$/.test(spec.icon), "VALIDATION", { field: "icon" });
  return {
    slug,
    name: cleanText(spec.name, "name", 30),
    nameEn: cleanText(spec.nameEn, "nameEn", 60),
    icon: spec.icon,
    position,
  };
}
