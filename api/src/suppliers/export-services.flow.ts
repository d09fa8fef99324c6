import { itemsById } from "../catalogue/item.store.js";
import { must } from "../kernel/refusal.js";
import type { FileView } from "../platform/files.js";
import type { Platform } from "../platform/platform.js";
import { type TableFormat, writeTable } from "../platform/spreadsheet.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { exportedOf, tableOf } from "./export-table.js";
import { MAX_IN_FORCE, servicesInForce } from "./service.store.js";
import { suppliersById } from "./supplier.store.js";

/**
 * The services in force of these suppliers and items (all without) as a table that can be imported again; the cost only
 * for who may read it. Refuses FILE_TOO_LARGE beyond 20,000, which are asked for in parts, and RATE_LIMITED past sixty an hour.
 */
export async function exportServices(
  platform: Platform,
  viewer: Viewer,
  input: { format: TableFormat; supplierIds: readonly string[] | null; itemIds: readonly string[] | null },
): Promise<FileView> {
  must(holds(viewer, "suppliers.read"), "FORBIDDEN");
  await platform.limits.take("exportsPerAccount", viewer.kind === "staff" ? viewer.accountId : viewer.kind);
  const { read } = platform.database;
  const { format, supplierIds, itemIds } = input;
  const services = await servicesInForce(read, { supplierIds, itemIds });
  must(services.length < MAX_IN_FORCE, "FILE_TOO_LARGE", { maxRows: MAX_IN_FORCE });
  const suppliers = await suppliersById(read, [...new Set(services.map(({ supplierId }) => supplierId))]);
  const items = await itemsById(read, [...new Set(services.map(({ itemId }) => itemId))]);
  const exported = services.map((row) =>
    exportedOf(row, suppliers.get(row.supplierId)?.code ?? "", items.get(row.itemId)?.code ?? ""),
  );
  const show = { supplier: true, cost: holds(viewer, "cost.read") };
  const content = await writeTable(tableOf(exported, show), format, "服务报价");
  return platform.files.keep(platform.work, viewer, "EXPORT", content);
}
