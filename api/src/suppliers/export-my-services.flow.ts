import { itemsById } from "../catalogue/item.store.js";
import type { FileView } from "../platform/files.js";
import type { Platform } from "../platform/platform.js";
import { type TableFormat, writeTable } from "../platform/spreadsheet.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { exportedOf, tableOf } from "./export-table.js";
import { servicesInForce } from "./service.store.js";

/** A supplier's own services in force as a table that it can change and import again. Refuses RATE_LIMITED past sixty an hour. */
export async function exportMyServices(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { format: TableFormat },
): Promise<FileView> {
  await platform.limits.take("exportsPerAccount", viewer.accountId);
  const { read } = platform.database;
  const services = await servicesInForce(read, { supplierIds: [viewer.supplierId] });
  const items = await itemsById(read, [...new Set(services.map(({ itemId }) => itemId))]);
  const exported = services.map((row) => exportedOf(row, "", items.get(row.itemId)?.code ?? ""));
  const content = await writeTable(tableOf(exported, { supplier: false, cost: true }), input.format, "服务报价");
  return platform.files.keep(platform.work, viewer, "EXPORT", content);
}
