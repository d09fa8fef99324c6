import { expect, type Locator, type Page } from "@playwright/test";
import { dialog } from "./controls.js";
import { aPhoto } from "./pictures.js";

/** What is told of an inquiry besides what it is about. */
interface Asking {
  readonly description: string;
  readonly city: string;
  readonly minBids: number;
  readonly phone: string;
}

export interface Need extends Asking {
  readonly title: string;
  readonly category: string;
  readonly photos: number;
}

/** Tells a need in the customer's own words, with photos, and asks for its price; answers the inquiry's number. */
export async function askForNeed(page: Page, need: Need): Promise<string> {
  await beginInquiry(page, "描述需求");
  await page.getByLabel("一句话需求").fill(need.title);
  await page.getByRole("combobox", { name: "类别", exact: true }).selectOption({ label: need.category });
  await page.getByLabel("具体需求").fill(need.description);
  const photos = Array.from({ length: need.photos }, (_, index) => aPhoto(`now-${index + 1}.png`));
  await page.getByLabel("照片（选填） 添加照片").setInputFiles(photos);
  await expect(page.getByRole("button", { name: `移除第 ${need.photos} 张照片` })).toBeVisible();
  await page.reload(); // nothing that was typed is lost
  await expect(page.getByText("已恢复上次没有发布的内容。")).toBeVisible();
  await expect(page.getByLabel("一句话需求")).toHaveValue(need.title);
  await page.getByRole("combobox", { name: "方式", exact: true }).selectOption("PRICE");
  return publishInquiry(page, need);
}

export interface Competition extends Asking {
  readonly category: string;
  /** Quantity by item. */
  readonly items: Readonly<Record<string, string>>;
  readonly hours: "2" | "24";
}

/** Lets suppliers compete for service items, sealed; answers the inquiry's number. */
export async function openCompetition(page: Page, wish: Competition): Promise<string> {
  await beginInquiry(page, "选择服务项目");
  await page.getByRole("combobox", { name: "类别", exact: true }).selectOption({ label: wish.category });
  for (const [item, quantity] of Object.entries(wish.items)) {
    await page.getByLabel("服务项目", { exact: true }).selectOption({ label: item });
    await page.getByRole("button", { name: "加入" }).click();
    await page.getByRole("group", { name: item, exact: true }).getByLabel(/数量/).fill(quantity);
  }
  await page.getByLabel("补充说明（选填）").fill(wish.description);
  await page.getByRole("combobox", { name: "方式", exact: true }).selectOption("BIDDING");
  await page.getByRole("combobox", { name: "报价时间" }).selectOption(wish.hours);
  return publishInquiry(page, wish);
}

async function beginInquiry(page: Page, way: string): Promise<void> {
  await page.goto("/inquiries/new");
  await page.getByRole("radio", { name: new RegExp(`^${way}`) }).check();
}

async function publishInquiry(page: Page, { city, minBids, phone }: Asking): Promise<string> {
  await page.getByLabel("至少几家报价").fill(String(minBids));
  await page.getByRole("combobox", { name: "城市", exact: true }).selectOption({ label: city });
  await page.getByLabel("联系电话").fill(phone);
  await page.getByRole("button", { name: "发布询价" }).click();
  await page.waitForURL(/\/inquiries\/IQ/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** One of the four numbers at the head of the inquiry: 已邀请, 已查看, 已报价, 不报价. */
export function inquiryCount(page: Page, label: string): Locator {
  return page.getByRole("main").locator("dl > div").filter({ hasText: label }).getByRole("definition");
}

/** Answers what a supplier asked, for everybody invited. */
export async function answerQuestion(page: Page, question: string, answer: string): Promise<void> {
  const asked = page.getByRole("region", { name: "服务商提问" }).getByRole("article").filter({ hasText: question });
  await asked.getByLabel("回答（所有受邀服务商可见）").fill(answer);
  await asked.getByRole("button", { name: "回答" }).click();
  await expect(asked.getByText(answer)).toBeVisible();
}

/** The opened bids side by side. */
export function comparison(page: Page): Locator {
  return page.getByRole("table", { name: "报价对比" });
}

/** What one supplier asks for one item, as the comparison shows it. */
export async function comparedCell(page: Page, item: string, supplier: string): Promise<Locator> {
  const table = comparison(page);
  await expect(table.getByRole("columnheader").filter({ hasText: supplier })).toBeVisible();
  const heads = await table.getByRole("columnheader").allTextContents();
  const column = heads.findIndex((head) => head.includes(supplier));
  const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${item}`) }) });
  return row.getByRole("cell").nth(column - 1);
}

/** Chooses what is picked; the quotation that was made of it is open afterwards. */
export async function award(page: Page, supplier: string, total: string): Promise<void> {
  await expect(page.getByText(`已选 ${supplier}，合计 ${total}`)).toBeVisible();
  await page.getByRole("button", { name: "选定", exact: true }).click();
  await dialog(page, "选定这些报价？").getByRole("button", { name: "选定并生成报价单" }).click();
  await page.getByRole("link", { name: "查看报价单" }).click();
  await expect(page.getByRole("button", { name: "接受报价" })).toBeVisible();
}

/** Says yes to the quotation that is open; the order made of it is open afterwards. */
export async function acceptQuotation(
  page: Page,
  total: string,
  contact: Readonly<Record<string, string>>,
): Promise<void> {
  await page.getByRole("button", { name: "接受报价" }).click();
  const sheet = dialog(page, "接受报价");
  for (const [label, text] of Object.entries(contact)) await sheet.getByRole("textbox", { name: label }).fill(text);
  await sheet.getByRole("button", { name: `确认接受，合计 ${total}` }).click();
  await page.waitForURL(/\/o\/[\w-]{22}$/);
}
