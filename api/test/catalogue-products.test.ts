import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sellableProduct, versionWithComponents } from "../src/catalogue/catalogue.store.js";
import type { Actor } from "./kit/actor.js";
import {
  aCategory,
  aCustomer,
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  CHANGSHA,
  PLAN,
  ZHUZHOU,
} from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const VERSION =
  "id number title version publishedAt regions { code } guards { code passed detail } components { id quantity stage item { id } } plan { shareBasisPoints } gallery { id url }";
const PRODUCT = `product { id slug title state version availableActions published { ${VERSION} } draft { ${VERSION} } } userErrors { code field data }`;
const SAVE = `mutation($input: SaveProductDraftInput!) { saveProductDraft(input: $input) { ${PRODUCT} } }`;
const PUBLISH = `mutation($input: PublishProductInput!) { publishProduct(input: $input) { ${PRODUCT} } }`;
const SUBMIT = `mutation($input: SubmitProductInput!) { submitProduct(input: $input) { ${PRODUCT} } }`;
const ARCHIVE = `mutation($input: ArchiveProductInput!) { archiveProduct(input: $input) { ${PRODUCT} } }`;
const SHOP =
  "query($slug: String!) { product(slug: $slug) { id title versionNumber versionId priceFrom supplierCount regions { code } components { quantity item { name } } plan { name } category { name } } }";

interface Version {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly version: number;
  readonly guards: { code: string; passed: boolean; detail: string | null }[];
  readonly components: { id: string; quantity: number; item: { id: string } }[];
}
interface Product {
  readonly id: string;
  readonly slug: string;
  readonly state: string;
  readonly version: number;
  readonly availableActions: string[];
  readonly published: Version | null;
  readonly draft: Version | null;
}

let world: World;
let staff: Actor;
let reviewer: Actor;
let itemId: string;
let categoryId: string;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  reviewer = await aStaff(world);
  itemId = await anItem(world, { name: "墙面乳胶漆" });
  categoryId = (await aCategory(world)).id;
  await aSupplier(world, { services: [{ itemId, costPrice: 1_700, salePrice: 2_600 }] });
});
afterAll(() => world.close());

const component = (wish: Record<string, unknown> = {}) => ({
  itemId,
  required: true,
  selectedByDefault: true,
  quantityKind: "FIXED",
  quantity: 2,
  quantityInput: null,
  stage: 1,
  ...wish,
});
const draftOf = (wish: Record<string, unknown> = {}) => ({
  slug: `repaint-${(count += 1)}`,
  title: "旧墙刷新",
  titleEn: "Repainting",
  summary: "两天刷完。",
  description: "",
  categoryId,
  galleryFileIds: [],
  picture: "paint",
  inputs: [],
  components: [component()],
  plan: PLAN,
  supplierChoice: "CUSTOMER",
  regions: [CHANGSHA],
  ...wish,
});

async function save(input: Record<string, unknown>): Promise<Product> {
  return (await staff.do(SAVE, input))["product"] as unknown as Product;
}

async function submit({ id, version }: Product): Promise<Product> {
  return (await staff.do(SUBMIT, { productId: id, version }))["product"] as unknown as Product;
}

/** Handed in by one person and published by another. */
async function publish(product: Product): Promise<Product> {
  const { id, version } = await submit(product);
  return (await reviewer.do(PUBLISH, { productId: id, version }))["product"] as unknown as Product;
}

const shop = async (slug: string): Promise<unknown> => (await world.stranger().ask(SHOP, { slug }))["product"];

