import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Data } from "./kit/actor.js";
import {
  aCustomer,
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  CHANGSHA,
  type MadeProduct,
  type MadeSupplier,
  ZHUZHOU,
} from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const PRICE = `query($productId: ID!, $regionCode: String!, $inputs: [InputValueInput!]!, $choices: [ComponentChoiceInput!]!) {
  priceProduct(productId: $productId, regionCode: $regionCode, inputs: $inputs, choices: $choices) {
    price { total hash productVersionId
      lines { componentId itemName unit quantity unitPrice amount chosenByPlatform explanation supplier { id name } }
      plan { name trigger gate amount } }
    userErrors { code field }
  } }`;

let world: World;
let walls: string;
let clean: string;
let product: MadeProduct;
let craft: MadeSupplier;
let quick: MadeSupplier;

beforeAll(async () => {
  world = await openWorld();
  walls = await anItem(world, { name: "墙面乳胶漆", unit: "㎡" });
  clean = await anItem(world, { name: "开荒保洁", unit: "次" });
  product = await aPublishedProduct(world, {
    title: "墙面翻新",
    components: [
      { itemId: walls, quantityKind: "INPUT", quantity: null, quantityInput: "AREA" },
      { itemId: clean, required: false, selectedByDefault: false },
    ],
    regions: [CHANGSHA, ZHUZHOU],
  });
  craft = await aSupplier(world, {
    name: "匠心",
    services: [{ itemId: walls, costPrice: 1_700, salePrice: 2_600 }, { itemId: clean }],
  });
  quick = await aSupplier(world, { name: "快手", services: [{ itemId: walls, costPrice: 1_500, salePrice: 2_400 }] });
});
afterAll(() => world.close());

async function price(actor: Actor, wish: Record<string, unknown> = {}): Promise<Data> {
  const variables = {
    productId: product.productId,
    regionCode: CHANGSHA,
    inputs: [{ code: "AREA", value: "89.5" }],
    choices: [],
    ...wish,
  };
  return (await actor.ask(PRICE, variables))["priceProduct"] as Data;
}

const refusal = async (wish: Record<string, unknown>): Promise<unknown> => {
  const { price: none, userErrors } = await price(world.stranger(), wish);
  expect(none).toBeNull();
  return (userErrors as unknown as { code: string }[]).map(({ code }) => code);
};
const wallsBy = (supplierId: string) => [{ componentId: product.componentIds[0], selected: true, supplierId }];

