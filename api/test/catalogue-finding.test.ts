import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProductRating } from "../src/catalogue/catalogue.store.js";
import { tidySearch } from "../src/catalogue/tidy-search.flow.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { aCategory, anItem, aPublishedProduct, aStaff, aSupplier, CHANGSHA, ZHUZHOU } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const FACETS = `query($search: String, $categorySlug: String, $regionCode: String, $narrowing: ProductNarrowingInput, $literal: Boolean) {
  productFacets(search: $search, categorySlug: $categorySlug, regionCode: $regionCode, narrowing: $narrowing, literal: $literal) {
    total corrected categories { category { slug } count } prices { from below count } marks { leastMark count }
    saleModes { mode count } regions { region { code } count } } }`;
const LIST = `query($search: String, $categorySlug: String, $regionCode: String, $narrowing: ProductNarrowingInput, $literal: Boolean) {
  products(search: $search, categorySlug: $categorySlug, regionCode: $regionCode, narrowing: $narrowing, literal: $literal, first: 100) { nodes { title } } }`;
const SUGGEST =
  "query($typed: String!, $first: Int) { productSuggestions(typed: $typed, first: $first) { kind text slug } }";
const SAVE =
  "mutation($input: SaveSynonymsInput!) { saveSearchSynonyms(input: $input) { synonyms { id words version } userErrors { code field } } }";
const DROP =
  "mutation($input: DropSynonymsInput!) { dropSearchSynonyms(input: $input) { synonyms { id } userErrors { code } } }";

interface Facets {
  readonly total: number;
  readonly corrected: string | null;
  readonly categories: { category: { slug: string }; count: number }[];
  readonly prices: { from: string; below: string | null; count: number }[];
  readonly marks: { leastMark: number; count: number }[];
  readonly saleModes: { mode: string; count: number }[];
  readonly regions: { region: { code: string }; count: number }[];
}

let world: World;
const slugs: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  const [home, office] = [await aCategory(world, "家电清洗"), await aCategory(world, "企业服务")];
  slugs.push(home.slug, office.slug);
  const make = async (title: string, salePrice: number, category = home, regions = [CHANGSHA]): Promise<string> => {
    const itemId = await anItem(world, { categoryId: category.id });
    await aSupplier(world, { regions, services: [{ itemId, salePrice, costPrice: 1 }] });
    const made = await aPublishedProduct(world, { title, category, regions, components: [{ itemId, quantity: 1 }] });
    return made.productId;
  };
  const best = await make("空调清洗", 8_000, home, [CHANGSHA, ZHUZHOU]);
  await make("中央空调清洗", 60_000);
  await make("油烟机清洗", 15_000);
  await make("下水道疏通", 12_000);
  await make("商标注册", 90_000, office);
  await make("办公空调维护", 250_000, office);
  const scores = { overall: 5, quality: 5, punctuality: 5, attitude: 5 };
  await world.server.platform.work.run(SYSTEM, (tx) => addProductRating(tx, best, scores));
}, 60_000);
afterAll(() => world.close());

const facets = async (variables: Record<string, unknown> = {}): Promise<Facets> =>
  (await world.stranger().ask(FACETS, variables))["productFacets"] as unknown as Facets;
const titles = async (variables: Record<string, unknown>): Promise<string[]> => {
  const { products } = (await world.stranger().ask(LIST, variables)) as unknown as {
    products: { nodes: { title: string }[] };
  };
  return products.nodes.map((node) => node.title).sort();
};
const suggest = async (typed: string, first?: number): Promise<{ kind: string; text: string; slug: string | null }[]> =>
  (await world.stranger().ask(SUGGEST, { typed, first }))["productSuggestions"] as unknown as never;

describe("facets", () => {
  it("count what each choice leaves, in a list and in a search", async () => {
    const all = await facets();
    expect(all).toMatchObject({ total: 6, corrected: null });
    expect(all.categories.map(({ category, count }) => [category.slug, count])).toEqual([
      [slugs[0], 4],
      [slugs[1], 2],
    ]);
    expect(all.prices.map(({ count }) => count)).toEqual([1, 2, 2, 1, 0]);
    expect(all.marks).toEqual([
      { leastMark: 4.5, count: 1 },
      { leastMark: 4, count: 1 },
    ]);
    expect(all.saleModes).toEqual([{ mode: "FIXED", count: 6 }]);
    expect(all.regions.map(({ region, count }) => [region.code, count])).toEqual([
      [CHANGSHA, 6],
      [ZHUZHOU, 1],
    ]);
    const found = await facets({ search: "空调" });
    expect(found.total).toBe(3);
    expect(found.categories.map(({ count }) => count)).toEqual([2, 1]);
  });

  it("are narrowed by the other choices and not by their own, and agree with the list", async () => {
    const narrowing = { priceFrom: "50000", priceBelow: "200000" };
    const some = await facets({ categorySlug: slugs[0], narrowing });
    expect(some.total).toBe(1);
    expect(some.prices.map(({ count }) => count)).toEqual([1, 2, 1, 0, 0]);
    expect(some.categories.map(({ count }) => count)).toEqual([1, 1]);
    expect(await titles({ categorySlug: slugs[0], narrowing })).toEqual(["中央空调清洗"]);
    expect(await titles({ search: "空调", narrowing: { leastMark: 4.5 } })).toEqual(["空调清洗"]);
    expect(await titles({ narrowing: { saleModes: ["BIDDING"] } })).toEqual([]);
    expect(await facets({ regionCode: ZHUZHOU })).toMatchObject({ total: 1 });
    expect((await facets({ categorySlug: "unknown" })).total).toBe(0);
  });

  it("follow a change at once and refuse marks that can't be", async () => {
    expect((await facets({ narrowing: { leastMark: 4 } })).total).toBe(1);
    expect(await world.stranger().error(FACETS, { narrowing: { leastMark: 6 } })).not.toBe("");
  });

  it("ask the database the same number of statements whatever is found", async () => {
    await facets({ search: "空调" });
    const counts = await Promise.all(
      ["中央", "疏通"].map(async (search) => (await world.statements(() => facets({ search }))).length),
    );
    expect(new Set(counts).size).toBe(1);
  });
});

describe("a search that looks mistyped", () => {
  it("says what it was taken for, and may be taken literally", async () => {
    expect((await facets({ search: "空条清洗" })).corrected).toBe("空调清洗");
    expect(await titles({ search: "空条清洗" })).toContain("空调清洗");
    expect((await facets({ search: "空条清洗", literal: true })).corrected).toBeNull();
    expect((await facets({ search: "空调清洗" })).corrected).toBeNull();
  });
});

describe("suggestions", () => {
  it("complete what is typed, in Chinese, in pinyin and by initials", async () => {
    expect((await suggest("空")).map((s) => s.text)).toContain("空调");
    expect((await suggest("空调清")).map((s) => s.text)).toContain("空调清洗");
    expect((await suggest("kongt")).map((s) => s.text)).toContain("空调");
    expect((await suggest("ktqx")).map((s) => s.text)).toContain("空调清洗");
    expect((await suggest("xiashuid")).map((s) => s.text)).toContain("下水道疏通");
  });

  it("lead to categories and products, and put a typo right", async () => {
    expect(await suggest("家电")).toContainEqual({ kind: "CATEGORY", text: "家电清洗", slug: slugs[0] });
    expect((await suggest("商标")).find((s) => s.kind === "PRODUCT")).toMatchObject({ text: "商标注册" });
    expect((await suggest("下水到")).map((s) => s.text)).toContain("下水道");
  });

  it("are as many as asked for, and none for nothing", async () => {
    expect(await suggest("空", 1)).toHaveLength(1);
    expect(await suggest("   ")).toEqual([]);
    expect(await suggest("量子")).toEqual([]);
    expect(await world.stranger().error(SUGGEST, { typed: "空", first: 13 })).not.toBe("");
  });
});

describe("synonyms", () => {
  it("count from the next search on, are changed by the version seen and dropped", async () => {
    const staff = await aStaff(world);
    expect(await titles({ search: "冷气机" })).toEqual([]);
    const saved = await staff.do(SAVE, { words: ["冷气机", "空调 ", "空调"] });
    expect(saved["synonyms"]).toMatchObject({ words: ["冷气机", "空调"], version: 1 });
    expect(await titles({ search: "冷气机清洗" })).toEqual(expect.arrayContaining(["中央空调清洗", "空调清洗"]));
    const { id } = saved["synonyms"] as unknown as { id: string };
    await staff.do(SAVE, { id, version: 1, words: ["冷气机", "疏通 下水道"] });
    expect(await titles({ search: "冷气机" })).toEqual(["下水道疏通"]);
    expect(await staff.refusal(DROP, { id, version: 1 })).toBe("STALE_VERSION");
    await staff.do(DROP, { id, version: 2 });
    expect(await titles({ search: "冷气机" })).toEqual([]);
  });

  it("refuse one word, too many and empty ones", async () => {
    const staff = await aStaff(world);
    for (const words of [
      ["空调"],
      ["空调", "空调"],
      ["空调", " "],
      ["空调", "！"],
      Array.from({ length: 13 }, String),
    ]) {
      expect(await staff.refusal(SAVE, { words })).toBe("VALIDATION");
    }
  });
});

describe("the words of the index", () => {
  it("counted anew are the same as counted one by one", async () => {
    const sql = world.server.platform.database.read;
    const words = () =>
      sql.query("SELECT word, sound, titles, bodies FROM search_terms WHERE titles + bodies > 0 ORDER BY word");
    const before = await words();
    expect(before.length).toBeGreaterThan(10);
    await world.server.platform.work.run(SYSTEM, async (tx) => {
      await tx.run("DELETE FROM search_terms");
      await tx.run("DELETE FROM settings WHERE `key` = 'search-words'");
    });
    await tidySearch(world.server.platform);
    expect(await words()).toEqual(before);
  });
});
