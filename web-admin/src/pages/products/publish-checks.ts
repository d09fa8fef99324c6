import { guardWords } from "@kaidan/web-kit/vocabulary/staff-words";
import type { ComponentValues, DraftValues, StepValues } from "./draft-schema";
import { stagesOf } from "./work-graph";

/** One condition for publishing as the checklist shows it. */
export type Check = {
  code: string;
  /** `later`: only the server can tell, and it looks at the draft as it was last saved. */
  state: "passed" | "missing" | "later";
  /** Which rows or fields are at fault; codes of the server's guards, names of the form's rows. */
  detail: string | null;
};

type Guard = { readonly code: string; readonly passed: boolean; readonly detail: string | null };
type LocalCheck = (draft: DraftValues) => string[];

/** A day may come before or after any event. */
const place = {
  ON_ORDER: 0,
  ON_DATE: 0,
  ON_CONTRACT: 1,
  ON_TICKETS_STARTED: 1,
  ON_MILESTONE: 1,
  ON_ACCEPTANCE: 2,
  AFTER_DAYS: 3,
} as const;
const rowName = (name: string, index: number): string => name || `#${index + 1}`;

/** Whether an instalment says all of when it falls due. */
export function saysWhen({ trigger, afterDays, dueDay, milestone }: StepValues): boolean {
  if (trigger === "AFTER_DAYS") return afterDays !== "";
  if (trigger === "ON_DATE") return afterDays !== "" || dueDay !== "";
  return trigger !== "ON_MILESTONE" || milestone.trim() !== "";
}

/** The rules about a plan alone. */
const planChecks: Readonly<Record<string, (draft: Pick<DraftValues, "plan">) => string[]>> = {
  PLAN_SUMS_TO_WHOLE: ({ plan }) => {
    const sum = shareSum(plan);
    return sum === 10_000 ? [] : [`${sum / 100}%`];
  },
  GATE_STEP_FIRST: ({ plan }) =>
    plan.length === 0
      ? [""]
      : plan.flatMap(({ trigger, name }, index) =>
          (trigger === "ON_ORDER") === (index === 0) ? [] : [rowName(name, index)],
        ),
  PLAN_IN_ORDER: ({ plan }) =>
    plan.flatMap((row, index) => {
      const { trigger, name } = row;
      const before = Math.max(0, ...plan.slice(0, index).map((each) => place[each.trigger]));
      const late = trigger !== "ON_DATE" && place[trigger] < before;
      return late || !saysWhen(row) ? [rowName(name, index)] : [];
    }),
  DEPOSIT_AT_MOST_A_FIFTH: ({ plan }) => {
    const share = shareSum(plan.filter(({ nature }) => nature === "DEPOSIT"));
    return share <= 2_000 ? [] : [`${share / 100}%`];
  },
};

/** The rules of api/src/catalogue/guards.ts that the form alone can answer; the server's word is the last. */
const localChecks: Readonly<Record<string, LocalCheck>> = {
  COMPONENTS_PRESENT: ({ components, choiceGroups }) =>
    components.some(({ required, itemId }) => required && itemId !== "") || choiceGroups.some(({ min }) => min > 0)
      ? []
      : [""],
  DEPENDENCIES_ACYCLIC: ({ components }) =>
    stagesOf(components).flatMap((stage, index) => (stage === 0 ? [`#${index + 1}`] : [])),
  INPUTS_COMPLETE: (draft) => [
    ...draft.components.flatMap((row, index) => (quantityKnown(row, draft) ? [] : [`#${index + 1}`])),
    ...draft.inputs.flatMap(({ kind, options, label }, index) =>
      kind === "CHOICE" && options.length < 2 ? [rowName(label, index)] : [],
    ),
  ],
  ...planChecks,
  REGIONS_PRESENT: ({ regions }) => (regions.length > 0 ? [] : [""]),
  TEXTS_COMPLETE: ({ title, titleEn, summary, gallery, picture }) => [
    ...(title.trim() ? [] : ["title"]),
    ...(titleEn.trim() ? [] : ["titleEn"]),
    ...(summary.trim() ? [] : ["summary"]),
    ...(gallery.length > 0 || picture ? [] : ["picture"]),
  ],
};

const planRules = ["PLAN_SUMS_TO_WHOLE", "GATE_STEP_FIRST", "PLAN_IN_ORDER", "DEPOSIT_AT_MOST_A_FIFTH"] as const;

/** Which of the rules about plans this one breaks, whatever has it. */
export function planProblems(plan: DraftValues["plan"]): (typeof planRules)[number][] {
  return planRules.filter((code) => (planChecks[code]?.({ plan }) ?? []).length > 0);
}

/** The sum of the shares in basis points, as typed so far. */
export function shareSum(plan: readonly { shareBasisPoints: number }[]): number {
  return plan.reduce((sum, { shareBasisPoints }) => sum + (Number(shareBasisPoints) || 0), 0);
}

/**
 * The checklist for what stands in the form now: the form answers what it can, the server's guards the rest. A guard
 * of the server's that spoke of an older draft waits until the next saving. With no city there is no supplier in any.
 */
export function publishChecks(draft: DraftValues, guards: readonly Guard[] | undefined, dirty: boolean): Check[] {
  const unsold = draft.regions.length === 0;
  const codes = guards ? guards.map(({ code }) => code) : Object.keys(guardWords);
  return codes.map((code) => {
    const guard = guards?.find((each) => each.code === code);
    const local = localChecks[code];
    if (unsold && code === "EVERY_REQUIRED_ITEM_HAS_SUPPLIER") return { code, state: "missing", detail: "regions" };
    if (local && (dirty || !guard)) return checkOf(code, local(draft));
    if (!guard || dirty) return { code, state: "later", detail: null };
    return { code, state: guard.passed ? "passed" : "missing", detail: guard.detail };
  });
}

function checkOf(code: string, missing: string[]): Check {
  const detail = missing.filter((part) => part !== "").join(", ");
  return { code, state: missing.length === 0 ? "passed" : "missing", detail: detail || null };
}

function quantityKnown(row: ComponentValues, { inputs }: DraftValues): boolean {
  const { quantityKind, quantity, quantityInput } = row;
  if (quantityKind === "FORMULA") return row.quantityFormula.trim() !== "";
  if (quantityKind === "FIXED") return quantity !== "" && quantity > 0;
  const input = inputs.find(({ code }) => code.toUpperCase() === quantityInput.toUpperCase());
  return input !== undefined && input.kind === "NUMBER" && input.required && Number(input.min) > 0;
}
