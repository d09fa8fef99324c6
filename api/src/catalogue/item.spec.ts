import { describe, expect, it } from "vitest";
import { Refusal } from "../kernel/refusal.js";
import { cleanCategory } from "./category.js";
import { checkActive, cleanCode, cleanItem, cleanMilestones, itemLife } from "./item.js";

const milestone = (code: string, weight: number, minPhotos = 0) => ({ code, name: "步骤", weight, minPhotos });

describe("milestones", () => {
  it("sum to the whole", () => {
    expect(cleanMilestones([milestone("a", 30), milestone("b", 70, 2)]).map(({ code }) => code)).toEqual(["A", "B"]);
    expect(cleanMilestones([milestone("only", 100)])).toHaveLength(1);
  });

  it.each([
    ["none", []],
    ["99 per cent", [milestone("A", 30), milestone("B", 69)]],
    ["the same code twice", [milestone("A", 50), milestone("a", 50)]],
    ["a step without weight", [milestone("A", 100), milestone("B", 0)]],
    ["half a per cent", [milestone("A", 99.5), milestone("B", 0.5)]],
    ["ten photos", [milestone("A", 100, 10)]],
    ["a negative weight", [milestone("A", 110), milestone("B", -10)]],
  ])("refuse %s", (_title, milestones) => {
    expect(() => cleanMilestones(milestones)).toThrow(expect.objectContaining({ code: "VALIDATION" }));
  });
});

describe("an item", () => {
  it("is cleaned field by field", () => {
    const spec = { code: " paint ", name: " 刷漆 ", nameEn: "Paint", unit: "㎡", description: "", categoryId: "c" };
    const clean = cleanItem({
      ...spec,
      milestones: [milestone("DONE", 100)],
      requiredCertificates: [" 电工证 ", "电工证"],
    });
    expect(clean).toMatchObject({ code: "PAINT", name: "刷漆", unit: "㎡", requiredCertificates: ["电工证"] });
  });

  it("begins as a draft, is used, and retires", () => {
    expect(itemLife.after("DRAFT", "ACTIVATE")).toBe("ACTIVE");
    expect(itemLife.after("ACTIVE", "RETIRE")).toBe("RETIRED");
    expect(itemLife.after("RETIRED", "ACTIVATE")).toBe("ACTIVE");
    expect(() => itemLife.after("RETIRED", "EDIT")).toThrow(expect.objectContaining({ code: "INVALID_STATE" }));
  });

  it("can be offered while it is active only", () => {
    const items = new Map([
      ["a", { state: "ACTIVE" as const }],
      ["r", { state: "RETIRED" as const }],
    ]);
    expect(() => checkActive(items, ["a"])).not.toThrow();
    expect(() => checkActive(items, ["a", "r"])).toThrow(Refusal);
    expect(() => checkActive(items, ["unknown"])).toThrow(Refusal);
  });
});

it("takes codes and slugs that programs and addresses can carry", () => {
  expect(cleanCode("vat_2-b", "code")).toBe("VAT_2-B");
  expect(() => cleanCode("增值税", "code")).toThrow(Refusal);
  const category = { slug: "home-repair", name: "快修", nameEn: "Repair", icon: "repair", position: 1 };
  expect(cleanCategory(category)).toEqual(category);
  for (const wrong of [{ slug: "Home" }, { slug: "a--b" }, { position: 0 }, { icon: "../x" }, { name: "" }]) {
    expect(() => cleanCategory({ ...category, ...wrong })).toThrow(Refusal);
  }
});
