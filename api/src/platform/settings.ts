import { SettingRow } from "./platform.table.js";
import type { Sql } from "./sql.js";
import type { Tx } from "./tx.js";

/** A fact about this deployment, or null. */
export async function readSetting(sql: Sql, key: string): Promise<string | null> {
  return (await sql.rows(SettingRow, "WHERE t.`key` = ?", [key]))[0]?.value ?? null;
}

/**
 * Changes a fact from what was seen to something else, in one step: of two who saw the same only one does. A fact that
 * was never written stands at its preset. Returns whether it was still what was seen.
 */
export async function swapSetting(
  tx: Tx,
  key: string,
  values: { readonly preset: string; readonly seen: string; readonly next: string },
): Promise<boolean> {
  const ignore = tx.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  await tx.run(`${ignore} INTO settings (\`key\`, value) VALUES (?, ?)`, [key, values.preset]);
  const text = "UPDATE settings SET value = ? WHERE `key` = ? AND value = ?";
  return (await tx.run(text, [values.next, key, values.seen])) === 1;
}

export async function writeSetting(tx: Tx, key: string, value: string): Promise<void> {
  await tx.run("DELETE FROM settings WHERE `key` = ?", [key]);
  await tx.insert(SettingRow, [{ key, value }]);
}