describe("a product", () => {
  it("is drafted, published and seen in the shop with its price", async () => {
    const drafted = await save(draftOf());
    expect(drafted).toMatchObject({ state: "DRAFT", published: null, draft: { number: 1, publishedAt: null } });
    expect(drafted.availableActions).toEqual(["EDIT", "SUBMIT", "ARCHIVE", "CLONE"]);
    expect(await shop(drafted.slug)).toBeNull();
    const published = await publish(drafted);
    expect(published).toMatchObject({ state: "PUBLISHED", draft: null, published: { number: 1 } });
    expect(published.availableActions).toEqual(["EDIT", "ARCHIVE", "CLONE"]);
    expect(await shop(drafted.slug)).toMatchObject({
      title: "旧墙刷新",
      versionNumber: 1,
      priceFrom: "5200",
      supplierCount: 1,
      regions: [{ code: CHANGSHA }],
      components: [{ quantity: 2, item: { name: "墙面乳胶漆" } }],
      plan: [{ name: "首付款" }, { name: "尾款" }],
    });
  });

  it("keeps what is on sale while the next version is written; publishing supersedes it, and orders keep theirs", async () => {
    const first = await publish(await save(draftOf()));
    const input = draftOf({
      slug: first.slug,
      productId: first.id,
      title: "全屋刷新",
      components: [component({ quantity: 3 })],
    });
    const next = await save(input);
    expect(next).toMatchObject({
      state: "PUBLISHED",
      published: { title: "旧墙刷新" },
      draft: { number: 2, title: "全屋刷新" },
    });
    expect(await shop(first.slug)).toMatchObject({ title: "旧墙刷新", priceFrom: "5200" });
    const second = await publish(next);
    expect(await shop(first.slug)).toMatchObject({ title: "全屋刷新", versionNumber: 2, priceFrom: "7800" });
    const sql = world.server.platform.database.read;
    const kept = await versionWithComponents(sql, first.published?.id ?? "");
    expect(kept?.version.title).toBe("旧墙刷新");
    expect(kept?.components.map((part) => part.quantity)).toEqual([2]);
    expect((await sellableProduct(sql, first.id))?.version.id).toBe(second.published?.id);
    const { staffProduct } = await staff.ask(`{ staffProduct(id: "${first.id}") { versions { number } } }`);
    expect(staffProduct).toEqual({ versions: [{ number: 2 }, { number: 1 }] });
  });

  it("replaces a draft's components with what is saved", async () => {
    const drafted = await save(draftOf());
    const more = [component({ quantity: 1 }), component({ quantity: 5, required: false, stage: 2 })];
    const saved = await save({
      ...draftOf({ slug: drafted.slug }),
      productId: drafted.id,
      version: 1,
      components: more,
    });
    expect(saved.draft?.components.map((part) => part.quantity)).toEqual([1, 5]);
    expect(saved.draft?.version).toBe(2);
  });

  it("does not lose an edit to another: each says which draft it saw", async () => {
    const drafted = await save(draftOf());
    const input = { ...draftOf({ slug: drafted.slug }), productId: drafted.id };
    await save({ ...input, version: 1 });
    expect(await staff.refusal(SAVE, { ...input, version: 1 })).toBe("STALE_VERSION");
    expect(await staff.refusal(SAVE, { ...input, version: null })).toBe("STALE_VERSION");
    expect(await staff.refusal(PUBLISH, { productId: drafted.id, version: drafted.version })).toBe("STALE_VERSION");
  });

  it("has one next version although two begin it at once", async () => {
    const first = await publish(await save(draftOf()));
    const input = { ...draftOf({ slug: first.slug }), productId: first.id };
    const answers = await Promise.all([staff.ask(SAVE, { input }), staff.ask(SAVE, { input })]);
    expect(answers.filter((answer) => answer["saveProductDraft"]?.["product"])).toHaveLength(1);
    const sql = world.server.platform.database.read;
    expect(await sql.query("SELECT id FROM product_versions WHERE productId = ?", [first.id])).toHaveLength(2);
  });

  it("keeps its address once published, and nobody else's", async () => {
    const first = await publish(await save(draftOf()));
    expect(await staff.refusal(SAVE, draftOf({ productId: first.id, slug: "another-address" }))).toBe("VALIDATION");
    expect(await staff.refusal(SAVE, draftOf({ slug: first.slug }))).toBe("VALIDATION");
    const drafted = await save(draftOf());
    expect((await save({ ...draftOf({ slug: "moved-address" }), productId: drafted.id, version: 1 })).slug).toBe(
      "moved-address",
    );
  });

  it("is archived: it leaves the shop, and comes back by publishing a new version", async () => {
    const first = await publish(await save(draftOf()));
    const archived = (await staff.do(ARCHIVE, { productId: first.id, version: first.version }))[
      "product"
    ] as unknown as Product;
    expect(archived).toMatchObject({ state: "ARCHIVED", availableActions: ["EDIT", "CLONE"] });
    expect(await shop(first.slug)).toBeNull();
    expect(await sellableProduct(world.server.platform.database.read, first.id)).toBeUndefined();
    expect(await staff.refusal(ARCHIVE, { productId: first.id, version: archived.version })).toBe("INVALID_STATE");
    expect(await staff.refusal(PUBLISH, { productId: first.id, version: archived.version })).toBe("INVALID_STATE");
    const back = await publish(await save(draftOf({ slug: first.slug, productId: first.id })));
    expect(back).toMatchObject({ state: "PUBLISHED", published: { number: 2 } });
    expect(await shop(first.slug)).toMatchObject({ versionNumber: 2 });
  });

  it("is refused references that lead nowhere", async () => {
    for (const wish of [
      { categoryId: "x".repeat(22) },
      { components: [component({ itemId: "x".repeat(22) })] },
      { picture: "unknown" },
      { regions: ["999999"] },
      { slug: "Über uns" },
    ]) {
      expect(await staff.refusal(SAVE, draftOf(wish))).toBe("VALIDATION");
    }
    expect(await staff.refusal(SAVE, draftOf({ productId: "x".repeat(22) }))).toBe("NOT_FOUND");
    expect(await staff.refusal(SAVE, draftOf({ galleryFileIds: ["x".repeat(22)] }))).toBe("NOT_FOUND");
    expect(await staff.refusal(PUBLISH, { productId: "x".repeat(22), version: 1 })).toBe("NOT_FOUND");
    expect(await staff.refusal(ARCHIVE, { productId: "x".repeat(22), version: 1 })).toBe("NOT_FOUND");
  });

  it("shows photos its editor uploaded, which a colleague may keep but not bring", async () => {
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: "teal" } })
      .png()
      .toBuffer();
    const { body } = await staff.upload("PRODUCT", photo);
    const drafted = await save(draftOf({ galleryFileIds: [body["id"]] }));
    const colleague = await aStaff(world);
    const input = draftOf({ galleryFileIds: [body["id"]] });
    expect(await colleague.refusal(SAVE, input)).toBe("NOT_FOUND");
    await colleague.do(SAVE, { ...input, slug: drafted.slug, productId: drafted.id, version: 1 });
  });
});

