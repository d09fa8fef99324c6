import { itemsByCode } from "../catalogue/item.store.js";
import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { readTable } from "../platform/spreadsheet.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { type ImportReport, type ImportWish, reportOf, writeProposals } from "./import.store.js";
import { codesIn, judgeTable } from "./import-table.js";
import { supplierById } from "./supplier.store.js";

/**
 * A supplier proposes many services by a table it uploaded: looked at without writing, or written as proposals when no row
 * is bad, or the good rows alone, as asked. Every bad cell is told. A repeat with the same key writes nothing more and
 * answers the same. Refuses NOT_FOUND for a file that is not the viewer's, FILE_REJECTED, FILE_TOO_LARGE.
 */
export async function importServices(
  platform: Platform,
  viewer: SupplierMemberViewer,
  wish: ImportWish,
): Promise<ImportReport> {
  const { read } = platform.database;
  const [file] = await platform.files.mine(read, [wish.fileId], viewer.accountId, "IMPORT");
  // Outside the transaction: a large table takes a while to read.
  const table = await readTable(await platform.files.contentOf(found(file)), found(file).mime);
  const once = { operation: "importServices", key: wish.idempotencyKey, input: { ...wish } };
  return platform.work.once(viewer, once, async (tx) => {
    const supplier = found(await supplierById(tx, viewer.supplierId));
    const items = await itemsByCode(tx, codesIn(table).items);
    const own = { id: supplier.id, regions: supplier.regions, ended: supplier.state === "TERMINATED" };
    const judged = judgeTable(table, { suppliers: new Map([["", own]]), own: "", items }, tx.now);
    const written = await writeProposals(tx, judged, wish.mode, new Map([[supplier.id, supplier]]));
    return reportOf(judged, written);
  });
}
