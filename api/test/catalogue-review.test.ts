import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "./kit/actor.js";
import { aCategory, anItem, aStaff, aSupplier, CHANGSHA, PLAN, ZHUZHOU } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const DIFFERENCE = "area kind subject field before after";
const DRAFT =
  "id number state title returnReason submitter reviewer regions { code } components { item { name } dependsOn }";
const PRODUCT = `product { id slug title version submittedAt availableActions published { ${DRAFT} } draft { ${DRAFT} version } differences { ${DIFFERENCE} } }`;
const mutation = (name: string): string =>
  `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${PRODUCT} userErrors { code field } } }`;
const SAVE = mutation("saveProductDraft");
const SUBMIT = mutation("submitProduct");
const WITHDRAW = mutation("withdrawProduct");
const RETURN = mutation("returnProduct");
const PUBLISH = mutation("publishProduct");
const CLONE = mutation("cloneProduct");
const POLICY = "mutation($input: ChangePolicyInput!) { changePolicy(input: $input) { userErrors { code } } }";

interface Product {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly availableActions: string[];
  readonly draft: { readonly id: string; readonly version: number; readonly state: string } | null;
  readonly differences: Record<string, string | null>[] | null;
}

let world: World;
let writer: Actor;
let reviewer: Actor;
let items: readonly [string, string];
let categoryId: string;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  writer = await aStaff(world);
  reviewer = await aStaff(world);
  items = [await anItem(world, { name: "墙面乳胶漆" }), await anItem(world, { name: "深度保洁" })];
  categoryId = (await aCategory(world)).id;
  await aSupplier(world, { services: items.map((itemId) => ({ itemId, costPrice: 1_700, salePrice: 2_600 })) });
});
afterAll(() => world.close());

const part = (itemId: string, wish: Record<string, unknown> = {}) => ({
  ...{ itemId, required: true, selectedByDefault: true, quantityKind: "FIXED", quantity: 2 },
  ...wish,
});
const draftOf = (wish: Record<string, unknown> = {}) => ({
  slug: `review-${(count += 1)}`,
  ...{ title: "旧墙刷新", titleEn: "Repainting", summary: "两天刷完。", description: "" },
  ...{ categoryId, galleryFileIds: [], picture: "paint", inputs: [], components: [part(items[0])] },
  ...{ plan: PLAN, supplierChoice: "CUSTOMER", regions: [CHANGSHA] },
  ...wish,
});
const product = (payload: unknown): Product => (payload as { product: Product }).product;
const save = async (wish: Record<string, unknown> = {}): Promise<Product> =>
  product(await writer.do(SAVE, draftOf(wish)));
const deed = async (who: Actor, document: string, { id, version }: Product, also = {}): Promise<Product> =>
  product(await who.do(document, { productId: id, version, ...also }));
const refusal = (who: Actor, document: string, { id, version }: Product, also = {}): Promise<unknown> =>
  who.refusal(document, { productId: id, version, ...also });

