import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { RatingSums } from "../suppliers/supplier.js";
import type { SaleMode, SupplierChoice } from "./product.js";
import { searchProducts } from "./search.store.js";
import { narrowing, type ShopFilter } from "./shop-filter.store.js";

/**
 * A listed product with what its published version says: all that the shop shows of it, read in one statement. Lists
 * and their order are JSON as they stand in the row; who shows one of them parses it, and a list of products shows none.
 */
export interface ShopProduct extends RatingSums {
  readonly id: string;
  readonly slug: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly description: string;
  readonly categoryId: string;
  readonly categorySlug: string;
  readonly categoryName: string;
  readonly categoryNameEn: string;
  readonly categoryIcon: string;
  /** JSON: ids of its photos. */
  readonly gallery: string;
  readonly picture: string | null;
  /** JSON of ProductInputSpec[]. */
  readonly inputs: string;
  /** JSON of PlanStepSpec[]. */
  readonly plan: string;
  readonly saleMode: SaleMode;
  readonly supplierChoice: SupplierChoice;
  /** JSON of ChoiceGroup[]; null for none. */
  readonly choiceGroups: string | null;
  readonly contractTemplate: string | null;
  /** JSON: codes of the regions where it can be done now. */
  readonly regions: string;
  readonly priceFrom: number;
  readonly supplierCount: number;
  readonly soldCount: number;
  readonly recommendScore: number;
  readonly ratingScore: number;
  readonly publishedAt: number;
}

const COLUMNS = `p.id, p.slug, p.regions, p.priceFrom, p.supplierCount, p.soldCount, p.ratingCount, p.overallSum, p.qualitySum,
  p.punctualitySum, p.attitudeSum, p.recommendScore, p.ratingScore, p.publishedAt, v.id AS versionId,
  v.number AS versionNumber, v.title, v.titleEn, v.summary, v.description, v.gallery, v.picture, v.inputs, v.plan,
  v.saleMode, v.supplierChoice, v.choiceGroups, v.contractTemplate, v.categoryId, c.slug AS categorySlug, c.name AS categoryName, c.nameEn AS categoryNameEn,
  c.icon AS categoryIcon`;
/** LEFT JOINs keep the products first, so that the database walks their index in the order of the list. */
const FROM = `FROM products p LEFT JOIN product_versions v ON v.id = p.publishedVersionId
  LEFT JOIN categories c ON c.id = v.categoryId`;

/** Columns an ordering walks along, and which way; ties go by id the same way. */
const orders = {
  RECOMMENDED: { column: "recommendScore", up: false },
  PRICE: { column: "priceFrom", up: true },
  RATING: { column: "ratingScore", up: false },
  NEWEST: { column: "publishedAt", up: false },
} as const;
export type ProductSort = keyof typeof orders;

/** Listed products in an order, by keyset. Conditions are ranges so that MariaDB starts at the cursor. */
export async function shopPage(
  sql: Sql,
  filter: ShopFilter,
  sort: ProductSort,
  request: PageRequest,
): Promise<Page<ShopProduct>> {
  const { column, up } = orders[sort];
  const conditions = ["p.listed >= 1 AND p.listed <= 1"];
  const values: SqlValue[] = [];
  if (filter.categoryId) {
    conditions.push("p.categoryId >= ? AND p.categoryId <= ?");
    values.push(filter.categoryId, filter.categoryId);
  }
  if (filter.regionCode) {
    // Asked row by row as the list is walked: an EXISTS would be turned into a join that sorts the whole region.
    conditions.push(
      "(SELECT r.regionCode FROM product_regions r WHERE r.regionCode = ? AND r.productId = p.id) IS NOT NULL",
    );
    values.push(filter.regionCode);
  }
  for (const narrow of narrowing(filter)) {
    conditions.push(narrow.text);
    values.push(...narrow.values);
  }
  if (request.after) {
    const beyond = up ? ">" : "<";
    conditions.push(`p.${column} ${beyond}= ? AND (p.${column} ${beyond} ? OR p.id ${beyond} ?)`);
    values.push(request.after[0], request.after[0], request.after[1]);
  }
  const leading = filter.categoryId ? ["p.listed", "p.categoryId"] : ["p.listed"];
  const order = [...leading, `p.${column}`, "p.id"].map((name) => `${name} ${up ? "ASC" : "DESC"}`).join(", ");
  const rows = await sql.query<ShopProduct>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${request.first + 1}`,
    values,
  );
  return toPage(rows, request, (row) => row[column]);
}

/** Listed products that fit a search, best first unless another order is asked for; at most 200 in all. */
export async function shopSearch(
  sql: Sql,
  query: string,
  filter: ShopFilter,
  sort: ProductSort,
  request: PageRequest,
  literal = false,
): Promise<Page<ShopProduct>> {
  const hits = [...(await searchProducts(sql, query, filter, literal)).hits];
  const { column, up } = orders[sort];
  if (sort !== "RECOMMENDED") hits.sort((a, b) => (up ? a[column] - b[column] : b[column] - a[column]));
  const places = new Map(hits.map((hit, index) => [hit.id, index + 1]));
  // The cursor names the last product seen; should it have left the shop, its place tells where to go on.
  const seen = request.after ? (places.get(request.after[1]) ?? request.after[0]) : 0;
  const ids = hits.slice(seen, seen + request.first + 1).map((hit) => hit.id);
  const found = await productsIn(sql, ids);
  const rows = ids.map((id) => found.get(id)).filter((product) => product !== undefined);
  return toPage(rows, request, (product) => places.get(product.id) ?? 0);
}

/** The product of an address if it is PUBLISHED, listed or not: a page explains that nobody can do it now. */
export async function shopProductBySlug(sql: Sql, slug: string): Promise<ShopProduct | undefined> {
  const rows = await sql.query<ShopProduct>(`SELECT ${COLUMNS} ${FROM} WHERE p.slug = ? AND p.state = 'PUBLISHED'`, [
    slug,
  ]);
  return rows[0];
}

async function productsIn(sql: Sql, ids: readonly string[]): Promise<Map<string, ShopProduct>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<ShopProduct>(`SELECT ${COLUMNS} ${FROM} WHERE p.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}
