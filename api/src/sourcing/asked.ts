import type { Component } from "../catalogue/product.js";
import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { type Answer, numberOf } from "../pricing/inputs.js";
import { cleanQuantity, type InquiryLine, MAX_LINES } from "./inquiry.js";

/** An item asked for by itself. */
export interface ItemWish {
  readonly itemId: string;
  readonly quantity: number;
  readonly note: string | null;
}

interface KnownItem {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly state: "DRAFT" | "ACTIVE" | "RETIRED";
}

/** The lines of an inquiry for items. Refuses VALIDATION for none, too many, repeated or retired ones, naming the field. */
export function linesOfItems(wishes: readonly ItemWish[], items: ReadonlyMap<string, KnownItem>): InquiryLine[] {
  must(wishes.length >= 1 && wishes.length <= MAX_LINES, "VALIDATION", { field: "items", min: 1, max: MAX_LINES });
  must(new Set(wishes.map(({ itemId }) => itemId)).size === wishes.length, "VALIDATION", {
    field: "items",
    repeated: true,
  });
  return wishes.map(({ itemId, quantity, note }, index) => {
    const item = items.get(itemId);
    must(item?.state === "ACTIVE", "VALIDATION", { field: `items.${index}` });
    return {
      code: `L${index + 1}`,
      itemId,
      itemName: item.name,
      unit: item.unit,
      quantity: cleanQuantity(quantity, `items.${index}.quantity`),
      stage: 1,
      componentId: null,
      optional: false,
      note: note?.trim() ? cleanText(note, `items.${index}.note`, 200) : null,
    };
  });
}

/** How much of a component the answers ask for; null when they do not tell. */
export type QuantityOf = (component: Component, answers: readonly Answer[]) => number | null;

/** The quantity of a component whose quantity is fixed or is an answer. */
export const plainQuantity: QuantityOf = (component, answers) =>
  component.quantityKind === "INPUT" ? numberOf(answers, component.quantityInput ?? "") : component.quantity;

/** The lines of an inquiry for a product: its chosen components with the quantities the customer's answers give. */
export function linesOfProduct(
  chosen: readonly Component[],
  answers: readonly Answer[],
  quantityOf: QuantityOf = plainQuantity,
): InquiryLine[] {
  must(chosen.length >= 1, "VALIDATION", { field: "componentIds" });
  return chosen.map((component, index) => {
    const { id: componentId, itemId, itemName, unit, stage, required } = component;
    const quantity = quantityOf(component, answers);
    const field = component.quantityKind === "INPUT" ? `inputs.${component.quantityInput}` : "componentIds";
    must(quantity !== null, "VALIDATION", { field });
    const line = { code: `L${index + 1}`, itemId, itemName, unit, stage, componentId, optional: !required, note: null };
    return { ...line, quantity: cleanQuantity(quantity, field) };
  });
}

/** The components a customer wants: every required one and the optional ones they name. Refuses VALIDATION for an unknown one. */
export function chosenOf(components: readonly Component[], optionalIds: readonly string[]): Component[] {
  const known = new Set(components.map(({ id }) => id));
  must(!optionalIds.some((id) => !known.has(id)), "VALIDATION", { field: "componentIds" });
  return components.filter(({ id, required }) => required || optionalIds.includes(id));
}
