import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Data } from "./kit/actor.js";
import { aCategory, aCustomer, anItem, aPublishedProduct, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const ITEM =
  "item { id availableActions usedInProducts item { code name state version milestones { code weight } } } userErrors { code field data }";
const SAVE = `mutation($input: SaveServiceItemInput!) { saveServiceItem(input: $input) { ${ITEM} } }`;
const ACTIVATE = `mutation($input: ActivateServiceItemInput!) { activateServiceItem(input: $input) { ${ITEM} } }`;
const RETIRE = `mutation($input: RetireServiceItemInput!) { retireServiceItem(input: $input) { ${ITEM} } }`;
const SAVE_CATEGORY =
  "mutation($input: SaveCategoryInput!) { saveCategory(input: $input) { category { id slug name } userErrors { code field } } }";

let world: World;
let staff: Actor;
let categoryId: string;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  categoryId = (await aCategory(world)).id;
});
afterAll(() => world.close());

const spec = (wish: Record<string, unknown> = {}) => ({
  code: `paint-${(count += 1)}`,
  name: "墙面乳胶漆",
  nameEn: "Wall paint",
  unit: "㎡",
  description: "两底一面。",
  categoryId,
  milestones: [
    { code: "PRIMER", name: "底漆", weight: 40, minPhotos: 1 },
    { code: "TOP", name: "面漆", weight: 60, minPhotos: 2 },
  ],
  ...wish,
});

async function aDraft(): Promise<{ itemId: string }> {
  const saved = await staff.do(SAVE, spec());
  return { itemId: (saved["item"] as Data)["id"] as string };
}

describe("a service item", () => {
  it("is written, put to use, changed and retired", async () => {
    const saved = await staff.do(SAVE, spec({ code: "tile-1" }));
    expect(saved["item"]).toMatchObject({
      item: { code: "TILE-1", state: "DRAFT" },
      availableActions: ["EDIT", "ACTIVATE"],
    });
    const id = (saved["item"] as Data)["id"];
    const used = await staff.do(ACTIVATE, { itemId: id, version: 1 });
    expect(used["item"]).toMatchObject({ item: { state: "ACTIVE", version: 2 }, availableActions: ["EDIT", "RETIRE"] });
    await staff.do(SAVE, spec({ id, version: 2, code: "TILE-1", name: "瓷砖铺贴" }));
    expect(await staff.refusal(SAVE, spec({ id, version: 2, code: "TILE-1" }))).toBe("STALE_VERSION");
    const gone = await staff.do(RETIRE, { itemId: id, version: 3 });
    expect(gone["item"]).toMatchObject({
      item: { name: "瓷砖铺贴", state: "RETIRED" },
      availableActions: ["ACTIVATE"],
    });
    expect(await staff.refusal(SAVE, spec({ id, version: 4, code: "TILE-1" }))).toBe("INVALID_STATE");
    expect(await staff.refusal(RETIRE, { itemId: id, version: 4 })).toBe("INVALID_STATE");
  });

  it.each([
    ["milestones", { milestones: [] }],
    ["milestones", { milestones: [{ code: "A", name: "一", weight: 99, minPhotos: 0 }] }],
    ["code", { code: "中文" }],
    ["categoryId", { categoryId: "x".repeat(22) }],
    ["name", { name: " " }],
  ])("is refused for its %s", async (field, wish) => {
    const { saveServiceItem } = await staff.ask(SAVE, { input: spec(wish) });
    expect(saveServiceItem?.["userErrors"]).toMatchObject([{ code: "VALIDATION", field }]);
  });

  it("has a code of its own", async () => {
    await staff.do(SAVE, spec({ code: "UNIQUE" }));
    expect(await staff.refusal(SAVE, spec({ code: "unique" }))).toBe("VALIDATION");
    const { itemId } = await aDraft();
    expect(await staff.refusal(SAVE, spec({ id: itemId, version: 1, code: "UNIQUE" }))).toBe("VALIDATION");
  });

  it("can't retire while a published product contains it", async () => {
    const itemId = await anItem(world);
    await aPublishedProduct(world, { components: [{ itemId }] });
    const { retireServiceItem } = await staff.ask(RETIRE, { input: { itemId, version: 2 } });
    expect(retireServiceItem?.["userErrors"]).toMatchObject([{ code: "ITEM_IN_USE", data: '{"products":1}' }]);
    const { staffServiceItem } = await staff.ask(`{ staffServiceItem(id: "${itemId}") { usedInProducts } }`);
    expect(staffServiceItem).toEqual({ usedInProducts: 1 });
  });

  it("is not found when there is none", async () => {
    const input = { itemId: "x".repeat(22), version: 1 };
    expect(await staff.refusal(ACTIVATE, input)).toBe("NOT_FOUND");
    expect(await staff.refusal(RETIRE, input)).toBe("NOT_FOUND");
    expect(await staff.refusal(SAVE, spec({ id: input.itemId, version: 1 }))).toBe("NOT_FOUND");
    expect((await staff.ask(`{ staffServiceItem(id: "${input.itemId}") { id } }`))["staffServiceItem"]).toBeNull();
  });

  it("is managed by staff who may", async () => {
    const { itemId } = await aDraft();
    const reader = await aStaff(world, ["catalogue.read"]);
    const { owner } = await aSupplier(world);
    for (const who of [reader, owner, await aCustomer(world)]) {
      expect(await who.error(SAVE, { input: spec() })).toBe("FORBIDDEN");
      expect(await who.error(ACTIVATE, { input: { itemId, version: 1 } })).toBe("FORBIDDEN");
    }
    const { staffServiceItem } = await reader.ask(
      `{ staffServiceItem(id: "${itemId}") { availableActions offers { id } } }`,
    );
    expect(staffServiceItem).toEqual({ availableActions: [], offers: [] });
    expect(await owner.error("{ staffServiceItems { nodes { id } } }")).toBe("FORBIDDEN");
  });
});

