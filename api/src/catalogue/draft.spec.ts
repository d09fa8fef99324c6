import { describe, expect, it } from "vitest";
import { cleanDraft, type ProductDraftWish } from "./draft.js";
import type { ComponentWish } from "./draft-components.js";
import { PLAIN_COMPONENT, type PlanStepSpec, type ProductInputSpec } from "./product.js";

const input: ProductInputSpec = {
  code: "area",
  label: "面积",
  labelEn: "",
  kind: "NUMBER",
  unit: " ㎡ ",
  required: true,
  min: 1,
  max: 500,
  options: [],
  hint: " ",
};
const component: ComponentWish = {
  ...PLAIN_COMPONENT,
  itemId: "item",
  required: true,
  selectedByDefault: false,
  quantityKind: "INPUT",
  quantity: null,
  quantityInput: "area",
  dependsOn: null,
  stage: 1,
};
const step: PlanStepSpec = {
  name: "全款",
  nameEn: "",
  shareBasisPoints: 10_000,
  nature: "ADVANCE",
  trigger: "ON_ORDER",
  afterDays: 7,
  gate: true,
};
const draft = (wish: Partial<ProductDraftWish> = {}): ProductDraftWish => ({
  choiceGroups: [],
  planTemplate: null,
  saleMode: "FIXED",
  contractTemplate: null,
  slug: " Wall-Paint ",
  title: " 刷新 ",
  titleEn: "",
  summary: "",
  description: "",
  categoryId: "category",
  gallery: [],
  picture: "paint",
  inputs: [input],
  components: [component],
  plan: [step],
  supplierChoice: "CUSTOMER",
  regions: [],
  ...wish,
});

describe("a product's draft", () => {
  it("may have gaps and is tidied", () => {
    const clean = cleanDraft(draft());
    expect(clean).toMatchObject({ slug: "wall-paint", title: "刷新", regions: [] });
    expect(clean.inputs[0]).toMatchObject({ code: "AREA", unit: "㎡", hint: null });
    expect(clean.components[0]).toMatchObject({ quantityInput: "AREA", selectedByDefault: true });
    expect(clean.plan[0]?.afterDays).toBeNull();
  });

  it("drops what a kind of answer or quantity has no use for", () => {
    const text = cleanDraft(draft({ inputs: [{ ...input, kind: "TEXT", options: ["一"] }] })).inputs[0];
    expect(text).toMatchObject({ min: null, max: null, options: [] });
    const fixed = cleanDraft(draft({ components: [{ ...component, quantityKind: "FIXED", quantity: 2 }] }))
      .components[0];
    expect(fixed).toMatchObject({ quantity: 2, quantityInput: null });
  });

  it.each<[string, Partial<ProductDraftWish>]>([
    ["an address with spaces", { slug: "wall paint" }],
    ["no title", { title: " " }],
    ["an unknown drawing", { picture: "../secret" }],
    ["one photo twice", { gallery: ["a", "a"] }],
    ["one question twice", { inputs: [input, { ...input, code: "AREA" }] }],
    ["limits the wrong way round", { inputs: [{ ...input, min: 5, max: 1 }] }],
    ["a limit beyond counting", { inputs: [{ ...input, max: 1e12 }] }],
    ["stage zero", { components: [{ ...component, stage: 0 }] }],
    ["a negative quantity", { components: [{ ...component, quantity: -1 }] }],
    ["an instalment of nothing", { plan: [{ ...step, shareBasisPoints: 0 }] }],
    ["an instalment after half a day", { plan: [{ ...step, trigger: "AFTER_DAYS", afterDays: 0.5 }] }],
    ["an unknown region", { regions: ["999999"] }],
  ])("refuses %s", (_title, wish) => {
    expect(() => cleanDraft(draft(wish))).toThrow(expect.objectContaining({ code: "VALIDATION" }));
  });
});
