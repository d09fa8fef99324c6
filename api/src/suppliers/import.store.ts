import { groupBy } from "../kernel/group.js";
import type { Tx } from "../platform/tx.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import type { BadCell, Judged } from "./import-table.js";
import { proposeQuietly } from "./proposal.store.js";
import type { SupplierRow } from "./supplier.store.js";

export const importModes = ["DRY_RUN", "ALL_OR_NONE", "GOOD_ONLY"] as const;
export type ImportMode = (typeof importModes)[number];

export interface ImportWish {
  readonly fileId: string;
  readonly mode: ImportMode;
  readonly idempotencyKey: string;
}

/** What an import found and did; plain JSON, so that a repeat answers the same. */
export interface ImportReport {
  readonly total: number;
  readonly good: number;
  readonly written: number;
  readonly bad: readonly BadCell[];
}

export const reportOf = (judged: Judged, written: number): ImportReport => ({
  total: judged.total,
  good: judged.good.length,
  written,
  bad: judged.bad,
});

/** Writes the good rows as proposals, as far as the mode allows, and tells one fact per supplier. Returns how many. */
export async function writeProposals(
  tx: Tx,
  judged: Judged,
  mode: ImportMode,
  suppliers: ReadonlyMap<string, SupplierRow>,
): Promise<number> {
  if (mode === "DRY_RUN" || (mode === "ALL_OR_NONE" && judged.bad.length > 0)) return 0;
  for (const [supplierId, rows] of groupBy(judged.good, (row) => row.supplierId)) {
    const supplier = suppliers.get(supplierId);
    if (!supplier) throw new Error(`A good row names supplier ${supplierId}, which was not read.`);
    const written = await proposeQuietly(
      tx,
      supplier,
      rows.map(({ proposal }) => proposal),
    );
    const ids = written.map(({ id }) => id);
    tx.record(serviceFacts.imported(supplierId, ids), queuesMoved("proposedServices"));
  }
  return judged.good.length;
}
