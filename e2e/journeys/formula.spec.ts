import { expect, type Page } from "@playwright/test";
import { dialog } from "../actors/controls.js";
import { formulaPart, openFormula, saveFormula, writeFormula } from "../actors/formula-desk.js";
import { holdAnswers, priceOnPage, tell } from "../actors/price-form.js";
import { test } from "../world/world.js";

const HOUSE = { AREA: "89", YEARS: "15", FLOOR: "5", LIFT: "无电梯", URGENCY: "正常" };

test("a formula is written, tested and published, and the customer sees the new price live", async ({ world }) => {
  const customer = await world.signedIn("shop", "lin@demo.kaidan");
  const author = await world.signedIn("admin", "catalog@demo.kaidan");

  await test.step("the customer's answers are priced by the formula in force", async () => {
    await customer.goto("/p/basic-renovation?region=430100");
    await tell(customer, HOUSE);
    await expect(priceOnPage(customer)).toContainText("¥57,649.00");
  });

  await test.step("what can't be a formula is refused where it is wrong, with what was probably meant", async () => {
    await openFormula(author, "RENOVATION");
    const expression = await writeFormula(author, (old) => old.replace("unit_price", "unit_prise"));
    await expect(formulaPart(author, "公式")).toContainText("没有叫“unit_prise”的变量。是不是“unit_price”？");
    await author.getByRole("button", { name: "保存草稿" }).click();
    await expect(author.getByRole("alert").filter({ hasText: "公式还有错误" })).toBeVisible();
    await expression.fill((await expression.innerText()).replace("unit_prise", "unit_price"));
  });

  await test.step("a change turns an example red; the author corrects what must come out and saves a tested draft", async () => {
    const rows = formulaPart(author, "表格").getByRole("group", { name: "by_age", exact: true });
    await rows.getByRole("textbox", { name: "第 2 行取值" }).fill("1.1");
    const tests = formulaPart(author, "测试用例");
    const first = tests.getByRole("listitem").first();
    await expect(first).toContainText("不符");
    await expect(first).toContainText("¥58,717.00");
    await first.getByRole("textbox", { name: "应得金额" }).fill("58717");
    await expect(first).toContainText("通过");
    await saveFormula(author);
    await expect(author.getByRole("main")).toContainText("用例全过");
    await expect(formulaPart(author, "发布")).toContainText("作者与发布人不能是同一人");
  });

  await test.step("another person publishes it", async () => {
    await publishBySomebodyElse(await world.signedIn("admin", "reviewer@demo.kaidan"));
  });

  await test.step("the open page estimates at once, and the server's new price comes by itself", async () => {
    const release = await holdAnswers(customer);
    await tell(customer, { AREA: "100" });
    await expect(priceOnPage(customer)).toContainText("预估合计");
    await expect(priceOnPage(customer)).toContainText("¥64,774.00");
    await release();
    await expect(priceOnPage(customer)).toContainText("¥65,974.00");
    await expect(priceOnPage(customer)).not.toContainText("预估合计");
    await expect(customer.locator("tr[data-corrected]")).toHaveCount(1);
  });
});

async function publishBySomebodyElse(page: Page): Promise<void> {
  await openFormula(page, "RENOVATION");
  await formulaPart(page, "版本").getByRole("button", { name: "与 v2 对比" }).click();
  await expect(dialog(page, "v1 与 v2 的区别")).toContainText("10 → 1.1");
  await page.keyboard.press("Escape");
  await formulaPart(page, "发布").getByRole("button", { name: "发布", exact: true }).click();
  await dialog(page, "发布 v2？").getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("v2 已发布")).toBeVisible();
}
