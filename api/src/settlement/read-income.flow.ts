import type { Platform } from "../platform/platform.js";
import { incomeOf } from "./income.step.js";

/** What suppliers were paid in a quarter, or one of them. Refuses VALIDATION for what is no quarter. */
export function readIncome(platform: Platform, year: number, quarter: number, supplierId: string | null) {
  return incomeOf(platform.database.read, year, quarter, supplierId);
}
