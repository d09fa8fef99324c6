import { describe, expect, it } from "vitest";
import { chosenComponents, mayDo } from "./composition.js";
import { type ChoiceGroup, type Component, PLAIN_COMPONENT } from "./product.js";

const part = (id: string, wish: Partial<Component> = {}): Component => ({
  ...PLAIN_COMPONENT,
  id,
  versionId: "version",
  position: 1,
  itemId: id,
  itemCode: id,
  itemName: id,
  unit: "次",
  itemState: "ACTIVE",
  milestones: [],
  required: false,
  selectedByDefault: false,
  quantityKind: "FIXED",
  quantity: 1,
  stage: 1,
  ...wish,
});
const either: ChoiceGroup = { code: "FLOOR", name: "地面", nameEn: "Floor", min: 1, max: 1 };
const components = [
  part("walls", { required: true, selectedByDefault: true }),
  part("wood", { choiceGroup: "FLOOR", selectedByDefault: true }),
  part("tile", { choiceGroup: "FLOOR" }),
  part("clean"),
];
const chosen = (choices: Record<string, boolean>, groups: readonly ChoiceGroup[] = [either]): string[] =>
  chosenComponents(
    groups,
    components,
    Object.entries(choices).map(([componentId, selected]) => ({ componentId, selected })),
  ).map(({ id }) => id);
const refusal = (choices: Record<string, boolean>, groups?: readonly ChoiceGroup[]): unknown => {
  try {
    return chosen(choices, groups);
  } catch (error) {
    return (error as { data: unknown }).data;
  }
};

describe("what an order consists of", () => {
  it("is what is required and what is preselected, until the customer chooses", () => {
    expect(chosen({})).toEqual(["walls", "wood"]);
  });

  it("takes the customer's side of an either-or without asking them to take the other back", () => {
    expect(chosen({ tile: true })).toEqual(["walls", "tile"]);
    expect(chosen({ tile: true, wood: false, clean: true })).toEqual(["walls", "tile", "clean"]);
  });

  it("asks for as many of a group as it says", () => {
    expect(refusal({ wood: false })).toEqual({ field: "choices", group: "FLOOR", min: 1, max: 1 });
    expect(refusal({ wood: true, tile: true })).toEqual({ field: "choices", group: "FLOOR", min: 1, max: 1 });
    expect(chosen({ wood: false }, [{ ...either, min: 0 }])).toEqual(["walls"]);
    expect(chosen({ wood: true, tile: true }, [{ ...either, max: 2 }])).toEqual(["walls", "wood", "tile"]);
  });

  it("never leaves out what is required and knows no strangers", () => {
    expect(refusal({ walls: false })).toMatchObject({ field: "choices", item: "walls" });
    expect(refusal({ roof: true })).toEqual({ field: "choices" });
    const twice = [
      { componentId: "clean", selected: true },
      { componentId: "clean", selected: false },
    ];
    expect(() => chosenComponents([either], components, twice)).toThrow();
  });
});

describe("who may do a component", () => {
  const service = { itemId: "wood", supplierId: "a", level: 3 };

  it.each([
    ["everybody of the item", { kind: "ALL" }, true],
    ["a listed supplier", { kind: "LIST", supplierIds: ["b", "a"] }, true],
    ["nobody outside the list", { kind: "LIST", supplierIds: ["b"] }, false],
    ["who is good enough", { kind: "LEVEL", minLevel: 3 }, true],
    ["nobody below the level", { kind: "LEVEL", minLevel: 4 }, false],
  ] as const)("%s", (_who, eligible, may) => {
    expect(mayDo({ itemId: "wood", eligible }, service)).toBe(may);
    expect(mayDo({ itemId: "tile", eligible }, service)).toBe(false);
  });
});
