import { expect, type Locator, type Page } from "@playwright/test";
import { dialog } from "./controls.js";
import { letterTo } from "./mailbox.js";
import { aPhoto } from "./pictures.js";

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly password: string;
  readonly address: string;
}

/** Registers with a code from the letter; signed in afterwards. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("邮箱").fill(person.email);
  await page.getByRole("button", { name: "发送验证码" }).click();
  const code = await letterTo(page, person.email, /验证码 (\d{6})/);
  await page.getByLabel("验证码").fill(code);
  await page.getByLabel("称呼").fill(person.name);
  await page.getByLabel("手机号").fill(person.phone);
  await page.getByLabel("密码", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "注册并登录" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-up"));
}

export const searchField = (page: Page): Locator => page.getByRole("combobox", { name: "搜索服务" });

/** Types into the search field, as people do, and returns the results' cards. */
export async function search(page: Page, words: string): Promise<Locator> {
  const field = page.getByRole("combobox", { name: "搜索服务" });
  await field.fill(words);
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: `“${words}”的搜索结果` })).toBeVisible();
  return page.getByRole("main").getByRole("article");
}

/** Opens a shelf from the list of categories and returns its products' links. */
export async function browse(page: Page, category: string): Promise<Locator> {
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "分类" }).click();
  await page.getByRole("main").getByRole("link", { name: category }).first().click();
  await expect(page.getByRole("heading", { name: category, level: 1 })).toBeVisible();
  return page.getByRole("main").getByRole("link");
}

async function compareSuppliers(page: Page, item: string): Promise<Locator> {
  await page.getByRole("button", { name: new RegExp(`^${item}的服务商`) }).click();
  const sheet = dialog(page, `选择服务商 · ${item}`);
  await expect(sheet.getByRole("link", { name: "查看主页与评价" }).first()).toBeVisible();
  return sheet;
}

/** Compares who can do an item and takes this one; returns how many there were to choose from. */
export async function chooseSupplier(page: Page, item: string, organisation: string): Promise<number> {
  const sheet = await compareSuppliers(page, item);
  const count = await sheet.getByRole("link", { name: "查看主页与评价" }).count();
  await sheet.getByRole("button", { name: "价格" }).click();
  await sheet.getByRole("radio", { name: new RegExp(organisation) }).check();
  await sheet.getByRole("button", { name: "选好了" }).click();
  await expect(sheet).toBeHidden();
  return count;
}

/** Opens a supplier's own page from the comparison of those who can do an item. */
export async function openSupplier(page: Page, item: string, organisation: string): Promise<void> {
  const sheet = await compareSuppliers(page, item);
  const choice = sheet.getByRole("radio", { name: new RegExp(organisation) });
  await choice.locator("xpath=following::a[1]").click(); // the link that stands under the choice
  await expect(page.getByRole("heading", { name: organisation, level: 1 })).toBeVisible();
}

/** One line of the price that stands on the page. */
export function priceLine(page: Page, item: string): Locator {
  return page.getByRole("table").getByRole("row").filter({ hasText: item });
}

/** Goes to the checkout and tells who is met where; nothing is ordered yet. */
export async function goToCheckout(page: Page, person: Person): Promise<void> {
  await page.getByRole("link", { name: "立即下单" }).filter({ visible: true }).click();
  await page.getByRole("textbox", { name: "联系人" }).fill(person.name);
  await page.getByLabel("联系电话").fill(person.phone);
  await page.getByLabel("详细地址").fill(person.address);
}

/** Picks a day at the checkout, or the first to be had; answers what stands under it: 可约, 约满 or 休息. */
export async function chooseDay(page: Page, day: string): Promise<string> {
  const field = page.getByRole("region", { name: "希望开始的日期（选填）" });
  if (day === "first") {
    await field.getByRole("button", { name: /^选最早的/ }).click();
    await expect(field.getByText(/^已选/)).toBeVisible();
    return "可约";
  }
  const choice = field.locator(`[data-day="${day}"]`);
  const state = (await choice.locator("small").textContent()) ?? "";
  if (state === "可约") await choice.click();
  return state;
}

/** The order that is open, as an address and as the number people tell each other. */
export async function orderOnPage(page: Page): Promise<{ id: string; path: string; no: string }> {
  await page.waitForURL(/\/o\/[\w-]{22}$/);
  const no = await page
    .getByText(/^SO\d{8}-\w{6}$/)
    .first()
    .textContent();
  const path = new URL(page.url()).pathname;
  return { id: path.slice(path.lastIndexOf("/") + 1), path, no: no ?? "" };
}

/** Pays what is due by bank transfer and uploads the slip. The page that says so stays open. */
export async function transferWithSlip(page: Page, amount: string): Promise<void> {
  await page.getByRole("link", { name: `支付 ${amount}` }).click();
  await page.getByRole("radio", { name: /银行转账/ }).check();
  await page.getByRole("button", { name: "获取转账信息" }).click();
  await expect(page.getByRole("heading", { name: `请转账 ${amount} 到` })).toBeVisible();
  await page.getByLabel("转账凭证 选择文件").setInputFiles(aPhoto("slip.png"));
  await expect(page.getByRole("button", { name: "移除" })).toBeVisible();
  await page.getByRole("button", { name: "提交凭证" }).click();
  await expect(page.getByRole("heading", { name: "等待出纳确认" })).toBeVisible();
}

/** Pays what is due on the channel's own page and comes back to the order. */
export async function payByChannel(page: Page, amount: string): Promise<void> {
  await page.getByRole("link", { name: `支付 ${amount}` }).click();
  await page.getByRole("radio", { name: /模拟支付/ }).check();
  await page.getByRole("button", { name: "去支付" }).click();
  await decideAtChannel(page, "支付成功");
}

/** What the channel's page is told, which then leads back to the order. */
export async function decideAtChannel(page: Page, outcome: "支付成功" | "支付失败"): Promise<void> {
  await page.getByRole("button", { name: new RegExp(outcome) }).click();
  await page.waitForURL(/\/o\/[\w-]{22}$/);
}

/** Looks at the finished work and accepts it; the order is open afterwards. */
export async function acceptWork(page: Page, item: string): Promise<void> {
  await page.getByRole("link", { name: `验收${item}` }).click();
  await page.getByRole("button", { name: "确认验收" }).click();
  await dialog(page, /^确认验收/)
    .getByRole("button", { name: "确认验收" })
    .click();
  await page.waitForURL(/\/o\/[\w-]{22}$/);
}

/** Gives the four marks to the whole and to each supplier, with words and a photo. */
export async function review(page: Page, suppliers: readonly string[], words: string): Promise<void> {
  await page.getByRole("link", { name: "去评价" }).first().click();
  const marks = ["总体满意度", "服务质量", "准时", "服务态度"];
  for (const subject of ["", ...suppliers.map((name) => `${name} `)]) {
    for (const mark of marks) await giveStars(page, `${subject}${mark}`, mark === "准时" ? 4 : 5);
  }
  await page.getByLabel("说说这次服务（选填）").fill(words);
  await page.getByLabel("照片（选填） 添加照片").setInputFiles(aPhoto("clean-filter.png"));
  await expect(page.getByRole("button", { name: "移除第 1 张照片" })).toBeVisible();
  await page.getByRole("button", { name: "提交评价" }).click();
  await page.waitForURL(/\/o\/[\w-]{22}$/);
}

async function giveStars(page: Page, mark: string, stars: number): Promise<void> {
  const choice = page.getByRole("group", { name: mark, exact: true });
  await choice.getByRole("radio", { name: new RegExp(`^${stars} 星`) }).check({ force: true }); // drawn over its radio
}
