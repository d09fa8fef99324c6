import { type Step, stagesOf, takenOnly } from "../catalogue/graph.js";

/** A component of the product as far as the order of work goes. */
interface Part extends Step {
  readonly id: string;
  readonly lagHours: number;
}

/** When a line of an order may start: after these lines, by their positions in the order from 0, and so many hours. */
export interface WorkOrder {
  readonly stage: number;
  readonly dependsOn: number[];
  readonly lagHours: number;
}

/**
 * The order of work among the lines that were ordered, line by line. Who would have waited for something that was not
 * ordered waits for what that had waited for.
 */
export function workOrderOf(parts: readonly Part[], lines: readonly { readonly componentId: string }[]): WorkOrder[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const ordered = lines.map((line) => byId.get(line.componentId)).filter((part) => part !== undefined);
  const graph = takenOnly(parts, new Set(ordered.map((part) => part.position)));
  const stages = stagesOf([...graph].map(([position, dependsOn]) => ({ position, dependsOn })));
  const places = new Map(ordered.map((part, index) => [part.position, index]));
  return ordered.map(({ position, lagHours }) => ({
    stage: stages.get(position) ?? 1,
    dependsOn: (graph.get(position) ?? []).flatMap((before) => places.get(before) ?? []),
    lagHours,
  }));
}
