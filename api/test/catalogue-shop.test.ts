import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProductRating, addSale } from "../src/catalogue/catalogue.store.js";
import { found } from "../src/kernel/refusal.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { addCompleted, addRating } from "../src/suppliers/supplier.store.js";
import type { Data } from "./kit/actor.js";
import {
  aCategory,
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  CHANGSHA,
  type MadeProduct,
  ZHUZHOU,
} from "./kit/makers-catalogue.js";
import { planOf } from "./kit/plan-of.js";
import { openWorld, type World } from "./kit/world.js";

const LIST =
  "query($categorySlug: String, $regionCode: String, $sort: ProductSort, $first: Int, $after: String) { products(categorySlug: $categorySlug, regionCode: $regionCode, sort: $sort, first: $first, after: $after) { nodes { id title priceFrom } pageInfo { hasNextPage endCursor } } }";
/** A shop's page: cards with what they are made of and who can do it. */
const CARDS =
  "{ products { nodes { title priceFrom soldCount picture category { name } gallery { url } rating { overall } regions { name } components { item { name unit } offers { salePrice supplier { name } } } } } }";

interface Page {
  readonly nodes: { readonly id: string; readonly priceFrom: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const scores = (overall: number) => ({ overall, quality: overall, punctuality: overall, attitude: overall });

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function list(variables: Record<string, unknown> = {}, where = world): Promise<Page> {
  return (await where.stranger().ask(LIST, variables))["products"] as unknown as Page;
}
const idsOf = async (variables: Record<string, unknown>, where = world): Promise<string[]> =>
  (await list({ first: 100, ...variables }, where)).nodes.map((node) => node.id);

describe("the shop shows", () => {
  it("only what somebody can do, and in a region only what can be done there", async () => {
    const [here, there] = [await anItem(world), await anItem(world)];
    const product = (...itemIds: string[]): Promise<MadeProduct> =>
      aPublishedProduct(world, { components: itemIds.map((itemId) => ({ itemId })), regions: [CHANGSHA, ZHUZHOU] });
    const [one, both, nobody] = [await product(here), await product(here, there), await product(await anItem(world))];
    await aSupplier(world, { regions: [CHANGSHA], services: [{ itemId: here }] });
    expect(await idsOf({})).toContain(one.productId);
    expect(await idsOf({})).not.toContain(both.productId);
    await aSupplier(world, { regions: [ZHUZHOU], services: [{ itemId: there }, { itemId: here }] });
    expect(await idsOf({ regionCode: CHANGSHA })).toContain(one.productId);
    expect(await idsOf({ regionCode: CHANGSHA })).not.toContain(both.productId);
    expect(await idsOf({ regionCode: ZHUZHOU })).toEqual(expect.arrayContaining([one.productId, both.productId]));
    expect(await idsOf({})).not.toContain(nobody.productId);
    const page = (await world.stranger().ask(`{ product(slug: "${nobody.slug}") { regions { code } } }`))["product"];
    expect(page).toEqual({ regions: [] });
  });

  it("only the category that is asked for, and nothing of an unknown one", async () => {
    const category = await aCategory(world);
    const product = await aPublishedProduct(world, { category });
    await aSupplier(world, { services: product.itemIds.map((itemId) => ({ itemId })) });
    expect(await idsOf({ categorySlug: category.slug })).toEqual([product.productId]);
    expect(await idsOf({ categorySlug: "unknown" })).toEqual([]);
  });

  it("with the category each stands in, and who offers it as that supplier's own page does", async () => {
    const category = await aCategory(world, "水电");
    const { slug, itemIds } = await aPublishedProduct(world, { category });
    await aSupplier(world, { services: itemIds.map((itemId) => ({ itemId })) });
    const known = "id name introduction completedCount joinedAt regions { code } rating { count overall quality }";
    const seen = await world.stranger().ask(
      `query($slug: String!) { product(slug: $slug) { regions { code } category { slug name nameEn icon }
        components { offers { supplier { ${known} } } } } }`,
      { slug },
    );
    expect(seen["product"]?.["regions"]).toEqual([{ code: CHANGSHA }]);
    expect(seen["product"]?.["category"]).toEqual({
      slug: category.slug,
      name: "水电",
      nameEn: "Renovation",
      icon: "renovation",
    });
    const supplier = found(seen["product"]?.["components"]?.[0]?.["offers"]?.[0])["supplier"];
    const page = await world
      .stranger()
      .ask(`query($id: ID!) { supplier(id: $id) { ${known} } }`, { id: supplier?.["id"] });
    expect(supplier).toEqual(page["supplier"]);
  });

  it("optional work at no price, and the least price of what is required", async () => {
    const [must, may] = [await anItem(world), await anItem(world)];
    const components = [
      { itemId: must, quantity: 3 },
      { itemId: may, required: false },
    ];
    const { slug } = await aPublishedProduct(world, { components });
    await aSupplier(world, { services: [{ itemId: must, salePrice: 10_000 }] });
    await aSupplier(world, {
      services: [
        { itemId: must, salePrice: 9_000 },
        { itemId: may, salePrice: 1 },
      ],
    });
    const { product } = await world.stranger().ask(`{ product(slug: "${slug}") { priceFrom supplierCount } }`);
    expect(product).toEqual({ priceFrom: "27000", supplierCount: 2 });
  });

  it("what customers think and how often it sold", async () => {
    const made = await aPublishedProduct(world);
    const { supplierId } = await aSupplier(world, { services: made.itemIds.map((itemId) => ({ itemId })) });
    const { work } = world.server.platform;
    // At once: neither mark may be lost.
    await Promise.all(
      [5, 4].map((overall) => work.run(SYSTEM, (tx) => addProductRating(tx, made.productId, scores(overall)))),
    );
    await Promise.all([5, 4].map((overall) => work.run(SYSTEM, (tx) => addRating(tx, supplierId, scores(overall)))));
    await Promise.all([1, 2, 3].map(() => work.run(SYSTEM, (tx) => addSale(tx, made.productId))));
    await work.run(SYSTEM, (tx) => addCompleted(tx, supplierId));
    const seen = await world
      .stranger()
      .ask(
        `{ product(slug: "${made.slug}") { soldCount rating { count overall quality } } supplier(id: "${supplierId}") { completedCount rating { count overall } } }`,
      );
    expect(seen).toEqual({
      product: { soldCount: 3, rating: { count: 2, overall: 4.5, quality: 4.5 } },
      supplier: { completedCount: 1, rating: { count: 2, overall: 4.5 } },
    });
  });
});

describe("lists", () => {
  const prices = [500, 300, 300, 900, 100, 300, 700];
  let shop: World;
  let made: MadeProduct[];
  let slug: string;

  beforeAll(async () => {
    shop = await openWorld();
    const category = await aCategory(shop);
    slug = category.slug;
    made = [];
    for (const [index, salePrice] of prices.entries()) {
      const itemId = await anItem(shop, { categoryId: category.id });
      await aSupplier(shop, { services: [{ itemId, salePrice, costPrice: 1 }] });
      if (index % 2 === 0) shop.clock.advance(1_000);
      made.push(await aPublishedProduct(shop, { category, components: [{ itemId }] }));
    }
    const { work } = shop.server.platform;
    await work.run(SYSTEM, (tx) => addProductRating(tx, made[3]?.productId ?? "", scores(5)));
    await work.run(SYSTEM, (tx) => addProductRating(tx, made[1]?.productId ?? "", scores(1)));
    await work.run(SYSTEM, (tx) => addSale(tx, made[5]?.productId ?? ""));
  });
  afterAll(() => shop.close());

  it("are in the order asked for", async () => {
    const first = async (sort: string): Promise<string | undefined> => (await idsOf({ sort }, shop))[0];
    expect((await list({ sort: "PRICE" }, shop)).nodes.map((node) => Number(node.priceFrom))).toEqual(
      [...prices].sort((a, b) => a - b),
    );
    expect(await first("RATING")).toBe(made[3]?.productId);
    expect((await idsOf({ sort: "RATING" }, shop)).at(-1)).toBe(made[1]?.productId);
    expect(await first("RECOMMENDED")).toBe(made[3]?.productId);
    expect((await idsOf({ sort: "RECOMMENDED" }, shop))[1]).toBe(made[5]?.productId);
    expect(await first("NEWEST")).toBe(made[6]?.productId);
    expect(await idsOf({}, shop)).toEqual(await idsOf({ sort: "RECOMMENDED" }, shop));
  });

  it.each(["RECOMMENDED", "PRICE", "RATING", "NEWEST"])(
    "by %s page without repeats or gaps, equal keys included",
    async (sort) => {
      for (const more of [{}, { categorySlug: slug }, { regionCode: CHANGSHA }]) {
        const whole = await idsOf({ sort, ...more }, shop);
        expect(whole).toHaveLength(prices.length);
        const walked: string[] = [];
        for (let after: string | null = null, next = true; next; ) {
          const page = await list({ sort, first: 2, after, ...more }, shop);
          walked.push(...page.nodes.map((node) => node.id));
          [after, next] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
        }
        expect(walked).toEqual(whole);
      }
    },
  );

  it("refuse a page beyond the cap and a cursor of their own making", async () => {
    expect(await shop.stranger().error(LIST, { first: 101 })).not.toBe("");
    expect(await shop.stranger().error(LIST, { after: "nonsense!" })).not.toBe("");
  });

  it("ask the database the same for one product and for many", async () => {
    const small = await openWorld();
    const one = await aPublishedProduct(small);
    await aSupplier(small, { services: one.itemIds.map((itemId) => ({ itemId })) });
    const few = await small.statements(() => small.stranger().ask(CARDS));
    const many = await shop.statements(() => shop.stranger().ask(CARDS));
    expect(many).toHaveLength(few.length);
    // The page with versions and categories; components with items; what can be bought, with its suppliers.
    expect(many).toHaveLength(3);
    const plain = await shop.statements(() => list({}, shop));
    expect(plain).toHaveLength(1);
    await small.close();
  });

  it("walk an index in their order, region or not, and on a server from the cursor on", async () => {
    const large = await openWorld();
    const category = await aCategory(large);
    const product = await aPublishedProduct(large, { category });
    await aSupplier(large, { services: product.itemIds.map((itemId) => ({ itemId })) });
    const sql = large.server.platform.database.read;
    if (sql.dialect === "mysql") await multiply(large, 12);
    for (const sort of ["RECOMMENDED", "PRICE", "RATING", "NEWEST"]) {
      for (const filter of [{}, { categorySlug: category.slug }, { regionCode: CHANGSHA }]) {
        const { pageInfo } = await list({ sort, first: 100, ...filter }, large);
        const asked = await large.statements(() => list({ sort, after: pageInfo.endCursor, ...filter }, large));
        const [key, id] = atob(pageInfo.endCursor.replaceAll("-", "+").replaceAll("_", "/")).split("|");
        const within = "categorySlug" in filter ? [category.id, category.id] : "regionCode" in filter ? [CHANGSHA] : [];
        const values = [...within, Number(key), Number(key), id ?? ""];
        const plan = await planOf(sql, asked.at(-1) ?? "", values);
        expect(plan, `${sort} ${JSON.stringify(filter)}`).toMatch(sql.dialect === "sqlite" ? SQLITE_WALK : SERVER_WALK);
        expect(plan).not.toMatch(/filesort|TEMP B-TREE/);
      }
    }
    await large.close();
  });
});

/** The list's own table comes first and by an index; a server reads no more of it than from the cursor on. */
const SQLITE_WALK = /^(SEARCH|SCAN) p USING (COVERING )?INDEX/;
const SERVER_WALK = /^p range /;

/** Doubles the listed products so many times, with keys spread out: MariaDB explains small tables another way. */
async function multiply(large: World, times: number): Promise<void> {
  const { writer } = large.server.platform.database;
  const columns =
    "state, categoryId, publishedVersionId, createdAt, soldCount, ratingCount, overallSum, qualitySum, punctualitySum, attitudeSum, listed, supplierCount, regions, version, title";
  const spread =
    "40000 + CRC32(id) % 9000, 100 + CRC32(id) % 100000, 40000 + CRC32(id) % 3000, publishedAt + CRC32(id) % 1000000";
  for (let round = 0; round < times; round += 1) {
    const fresh = `SUBSTR(MD5(CONCAT(id, '${round}')), 1, 22)`;
    await writer.query(
      `INSERT INTO products (id, slug, recommendScore, priceFrom, ratingScore, publishedAt, ${columns})
       SELECT ${fresh}, ${fresh}, ${spread}, ${columns} FROM products`,
    );
  }
  await writer.query("INSERT IGNORE INTO product_regions (regionCode, productId) SELECT '430100', id FROM products");
  await writer.query("ANALYZE TABLE products, product_versions, product_regions, categories");
}

describe("two changes at once", () => {
  it("are both seen: a new product and a new supplier, a pause and a price", async () => {
    const itemId = await anItem(world);
    const staff = await aStaff(world);
    const suppliers = await Promise.all(
      [1, 2, 3].map((n) => aSupplier(world, { services: [{ itemId, salePrice: n * 1_000 }] })),
    );
    const made = await aPublishedProduct(world, { components: [{ itemId }] });
    const SUSPEND =
      "mutation($input: SuspendSupplierInput!) { suspendSupplier(input: $input) { userErrors { code } } }";
    await Promise.all([
      staff.do(SUSPEND, { supplierId: suppliers[0]?.supplierId, version: 1, reason: "核查。" }),
      staff.do(SUSPEND, { supplierId: suppliers[1]?.supplierId, version: 1, reason: "核查。" }),
      aSupplier(world, { services: [{ itemId, salePrice: 2_500 }] }),
    ]);
    const { product } = (await world
      .stranger()
      .ask(`{ product(slug: "${made.slug}") { priceFrom supplierCount } }`)) as unknown as { product: Data };
    expect(product).toEqual({ priceFrom: "2500", supplierCount: 2 });
  });
});