describe("pricing a product", () => {
  it("tells a stranger the price, the platform's choice and the plan", async () => {
    const { price: priced } = await price(world.stranger());
    expect(priced).toMatchObject({ total: "214800", productVersionId: product.versionId });
    expect(priced?.["lines"]).toEqual([
      {
        componentId: product.componentIds[0],
        itemName: "墙面乳胶漆",
        unit: "㎡",
        quantity: 89.5,
        unitPrice: "2400",
        amount: "214800",
        chosenByPlatform: true,
        explanation: "¥24.00 × 89.5 ㎡",
        supplier: { id: quick.supplierId, name: "快手" },
      },
    ]);
    expect(priced?.["plan"]).toMatchObject([
      { trigger: "ON_ORDER", gate: true, amount: "64440" },
      { trigger: "ON_ACCEPTANCE", gate: false, amount: "150360" },
    ]);
  });

  it("takes the customer's supplier and the optional component", async () => {
    const choices = [...wallsBy(craft.supplierId), { componentId: product.componentIds[1], selected: true }];
    const { price: priced } = await price(world.stranger(), { choices });
    expect(priced).toMatchObject({ total: String(232_700 + 10_000) });
  });

  it.each([
    ["a product that is not on sale", () => ({ productId: "AAAAAAAAAAAAAAAAAAAAAA" }), "PRODUCT_NOT_AVAILABLE"],
    ["a region it is not sold in", () => ({ regionCode: "110100" }), "REGION_NOT_SERVED"],
    ["a region where nobody works", () => ({ regionCode: ZHUZHOU }), "NO_SUPPLIER"],
    ["a supplier that can't", () => ({ choices: wallsBy("AAAAAAAAAAAAAAAAAAAAAA") }), "SUPPLIER_NOT_ELIGIBLE"],
    ["too much", () => ({ inputs: [{ code: "AREA", value: "1001" }] }), "QUANTITY_OUT_OF_RANGE"],
    ["nothing", () => ({ inputs: [{ code: "AREA", value: "0" }] }), "QUANTITY_OUT_OF_RANGE"],
    ["what is no number", () => ({ inputs: [{ code: "AREA", value: "Infinity" }] }), "VALIDATION"],
    ["a missing quantity", () => ({ inputs: [] }), "VALIDATION"],
  ])("refuses %s", async (_case, wish, code) => {
    expect(await refusal(wish())).toEqual([code]);
  });

  it("can't be asked for a supplier's cost by anybody", async () => {
    const document = PRICE.replace("unitPrice amount", "unitPrice costAmount amount");
    const variables = { productId: product.productId, regionCode: CHANGSHA, inputs: [], choices: [] };
    expect(await world.stranger().error(document, variables)).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await (await aStaff(world)).error(document, variables)).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("takes no more statements for many components than for one", async () => {
    const itemIds = await Promise.all([1, 2, 3, 4, 5].map(() => anItem(world)));
    await aSupplier(world, { services: itemIds.map((itemId) => ({ itemId })) });
    const many = await aPublishedProduct(world, { components: itemIds.map((itemId) => ({ itemId })) });
    const forOne = await world.statements(() => price(world.stranger()));
    const forFive = await world.statements(() => price(world.stranger(), { productId: many.productId, inputs: [] }));
    expect(forFive.length).toBe(forOne.length);
  });
});

describe("previewing a version", () => {
  const PREVIEW = `query($id: ID!) { previewProductPrice(productVersionId: $id, regionCode: "430100",
    inputs: [{ code: "AREA", value: "10" }], choices: []) { price { total } userErrors { code } } }`;

  it("is for staff who may read the catalogue", async () => {
    const staff = await aStaff(world, ["catalogue.read"]);
    const { previewProductPrice } = await staff.ask(PREVIEW, { id: product.versionId });
    expect(previewProductPrice).toEqual({ price: { total: "24000" }, userErrors: [] });
    const missing = await staff.ask(PREVIEW, { id: "AAAAAAAAAAAAAAAAAAAAAA" });
    expect(missing).toEqual({ previewProductPrice: { price: null, userErrors: [{ code: "NOT_FOUND" }] } });
    expect(await (await aStaff(world, ["orders.read"])).error(PREVIEW, { id: product.versionId })).toBe("FORBIDDEN");
    expect(await (await aCustomer(world)).error(PREVIEW, { id: product.versionId })).toBe("FORBIDDEN");
    expect(await craft.owner.error(PREVIEW, { id: product.versionId })).toBe("FORBIDDEN");
    expect(await world.stranger().error(PREVIEW, { id: product.versionId })).toBe("UNAUTHENTICATED");
  });
});

describe("comparing suppliers", () => {
  const OFFERS = `query($slug: String!, $region: String) { product(slug: $slug) { components {
    item { name } offers(regionCode: $region) { salePrice recommended reason level perDay supplier { name } } } } }`;

  it("ranks who can do an item, the platform's choice first", async () => {
    const { product: page } = await world.stranger().ask(OFFERS, { slug: product.slug, region: CHANGSHA });
    expect(page?.["components"]?.[0]?.["offers"]).toMatchObject([
      { supplier: { name: "快手" }, salePrice: "2400", recommended: true, reason: "LOWEST_PRICE" },
      { supplier: { name: "匠心" }, salePrice: "2600", recommended: false, reason: "BALANCED" },
    ]);
  });

  it("offers nobody where nobody works", async () => {
    const { product: page } = await world.stranger().ask(OFFERS, { slug: product.slug, region: ZHUZHOU });
    expect(page?.["components"]?.[0]?.["offers"]).toEqual([]);
  });
});
