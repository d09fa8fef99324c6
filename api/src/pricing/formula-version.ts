import { stateTable } from "../kernel/state-table.js";
import type { FormulaTable, FormulaVariable } from "./formula/index.js";
import type { Rounding } from "./rounding.js";

export type FormulaState = "DRAFT" | "TESTED" | "PUBLISHED" | "RETIRED";
type FormulaVerb = "SAVE" | "PASS" | "PUBLISH" | "RETIRE";

/**
 * A version of a formula. A draft whose tests are all green is TESTED by that alone and a DRAFT again when it is saved
 * anew; what is published is never changed, only followed by the next version or retired.
 */
export const formulaLife = stateTable<FormulaState, FormulaVerb>("formula", "DRAFT", {
  DRAFT: { SAVE: "DRAFT", PASS: "TESTED" },
  TESTED: { SAVE: "DRAFT", PUBLISH: "PUBLISHED" },
  PUBLISHED: { RETIRE: "RETIRED" },
  RETIRED: {},
});

/** An example that must come out exactly: values by name, and the result in fen after rounding. */
export interface FormulaTest {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  readonly expected: number;
}

/** All that a version says; immutable once published. */
export interface FormulaText {
  readonly params: readonly FormulaVariable[];
  readonly tables: readonly FormulaTable[];
  readonly expression: string;
  readonly resultUnit: string | null;
  readonly rounding: Rounding;
  readonly tests: readonly FormulaTest[];
}

/** When a published version counts from, and which it is. */
export interface Dated {
  readonly number: number;
  readonly state: FormulaState;
  readonly effectiveFrom: number | null;
}

/**
 * The one version in force at an instant: of those published, the one that counts from the latest instant not after it;
 * of two from the same instant the later number. Undefined before the first counts and when all are retired.
 */
export function versionInForce<Version extends Dated>(versions: readonly Version[], at: number): Version | undefined {
  let best: Version | undefined;
  for (const version of versions) {
    if (version.state !== "PUBLISHED" || version.effectiveFrom === null || version.effectiveFrom > at) continue;
    if (!best || later(version, best)) best = version;
  }
  return best;
}

function later(one: Dated, other: Dated): boolean {
  const [a, b] = [one.effectiveFrom ?? 0, other.effectiveFrom ?? 0];
  return a > b || (a === b && one.number > other.number);
}