describe("a draft in review", () => {
  it("is not published by who wrote it, whoever handed it in", async () => {
    const drafted = await save();
    const handedIn = await deed(reviewer, SUBMIT, drafted);
    expect(await refusal(writer, PUBLISH, handedIn)).toBe("FOUR_EYES");
    expect(await refusal(reviewer, PUBLISH, handedIn)).toBe("FOUR_EYES");
    const third = await aStaff(world);
    expect((await deed(third, PUBLISH, handedIn)).draft).toBeNull();
  });

  it("is published by a second person, never by who handed it in", async () => {
    const drafted = await save();
    expect(await refusal(reviewer, PUBLISH, drafted)).toBe("INVALID_STATE");
    const handedIn = await deed(writer, SUBMIT, drafted);
    expect(handedIn).toMatchObject({
      draft: { state: "IN_REVIEW" },
      availableActions: ["WITHDRAW", "RETURN", "ARCHIVE", "CLONE"],
    });
    expect(await refusal(writer, PUBLISH, handedIn)).toBe("FOUR_EYES");
    const seen = (await reviewer.ask(`{ staffProducts(inReview: true) { nodes { id availableActions } } }`))[
      "staffProducts"
    ];
    expect(seen).toMatchObject({
      nodes: [{ id: drafted.id, availableActions: ["WITHDRAW", "PUBLISH", "RETURN", "ARCHIVE", "CLONE"] }],
    });
    const published = await deed(reviewer, PUBLISH, handedIn);
    expect(published).toMatchObject({ submittedAt: null, draft: null, published: { state: "PUBLISHED" } });
  });

  it("is not published by who wrote any of it, even when somebody else handed it in", async () => {
    const third = await aStaff(world);
    const written = await save();
    const edit = draftOf({ slug: written.slug, productId: written.id, version: written.draft?.version });
    const rewritten = product(await third.do(SAVE, edit));
    const handedIn = await deed(reviewer, SUBMIT, rewritten);
    for (const hand of [writer, third, reviewer]) expect(await refusal(hand, PUBLISH, handedIn)).toBe("FOUR_EYES");
    const seen = await writer.ask(`{ staffProduct(id: "${handedIn.id}") { availableActions } }`);
    expect(seen["staffProduct"]).toEqual({ availableActions: ["WITHDRAW", "RETURN", "ARCHIVE", "CLONE"] });
    const published = await deed(await aStaff(world), PUBLISH, handedIn);
    // The next version is another piece of writing: who wrote the last one may decide on it.
    const next = draftOf({ slug: handedIn.slug, productId: handedIn.id, title: "再刷一遍" });
    const nextIn = await deed(reviewer, SUBMIT, product(await reviewer.do(SAVE, next)));
    expect(published.version).toBeLessThan(nextIn.version);
    expect(await deed(writer, PUBLISH, nextIn)).toMatchObject({ published: { number: 2 } });
  });

  it("names a contract template there is, before it is handed in", async () => {
    const drafted = await save({ contractTemplate: "TYPO" });
    const asked = await writer.ask(`{ staffProduct(id: "${drafted.id}") { draft { guards { code passed detail } } } }`);
    const { draft } = asked["staffProduct"] as unknown as { draft: { guards: unknown[] } };
    expect(draft.guards).toContainEqual({ code: "CONTRACT_TEMPLATE_EXISTS", passed: false, detail: "TYPO" });
    expect(await refusal(writer, SUBMIT, drafted)).toBe("PUBLISH_GUARD_FAILED");
  });

  it("stays as it was handed in until it is taken back", async () => {
    const handedIn = await deed(writer, SUBMIT, await save());
    const edit = draftOf({ slug: handedIn.slug, productId: handedIn.id, version: handedIn.draft?.version });
    expect(await writer.refusal(SAVE, edit)).toBe("INVALID_STATE");
    expect(await refusal(writer, SUBMIT, handedIn)).toBe("INVALID_STATE");
    const back = await deed(writer, WITHDRAW, handedIn);
    expect(back).toMatchObject({ submittedAt: null, draft: { state: "DRAFT" } });
    expect(await refusal(writer, WITHDRAW, back)).toBe("INVALID_STATE");
    await writer.do(SAVE, { ...edit, version: back.draft?.version });
  });

  it("is returned with a reason that stays until it is handed in again", async () => {
    const handedIn = await deed(writer, SUBMIT, await save());
    expect(await refusal(reviewer, RETURN, handedIn, { reason: "  " })).toBe("REASON_REQUIRED");
    const returned = await deed(reviewer, RETURN, handedIn, { reason: "介绍太短" });
    expect(returned).toMatchObject({ draft: { state: "DRAFT", returnReason: "介绍太短" } });
    expect(await refusal(reviewer, RETURN, returned, { reason: "再来" })).toBe("INVALID_STATE");
    expect(await deed(writer, SUBMIT, returned)).toMatchObject({ draft: { state: "IN_REVIEW", returnReason: null } });
  });

  it("tells who may publish, and when it is returned whoever had handed it in; nobody hears of their own deed", async () => {
    const told = async (who: Actor, id: string): Promise<unknown[]> => {
      await world.settle();
      const { notices } = await who.ask("{ notices(first: 100) { nodes { kind path detail title } } }");
      const nodes = notices?.["nodes"] as unknown as { path: string }[];
      return nodes.filter(({ path }) => path.endsWith(`/products/${id}`));
    };
    const reader = await aStaff(world, ["catalogue.read", "catalogue.manage"]);
    const handedIn = await deed(writer, SUBMIT, await save());
    const toReview = { kind: "PRODUCT_TO_REVIEW", title: "旧墙刷新" };
    expect(await told(reviewer, handedIn.id)).toMatchObject([toReview]);
    expect(await told(writer, handedIn.id)).toEqual([]);
    expect(await told(reader, handedIn.id)).toEqual([]);
    await deed(reviewer, RETURN, handedIn, { reason: "介绍太短" });
    expect(await told(writer, handedIn.id)).toMatchObject([{ kind: "PRODUCT_RETURNED", detail: "介绍太短" }]);
    expect(await told(reviewer, handedIn.id)).toMatchObject([toReview]);
  });

  it("has one end although one publishes and another returns it at once", async () => {
    const { id, version } = await deed(writer, SUBMIT, await save());
    const third = await aStaff(world);
    const answers = await Promise.all([
      reviewer.ask(PUBLISH, { input: { productId: id, version } }),
      third.ask(RETURN, { input: { productId: id, version, reason: "再想想" } }),
    ]);
    expect(answers.filter((answer) => (answer["publishProduct"] ?? answer["returnProduct"])?.["product"])).toHaveLength(
      1,
    );
  });

  it("asks nobody else where one person runs the shop", async () => {
    await writer.do(POLICY, { key: "catalogue.four-eyes", value: "off", seen: "on" });
    const drafted = await save();
    expect(drafted.availableActions).toContain("PUBLISH");
    expect(await deed(writer, PUBLISH, drafted)).toMatchObject({ published: { number: 1 } });
    await writer.do(POLICY, { key: "catalogue.four-eyes", value: "on", seen: "off" });
  });

  it("is nobody's who may not: write to hand in, publish to return", async () => {
    const handedIn = await deed(writer, SUBMIT, await save());
    const reader = await aStaff(world, ["catalogue.read", "catalogue.manage"]);
    const publisher = await aStaff(world, ["catalogue.read", "catalogue.publish"]);
    const input = { productId: handedIn.id, version: handedIn.version };
    expect(await reader.error(RETURN, { input: { ...input, reason: "x" } })).toBe("FORBIDDEN");
    expect(await publisher.error(SUBMIT, { input })).toBe("FORBIDDEN");
    expect(await publisher.error(WITHDRAW, { input })).toBe("FORBIDDEN");
    expect(
      await publisher.error(CLONE, { input: { productId: handedIn.id, idempotencyKey: "clone-by-publisher" } }),
    ).toBe("FORBIDDEN");
  });
});

