import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { Refusal } from "../kernel/refusal.js";
import { containing, marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { CategoryRow, ServiceItemRow } from "./catalogue.table.js";
import type { CategorySpec } from "./category.js";
import type { ItemSpec, ItemState } from "./item.js";

export type { CategoryRow, ServiceItemRow };

/** At most this many items are offered for choosing; search narrows. */
const ITEM_LIST_CAP = 200;

export async function allCategories(sql: Sql): Promise<CategoryRow[]> {
  return sql.rows(CategoryRow, "ORDER BY t.position, t.id LIMIT 200");
}

/** Refuses VALIDATION when another category has the slug. */
export async function addCategory(tx: Tx, category: CategorySpec): Promise<CategoryRow> {
  const row = { id: newId(), ...category };
  await tx.insert(CategoryRow, [row]).catch(refuseTaken("slug"));
  return row;
}

export async function setCategory(tx: Tx, id: string, category: CategorySpec): Promise<void> {
  await tx.tryChange(CategoryRow, { id }, { ...category }).catch(refuseTaken("slug"));
}

export async function categoryById(sql: Sql, id: string): Promise<CategoryRow | undefined> {
  return (await sql.rows(CategoryRow, "WHERE t.id = ?", [id]))[0];
}

export async function categoryBySlug(sql: Sql, slug: string): Promise<CategoryRow | undefined> {
  return (await sql.rows(CategoryRow, "WHERE t.slug = ?", [slug]))[0];
}

/** How many products each category has in the shop now. */
export async function listedPerCategory(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql.query<{ categoryId: string; n: number }>(
    "SELECT categoryId, COUNT(*) AS n FROM products WHERE listed = 1 GROUP BY categoryId",
  );
  return new Map(rows.map((row) => [row.categoryId, Number(row.n)]));
}

export async function itemsById(sql: Sql, ids: readonly string[]): Promise<Map<string, ServiceItemRow>> {
  const rows = await sql.rows(ServiceItemRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The ids of the ACTIVE items of these codes, by code. */
export async function itemsByCode(sql: Sql, codes: readonly string[]): Promise<Map<string, string>> {
  const text = `SELECT id, code FROM service_items WHERE state = 'ACTIVE' AND code IN (${marks(codes)})`;
  const rows = await sql.query<{ id: string; code: string }>(text, codes);
  return new Map(rows.map((row) => [row.code, row.id]));
}

export async function itemById(sql: Sql, id: string): Promise<ServiceItemRow | undefined> {
  return (await itemsById(sql, [id])).get(id);
}

/**
 * Waits until no other transaction changes who can do these items, publishes a product of them or retires them, and
 * reads them. Taken first, before products are touched, so that such flows queue up instead of missing each other.
 */
export async function holdItems(tx: Tx, ids: readonly string[]): Promise<Map<string, ServiceItemRow>> {
  await tx.run(`UPDATE service_items SET version = version WHERE id IN (${marks(ids)})`, ids);
  return itemsById(tx, ids);
}

/** The ACTIVE items, by name; `search` looks into name, English name and code. */
export async function activeItems(
  sql: Sql,
  filter: { search: string | null; categoryId: string | null },
): Promise<ServiceItemRow[]> {
  const { condition, values } = matching(filter.search);
  const inCategory = filter.categoryId ? " AND t.categoryId = ?" : "";
  if (filter.categoryId) values.push(filter.categoryId);
  const tail = `WHERE t.state = 'ACTIVE' AND ${condition}${inCategory} ORDER BY t.code LIMIT ${ITEM_LIST_CAP}`;
  return sql.rows(ServiceItemRow, tail, values);
}

/** Newest first, of every state. */
export async function itemPage(sql: Sql, search: string | null, request: PageRequest): Promise<Page<ServiceItemRow>> {
  const { condition, values } = matching(search);
  const after = request.after ? " AND t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)" : "";
  if (request.after) values.push(request.after[0], request.after[0], request.after[1]);
  const tail = `WHERE ${condition}${after} ORDER BY t.createdAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(ServiceItemRow, tail, values), request, (row) => row.createdAt);
}

/** Refuses VALIDATION when another item has the code. */
export async function addItem(tx: Tx, spec: ItemSpec): Promise<ServiceItemRow> {
  const row: ServiceItemRow = { id: newId(), ...columnsOf(spec), state: "DRAFT", createdAt: tx.now, version: 1 };
  await tx.insert(ServiceItemRow, [row]).catch(refuseTaken("code"));
  return row;
}

export async function setItem(tx: Tx, item: { id: string; version: number }, spec: ItemSpec): Promise<void> {
  await tx.change(ServiceItemRow, { id: item.id, version: item.version }, columnsOf(spec)).catch(refuseTaken("code"));
}

const columnsOf = (spec: ItemSpec) => ({
  ...spec,
  milestones: [...spec.milestones],
  requiredCertificates: [...spec.requiredCertificates],
});

export async function setItemState(tx: Tx, item: { id: string; version: number }, state: ItemState): Promise<void> {
  await tx.change(ServiceItemRow, { id: item.id, version: item.version }, { state });
}

/** In how many published products each item is. */
export async function publishedUses(sql: Sql, itemIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ itemId: string; n: number }>(
    `SELECT c.itemId, COUNT(DISTINCT p.id) AS n FROM product_components c
     JOIN products p ON p.publishedVersionId = c.versionId
     WHERE p.state = 'PUBLISHED' AND c.itemId IN (${marks(itemIds)}) GROUP BY c.itemId`,
    itemIds,
  );
  return new Map(rows.map((row) => [row.itemId, Number(row.n)]));
}

function matching(search: string | null): { condition: string; values: SqlValue[] } {
  if (!search?.trim()) return { condition: "1 = 1", values: [] };
  const part = containing(search.trim());
  const condition = "(t.name LIKE ? ESCAPE '!' OR t.nameEn LIKE ? ESCAPE '!' OR t.code LIKE ? ESCAPE '!')";
  return { condition, values: [part, part, part.toUpperCase()] };
}

const refuseTaken =
  (field: string) =>
  (error: unknown): never => {
    throw isDuplicate(error) ? new Refusal("VALIDATION", { field, taken: true }) : error;
  };
