import { createHash } from "node:crypto";
import { tokenText } from "../catalogue/search.js";
import { forgetOldChanges, noteCatalogueChange } from "../catalogue/search-stamp.store.js";
import { chinese, countAllWords } from "../catalogue/search-words.store.js";
import { ratingScore, recommendScore } from "../catalogue/shelf.js";
import { COUNTED } from "../catalogue/tidy-search.flow.js";
import { DAY } from "../kernel/clock.js";
import type { Config } from "../platform/config.js";
import { writeSetting } from "../platform/settings.js";
import type { SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { buildServer } from "../server.js";
import { type LargeProduct, largeProducts, largeSuppliers, trades } from "./large-data.js";

/** Rows of one statement: as many as both databases take with these columns. */
const AT_ONCE = 400;

/** What of the large data set is made. */
export interface LargeSize {
  readonly products: number;
  readonly suppliers: number;
}

export const LARGE: LargeSize = { products: 20_000, suppliers: 500 };

/**
 * Fills an empty database with a catalogue as large as the measurements ask for: products, their items, suppliers and
 * services in force, searchable and on the shelf. The same content and the same ids every time. Written with rows of many, not
 * by the flows, which the demo walks through.
 */
export async function seedLarge(config: Config, now: number, size: LargeSize = LARGE): Promise<void> {
  const server = await buildServer(config, { migrate: true, demo: true, quiet: true });
  try {
    const { work } = server.platform;
    const products = largeProducts(size.products);
    await work.run(SYSTEM, (tx) => makeGround(tx, now, size));
    for (let from = 0; from < products.length; from += AT_ONCE) {
      const some = products.slice(from, from + AT_ONCE);
      await work.run(SYSTEM, (tx) => makeProducts(tx, now, some));
    }
    await work.run(SYSTEM, async (tx) => {
      await countAllWords(tx);
      await writeSetting(tx, COUNTED.key, COUNTED.value);
      await writeSetting(tx, "demo", "on");
      await noteCatalogueChange(tx, "SHOP");
      await forgetOldChanges(tx);
    });
  } finally {
    await server.stop();
  }
}

/** An id that is the same at every seeding: nothing of the large data is secret. */
const idOf = (kind: string, key: string | number): string =>
  createHash("sha256").update(`${kind}:${key}`).digest("base64url").slice(0, 22);

async function makeGround(tx: Tx, now: number, size: LargeSize): Promise<void> {
  await rows(
    tx,
    "categories",
    trades.map((trade, index) => ({
      ...{ id: idOf("category", trade.slug), slug: trade.slug, name: trade.name, nameEn: trade.nameEn },
      ...{ icon: trade.icon, position: index + 1 },
    })),
  );
  await rows(
    tx,
    "service_items",
    trades.flatMap((trade) =>
      trade.works.map((name, index) => ({
        ...{
          id: idOf("item", `${trade.slug}-${index}`),
          code: `${trade.slug}-${index}`.toUpperCase(),
          name,
          nameEn: name,
        },
        ...{
          unit: "次",
          description: `${trade.name}：${name}。`,
          categoryId: idOf("category", trade.slug),
          state: "ACTIVE",
        },
        milestones: JSON.stringify([{ code: "M1", name: "完成", weight: 100, minPhotos: 1 }]),
        ...{ createdAt: now - 90 * DAY, version: 1 },
      })),
    ),
  );
  const suppliers = largeSuppliers(size.suppliers);
  await rows(
    tx,
    "suppliers",
    suppliers.map((supplier) => ({
      ...{ id: idOf("supplier", supplier.number), code: supplier.code, name: supplier.name, uscc: supplier.uscc },
      ...{ state: "ACTIVE", contactName: "联系人", contactPhone: "13800000000", contactEmail: "contact@example.com" },
      ...{
        introduction: `${supplier.name}，服务${supplier.regions.length}座城市。`,
        regions: JSON.stringify(supplier.regions),
      },
      ...{ ratingCount: supplier.rated, overallSum: supplier.marks, qualitySum: supplier.marks },
      ...{ punctualitySum: supplier.marks, attitudeSum: supplier.marks, completedCount: supplier.rated * 2 },
      ...{ createdAt: now - 80 * DAY, version: 1 },
    })),
  );
  await rows(
    tx,
    "supplier_services",
    suppliers.flatMap((supplier) =>
      supplier.works.map(({ trade, work, price }) => {
        const [supplierId, itemId] = [idOf("supplier", supplier.number), idOf("item", `${trade}-${work}`)];
        return {
          ...{ id: idOf("service", `${supplier.number}-${trade}-${work}`), supplierId, itemId, revision: 1 },
          ...{ state: "EFFECTIVE", inForce: `${supplierId}:${itemId}`, level: 3, costPrice: Math.round(price * 0.8) },
          ...{ salePrice: price, perDay: 10, createdAt: now - 70 * DAY, version: 1 },
        };
      }),
    ),
  );
}

async function makeProducts(tx: Tx, now: number, products: readonly LargeProduct[]): Promise<void> {
  const { cut } = await chinese();
  const own = products.map((product) => ({
    product,
    productId: idOf("product", product.number),
    versionId: idOf("version", product.number),
    categoryId: idOf("category", product.trade),
  }));
  await rows(
    tx,
    "products",
    own.map(({ product, productId, categoryId }) => productRow(product, productId, categoryId, now)),
  );
  await rows(
    tx,
    "product_versions",
    own.map(({ product, productId, versionId, categoryId }) => ({
      ...{
        id: versionId,
        productId,
        number: 1,
        title: product.title,
        titleEn: product.titleEn,
        summary: product.summary,
      },
      ...{ description: product.description, categoryId, gallery: "[]", picture: null, inputs: "[]" },
      plan: JSON.stringify([PLAN]),
      ...{ saleMode: product.saleMode, supplierChoice: "PLATFORM", regions: JSON.stringify(product.regions) },
      // Sealed below: a sealed version takes no components.
      ...{ createdAt: now - 60 * DAY, publishedAt: null, version: 1 },
    })),
  );
  await rows(
    tx,
    "product_components",
    own.map(({ product, versionId }) => ({
      ...{ id: idOf("component", product.number), versionId, itemId: idOf("item", `${product.trade}-${product.work}`) },
      ...{ position: 1, required: 1, selectedByDefault: 1, quantityKind: "FIXED", quantity: 1, stage: 1 },
    })),
  );
  // A product and its version name each other: the product comes first, and is told its version afterwards.
  await tx.run(
    `UPDATE products SET publishedVersionId = (SELECT v.id FROM product_versions v WHERE v.productId = products.id)
     WHERE id IN (${own.map(() => "?").join(",")})`,
    own.map(({ productId }) => productId),
  );
  const versionIds = own.map(({ versionId }) => versionId);
  await tx.run(`UPDATE product_versions SET publishedAt = ? WHERE id IN (${versionIds.map(() => "?").join(",")})`, [
    now - 50 * DAY,
    ...versionIds,
  ]);
  await rows(
    tx,
    "product_regions",
    own.flatMap(({ product, productId }) => product.regions.map((regionCode) => ({ regionCode, productId }))),
  );
  await rows(
    tx,
    "product_search",
    own.map(({ product, productId }) => ({
      productId,
      titleTokens: tokenText(cut(`${product.title}\n${product.titleEn}`)),
      bodyTokens: tokenText(cut(`${product.summary}\n${product.description}`)),
    })),
  );
}

const PLAN = {
  ...{ name: "全款", nameEn: "All at once", shareBasisPoints: 10_000, nature: "ADVANCE", trigger: "ON_ORDER" },
  ...{ afterDays: null, gate: true },
};

function productRow(
  product: LargeProduct,
  id: string,
  categoryId: string,
  now: number,
): Readonly<Record<string, SqlValue>> {
  const { rated: ratingCount, marks: overallSum, sold: soldCount } = product;
  const standing = { ratingCount, overallSum, soldCount };
  return {
    ...{ id, slug: product.slug, title: product.title, state: "PUBLISHED", categoryId, draftVersionId: null },
    publishedVersionId: null,
    ...{ createdAt: now - 60 * DAY, publishedAt: now - 50 * DAY + product.number * 1_000, ...standing },
    ...{ qualitySum: overallSum, punctualitySum: overallSum, attitudeSum: overallSum, listed: 1 },
    ...{ priceFrom: product.price, supplierCount: product.suppliers, saleMode: product.saleMode },
    ...{ regions: JSON.stringify(product.regions), ratingScore: ratingScore(standing) },
    ...{ recommendScore: recommendScore(standing), version: 1 },
  };
}

async function rows(tx: Tx, table: string, list: readonly Readonly<Record<string, SqlValue>>[]): Promise<void> {
  for (let from = 0; from < list.length; from += AT_ONCE) {
    const some = list.slice(from, from + AT_ONCE);
    const columns = Object.keys(some[0] ?? {});
    const mark = `(${columns.map(() => "?").join(",")})`;
    await tx.run(
      `INSERT INTO ${table} (${columns.map((column) => `\`${column}\``).join(",")}) VALUES ${some.map(() => mark).join(",")}`,
      some.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}
