import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { lockSupplier } from "../suppliers/supplier.store.js";
import type { SettlementCycle } from "./statement.js";
import { saveTerms, termsOf } from "./terms.store.js";

export interface SaveSettlementTerms {
  readonly supplierId: string;
  readonly version: number;
  readonly cycle: SettlementCycle;
  readonly retentionRate: number;
  readonly retentionDays: number;
}

const MOST_RETAINED = 3_000;
const LONGEST_RETAINED = 1_825;

/** Staff agree with a supplier how it is paid. Refuses NOT_FOUND, STALE_VERSION, VALIDATION. */
export async function saveSettlementTerms(
  platform: Platform,
  viewer: Viewer,
  { supplierId, version, ...terms }: SaveSettlementTerms,
): Promise<void> {
  must(holds(viewer, "settlement.manage"), "FORBIDDEN");
  const { retentionRate, retentionDays } = terms;
  must(retentionRate >= 0 && retentionRate <= MOST_RETAINED, "VALIDATION", { field: "retentionRate" });
  must(retentionDays >= 1 && retentionDays <= LONGEST_RETAINED, "VALIDATION", { field: "retentionDays" });
  await platform.work.run(viewer, async (tx) => {
    found(await lockSupplier(tx, supplierId));
    await saveTerms(tx, await termsOf(tx, supplierId), version, terms);
  });
}