describe("lists of items", () => {
  it("show applicants active ones only, found by name, code and category", async () => {
    const { itemId } = await aDraft();
    const LIST =
      "query($search: String, $categoryId: ID) { serviceItems(search: $search, categoryId: $categoryId) { id } }";
    const idsFor = async (variables: Record<string, unknown>): Promise<string[]> => {
      const { serviceItems } = await world.stranger("supplier").ask(LIST, variables);
      return (serviceItems as unknown as { id: string }[]).map((item) => item.id);
    };
    expect(await idsFor({})).not.toContain(itemId);
    await staff.do(ACTIVATE, { itemId, version: 1 });
    const code = `paint-${count}`;
    expect(await idsFor({ search: code })).toEqual([itemId]);
    expect(await idsFor({ search: "乳胶漆", categoryId })).toContain(itemId);
    expect(await idsFor({ categoryId: (await aCategory(world)).id })).toEqual([]);
  });

  it("ask the database the same however long they are", async () => {
    const fresh = await openWorld();
    const reader = await aStaff(fresh);
    const LIST =
      "query($first: Int, $after: String) { staffServiceItems(first: $first, after: $after) { nodes { id usedInProducts item { category { name productCount } } offers { costPrice supplier { name } } } pageInfo { hasNextPage endCursor } } }";
    const made = [await anItem(fresh)];
    await aSupplier(fresh, { services: [{ itemId: made[0] ?? "" }] });
    const few = await fresh.statements(() => reader.ask(LIST, {}));
    for (let more = 0; more < 4; more += 1) {
      const itemId = await anItem(fresh);
      made.push(itemId);
      await aSupplier(fresh, { services: [{ itemId }] });
    }
    expect(await fresh.statements(() => reader.ask(LIST, {}))).toHaveLength(few.length);
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { staffServiceItems } = await reader.ask(LIST, { first: 2, after });
      const page = staffServiceItems as unknown as {
        nodes: { id: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
      walked.push(...page.nodes.map((node) => node.id));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect([...walked].sort()).toEqual([...made].sort());
    await fresh.close();
  });
});

describe("a category", () => {
  const category = { slug: "garden", name: "园艺", nameEn: "Garden", icon: "flowers", position: 9 };

  it("is added and changed by staff, and has an address of its own", async () => {
    const added = await staff.do(SAVE_CATEGORY, category);
    const id = (added["category"] as Data)["id"];
    expect((await staff.do(SAVE_CATEGORY, { ...category, id, name: "园林" }))["category"]).toMatchObject({
      id,
      name: "园林",
    });
    expect(await staff.refusal(SAVE_CATEGORY, category)).toBe("VALIDATION");
    expect(await staff.refusal(SAVE_CATEGORY, { ...category, id: "x".repeat(22) })).toBe("NOT_FOUND");
    expect(await (await aCustomer(world)).error(SAVE_CATEGORY, { input: category })).toBe("FORBIDDEN");
  });

  it("counts what is sold in it", async () => {
    const { categories } = await world.stranger().ask("{ categories { slug productCount } }");
    const product = await aPublishedProduct(world);
    await aSupplier(world, { services: product.itemIds.map((itemId) => ({ itemId })) });
    const after = (await world.stranger().ask("{ categories { slug productCount } }"))["categories"];
    expect(JSON.stringify(categories)).not.toContain(product.categorySlug);
    expect(after).toContainEqual({ slug: product.categorySlug, productCount: 1 });
  });
});
