import { SettingRow } from "./platform.table.js";
import type { Sql } from "./sql.js";
import type { Tx } from "./tx.js";

/** A fact about this deployment, or null. */
export async function readSetting(sql: Sql, key: string): Promise<string | null> {
  return (await sql.rows(SettingRow, "WHERE t.`key` = ?", [key]))[0]?.value ?? null;
}

export async function writeSetting(tx: Tx, key: string, value: string): Promise<void> {
  await tx.run("DELETE FROM settings WHERE `key` = ?", [key]);
  await tx.insert(SettingRow, [{ key, value }]);
}
