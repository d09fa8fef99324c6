import { groupBy } from "../kernel/group.js";
import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { Refusal } from "../kernel/refusal.js";
import { containing, marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { noteWriter } from "../platform/writers.js";
import { ProductComponentRow, ProductVersionRow } from "./catalogue.table.js";
import type { ProductDraft } from "./draft.js";
import type { ComponentSpec, ProductState } from "./product.js";
import { ProductRow } from "./product.table.js";
import { ratingScore, recommendScore } from "./shelf.js";

export type { ProductRow, ProductVersionRow };

export async function productsById(sql: Sql, ids: readonly string[]): Promise<Map<string, ProductRow>> {
  const rows = await sql.rows(ProductRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function productById(sql: Sql, id: string): Promise<ProductRow | undefined> {
  return (await productsById(sql, [id])).get(id);
}

/** Every version of a product, newest first. */
export async function versionsOf(sql: Sql, productId: string): Promise<ProductVersionRow[]> {
  return (await versionsOfProducts(sql, [productId])).get(productId) ?? [];
}

/** The same for many products in one statement, by product. */
export async function versionsOfProducts(
  sql: Sql,
  productIds: readonly string[],
): Promise<Map<string, ProductVersionRow[]>> {
  const tail = `WHERE t.productId IN (${marks(productIds)}) ORDER BY t.productId, t.number DESC`;
  return groupBy(await sql.rows(ProductVersionRow, tail, productIds), (version) => version.productId);
}

/** Newest first; `search` looks into title and slug. */
export async function staffProductPage(
  sql: Sql,
  filter: { state: ProductState | null; search: string | null; inReview?: boolean },
  request: PageRequest,
): Promise<Page<ProductRow>> {
  const conditions = ["1 = 1"];
  const values: SqlValue[] = [];
  if (filter.state) {
    conditions.push("t.state >= ? AND t.state <= ?");
    values.push(filter.state, filter.state);
  }
  if (filter.inReview) conditions.push("t.submittedAt IS NOT NULL");
  if (filter.search?.trim()) {
    const part = containing(filter.search.trim());
    conditions.push("(t.title LIKE ? ESCAPE '!' OR t.slug LIKE ? ESCAPE '!')");
    values.push(part, part.toLowerCase());
  }
  if (request.after) {
    conditions.push("t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)");
    values.push(request.after[0], request.after[0], request.after[1]);
  }
  const order = filter.state ? "t.state DESC, t.createdAt DESC, t.id DESC" : "t.createdAt DESC, t.id DESC";
  const tail = `WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(ProductRow, tail, values), request, (row) => row.createdAt);
}

/** A product that has never been published. Refuses VALIDATION when the slug is taken. */
export async function addProduct(tx: Tx, draft: ProductDraft): Promise<ProductRow> {
  const nobodyYet = { ratingCount: 0, overallSum: 0, soldCount: 0 };
  const row: ProductRow = {
    id: newId(),
    slug: draft.slug,
    title: draft.title,
    state: "DRAFT",
    categoryId: draft.categoryId,
    publishedVersionId: null,
    draftVersionId: null,
    createdAt: tx.now,
    publishedAt: null,
    submittedAt: null,
    ...nobodyYet,
    qualitySum: 0,
    punctualitySum: 0,
    attitudeSum: 0,
    listed: false,
    priceFrom: 0,
    supplierCount: 0,
    saleMode: draft.saleMode,
    regions: [],
    ratingScore: ratingScore(nobodyYet),
    recommendScore: recommendScore(nobodyYet),
    version: 1,
  };
  await tx.insert(ProductRow, [row]).catch(refuseTakenSlug);
  return row;
}

/** The addresses that begin like this one, whatever number they end in. */
export async function slugsLike(sql: Sql, slug: string): Promise<Set<string>> {
  const stem = slug.replace(/-\d+$/, "").slice(0, 50).replace(/-$/, "");
  const rows = await sql.query<{ slug: string }>("SELECT slug FROM products WHERE slug >= ? AND slug < ?", [
    stem,
    `${stem}-\u{10FFFF}`,
  ]);
  return new Set(rows.map((row) => row.slug));
}

/** Changes a product as it was seen. Refuses STALE_VERSION when it moved, VALIDATION when the slug is taken. */
export async function setProduct(
  tx: Tx,
  product: { id: string; version: number },
  set: Partial<ProductRow>,
): Promise<void> {
  await tx.change(ProductRow, { id: product.id, version: product.version }, set).catch(refuseTakenSlug);
}

/** Begins the draft with the given number. Refuses STALE_VERSION when another began it at the same moment. */
export async function addDraft(
  tx: Tx,
  productId: string,
  number: number,
  draft: ProductDraft,
): Promise<ProductVersionRow> {
  const row: ProductVersionRow = {
    id: newId(),
    productId,
    number,
    ...versionColumns(draft),
    createdAt: tx.now,
    submittedAt: null,
    submitterId: null,
    reviewerId: null,
    returnReason: null,
    publishedAt: null,
    version: 1,
  };
  await tx.insert(ProductVersionRow, [row]).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("STALE_VERSION") : error;
  });
  await addComponents(tx, row.id, draft.components);
  await noteWriter(tx, row.id);
  return row;
}

/** Writes a draft anew, components included. Refuses STALE_VERSION when it moved or was published meanwhile. */
export async function setDraft(tx: Tx, version: { id: string; version: number }, draft: ProductDraft): Promise<void> {
  const expected = { id: version.id, version: version.version, publishedAt: null };
  await tx.change(ProductVersionRow, expected, versionColumns(draft));
  await tx.run("DELETE FROM product_components WHERE versionId = ?", [version.id]);
  await addComponents(tx, version.id, draft.components);
  await noteWriter(tx, version.id);
}

/** Keeps how much is assumed of components before a customer has told, by component of a draft. */
export async function assumeQuantities(tx: Tx, quantities: ReadonlyMap<string, number | null>): Promise<void> {
  for (const [id, quantity] of quantities) await tx.change(ProductComponentRow, { id }, { quantity });
}

/** From now on nothing of this version changes. Refuses STALE_VERSION when it is published already. */
export async function sealVersion(
  tx: Tx,
  version: { id: string; version: number },
  reviewerId: string | null = null,
): Promise<void> {
  const expected = { id: version.id, version: version.version, publishedAt: null };
  await tx.change(ProductVersionRow, expected, { publishedAt: tx.now, reviewerId });
}

/** Whether a product on sale is priced by this formula. */
export async function sellsByFormula(sql: Sql, code: string): Promise<boolean> {
  const text = `SELECT p.id FROM products p JOIN product_components c ON c.versionId = p.publishedVersionId
    WHERE p.state = 'PUBLISHED' AND c.priceFormula = ? LIMIT 1`;
  return (await sql.query(text, [code])).length > 0;
}

async function addComponents(tx: Tx, versionId: string, components: readonly ComponentSpec[]): Promise<void> {
  const rows = components.map((component, index) => ({
    ...component,
    id: newId(),
    versionId,
    position: index + 1,
    dependsOn: [...component.dependsOn],
  }));
  await tx.insert(ProductComponentRow, rows);
}

function versionColumns(draft: ProductDraft) {
  const { title, titleEn, summary, description, categoryId, picture, saleMode, supplierChoice } = draft;
  const { planTemplate, contractTemplate } = draft;
  const lists = {
    gallery: [...draft.gallery],
    inputs: [...draft.inputs],
    plan: [...draft.plan],
    regions: [...draft.regions],
    choiceGroups: [...draft.choiceGroups],
  };
  const terms = { saleMode, supplierChoice, planTemplate, contractTemplate };
  return { title, titleEn, summary, description, categoryId, picture, ...terms, ...lists };
}

function refuseTakenSlug(error: unknown): never {
  throw isDuplicate(error) ? new Refusal("VALIDATION", { field: "slug", taken: true }) : error;
}