describe("publishing asks", () => {
  it("every guard, and names those that fail", async () => {
    const lonely = await anItem(world);
    const drafted = await save(
      draftOf({
        titleEn: "",
        regions: [CHANGSHA, ZHUZHOU],
        components: [component(), component({ itemId: lonely, dependsOn: [3] }), component({ dependsOn: [2] })],
      }),
    );
    const failed = drafted.draft?.guards.filter((guard) => !guard.passed).map(({ code }) => code);
    expect(failed).toEqual(["EVERY_REQUIRED_ITEM_HAS_SUPPLIER", "DEPENDENCIES_ACYCLIC", "TEXTS_COMPLETE"]);
    const { submitProduct } = await staff.ask(SUBMIT, { input: { productId: drafted.id, version: drafted.version } });
    expect(submitProduct?.["userErrors"]).toMatchObject([
      {
        code: "PUBLISH_GUARD_FAILED",
        data: '{"guards":"EVERY_REQUIRED_ITEM_HAS_SUPPLIER,DEPENDENCIES_ACYCLIC,TEXTS_COMPLETE"}',
      },
    ]);
    expect(await shop(drafted.slug)).toBeNull();
  });

  it("that suppliers are active at that moment", async () => {
    const alone = await anItem(world);
    const supplier = await aSupplier(world, { services: [{ itemId: alone }] });
    const handedIn = await submit(await save(draftOf({ components: [component({ itemId: alone })] })));
    const PAUSE = "mutation($input: PauseServiceInput!) { pauseService(input: $input) { userErrors { code } } }";
    await supplier.owner.do(PAUSE, { serviceId: supplier.serviceIds.get(alone), version: 1 });
    expect(await reviewer.refusal(PUBLISH, { productId: handedIn.id, version: handedIn.version })).toBe(
      "PUBLISH_GUARD_FAILED",
    );
  });

  it("once: of two at the same moment one publishes", async () => {
    const { id, version } = await submit(await save(draftOf()));
    const deed = () => reviewer.ask(PUBLISH, { input: { productId: id, version } });
    const answers = await Promise.all([deed(), deed()]);
    expect(answers.filter((answer) => answer["publishProduct"]?.["product"])).toHaveLength(1);
  });
});

