import { expect, it } from "vitest";
import { type InstalmentState, instalmentStateNames } from "./instalment.js";
import { type ConcerningInstalment, planForSupplier } from "./plan-for-supplier.js";

const own = { position: 1, milestones: [{ code: "BEGUN", name: "开工" }] };
const part = (spec: Partial<ConcerningInstalment>): ConcerningInstalment => ({
  nature: "PROGRESS",
  trigger: "ON_ACCEPTANCE",
  afterDays: null,
  gate: false,
  overdueAction: "NOTHING",
  state: "PLANNED",
  dueAt: null,
  milestone: null,
  componentPosition: null,
  ...spec,
});
const concern = (spec: Partial<ConcerningInstalment>) => planForSupplier([part(spec)], own)[0]?.concern ?? null;
const node = { trigger: "ON_MILESTONE", milestone: "BEGUN" } as const;

it.each([
  ["BEFORE_WORK", "what opens the work", { trigger: "ON_ORDER", gate: true }],
  ["BEFORE_WORK", "what keeps it still when it is late", { trigger: "ON_DATE", overdueAction: "PAUSE_WORK" }],
  ["ON_START", "what its beginning makes due", { trigger: "ON_TICKETS_STARTED" }],
  ["ON_MILESTONE", "its own milestone", { ...node, componentPosition: 1 }],
  ["ON_MILESTONE", "a milestone that it may be the first to reach", node],
  ["ON_ACCEPTANCE", "what its acceptance makes due", { trigger: "ON_ACCEPTANCE" }],
  ["ON_ACCEPTANCE", "days after it", { trigger: "AFTER_DAYS", afterDays: 30 }],
  [null, "the same milestone of another's work", { ...node, componentPosition: 0 }],
  [null, "a milestone it has not", { ...node, milestone: "DONE" }],
  [null, "a contract", { trigger: "ON_CONTRACT" }],
  [null, "a day that holds up nothing", { trigger: "ON_DATE" }],
  [null, "what the order asks for besides", { trigger: "ON_ORDER" }],
  [null, "what was taken out of the plan", { state: "VOID" }],
] as const)("%s: %s", (expected, _words, spec) => {
  expect(concern(spec)).toBe(expected);
});

it("tells nothing of part payments and waivers", () => {
  const told = (state: InstalmentState) => planForSupplier([part({ state })], own)[0]?.state ?? null;
  expect(Object.fromEntries(instalmentStateNames.map((state) => [state, told(state)]))).toEqual({
    ...{ PLANNED: "PLANNED", DUE: "DUE", PART_PAID: "DUE", OVERDUE: "OVERDUE", PAID: "PAID", WAIVED: "PAID" },
    VOID: null,
  });
});

it("tells when it is due only while it is asked for or expected", () => {
  const [open, paid] = planForSupplier([part({ state: "DUE", dueAt: 5 }), part({ state: "PAID", dueAt: 5 })], own);
  expect([open?.dueAt, paid?.dueAt]).toEqual([5, null]);
});
