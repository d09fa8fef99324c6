import { must } from "../kernel/refusal.js";
import type { ChoiceGroup, Component, ComponentSpec } from "./product.js";

/** Whether the customer wants a component; without a word of it the product's own default holds. */
export interface Choosing {
  readonly componentId: string;
  readonly selected: boolean;
}

/**
 * The components an order consists of, in their order: what is required, what of the optional was chosen, and of each
 * either-or group as many as it asks for. A group of which the customer chose none gets what it selects by default.
 * Refuses VALIDATION naming `choices`: an unknown or repeated component, a required one left out, too few or too many
 * of a group (`group`, `min`, `max`).
 */
export function chosenComponents<Part extends Component>(
  groups: readonly ChoiceGroup[],
  components: readonly Part[],
  choices: readonly Choosing[],
): Part[] {
  const wanted = new Map(choices.map((choice) => [choice.componentId, choice.selected]));
  must(wanted.size === choices.length, "VALIDATION", { field: "choices" });
  const byId = new Map(components.map((component) => [component.id, component]));
  for (const [id, selected] of wanted) {
    const component = byId.get(id);
    must(component, "VALIDATION", { field: "choices" });
    must(selected || !component.required, "VALIDATION", { field: "choices", item: component.itemName });
  }
  const chosen = components.filter(
    (part) => part.required || (wanted.get(part.id) ?? assumed(part, components, wanted)),
  );
  for (const group of groups) {
    const count = chosen.filter((part) => part.choiceGroup === group.code).length;
    const { code, min, max } = group;
    must(count >= min && count <= max, "VALIDATION", { field: "choices", group: code, min, max });
  }
  return chosen;
}

/** Once a customer has chosen in a group, what was selected before them gives way. */
function assumed(part: Component, components: readonly Component[], wanted: ReadonlyMap<string, boolean>): boolean {
  const group = part.choiceGroup;
  const decided = group !== null && components.some((other) => other.choiceGroup === group && wanted.get(other.id));
  return part.selectedByDefault && !decided;
}

/** Whether a supplier's service may do a component: it is of its item, and the supplier is one of those it allows. */
export function mayDo(
  component: Pick<ComponentSpec, "itemId" | "eligible">,
  service: { readonly itemId: string; readonly supplierId: string; readonly level: number },
): boolean {
  const { eligible, itemId } = component;
  if (service.itemId !== itemId) return false;
  if (eligible.kind === "LIST") return eligible.supplierIds.includes(service.supplierId);
  return eligible.kind === "ALL" || service.level >= eligible.minLevel;
}
