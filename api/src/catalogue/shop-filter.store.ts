import { marks, type SqlValue } from "../platform/sql.js";
import type { SaleMode } from "./product.js";

/** Which part of the shop is looked into; null and empty mean all of it. */
export interface ShopFilter {
  readonly categoryId: string | null;
  readonly regionCode: string | null;
  /** Fen; the price "from" is at least and less than. */
  readonly priceFrom: number | null;
  readonly priceBelow: number | null;
  /** Mean mark in tenths that customers gave at least. */
  readonly markTenths: number | null;
  readonly saleModes: readonly SaleMode[];
}

export const WHOLE_SHOP: ShopFilter = {
  ...{ categoryId: null, regionCode: null, priceFrom: null, priceBelow: null, markTenths: null },
  saleModes: [],
};

export interface Condition {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Listed products `p` of this part of the shop. */
export function conditionOf(filter: ShopFilter): Condition {
  const own = narrowing(filter);
  const conditions = ["p.listed = 1", ...own.map(({ text }) => text)];
  const values = own.flatMap((condition) => condition.values);
  if (filter.categoryId) {
    conditions.push("p.categoryId = ?");
    values.push(filter.categoryId);
  }
  if (filter.regionCode) {
    conditions.push("EXISTS (SELECT 1 FROM product_regions r WHERE r.regionCode = ? AND r.productId = p.id)");
    values.push(filter.regionCode);
  }
  return { text: conditions.join(" AND "), values };
}

/** What narrows row by row whatever walks the products: price, marks, way of selling. */
export function narrowing(filter: ShopFilter): { readonly text: string; readonly values: SqlValue[] }[] {
  const conditions: { text: string; values: SqlValue[] }[] = [];
  const add = (text: string, ...values: SqlValue[]): unknown => conditions.push({ text, values });
  if (filter.priceFrom !== null) add("p.priceFrom >= ?", filter.priceFrom);
  if (filter.priceBelow !== null) add("p.priceFrom < ?", filter.priceBelow);
  if (filter.markTenths !== null) {
    add("p.ratingCount > 0 AND p.overallSum * 10 >= p.ratingCount * ?", filter.markTenths);
  }
  if (filter.saleModes.length > 0) add(`p.saleMode IN (${marks(filter.saleModes)})`, ...filter.saleModes);
  return conditions;
}
