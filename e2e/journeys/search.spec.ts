import type { Page } from "@playwright/test";
import { beginDraft, completeDraft, publish, submit } from "../actors/composer.js";
import { dialog } from "../actors/controls.js";
import { search, searchField } from "../actors/customer.js";
import { SEASON_CARE } from "../actors/season-care.js";
import { expect, test } from "../world/world.js";

const CLEANING = "空调深度清洗";
const results = (page: Page) => page.getByRole("main").getByRole("article");

test("a shopper finds a service by other words, a part, pinyin, initials and with a typo", async ({ world }) => {
  const shopper = await (await world.browser()).newPage();
  await shopper.goto("/");
  for (const words of ["清洗空调", "空调清", "kongtiaoqingxi", "kt qx"]) {
    await test.step(words, async () => {
      await expect((await search(shopper, words)).filter({ hasText: CLEANING })).toBeVisible();
    });
  }
  await test.step("a typo is put right, said so, and may be insisted on", async () => {
    await expect((await search(shopper, "空条清洗")).filter({ hasText: CLEANING })).toBeVisible();
    await expect(shopper.getByRole("status").filter({ hasText: "已为您显示“空调清洗”的结果" })).toBeVisible();
    await shopper.getByRole("link", { name: "仍然搜索“空条清洗”" }).click();
    await expect(shopper.getByRole("status").filter({ hasText: "已为您显示" })).toBeHidden();
  });
  await test.step("who finds nothing is told what to do next", async () => {
    await search(shopper, "潜水艇");
    await expect(shopper.getByRole("main")).toContainText("换个更短的词试试，或从分类里找。");
    await expect(shopper.getByRole("main").getByRole("link", { name: "保洁维修" }).first()).toBeVisible();
  });
});

test("a shopper narrows what was found and orders it by price", async ({ world }) => {
  const shopper = await (await world.browser()).newPage();
  await shopper.goto("/search?q=装修");
  await expect(results(shopper).first()).toBeVisible();
  const city = shopper.getByRole("combobox", { name: "服务城市" });
  const offered = await city.locator("option:enabled").last().innerText();
  const count = Number(/\d+$/.exec(offered)?.[0]);
  await city.selectOption({ label: offered });
  await expect(shopper).toHaveURL(/region=\d{6}/);
  await expect(results(shopper)).toHaveCount(count);
  await shopper.getByRole("combobox", { name: "排序" }).selectOption({ label: "价格从低到高" });
  await expect(shopper).toHaveURL(/sort=PRICE/);
  await shopper.reload();
  await expect(results(shopper)).toHaveCount(count);
  const prices = (await results(shopper).allInnerTexts()).map((text) =>
    Number(/¥([\d,]+)/.exec(text)?.[1]?.replaceAll(",", "")),
  );
  expect(prices).toEqual([...prices].sort((a, b) => a - b));
});

test("suggestions are walked by the keyboard while one types", async ({ world }) => {
  const shopper = await (await world.browser()).newPage();
  await shopper.goto("/");
  const field = searchField(shopper);
  await field.pressSequentially("kongt");
  const option = shopper.getByRole("listbox", { name: "搜索建议" }).getByRole("option", { name: "空调", exact: true });
  await expect(option).toBeVisible();
  while ((await option.getAttribute("aria-selected")) !== "true") await field.press("ArrowDown");
  await field.press("Enter");
  await expect(shopper.getByRole("heading", { name: "“空调”的搜索结果" })).toBeVisible();
});

test("a synonym that an administrator adds works at once", async ({ world }) => {
  const [shopper, clerk] = [
    await (await world.browser()).newPage(),
    await world.signedIn("admin", "catalog@demo.kaidan"),
  ];
  await shopper.goto("/search?q=冷风机");
  await expect(shopper.getByRole("main")).toContainText("没有找到“冷风机”");
  await clerk.goto("/admin/catalogue/synonyms");
  await clerk.getByRole("button", { name: "新建同义词" }).click();
  const words = dialog(clerk, "新建同义词").getByRole("combobox", { name: "同义词" });
  for (const word of ["冷风机", "空调"]) {
    await words.fill(word);
    await words.press("Enter");
  }
  await dialog(clerk, "新建同义词").getByRole("button", { name: "保存" }).click();
  await expect(clerk.getByRole("main")).toContainText("冷风机、空调");
  await shopper.reload();
  await expect(results(shopper).filter({ hasText: CLEANING })).toBeVisible();
});

test("a published product stands in lists and searches at once, whoever looked before", async ({ world }) => {
  const product = { ...SEASON_CARE, title: "换季焕新包", titleEn: "Season refresh", slug: "season-refresh" };
  const [shopper, author] = [
    await (await world.browser()).newPage(),
    await world.signedIn("admin", "admin@demo.kaidan"),
  ];
  await shopper.goto("/search?q=换季焕新");
  await expect(results(shopper).filter({ hasText: product.title })).toHaveCount(0);
  await beginDraft(author, product);
  await completeDraft(author, product);
  await submit(author);
  await publish(await world.signedIn("admin", "reviewer@demo.kaidan"), product.title);
  await shopper.reload();
  await expect(results(shopper).filter({ hasText: product.title })).toBeVisible();
});
