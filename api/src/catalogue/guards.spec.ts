import { describe, expect, it } from "vitest";
import * as guards from "./guards.js";
import { type Component, PLAIN_COMPONENT, type PlanStepSpec, type ProductInputSpec } from "./product.js";

const component = (wish: Partial<Component> = {}): Component => ({
  ...PLAIN_COMPONENT,
  id: "component",
  versionId: "version",
  position: 1,
  itemId: "paint",
  itemCode: "PAINT",
  itemName: "刷漆",
  unit: "㎡",
  itemState: "ACTIVE",
  milestones: [],
  required: true,
  selectedByDefault: true,
  quantityKind: "FIXED",
  quantity: 1,
  stage: 1,
  ...wish,
});
const input = (wish: Partial<ProductInputSpec> = {}): ProductInputSpec => ({
  code: "AREA",
  label: "面积",
  labelEn: "Area",
  kind: "NUMBER",
  unit: "㎡",
  required: true,
  min: 1,
  max: 500,
  options: [],
  hint: null,
  ...wish,
});
const step = (wish: Partial<PlanStepSpec> = {}): PlanStepSpec => ({
  name: "首付",
  nameEn: "First",
  shareBasisPoints: 10_000,
  nature: "ADVANCE",
  trigger: "ON_ORDER",
  afterDays: null,
  gate: true,
  ...wish,
});
const rest = (wish: Partial<PlanStepSpec> = {}): PlanStepSpec =>
  step({ name: "尾款", trigger: "ON_ACCEPTANCE", gate: false, nature: "FINAL", ...wish });

const service = (wish: Partial<guards.GuardInput["services"][number]> = {}) => ({
  itemId: "paint",
  supplierId: "jiangxin",
  level: 3,
  costPrice: 1_700,
  salePrice: 2_600,
  regions: ["430100"],
  ...wish,
});

type Wish = Partial<guards.GuardInput["draft"]> & Partial<Pick<guards.GuardInput, "components" | "services">>;
const given = ({ components, services, ...draft }: Wish = {}): guards.GuardInput => ({
  draft: {
    title: "刷新",
    titleEn: "Repaint",
    summary: "两天刷完。",
    gallery: [],
    picture: "paint",
    inputs: [],
    plan: [step()],
    regions: ["430100"],
    supplierChoice: "CUSTOMER",
    contractTemplate: null,
    choiceGroups: [],
    ...draft,
  },
  components: components ?? [component()],
  services: services ?? [service()],
});

it("lets a product through that is ready", () => {
  expect(guards.publishGuards(given()).filter((guard) => !guard.passed)).toEqual([]);
  expect(guards.publishGuards(given())).toHaveLength(16);
});

