import { dayOf } from "../kernel/day.js";
import { suppliersWithItems } from "../payments/ledger.store.js";
import type { Platform } from "../platform/platform.js";
import { makesStatementOn } from "./statement.js";
import { termsOf } from "./terms.store.js";

/** The suppliers whose cycle makes a statement today, as far as something is open with them. */
export async function suppliersDue(platform: Platform): Promise<string[]> {
  const { read } = platform.database;
  const today = dayOf(platform.clock.now());
  const due: string[] = [];
  for (const supplierId of await suppliersWithItems(read)) {
    if (makesStatementOn((await termsOf(read, supplierId)).cycle, today)) due.push(supplierId);
  }
  return due;
}
