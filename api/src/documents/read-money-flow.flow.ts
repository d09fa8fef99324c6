import type { Platform } from "../platform/platform.js";
import { type BookedRow, booksOf } from "./books.step.js";

export type { BookedRow };

/** What the books say of many orders, for pages that tell it. The caller has checked who asks. */
export function readMoneyFlow({ database }: Platform, orderIds: readonly string[]): Promise<Map<string, BookedRow[]>> {
  return booksOf(database.read, orderIds);
}
