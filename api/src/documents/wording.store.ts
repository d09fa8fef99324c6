import { newId } from "../kernel/ids.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { FormWordingRow } from "./documents.table.js";
import type { FormCode } from "./form.js";
import { type FormWording, houseWording } from "./form-wording.js";

export type { FormWordingRow };

/** The wording new forms of a code are made from. */
export async function wordingInForce(sql: Sql, code: FormCode): Promise<FormWording> {
  const tail = "WHERE t.code = ? ORDER BY t.number DESC LIMIT 1";
  return (await sql.rows(FormWordingRow, tail, [code]))[0] ?? houseWording(code);
}

/** Every wording that staff wrote, newest first within its code. */
export async function allWordings(sql: Sql): Promise<FormWordingRow[]> {
  return sql.rows(FormWordingRow, "ORDER BY t.code, t.number DESC LIMIT 1000");
}

/** Writes the next wording. Two at once: the second is refused by the key, begins anew and finds the first. */
export async function addWording(tx: Tx, code: FormCode, wording: FormWording): Promise<void> {
  const row = { id: newId(), code, ...wording, authorId: tx.actorId, createdAt: tx.now };
  await tx.insert(FormWordingRow, [row]);
}
