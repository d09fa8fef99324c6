import { expect, test } from "vitest";
import type { DraftValues } from "./draft-schema";
import { emptyComponent, emptyDraft, emptyQuestion, emptyStep } from "./draft-values";
import { publishChecks } from "./publish-checks";

const ready: DraftValues = {
  ...emptyDraft,
  title: "厨房防水翻新",
  titleEn: "Kitchen waterproofing",
  summary: "两遍防水，闭水试验。",
  picture: "waterproof",
  regions: ["430100"],
  components: [{ ...emptyComponent, itemId: "item-1" }],
};

const missing = (draft: DraftValues): string[] =>
  publishChecks(draft, undefined, true)
    .filter(({ state }) => state === "missing")
    .map(({ code }) => code);

const detail = (draft: DraftValues, code: string) =>
  publishChecks(draft, undefined, true).find((check) => check.code === code)?.detail;

test("a complete draft misses nothing that the form can tell", () => {
  expect(missing(ready)).toEqual([]);
});

test("a plan that does not add up to the whole says what it adds up to", () => {
  const plan = [...ready.plan, { ...emptyStep, name: "质保金", shareBasisPoints: 1_250 }];
  expect(detail({ ...ready, plan }, "PLAN_SUMS_TO_WHOLE")).toBe("112.5%");
});

test("only the first instalment may be due with the order", () => {
  const plan = ready.plan.map((step) => ({ ...step, trigger: "ON_ORDER" as const }));
  expect(missing({ ...ready, plan })).toEqual(["GATE_STEP_FIRST"]);
});

test("instalments out of order are named", () => {
  const [first, last] = ready.plan;
  if (!first || !last) throw new Error("The empty draft has two instalments.");
  const plan = [
    { ...first, shareBasisPoints: 3_000 },
    { ...last, shareBasisPoints: 3_000, name: "验收款" },
    { ...last, shareBasisPoints: 4_000, name: "开工款", trigger: "ON_TICKETS_STARTED" as const },
  ];
  expect(detail({ ...ready, plan }, "PLAN_IN_ORDER")).toBe("开工款");
});

test("an earnest deposit above a fifth is refused", () => {
  const plan = ready.plan.map((step, index) => (index === 0 ? { ...step, nature: "DEPOSIT" as const } : step));
  expect(missing({ ...ready, plan })).toEqual(["DEPOSIT_AT_MOST_A_FIFTH"]);
});

test("a quantity may only come from a required number above zero", () => {
  const components = [{ ...emptyComponent, itemId: "item-1", quantityKind: "INPUT" as const, quantityInput: "AREA" }];
  const area = { ...emptyQuestion, code: "AREA", label: "面积" };
  expect(missing({ ...ready, components, inputs: [area] })).toEqual([]);
  expect(missing({ ...ready, components, inputs: [{ ...area, required: false }] })).toEqual(["INPUTS_COMPLETE"]);
  expect(missing({ ...ready, components, inputs: [{ ...area, min: "" }] })).toEqual(["INPUTS_COMPLETE"]);
  expect(missing({ ...ready, components, inputs: [] })).toEqual(["INPUTS_COMPLETE"]);
});

test("what only the server can tell waits for the next saving while there are changes", () => {
  const guards = [{ code: "EVERY_REQUIRED_ITEM_HAS_SUPPLIER", passed: true, detail: null }];
  expect(publishChecks(ready, guards, true)[0]?.state).toBe("later");
  expect(publishChecks(ready, guards, false)[0]?.state).toBe("passed");
});

test("where nothing is sold, nobody is there to do it", () => {
  const guards = [{ code: "EVERY_REQUIRED_ITEM_HAS_SUPPLIER", passed: true, detail: null }];
  expect(publishChecks({ ...ready, regions: [] }, guards, false)[0]).toMatchObject({ state: "missing" });
});

test("without changes the server's word counts, even against the form's", () => {
  const guards = [{ code: "REGIONS_PRESENT", passed: false, detail: "regions" }];
  expect(publishChecks(ready, guards, false)).toEqual([
    { code: "REGIONS_PRESENT", state: "missing", detail: "regions" },
  ]);
});
