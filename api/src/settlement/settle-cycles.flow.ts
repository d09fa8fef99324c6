import { dayOf } from "../kernel/day.js";
import { suppliersWithItems } from "../payments/ledger.store.js";
import type { Platform } from "../platform/platform.js";
import { makesStatementOn } from "./statement.js";
import { cyclesOf, presetCycle } from "./terms.store.js";

/** The suppliers whose cycle makes a statement today, as far as something is open with them: two statements for all. */
export async function suppliersDue(platform: Platform): Promise<string[]> {
  const { read } = platform.database;
  const today = dayOf(platform.clock.now());
  const cycles = await cyclesOf(read);
  const open = await suppliersWithItems(read);
  return open.filter((supplierId) => makesStatementOn(cycles.get(supplierId) ?? presetCycle, today));
}