describe("each guard names what is missing", () => {
  it("something is always part of the order", () => {
    expect(guards.componentsPresent(given({ components: [component({ required: false })] }))).toEqual(["required"]);
    expect(guards.componentsPresent(given({ components: [] }))).toEqual(["required"]);
  });

  it("items are active", () => {
    expect(guards.itemsActive(given({ components: [component({ itemState: "RETIRED" })] }))).toEqual(["PAINT"]);
  });

  it("each required item has a supplier in each region", () => {
    expect(guards.everyRequiredItemHasSupplier(given({ regions: ["430100", "430200"] }))).toEqual(["PAINT@430200"]);
    expect(guards.everyRequiredItemHasSupplier(given({ services: [] }))).toEqual(["PAINT@430100"]);
    const optional = [component(), component({ itemId: "other", itemCode: "OTHER", required: false })];
    expect(guards.everyRequiredItemHasSupplier(given({ components: optional }))).toEqual([]);
  });

  it("of each group there is something to choose, and the preselection is a possible choice", () => {
    const floor = { code: "FLOOR", name: "地面", nameEn: "", min: 1, max: 1 };
    const of = (selectedByDefault: boolean) => component({ required: false, selectedByDefault, choiceGroup: "FLOOR" });
    const grouped = (...components: Component[]) => given({ choiceGroups: [floor], components });
    expect(guards.groupsComplete(grouped(of(true), of(false)))).toEqual([]);
    expect(guards.componentsPresent(grouped(of(true), of(false)))).toEqual([]);
    for (const wish of [grouped(of(true)), grouped(of(true), of(true)), grouped(of(false), of(false))]) {
      expect(guards.groupsComplete(wish)).toEqual(["地面"]);
    }
  });

  it("enough of each group can be done wherever it is sold, by somebody allowed", () => {
    const floor = { code: "FLOOR", name: "地面", nameEn: "", min: 1, max: 1 };
    const wood = component({ itemId: "wood", required: false, choiceGroup: "FLOOR" });
    const tile = component({ itemId: "tile", required: false, choiceGroup: "FLOOR" });
    const wish = { choiceGroups: [floor], components: [wood, tile], services: [service({ itemId: "tile" })] };
    expect(guards.everyRequiredItemHasSupplier(given(wish))).toEqual([]);
    expect(guards.everyRequiredItemHasSupplier(given({ ...wish, services: [] }))).toEqual(["地面@430100"]);
    const masters = component({ eligible: { kind: "LEVEL", minLevel: 4 } });
    expect(guards.everyRequiredItemHasSupplier(given({ components: [masters] }))).toEqual(["PAINT@430100"]);
  });

  it("one supplier can do all of it where the customer takes one for everything", () => {
    const components = [component(), component({ itemId: "wood", itemCode: "WOOD" })];
    const two = [service(), service({ itemId: "wood", supplierId: "xingban" })];
    const one = [...two, service({ itemId: "wood" })];
    const wish = { components, supplierChoice: "CUSTOMER_PER_PRODUCT" as const };
    expect(guards.oneSupplierForAll(given({ ...wish, services: two }))).toEqual(["430100"]);
    expect(guards.oneSupplierForAll(given({ ...wish, services: one }))).toEqual([]);
    expect(guards.oneSupplierForAll(given({ components, services: two }))).toEqual([]);
  });

  it("nothing waits for itself, by whatever way round", () => {
    const work = (...before: number[][]) =>
      given({
        components: before.map((dependsOn, at) => component({ position: at + 1, itemCode: `P${at + 1}`, dependsOn })),
      });
    expect(guards.dependenciesAcyclic(work([], [1], [1], [2, 3]))).toEqual([]);
    expect(guards.dependenciesAcyclic(work([], [3], [2], [3]))).toEqual(["P2", "P3", "P4"]);
  });

  it("every quantity is known", () => {
    const byArea = [component({ quantityKind: "INPUT", quantity: null, quantityInput: "AREA" })];
    expect(guards.inputsComplete(given({ components: byArea, inputs: [input()] }))).toEqual([]);
    const short = [
      { components: byArea, inputs: [] },
      { components: byArea, inputs: [input({ required: false })] },
      { components: byArea, inputs: [input({ kind: "TEXT" })] },
      { components: byArea, inputs: [input({ min: 0 })] },
      { components: byArea, inputs: [input({ min: null })] },
      { components: [component({ quantity: null })] },
    ];
    for (const wish of short) expect(guards.inputsComplete(given(wish))).toEqual(["PAINT"]);
    expect(guards.inputsComplete(given({ inputs: [input({ kind: "CHOICE", options: ["一"] })] }))).toEqual(["AREA"]);
  });

  it("the plan is the whole price", () => {
    expect(guards.planSumsToWhole(given({ plan: [step({ shareBasisPoints: 9_999 })] }))).toEqual(["9999"]);
    const halves = [step({ shareBasisPoints: 5_000 }), rest({ shareBasisPoints: 5_000 })];
    expect(guards.planSumsToWhole(given({ plan: halves }))).toEqual([]);
  });

  it("the first instalment, and only it, comes with the order and opens the gate", () => {
    expect(guards.gateStepFirst(given({ plan: [] }))).toEqual(["plan"]);
    expect(guards.gateStepFirst(given({ plan: [step({ gate: false })] }))).toEqual(["首付"]);
    expect(guards.gateStepFirst(given({ plan: [step({ trigger: "ON_ACCEPTANCE" })] }))).toEqual(["首付"]);
    expect(guards.gateStepFirst(given({ plan: [step(), rest({ gate: true })] }))).toEqual(["尾款"]);
    expect(guards.gateStepFirst(given({ plan: [step(), rest({ trigger: "ON_ORDER" })] }))).toEqual(["尾款"]);
  });

  it("instalments come due in their order", () => {
    const kept = rest({ name: "质保金", trigger: "AFTER_DAYS", afterDays: 365 });
    expect(guards.planInOrder(given({ plan: [step(), rest(), kept] }))).toEqual([]);
    expect(guards.planInOrder(given({ plan: [step(), kept, rest()] }))).toEqual(["尾款"]);
    expect(guards.planInOrder(given({ plan: [step(), { ...kept, afterDays: null }] }))).toEqual(["质保金"]);
  });

  it("a day may come before or after any event, and is told", () => {
    const dated = rest({ name: "季付", trigger: "ON_DATE", afterDays: 90 });
    expect(guards.planInOrder(given({ plan: [step(), rest(), dated] }))).toEqual([]);
    expect(guards.planInOrder(given({ plan: [step(), dated, rest()] }))).toEqual([]);
    expect(guards.planInOrder(given({ plan: [step(), { ...dated, afterDays: null }] }))).toEqual(["季付"]);
    const fixed = { ...dated, afterDays: null, dueDay: "2026-12-01" };
    expect(guards.planInOrder(given({ plan: [step(), fixed] }))).toEqual([]);
  });

  it("a milestone that makes an instalment due is one of a component that every order has", () => {
    const milestones = [{ code: "M1", name: "水电验收", weight: 100, minPhotos: 1 }];
    const node = (more: object = {}) => rest({ name: "水电款", trigger: "ON_MILESTONE", milestone: "M1", ...more });
    const missing = (part: object, plan = node()) =>
      guards.planMilestonesExist(
        given({ plan: [step(), plan], components: [{ ...component(), position: 1, milestones, ...part }] }),
      );
    expect(missing({})).toEqual([]);
    expect(missing({}, node({ componentPosition: 1 }))).toEqual([]);
    expect(missing({}, node({ componentPosition: 2 }))).toEqual(["水电款"]);
    expect(missing({ required: false })).toEqual(["水电款"]);
    expect(missing({ milestones: [] })).toEqual(["水电款"]);
    expect(guards.planInOrder(given({ plan: [step(), node({ milestone: null })] }))).toEqual(["水电款"]);
  });

  it("what falls due with the contract has one", () => {
    const plan = [step(), rest({ name: "签约款", trigger: "ON_CONTRACT" })];
    expect(guards.planHasItsContract(given({ plan }))).toEqual(["签约款"]);
    expect(guards.planHasItsContract(given({ plan, contractTemplate: "HOME" }))).toEqual([]);
  });

  it("an earnest deposit is at most a fifth", () => {
    const deposit = (share: number) => given({ plan: [step({ nature: "DEPOSIT", shareBasisPoints: share })] });
    expect(guards.depositAtMostAFifth(deposit(2_000))).toEqual([]);
    expect(guards.depositAtMostAFifth(deposit(2_001))).toEqual(["2001"]);
  });

  it("customers have a place, words and something to look at", () => {
    expect(guards.regionsPresent(given({ regions: [] }))).toEqual(["regions"]);
    const bare = given({ title: "", titleEn: "", summary: "", picture: null });
    expect(guards.textsComplete(bare)).toEqual(["title", "titleEn", "summary", "picture"]);
    expect(guards.textsComplete(given({ picture: null, gallery: ["file"] }))).toEqual([]);
  });

  it("no supplier is sold below cost, and the detail names no cost", () => {
    const loss = given({ services: [service({ costPrice: 2_601 })] });
    expect(guards.marginNotNegative(loss)).toEqual(["PAINT"]);
    expect(JSON.stringify(guards.publishGuards(loss))).not.toContain("2601");
  });
});
