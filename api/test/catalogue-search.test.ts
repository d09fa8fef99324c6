import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCategory, anItem, aPublishedProduct, aSupplier, CHANGSHA, ZHUZHOU } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

/** What is on sale: title and what else is said. The last ones are traps: their texts contain other queries' characters. */
const products: readonly (readonly [title: string, summary: string])[] = [
  ["空调挂机深度清洗", "滤网、蒸发器、风轮高温消毒，异味没了。"],
  ["空调加氟与检修", "不制冷、漏水上门检测。"],
  ["中央空调清洗", "风口与主机一次洗净。"],
  ["油烟机清洗", "拆洗叶轮，除油除味。"],
  ["洗衣机清洗", "内筒除菌。"],
  ["下水道疏通", "厨房、卫生间管道堵塞当天解决。"],
  ["马桶维修更换", "漏水、堵塞、更换配件。"],
  ["卫生间防水补漏", "闭水试验合格再付尾款。"],
  ["水电改造", "按点位计价，布线规范。"],
  ["旧墙刷新", "墙面乳胶漆，两天刷完。"],
  ["全屋定制柜体", "衣柜、橱柜、书柜，环保板材。"],
  ["开荒保洁", "装修后全屋清洁，玻璃擦亮。"],
  ["半包基装", "人工加辅材，按面积计价。"],
  ["公司注册", "核名、执照、刻章，全程代办。"],
  ["创业无忧·小规模套餐", "设立登记、刻章备案、税务报到，再加一年代理记账。"],
  ["代理记账·小规模纳税人", "按月做账报税。"],
  ["代理记账·一般纳税人", "按月做账报税，进项抵扣。"],
  ["商标注册", "近似检索、申请、领证。"],
  ["品牌保护包", "三个类别的商标注册与监测。"],
  ["注册地址托管", "可收信函，年费制。"],
  ["VI 与 Logo 设计", "标志、名片、门头。"],
  ["婚礼主持", "资深司仪，双语可选。"],
  ["婚礼跟妆", "早妆与三套造型。"],
  ["婚礼摄影双机位", "全天跟拍，精修一百张。"],
  ["婚礼花艺布置", "桌花、路引、手捧花。"],
  ["舞台搭建与灯光", "按平方米计价，含音响。"],
  ["和服租赁体验", "拍照两小时，含发型。"],
  ["电脑维护", "系统重装、硬件维护和服务器巡检。"],
  ["会议翻译", "英语、日语，商务会谈。"],
];

/** What people type, and what must come first. */
const queries: readonly (readonly [query: string, first: string])[] = [
  ["空调清洗", "空调挂机深度清洗|中央空调清洗"],
  ["清洗空调", "空调挂机深度清洗|中央空调清洗"],
  ["油烟机", "油烟机清洗"],
  ["水道", "下水道疏通"],
  ["下水道堵了", "下水道疏通"],
  ["防水", "卫生间防水补漏"],
  ["卫生间漏水", "卫生间防水补漏|马桶维修更换"],
  ["刷墙 乳胶漆", "旧墙刷新"],
  ["衣柜", "全屋定制柜体"],
  ["保洁", "开荒保洁"],
  ["注册公司", "公司注册"],
  ["代理记账", "代理记账·小规模纳税人|代理记账·一般纳税人"],
  ["一般纳税人 记账", "代理记账·一般纳税人"],
  ["商标", "商标注册"],
  ["刻章", "公司注册|创业无忧·小规模套餐"],
  ["logo", "VI 与 Logo 设计"],
  ["ＬＯＧＯ设计", "VI 与 Logo 设计"],
  ["婚礼化妆跟妆", "婚礼跟妆"],
  ["主持", "婚礼主持"],
  ["和服", "和服租赁体验"],
  ["漆", "旧墙刷新"],
];

let world: World;
const SEARCH =
  "query($search: String!, $regionCode: String, $categorySlug: String, $sort: ProductSort, $first: Int, $after: String) { products(search: $search, regionCode: $regionCode, categorySlug: $categorySlug, sort: $sort, first: $first, after: $after) { nodes { title priceFrom } pageInfo { hasNextPage endCursor } } }";

