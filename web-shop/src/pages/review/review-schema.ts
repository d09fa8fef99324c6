import * as z from "zod/mini";
import type { ReviewOrderInput } from "../../gql/graphql";

const mark = z.number().check(z.minimum(1), z.maximum(5));
const marks = { overall: mark, quality: mark, punctuality: mark, attitude: mark };

/** Four marks for the whole, the same four for each supplier, and words. */
export const reviewSchema = z.object({
  ...marks,
  suppliers: z.array(z.object({ supplierId: z.string(), ...marks })),
  text: z.string().check(z.trim(), z.maxLength(1_000)),
  anonymous: z.boolean(),
});

export type ReviewValues = z.infer<typeof reviewSchema>;
export type Marks = Pick<ReviewValues, "overall" | "quality" | "punctuality" | "attitude">;

export const noMarks: Marks = { overall: 0, quality: 0, punctuality: 0, attitude: 0 };

type Ticket = { readonly state: string; readonly supplier: { readonly id: string; readonly name: string } | null };

/** Everybody whose work was accepted, each once. */
export function suppliersOf(tickets: readonly Ticket[]): { id: string; name: string }[] {
  const worked = new Map<string, string>();
  for (const { state, supplier } of tickets) {
    if (state === "ACCEPTED" && supplier) worked.set(supplier.id, supplier.name);
  }
  return [...worked].map(([id, name]) => ({ id, name }));
}

/** What is sent: a single supplier gets the marks of the whole. */
export function supplierScores(
  values: ReviewValues,
  suppliers: readonly { id: string }[],
): ReviewOrderInput["supplierScores"] {
  const [only] = suppliers;
  if (suppliers.length !== 1 || !only) return values.suppliers;
  const { overall, quality, punctuality, attitude } = values;
  return [{ supplierId: only.id, overall, quality, punctuality, attitude }];
}
