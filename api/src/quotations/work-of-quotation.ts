import type { Component } from "../catalogue/product.js";
import type { QuotationLine } from "./quotation.js";

/** A line of an order, as far as the order of work goes: null waits for everything of the stage before. */
export interface QuotedWork {
  readonly dependsOn: number[] | null;
  readonly lagHours: number;
}

/** How the product orders its lines; by the lines' component, in their order. */
export type WorkOrderOf = (
  lines: readonly { readonly componentId: string }[],
) => readonly { readonly dependsOn: readonly number[]; readonly lagHours: number }[];

/**
 * When the lines of an accepted quotation may start, line by line. A line that came from a component of the product and
 * still stands in its stage waits as the product says, with its hours; one that staff added or moved waits for everything
 * of the stage before, as the quotation says.
 */
export function workOfQuotation(
  lines: readonly Pick<QuotationLine, "componentId" | "stage">[],
  components: readonly Pick<Component, "id" | "stage">[],
  workOrderOf: WorkOrderOf,
): QuotedWork[] {
  const stages = new Map(components.map(({ id, stage }) => [id, stage]));
  const taken = new Set<string>();
  const kept = lines.flatMap(({ componentId, stage }, position) => {
    if (componentId === null || stages.get(componentId) !== stage || taken.has(componentId)) return [];
    taken.add(componentId);
    return [{ componentId, position }];
  });
  const order = workOrderOf(kept);
  const work = lines.map((): QuotedWork => ({ dependsOn: null, lagHours: 0 }));
  kept.forEach(({ position }, index) => {
    const { dependsOn = [], lagHours = 0 } = order[index] ?? {};
    work[position] = { dependsOn: dependsOn.flatMap((before) => kept[before]?.position ?? []), lagHours };
  });
  return work;
}