beforeAll(async () => {
  world = await openWorld();
  const [itemId, everywhere] = [await anItem(world), await anItem(world)];
  await aSupplier(world, { services: [{ itemId, salePrice: 10_000 }] });
  await aSupplier(world, { regions: [CHANGSHA, ZHUZHOU], services: [{ itemId: everywhere, salePrice: 5_000 }] });
  const category = await aCategory(world);
  for (const [title, summary] of products) {
    const both = title.includes("清洗");
    const components = [{ itemId: both ? everywhere : itemId }];
    await aPublishedProduct(world, { title, summary, components, category, regions: [CHANGSHA, ZHUZHOU] });
  }
}, 60_000);
afterAll(() => world.close());

interface Page {
  readonly nodes: { readonly title: string; readonly priceFrom: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function search(query: string, more: Record<string, unknown> = {}): Promise<Page> {
  return (await world.stranger().ask(SEARCH, { search: query, ...more }))["products"] as unknown as Page;
}
const titlesFor = async (query: string, more: Record<string, unknown> = {}): Promise<string[]> =>
  (await search(query, more)).nodes.map((node) => node.title);

describe("Chinese search", () => {
  it.each(queries)("for %s brings first: %s", async (query, first) => {
    expect(first.split("|")).toContain((await titlesFor(query))[0]);
  });

  it.each([
    ["kongtiao", "空调"],
    ["kong tiao qing xi", "空调挂机深度清洗"],
    ["kongtiaoqingxi", "空调挂机深度清洗"],
    ["kt qx", "空调挂机深度清洗"],
    ["youyanji", "油烟机清洗"],
    ["yyj", "油烟机清洗"],
    ["shangb", "商标注册"],
    ["空调qingxi", "空调挂机深度清洗"],
    ["logo sheji", "VI 与 Logo 设计"],
  ])("reads %s as pinyin", async (query, found) => {
    expect((await titlesFor(query)).slice(0, 3).join("|")).toContain(found);
  });

  it.each([
    ["空条清洗", "空调清洗", "空调挂机深度清洗|中央空调清洗"],
    ["空调清冼", "空调清洗", "空调挂机深度清洗|中央空调清洗"],
    ["油烟鸡清洗", "油烟机清洗", "油烟机清洗"],
    ["下水到疏通", "下水道疏通", "下水道疏通"],
    ["马捅维修", "马桶维修", "马桶维修更换"],
    ["婚礼摄相", "婚礼摄像", "婚礼摄影双机位"],
    ["kongtaioqingxi", "空调清洗", "空调挂机深度清洗|中央空调清洗"],
    ["shangbaio", "商标", "商标注册"],
    ["lgoo", "logo", "VI 与 Logo 设计"],
  ])("puts %s right as %s", async (query, _meant, first) => {
    expect(first.split("|")).toContain((await titlesFor(query))[0]);
  });

  it("puts those with every word before those with some", async () => {
    const titles = await titlesFor("婚礼 花艺");
    expect(titles[0]).toBe("婚礼花艺布置");
    expect(titles).toContain("婚礼主持");
  });

  it("does not take 维护和服务 for a kimono", async () => {
    expect(await titlesFor("和服")).toEqual(["和服租赁体验"]);
  });

  it("finds nothing for words that stand nowhere, and for signs alone", async () => {
    expect(await titlesFor("量子计算机")).toEqual([]);
    expect(await titlesFor("！？…")).toEqual([]);
    expect(await titlesFor('" OR 1=1 --')).toEqual([]);
    expect(await titlesFor("+* \"' () NEAR/2 ~")).toEqual([]);
  });

  it("treats a blank search as none", async () => {
    expect(await titlesFor("   ", { first: 100 })).toHaveLength(products.length);
  });

  it("stays within category and region, and takes another order when asked", async () => {
    expect(await titlesFor("空调", { regionCode: ZHUZHOU })).not.toContain("空调加氟与检修");
    expect(await titlesFor("空调", { regionCode: CHANGSHA })).toContain("空调加氟与检修");
    expect(await titlesFor("空调", { categorySlug: "elsewhere" })).toEqual([]);
    const prices = (await search("空调", { sort: "PRICE" })).nodes.map((node) => Number(node.priceFrom));
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });

  it("pages through its hits without repeats or gaps", async () => {
    const whole = await titlesFor("清洗", { first: 100 });
    expect(whole.length).toBeGreaterThan(3);
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await search("清洗", { first: 2, after });
      walked.push(...page.nodes.map((node) => node.title));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(walked).toEqual(whole);
  });
});
