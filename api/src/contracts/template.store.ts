import { newId } from "../kernel/ids.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { ContractTemplateRow, ContractTemplateVersionRow } from "./contracts.table.js";

export type { ContractTemplateRow, ContractTemplateVersionRow };

/** A wording as it is saved. */
export interface Wording {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** Every template, by its code. There are as many as an office has kinds of contracts. */
export async function templatesOf(sql: Sql): Promise<ContractTemplateRow[]> {
  return sql.rows(ContractTemplateRow, "ORDER BY t.code LIMIT 200", []);
}

export async function templateByCode(sql: Sql, code: string): Promise<ContractTemplateRow | undefined> {
  return (await sql.rows(ContractTemplateRow, "WHERE t.code = ?", [code]))[0];
}

/** Which of these codes name a template. */
export async function templateCodes(sql: Sql, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await sql.rows(ContractTemplateRow, `WHERE t.code IN (${marks(codes)})`, codes);
  return new Set(rows.map(({ code }) => code));
}

/** The wording that is in force under a code; none when there is no such template. */
export async function wordingInForce(sql: Sql, code: string): Promise<ContractTemplateVersionRow | undefined> {
  const template = await templateByCode(sql, code);
  return template ? (await wordingsOf(sql, [template.id])).get(template.id)?.[0] : undefined;
}

/** The versions of many templates in one statement, newest first. */
export async function wordingsOf(
  sql: Sql,
  templateIds: readonly string[],
): Promise<Map<string, ContractTemplateVersionRow[]>> {
  const tail = `WHERE t.templateId IN (${marks(templateIds)}) ORDER BY t.templateId, t.number DESC`;
  const rows = await sql.rows(ContractTemplateVersionRow, tail, templateIds);
  return new Map(templateIds.map((id) => [id, rows.filter(({ templateId }) => templateId === id)]));
}

/** A new template with its first wording. Two at once: the second's code is refused by its key. */
export async function addTemplate(tx: Tx, code: string, wording: Wording): Promise<void> {
  const { name } = wording;
  const row = { id: newId(), code, name, currentNumber: 1, updatedAt: tx.now, version: 1 };
  await tx.insert(ContractTemplateRow, [row]);
  await addWording(tx, row.id, 1, wording);
}

/** The next wording of a template; it is in force from now on. Refuses STALE_VERSION. */
export async function reword(
  tx: Tx,
  { id, version, currentNumber }: ContractTemplateRow,
  wording: Wording,
): Promise<void> {
  const number = currentNumber + 1;
  const set = { name: wording.name, currentNumber: number, updatedAt: tx.now };
  await tx.change(ContractTemplateRow, { id, version }, set);
  await addWording(tx, id, number, wording);
}

async function addWording(tx: Tx, templateId: string, number: number, { title, text }: Wording): Promise<void> {
  const row = { id: newId(), templateId, number, title, text, authorId: tx.actorId, createdAt: tx.now };
  await tx.insert(ContractTemplateVersionRow, [row]);
}
