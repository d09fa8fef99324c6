import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { formulaFacts } from "./facts.js";
import {
  addFormula,
  addFormulaVersion,
  type FormulaRow,
  formulaByCode,
  formulaVersionsOf,
  renameFormula,
  setFormulaDraft,
} from "./formula.store.js";
import { cleanFormulaCode, cleanFormulaText } from "./formula-draft.js";
import { allGreen, runTests } from "./formula-run.js";
import { type FormulaText, formulaLife } from "./formula-version.js";

interface SaveFormulaDraft {
  readonly code: string;
  readonly name: string;
  /** Whether a formula of this code is to be made; otherwise it must be there. */
  readonly fresh: boolean;
  /** The draft's version that was seen; null when the formula has no draft yet. */
  readonly version: number | null;
  readonly text: FormulaText;
}

/**
 * Writes the draft of a formula: of a new one, of the next version of a published one, or the present draft anew. A
 * draft whose stored examples all come out is TESTED at once. What is published stays as it is. Refuses VALIDATION,
 * FORMULA_INVALID, NOT_FOUND, STALE_VERSION.
 */
export async function saveFormulaDraft(platform: Platform, viewer: Viewer, input: SaveFormulaDraft): Promise<string> {
  must(holds(viewer, "pricing.manage"), "FORBIDDEN");
  const code = cleanFormulaCode(input.code);
  const name = cleanText(input.name, "name", 60);
  const text = cleanFormulaText(input.text);
  const green = allGreen(runTests(text));
  await platform.work.run(viewer, async (tx) => {
    const formula = input.fresh ? await addFormula(tx, code, name) : found(await formulaByCode(tx, code));
    const number = await writeDraft(tx, formula, input.version, text, green);
    await renameFormula(tx, formula, name);
    tx.record(formulaFacts.saved(formula.id, number));
  });
  return code;
}

async function writeDraft(
  tx: Tx,
  formula: FormulaRow,
  seen: number | null,
  text: FormulaText,
  green: boolean,
): Promise<number> {
  const versions = await formulaVersionsOf(tx, [formula.id]);
  const draft = versions.find((version) => formulaLife.allows(version.state, "SAVE"));
  must((draft?.version ?? null) === seen, "STALE_VERSION");
  const saved = formulaLife.after(draft?.state ?? "DRAFT", "SAVE");
  const state = green ? formulaLife.after(saved, "PASS") : saved;
  if (draft) await setFormulaDraft(tx, draft, text, state);
  const number = draft?.number ?? (versions[0]?.number ?? 0) + 1;
  if (!draft) await addFormulaVersion(tx, formula.id, number, text, state);
  return number;
}
