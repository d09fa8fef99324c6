/** What may differ between two revisions, in the order people read it: money first. */
export const serviceFields = [
  "salePrice",
  "costPrice",
  "minCharge",
  "level",
  "regions",
  "brands",
  "perDay",
  "concurrent",
  "leadHours",
  "noticeHours",
  "notes",
  "effectiveTo",
] as const;
export type ServiceField = (typeof serviceFields)[number];

/** The fields that only the supplier and staff with `cost.read` may see. */
export const confidential: ReadonlySet<ServiceField> = new Set<ServiceField>(["costPrice"]);

/** One difference; values as text a program can read: fen, numbers, codes parted by commas, epoch ms. Null is none. */
export interface ServiceDifference {
  readonly field: ServiceField;
  readonly before: string | null;
  readonly after: string | null;
}

type Told = { readonly [Field in ServiceField]: string | number | readonly string[] | null };

/** How a revision differs from the one in force; every field when nothing is in force yet. */
export function differences(inForce: Told | null, proposed: Told): ServiceDifference[] {
  return serviceFields
    .map((field) => ({ field, before: inForce && textOf(inForce[field]), after: textOf(proposed[field]) }))
    .filter(({ before, after }) => before !== after);
}

function textOf(value: Told[ServiceField]): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object") return String(value);
  return value.length === 0 ? null : value.join(",");
}