describe("a published version", () => {
  it("is kept by the database itself", async () => {
    const { published } = await publish(await save(draftOf()));
    const versionId = published?.id ?? "";
    const { writer } = world.server.platform.database;
    const sealed = /published version never changes/;
    const row = "'y', ?, ?, 9, 1, 1, 'FIXED', 1, 1";
    const columns = "id, versionId, itemId, position, required, selectedByDefault, quantityKind, quantity, stage";
    await expect(writer.query("UPDATE product_versions SET title = 'x' WHERE id = ?", [versionId])).rejects.toThrow(
      sealed,
    );
    await expect(
      writer.query("UPDATE product_components SET quantity = 9 WHERE versionId = ?", [versionId]),
    ).rejects.toThrow(sealed);
    await expect(writer.query("DELETE FROM product_components WHERE versionId = ?", [versionId])).rejects.toThrow(
      sealed,
    );
    const add = `INSERT INTO product_components (${columns}) VALUES (${row})`;
    await expect(writer.query(add, [versionId, itemId])).rejects.toThrow(sealed);
  });
});

it("reads a list of products with as many statements however long it is", async () => {
  const fresh = await openWorld();
  const reader = await aStaff(fresh);
  const LIST = `{ staffProducts { nodes { title published { ${VERSION} category { name } } draft { number } versions { number } } } }`;
  const product = async (): Promise<void> => {
    const { itemIds } = await aPublishedProduct(fresh);
    await aSupplier(fresh, { services: itemIds.map((id) => ({ itemId: id })) });
  };
  await product();
  const few = await fresh.statements(() => reader.ask(LIST));
  for (let more = 0; more < 3; more += 1) await product();
  expect(await fresh.statements(() => reader.ask(LIST))).toHaveLength(few.length);
  await fresh.close();
});

describe("who may", () => {
  it("write: catalogue.manage; publish and archive: catalogue.publish; nobody else", async () => {
    const { id, version } = await save(draftOf());
    const input = { productId: id, version };
    const [writer, publisher] = [
      await aStaff(world, ["catalogue.read", "catalogue.manage"]),
      await aStaff(world, ["catalogue.read", "catalogue.publish"]),
    ];
    expect(await writer.error(PUBLISH, { input })).toBe("FORBIDDEN");
    expect(await publisher.error(SAVE, { input: draftOf() })).toBe("FORBIDDEN");
    const actions = async (who: Actor) =>
      (await who.ask(`{ staffProduct(id: "${id}") { availableActions } }`))["staffProduct"];
    expect(await actions(writer)).toEqual({ availableActions: ["EDIT", "SUBMIT", "CLONE"] });
    expect(await actions(publisher)).toEqual({ availableActions: ["ARCHIVE"] });
    const { owner } = await aSupplier(world);
    for (const who of [owner, await aCustomer(world)]) {
      expect(await who.error(SAVE, { input: draftOf() })).toBe("FORBIDDEN");
      expect(await who.error(PUBLISH, { input })).toBe("FORBIDDEN");
      expect(await who.error(ARCHIVE, { input })).toBe("FORBIDDEN");
      expect(await who.error(`{ staffProduct(id: "${id}") { id } }`)).toBe("FORBIDDEN");
    }
    expect(await world.stranger("admin").error(PUBLISH, { input })).toBe("UNAUTHENTICATED");
  });

  it("list products: by state and title, by pages", async () => {
    const made = await save(draftOf({ title: "独一无二的商品" }));
    const LIST =
      "query($state: ProductState, $search: String, $first: Int, $after: String) { staffProducts(state: $state, search: $search, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    type Page = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const page = async (variables: Record<string, unknown>): Promise<Page> =>
      (await staff.ask(LIST, variables))["staffProducts"] as unknown as Page;
    expect((await page({ search: "独一无二" })).nodes).toEqual([{ id: made.id }]);
    expect((await page({ search: "独一无二", state: "PUBLISHED" })).nodes).toEqual([]);
    for (const state of [null, "PUBLISHED"]) {
      const whole = (await page({ state, first: 100 })).nodes;
      const walked: { id: string }[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { nodes, pageInfo } = await page({ state, first: 3, after });
        walked.push(...nodes);
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(walked).toEqual(whole);
    }
  });
});