describe("the difference between versions", () => {
  it("is told by area, subject and side, and not to others' versions", async () => {
    const first = await deed(reviewer, PUBLISH, await deed(writer, SUBMIT, await save()));
    const components = [
      part(items[0], { quantity: 3 }),
      part(items[1], { required: false, dependsOn: [1], lagHours: 24 }),
    ];
    const next = await save({
      slug: first.slug,
      productId: first.id,
      title: "全屋刷新",
      components,
      regions: [CHANGSHA, ZHUZHOU],
    });
    expect(next.differences).toEqual([
      { area: "TEXTS", kind: "CHANGED", subject: null, field: "title", before: "旧墙刷新", after: "全屋刷新" },
      {
        area: "SALES",
        kind: "CHANGED",
        subject: null,
        field: "regions",
        before: CHANGSHA,
        after: `${CHANGSHA}、${ZHUZHOU}`,
      },
      { area: "COMPONENTS", kind: "CHANGED", subject: "墙面乳胶漆", field: "quantity", before: "2", after: "3" },
      { area: "COMPONENTS", kind: "ADDED", subject: "深度保洁", field: null, before: null, after: null },
    ]);
    const other = await save();
    const asked = await writer.ask(
      `{ staffProduct(id: "${next.id}") { differences(fromId: "${other.draft?.id}") { area } } }`,
    );
    expect(asked["staffProduct"]).toEqual({ differences: null });
  });
});

describe("a copy", () => {
  it("says the same under the next free address, once per key", async () => {
    const model = await save({ title: "可复制", components: [part(items[0]), part(items[1], { dependsOn: [1] })] });
    const input = { productId: model.id, idempotencyKey: "clone-the-product" };
    const clone = product(await writer.do(CLONE, input));
    expect(clone).toMatchObject({
      title: "可复制（副本）",
      draft: {
        components: [
          { item: { name: "墙面乳胶漆" }, dependsOn: [] },
          { item: { name: "深度保洁" }, dependsOn: [1] },
        ],
      },
    });
    expect(clone.slug).not.toBe(model.slug);
    expect(product(await writer.do(CLONE, input)).id).toBe(clone.id);
    const again = product(await writer.do(CLONE, { ...input, idempotencyKey: "clone-it-once-more" }));
    expect(new Set([model.slug, clone.slug, again.slug]).size).toBe(3);
    expect(await writer.refusal(CLONE, { productId: "x".repeat(22), idempotencyKey: "clone-nothing" })).toBe(
      "NOT_FOUND",
    );
  });
});

describe("a plan template", () => {
  const SAVE_PLAN =
    "mutation($input: SavePlanTemplateInput!) { savePlanTemplate(input: $input) { planTemplate { id code version steps { name } } userErrors { code field } } }";

  it("is a plan that a product could be published with, and changes only as it was seen", async () => {
    const input = { code: "half-half", name: "两期", nameEn: "Two parts", steps: PLAN, offered: true };
    const saved = (await writer.do(SAVE_PLAN, input))["planTemplate"] as unknown as { id: string; version: number };
    expect(saved).toMatchObject({ code: "HALF-HALF", version: 1 });
    expect(await writer.refusal(SAVE_PLAN, input)).toBe("VALIDATION");
    expect(await writer.refusal(SAVE_PLAN, { ...input, code: "short", steps: PLAN.slice(0, 1) })).toBe("VALIDATION");
    await writer.do(SAVE_PLAN, { ...input, id: saved.id, version: 1, name: "对半" });
    expect(await writer.refusal(SAVE_PLAN, { ...input, id: saved.id, version: 1 })).toBe("STALE_VERSION");
    expect((await writer.ask("{ planTemplates { name } }"))["planTemplates"]).toEqual([{ name: "对半" }]);
  });
});
