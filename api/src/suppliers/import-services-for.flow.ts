import { itemsByCode } from "../catalogue/item.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { readTable } from "../platform/spreadsheet.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { type ImportReport, type ImportWish, reportOf, writeProposals } from "./import.store.js";
import { codesIn, judgeTable } from "./import-table.js";
import { suppliersByCode } from "./supplier.store.js";

/**
 * Staff propose services of many suppliers by a table whose rows name each supplier by its code; otherwise like a
 * supplier's own import.
 */
export async function importServicesFor(platform: Platform, viewer: Viewer, wish: ImportWish): Promise<ImportReport> {
  must(holds(viewer, "suppliers.manage"), "FORBIDDEN");
  const { read } = platform.database;
  const [file] = await platform.files.mine(read, [wish.fileId], actorOf(viewer), "IMPORT");
  const table = await readTable(await platform.files.contentOf(found(file)), found(file).mime);
  const once = { operation: "importServicesFor", key: wish.idempotencyKey, input: { ...wish } };
  return platform.work.once(viewer, once, async (tx) => {
    const codes = codesIn(table);
    const items = await itemsByCode(tx, codes.items);
    const rows = await suppliersByCode(tx, codes.suppliers);
    const suppliers = new Map(
      rows.map((row) => [row.code, { id: row.id, regions: row.regions, ended: row.state === "TERMINATED" }]),
    );
    const judged = judgeTable(table, { suppliers, own: null, items }, tx.now);
    const written = await writeProposals(tx, judged, wish.mode, new Map(rows.map((row) => [row.id, row])));
    return reportOf(judged, written);
  });
}
