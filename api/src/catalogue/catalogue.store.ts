import { groupBy } from "../kernel/group.js";
import { fen } from "../kernel/money.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { Scores } from "../suppliers/supplier.js";
import { ProductVersionRow, type ServiceItemRow } from "./catalogue.table.js";
import { dependsOnStages } from "./graph.js";
import type { Component, Eligible, Milestone } from "./product.js";
import { ProductRow } from "./product.table.js";
import { ratingScore, recommendScore, type Standing } from "./shelf.js";

export type { ProductRow, ProductVersionRow };

/** A version as pricing and orders read it: its components in order, each with what they need of its item. */
export interface VersionWithComponents {
  readonly version: ProductVersionRow;
  readonly components: readonly Component[];
}

interface SellableProduct extends VersionWithComponents {
  readonly product: ProductRow;
}

/** The product with its published version, if it is PUBLISHED, however it is sold. Whether somebody can do it is pricing's to say. */
export async function sellableProduct(sql: Sql, productId: string): Promise<SellableProduct | undefined> {
  const [product] = await sql.rows(ProductRow, "WHERE t.id = ? AND t.state = 'PUBLISHED'", [productId]);
  if (!product?.publishedVersionId) return undefined;
  const found = await versionWithComponents(sql, product.publishedVersionId);
  return found && { product, ...found };
}

/** Any version, published or not, in two statements. */
export async function versionWithComponents(sql: Sql, versionId: string): Promise<VersionWithComponents | undefined> {
  const version = (await versionsById(sql, [versionId])).get(versionId);
  if (!version) return undefined;
  return { version, components: (await componentsOf(sql, [versionId])).get(versionId) ?? [] };
}

export async function versionsById(sql: Sql, ids: readonly string[]): Promise<Map<string, ProductVersionRow>> {
  const rows = await sql.rows(ProductVersionRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The items that a version is made of. */
export async function itemIdsOf(sql: Sql, versionId: string): Promise<string[]> {
  const rows = await sql.query<{ itemId: string }>(
    "SELECT DISTINCT itemId FROM product_components WHERE versionId = ? ORDER BY itemId",
    [versionId],
  );
  return rows.map((row) => row.itemId);
}

/** A component with its whole item, so that a page of products needs no statement for items. */
export interface ComponentWithItem extends Component {
  readonly item: ServiceItemRow;
}

type RawComponent = Omit<
  Component,
  | "required"
  | "selectedByDefault"
  | "milestones"
  | "eligible"
  | "dependsOn"
  | "lagHours"
  | "commissionRate"
  | "commissionRefundable"
  | "officialFee"
> &
  Pick<ServiceItemRow, "nameEn" | "description" | "categoryId" | "createdAt" | "version"> & {
    readonly required: number;
    readonly selectedByDefault: number;
    readonly milestones: string;
    readonly eligible: string | null;
    readonly dependsOn: string | null;
    readonly lagHours: number;
    readonly commissionRate: number;
    readonly commissionRefundable: number;
    readonly officialFee: number;
    readonly requiredCertificates: string | null;
  };

/** The components of many versions in one statement, by version. */
export async function componentsOf(sql: Sql, versionIds: readonly string[]): Promise<Map<string, ComponentWithItem[]>> {
  const rows = await sql.query<RawComponent>(
    `SELECT c.id, c.versionId, c.itemId, c.position, c.required, c.selectedByDefault, c.quantityKind, c.quantity,
       c.quantityInput, c.quantityFormula, c.choiceGroup, c.eligible, c.priceFormula, c.stage, c.dependsOn, c.lagHours,
       c.collectionMode, c.commissionRate, c.commissionRefundable, c.officialFee,
       i.code AS itemCode, i.name AS itemName, i.unit, i.state AS itemState, i.milestones, i.nameEn, i.description,
       i.categoryId, i.requiredCertificates, i.createdAt, i.version
     FROM product_components c JOIN service_items i ON i.id = c.itemId
     WHERE c.versionId IN (${marks(versionIds)}) ORDER BY c.versionId, c.position`,
    versionIds,
  );
  const versions = groupBy(rows, (component) => component.versionId);
  return new Map([...versions].map(([id, components]) => [id, readComponents(components)]));
}

/** Versions made before components had dependencies tell the order of work by stages alone. */
function readComponents(rows: readonly RawComponent[]): ComponentWithItem[] {
  const byStage = dependsOnStages(rows.map((row) => row.stage));
  return rows.map((row, index) => readComponent(row, byStage[index] ?? []));
}

function readComponent(row: RawComponent, byStage: readonly number[]): ComponentWithItem {
  const { nameEn, description, categoryId, createdAt, version, requiredCertificates, ...own } = row;
  const milestones = JSON.parse(row.milestones) as Milestone[];
  const certificates = requiredCertificates === null ? null : (JSON.parse(requiredCertificates) as string[]);
  const { itemId: id, itemCode: code, itemName: name, unit, itemState: state } = row;
  return {
    ...own,
    required: Number(row.required) === 1,
    selectedByDefault: Number(row.selectedByDefault) === 1,
    milestones,
    eligible: row.eligible === null ? { kind: "ALL" } : (JSON.parse(row.eligible) as Eligible),
    dependsOn: row.dependsOn === null ? byStage : (JSON.parse(row.dependsOn) as number[]),
    lagHours: Number(row.lagHours),
    commissionRate: Number(row.commissionRate),
    commissionRefundable: Number(row.commissionRefundable) === 1,
    officialFee: fen(Number(row.officialFee)),
    item: {
      ...{ id, code, name, nameEn, unit, description, categoryId, state, milestones, createdAt, version },
      requiredCertificates: certificates,
    },
  };
}

/** Adds one customer's marks and moves the product in the lists that sort by them. */
export async function addProductRating(tx: Tx, productId: string, scores: Scores): Promise<void> {
  await tx.run(
    `UPDATE products SET ratingCount = ratingCount + 1, overallSum = overallSum + ?, qualitySum = qualitySum + ?,
       punctualitySum = punctualitySum + ?, attitudeSum = attitudeSum + ? WHERE id = ?`,
    [scores.overall, scores.quality, scores.punctuality, scores.attitude, productId],
  );
  await rescore(tx, productId);
}

/** Counts one more sold order. */
export async function addSale(tx: Tx, productId: string): Promise<void> {
  await tx.run("UPDATE products SET soldCount = soldCount + 1 WHERE id = ?", [productId]);
  await rescore(tx, productId);
}

/** The row is locked by the statement before, so nobody's count is lost between reading and writing. */
async function rescore(tx: Tx, productId: string): Promise<void> {
  const [standing] = await tx.query<Standing>("SELECT ratingCount, overallSum, soldCount FROM products WHERE id = ?", [
    productId,
  ]);
  if (!standing) return;
  await tx.run("UPDATE products SET ratingScore = ?, recommendScore = ? WHERE id = ?", [
    ratingScore(standing),
    recommendScore(standing),
    productId,
  ]);
}
