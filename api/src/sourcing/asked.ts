import { chosenComponents } from "../catalogue/composition.js";
import type { ChoiceGroup, Component, ProductInputSpec } from "../catalogue/product.js";
import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import type { Answer } from "../pricing/inputs.js";
import { answerValues } from "../pricing/names.js";
import { quantityOf } from "../pricing/quantity.js";
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

/** The version of a product that is asked for. */
interface AskedProduct {
  readonly inputs: readonly ProductInputSpec[];
  /** Null is none. */
  readonly choiceGroups: readonly ChoiceGroup[] | null;
}

/**
 * The lines of an inquiry for a product: every required component, and of the optional and either-or ones those that are
 * named, with the quantities the product fixes, the customer's answers give, or its formulas make of them. A line keeps
 * who may do it. Refuses VALIDATION naming `componentIds` (unknown), `choices` (too few or too many of an either-or group)
 * or the answer that is missing, and QUANTITY_OUT_OF_RANGE.
 */
export function linesOfProduct(
  version: AskedProduct,
  components: readonly Component[],
  wantedIds: readonly string[],
  answers: readonly Answer[],
): InquiryLine[] {
  const wanted = new Set(wantedIds);
  must(
    [...wanted].every((id) => components.some((component) => component.id === id)),
    "VALIDATION",
    {
      field: "componentIds",
    },
  );
  const free = components.filter(({ required }) => !required);
  const choices = free.map(({ id }) => ({ componentId: id, selected: wanted.has(id) }));
  const chosen = chosenComponents(version.choiceGroups ?? [], components, choices);
  must(chosen.length >= 1, "VALIDATION", { field: "componentIds" });
  const values = answerValues(answers);
  return chosen.map((component, index) => {
    const { id: componentId, itemId, itemName, unit, stage, required, eligible } = component;
    const quantity = quantityOf(component, version, answers, values, "COMPLETE");
    const line = { code: `L${index + 1}`, itemId, itemName, unit, stage, componentId, eligible, note: null };
    return { ...line, optional: !required, quantity: cleanQuantity(quantity, "componentIds") };
  });
}
