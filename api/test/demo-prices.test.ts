import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHANGSHA } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const PRODUCT =
  "query($slug: String!) { product(slug: $slug) { id components { id offers { supplier { id name } } } } }";
const PRICE = `query($id: ID!, $inputs: [InputValueInput!]!, $choices: [ComponentChoiceInput!]!) {
  priceProduct(productId: $id, regionCode: "${CHANGSHA}", inputs: $inputs, choices: $choices) {
    price { total rules { name effect } lines { itemName amount explanation } } userErrors { code field } } }`;

let world: World;
beforeAll(async () => {
  world = await openWorld({ seeded: true });
}, 180_000);
afterAll(() => world.close());

/** The price of a product of the demo, done by the named supplier where it can. */
async function priceOf(slug: string, answers: Readonly<Record<string, string>>, supplier?: string) {
  const shopper = world.stranger();
  const product = (await shopper.ask(PRODUCT, { slug }))["product"];
  const components = product["components"] as unknown as {
    id: string;
    offers: { supplier: { id: string; name: string } }[];
  }[];
  const choices = components.flatMap(({ id, offers }) => {
    const offer = offers.find((one) => one.supplier.name === supplier);
    return offer ? [{ componentId: id, selected: true, supplierId: offer.supplier.id }] : [];
  });
  const inputs = Object.entries(answers).map(([code, value]) => ({ code, value }));
  const answer = await shopper.ask(PRICE, { id: product["id"], inputs, choices });
  expect(answer["priceProduct"]["userErrors"]).toEqual([]);
  return answer["priceProduct"]["price"] as unknown as { total: string; rules: { name: string; effect: string }[] };
}

describe("the prices of the demo", () => {
  it("a year of bookkeeping with 60 papers a month is ¥2,649.60", async () => {
    const price = await priceOf("bookkeeping-small", { MONTHS: "12", VOUCHERS: "60" }, "星办企服");
    expect(price.total).toBe("264960");
  });

  it("89 ㎡, fifteen years old, on the fifth floor without a lift is ¥57,649", async () => {
    const answers = { AREA: "89", YEARS: "15", FLOOR: "5", LIFT: "无电梯" };
    expect((await priceOf("basic-renovation", answers, "匠心装饰")).total).toBe("5764900");
  });

  it("a wedding on the national holiday with 20 tables and 24 ㎡ is ¥23,123", async () => {
    const answers = { DAY: "2027-10-02", TABLES: "20", STAGE: "24" };
    const price = await priceOf("wedding-signature", answers, "满庭花艺");
    expect(price.total).toBe("2312300");
    expect(price.rules).toEqual([
      { name: "旺季（五一、国庆）", effect: "290000" },
      { name: "一站式套餐 95 折", effect: "-121700" },
    ]);
  });

  it("the same wedding on a plain day 80 km away costs the way and no season", async () => {
    const answers = { DAY: "2027-09-18", TABLES: "20", STAGE: "24", KM: "80" };
    // (11,600 + 3,600 + 6,240) × 0.95 + 30 × 3
    expect((await priceOf("wedding-signature", answers, "满庭花艺")).total).toBe("2045800");
  });
});
