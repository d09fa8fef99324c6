import { must } from "../kernel/refusal.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { SettlementTermsRow } from "./settlement.table.js";
import type { SettlementCycle } from "./statement.js";

export type { SettlementTermsRow };

/** What holds for a supplier with whom nothing else was agreed. */
const presetTerms = {
  cycle: "T_PLUS_7",
  retentionRate: 0,
  retentionDays: 365,
  bankName: null,
  accountName: null,
  accountNo: null,
  accountTail: null,
  version: 0,
} as const satisfies Omit<SettlementTermsRow, "id">;

/** The terms of a supplier; as preset where nothing was written yet. */
export async function termsOf(sql: Sql, supplierId: string): Promise<SettlementTermsRow> {
  const [row] = await sql.rows(SettlementTermsRow, "WHERE t.id = ?", [supplierId]);
  return row ?? { id: supplierId, ...presetTerms };
}

export const presetCycle: SettlementCycle = presetTerms.cycle;

/** The cycles that were agreed, by supplier. */
export async function cyclesOf(sql: Sql): Promise<ReadonlyMap<string, SettlementCycle>> {
  const rows = await sql.query<{ id: string; cycle: SettlementCycle }>("SELECT id, cycle FROM settlement_terms");
  return new Map(rows.map(({ id, cycle }) => [id, cycle]));
}

/** Writes terms or a bank account from the version that was seen. Refuses STALE_VERSION. */
export async function saveTerms(
  tx: Tx,
  seen: SettlementTermsRow,
  version: number,
  set: Partial<SettlementTermsRow>,
): Promise<void> {
  must(seen.version === version, "STALE_VERSION");
  if (version > 0) return tx.change(SettlementTermsRow, { id: seen.id, version }, set);
  await tx.insert(SettlementTermsRow, [{ ...seen, ...set, version: 1 }]);
}
