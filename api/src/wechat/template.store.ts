import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type CardCode, cards, type RegisteredField } from "./template.js";
import type { Checked } from "./template-check.js";
import { TemplateRow } from "./wechat.table.js";

export type { TemplateRow };

/** A card before anybody looked for its template. Its version is 0: nothing is stored of it. */
function unregistered(code: CardCode): TemplateRow {
  const { title } = cards[code];
  return { code, templateId: null, title, fields: [], state: "UNCHECKED", problem: null, checkedAt: null, version: 0 };
}

/** What is known of each card's template, every card once, in their order. */
export async function registrations(sql: Sql): Promise<(TemplateRow & { readonly code: CardCode })[]> {
  const rows = new Map((await sql.rows(TemplateRow, "ORDER BY t.code")).map((row) => [row.code, row]));
  const codes = Object.keys(cards) as CardCode[];
  return codes.map((code) => ({ ...(rows.get(code) ?? unregistered(code)), code }));
}

/** The account's template of a card with the key of each row; null while it can't be sent. */
export async function templateReady(
  sql: Sql,
  code: CardCode,
): Promise<{ readonly templateId: string; readonly fields: readonly RegisteredField[] } | null> {
  const [row] = await sql.rows(TemplateRow, "WHERE t.code = ? AND t.state = 'READY'", [code]);
  return row?.templateId ? { templateId: row.templateId, fields: row.fields } : null;
}

/**
 * Keeps what is known of a card's template from now on; false when somebody kept something else since `version`. The
 * first one stored wins of two: the database refuses the second, and the unit of work looks again.
 */
export async function register(tx: Tx, code: CardCode, version: number, checked: Checked): Promise<boolean> {
  const { templateId, state } = checked;
  const fields = kept(checked.fields);
  const problem = brief(checked.problem);
  const checkedAt = state === "UNCHECKED" ? null : tx.now;
  if (version === 0) {
    const [stored] = await tx.query("SELECT code FROM wechat_templates WHERE code = ?", [code]);
    if (stored) return false;
    const { title } = cards[code];
    await tx.insert(TemplateRow, [{ code, templateId, title, fields, state, problem, checkedAt, version: 1 }]);
    return true;
  }
  const changed = await tx.run(
    `UPDATE wechat_templates SET templateId = ?, fields = ?, state = ?, problem = ?, checkedAt = ?, version = version + 1
     WHERE code = ? AND version = ?`,
    [templateId, JSON.stringify(fields), state, problem, checkedAt, code, version],
  );
  return changed === 1;
}

/**
 * Keeps what a look at the account told of a card. The version tells of what staff put in: it moves only with the template
 * or its fields, so that an open form does not go stale. `checkedAt`: when WeChat last answered.
 */
export async function noteCheck(
  tx: Tx,
  known: TemplateRow & { readonly code: CardCode },
  checked: Checked,
  checkedAt: number | null,
): Promise<void> {
  const { code, version } = known;
  if (version === 0) return void (await register(tx, code, version, checked));
  const { templateId, state } = checked;
  const fields = kept(checked.fields);
  const same = templateId === known.templateId && JSON.stringify(fields) === JSON.stringify(kept(known.fields));
  await tx.run(
    `UPDATE wechat_templates SET templateId = ?, fields = ?, state = ?, problem = ?, checkedAt = ?, version = ?
     WHERE code = ? AND version = ?`,
    [
      templateId,
      JSON.stringify(fields),
      state,
      brief(checked.problem),
      checkedAt,
      same ? version : version + 1,
      code,
      version,
    ],
  );
}

const kept = (fields: readonly RegisteredField[]): RegisteredField[] =>
  fields.map(({ name, key, type }) => ({ name, key, type }));
const brief = (problem: string | null): string | null =>
  problem === null ? null : [...problem].slice(0, 300).join("");
