import { newId } from "../kernel/ids.js";
import { Refusal } from "../kernel/refusal.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { noteWriter } from "../platform/writers.js";
import type { FormulaState, FormulaText } from "./formula-version.js";
import { FormulaRow, FormulaVersionRow } from "./pricing.table.js";

export type { FormulaRow, FormulaVersionRow };

/** Every formula by its code, at most 500. */
export async function allFormulas(sql: Sql): Promise<FormulaRow[]> {
  return sql.rows(FormulaRow, "ORDER BY t.code LIMIT 500");
}

export async function formulaByCode(sql: Sql, code: string): Promise<FormulaRow | undefined> {
  return (await sql.rows(FormulaRow, "WHERE t.code = ?", [code]))[0];
}

export async function formulasById(sql: Sql, ids: readonly string[]): Promise<Map<string, FormulaRow>> {
  const rows = await sql.rows(FormulaRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Takes the rows of formulas for the rest of the transaction: who retires, publishes or puts a product on sale with one
 * stands in line, and none of them looks at what another is about to change.
 */
export async function holdFormulas(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await tx.run(`UPDATE formulas SET version = version WHERE code IN (${marks(codes)})`, [...codes]);
}

/** The versions of many formulas in one statement, newest first. */
export async function formulaVersionsOf(sql: Sql, formulaIds: readonly string[]): Promise<FormulaVersionRow[]> {
  const tail = `WHERE t.formulaId IN (${marks(formulaIds)}) ORDER BY t.formulaId, t.number DESC`;
  return sql.rows(FormulaVersionRow, tail, formulaIds);
}

/** Of many formulas the version in force and the one in work, not all there ever were: one statement. */
export async function standingVersions(
  sql: Sql,
  formulaIds: readonly string[],
  at: number,
): Promise<FormulaVersionRow[]> {
  const newer = `SELECT 1 FROM formula_versions n WHERE n.formulaId = t.formulaId AND n.state = 'PUBLISHED'
    AND n.effectiveFrom <= ? AND (n.effectiveFrom > t.effectiveFrom
      OR (n.effectiveFrom = t.effectiveFrom AND n.number > t.number))`;
  const tail = `WHERE t.formulaId IN (${marks(formulaIds)}) AND (t.state IN ('DRAFT', 'TESTED')
    OR (t.state = 'PUBLISHED' AND t.effectiveFrom <= ? AND NOT EXISTS (${newer})))`;
  return sql.rows(FormulaVersionRow, tail, [...formulaIds, at, at]);
}

/** Versions as snapshots name them. */
export async function formulaVersionsById(sql: Sql, ids: readonly string[]): Promise<Map<string, FormulaVersionRow>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows(FormulaVersionRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function formulaVersionById(sql: Sql, id: string): Promise<FormulaVersionRow | undefined> {
  return (await formulaVersionsById(sql, [id])).get(id);
}

/** Writes a formula without versions. Refuses VALIDATION for a code that is taken. */
export async function addFormula(tx: Tx, code: string, name: string): Promise<FormulaRow> {
  const row: FormulaRow = { id: newId(), code, name, createdAt: tx.now, version: 1 };
  await tx.insert(FormulaRow, [row]).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("VALIDATION", { field: "code" }) : error;
  });
  return row;
}

/** Takes the formula's row for the rest of the transaction, gives it a name and adds one to its version. */
export async function renameFormula(tx: Tx, formula: FormulaRow, name: string): Promise<void> {
  await tx.change(FormulaRow, { id: formula.id, version: formula.version }, { name });
}

/** Writes the next version. Refuses STALE_VERSION when another one came at the same moment. */
export async function addFormulaVersion(
  tx: Tx,
  formulaId: string,
  number: number,
  text: FormulaText,
  state: FormulaState,
): Promise<FormulaVersionRow> {
  const open = { effectiveFrom: null, publisherId: null, publishedAt: null };
  const row: FormulaVersionRow = {
    id: newId(),
    formulaId,
    number,
    ...columnsOf(text),
    state,
    ...open,
    authorId: tx.actorId,
    createdAt: tx.now,
    version: 1,
  };
  await tx.insert(FormulaVersionRow, [row]).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("STALE_VERSION") : error;
  });
  await noteWriter(tx, row.id);
  return row;
}

/** Writes an open draft anew; who saves it last is its author. Refuses STALE_VERSION. */
export async function setFormulaDraft(
  tx: Tx,
  draft: FormulaVersionRow,
  text: FormulaText,
  state: FormulaState,
): Promise<void> {
  const expected = { id: draft.id, version: draft.version };
  await tx.change(FormulaVersionRow, expected, { ...columnsOf(text), state, authorId: tx.actorId });
  await noteWriter(tx, draft.id);
}

/** Moves a version's state. Refuses STALE_VERSION when it is not as it was seen. */
export async function setFormulaState(
  tx: Tx,
  version: FormulaVersionRow,
  set: Pick<FormulaVersionRow, "state"> & Partial<FormulaVersionRow>,
): Promise<void> {
  await tx.change(FormulaVersionRow, { id: version.id, version: version.version }, set);
}

/** A stored version as the rules read it. */
export function textOfVersion(row: FormulaVersionRow): FormulaText {
  const { params, tables, expression, resultUnit, tests, roundingStep: step, roundingMode: mode } = row;
  return { params, tables, expression, resultUnit, tests, rounding: { step, mode } };
}

function columnsOf({ params, tables, expression, resultUnit, tests, rounding }: FormulaText) {
  const lists = { params: [...params], tables: [...tables], tests: [...tests] };
  return { ...lists, expression, resultUnit, roundingStep: rounding.step, roundingMode: rounding.mode };
}
