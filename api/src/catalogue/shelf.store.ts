import { groupBy } from "../kernel/group.js";
import { marks } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { componentsOf, versionsById } from "./catalogue.store.js";
import { holdItems } from "./item.store.js";
import type { SaleMode } from "./product.js";
import { ProductRegionRow, ProductRow } from "./product.table.js";
import { type Shelf, type ShelfService, shelfOf } from "./shelf.js";

/** Reads the services that can be bought now. They are the suppliers' room's, so the flow brings the reader. */
type ReadServices = (itemIds: readonly string[]) => Promise<readonly ShelfService[]>;

/**
 * Works out anew where and from what price the published products that use these items are sold. Every flow that
 * changes what suppliers offer calls it in its own transaction, after its change.
 */
export async function refreshShelvesUsing(tx: Tx, itemIds: readonly string[], read: ReadServices): Promise<void> {
  await holdItems(tx, itemIds);
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT p.id FROM products p JOIN product_components c ON c.versionId = p.publishedVersionId
     WHERE p.state = 'PUBLISHED' AND c.itemId IN (${marks(itemIds)})`,
    itemIds,
  );
  await refreshShelves(
    tx,
    rows.map((row) => row.id),
    read,
  );
}

/** The same for these products. */
export async function refreshShelves(tx: Tx, productIds: readonly string[], read: ReadServices): Promise<void> {
  if (productIds.length === 0) return;
  // Locked before the services are read: of two flows that change different items of one product, the later sees both.
  await tx.run(`UPDATE products SET version = version WHERE id IN (${marks(productIds)})`, productIds);
  const products = await tx.rows(
    ProductRow,
    `WHERE t.id IN (${marks(productIds)}) AND t.state = 'PUBLISHED'`,
    productIds,
  );
  const versionIds = products.map((product) => product.publishedVersionId).filter((id) => id !== null);
  const [versions, components] = [await versionsById(tx, versionIds), await componentsOf(tx, versionIds)];
  const items = new Set([...components.values()].flat().map((component) => component.itemId));
  const services = groupBy(await read([...items]), (service) => service.itemId);
  for (const product of products) {
    const version = versions.get(product.publishedVersionId ?? "");
    if (!version) throw new Error(`Product ${product.id} has no published version.`);
    const parts = components.get(version.id) ?? [];
    const able = [...new Set(parts.map((part) => part.itemId))].flatMap((itemId) => services.get(itemId) ?? []);
    await saveShelf(tx, product.id, shelfOf(version, parts, able), version.saleMode);
  }
}

/** Takes a product off the shelf. */
export async function clearShelf(tx: Tx, productId: string): Promise<void> {
  await tx.run("UPDATE products SET listed = 0, supplierCount = 0, regions = '[]' WHERE id = ?", [productId]);
  await tx.run("DELETE FROM product_regions WHERE productId = ?", [productId]);
}

/**
 * The product's own version stays: how it stands in the shop is not what its editor saw and changes. While nobody can do
 * it, it keeps its last price for pages that still name it.
 */
async function saveShelf(tx: Tx, productId: string, shelf: Shelf, saleMode: SaleMode): Promise<void> {
  await tx.run(
    `UPDATE products SET listed = ?, supplierCount = ?, saleMode = ?, regions = ?${shelf.listed ? ", priceFrom = ?" : ""} WHERE id = ?`,
    [
      shelf.listed ? 1 : 0,
      shelf.supplierCount,
      saleMode,
      JSON.stringify(shelf.regions),
      ...(shelf.listed ? [shelf.priceFrom] : []),
      productId,
    ],
  );
  await tx.run("DELETE FROM product_regions WHERE productId = ?", [productId]);
  await tx.insert(
    ProductRegionRow,
    shelf.regions.map((regionCode) => ({ regionCode, productId })),
  );
}
