import { expect, type Locator, type Page } from "@playwright/test";
import { choose } from "./controls.js";

/** A line of a quotation that staff add by hand. */
export interface AddedLine {
  /** Part of the name of the item and of who does it, as the list of services shows them. */
  readonly service: RegExp;
  readonly quantity: string;
  readonly optional: boolean;
}

/** Asks for a price from the product's page, in the customer's words; answers the quotation's number. */
export async function askForQuotation(page: Page, product: string, text: string): Promise<string> {
  await page.goto(product);
  await page.getByRole("link", { name: "获取报价" }).filter({ visible: true }).click();
  await page.getByRole("textbox", { name: "还有什么要求？" }).fill(text);
  await page.getByRole("button", { name: "提交，获取报价" }).click();
  await page.waitForURL(/\/quotes\/QT/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** The version that is written, by the quotation's number. */
export async function editVersion(page: Page, no: string, number: number): Promise<void> {
  await page.goto(`/admin/quotations/${no}`);
  await page.getByRole(number === 1 ? "link" : "button", { name: number === 1 ? "编辑" : "出新版本" }).click();
  await expect(page.getByRole("heading", { name: `编辑第 ${number} 版`, level: 1 })).toBeVisible();
}

/** One line in the composer, by its place. */
export const composedLine = (page: Page, place: number): Locator => page.getByRole("group", { name: `第 ${place} 项` });

export async function addLine(page: Page, place: number, line: AddedLine): Promise<void> {
  await page.getByRole("button", { name: "添加服务" }).click();
  const added = composedLine(page, place);
  await choose(page, added.getByRole("combobox", { name: "服务与服务商" }), line.service);
  await added.getByRole("textbox", { name: "数量" }).fill(line.quantity);
  if (line.optional) await added.getByRole("checkbox", { name: "可选项，客户可以不要" }).check();
}

/** Saves what is written and sends it to the customer. */
export async function saveAndSend(page: Page): Promise<void> {
  await page.getByRole("button", { name: "保存草稿" }).click();
  await page.getByRole("button", { name: "发送", exact: true }).click();
  await expect(page.getByText("已提交发送")).toBeVisible();
}

/** What the customer wants to have changed, asked on the quotation's page. */
export async function askForChange(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "请求修改" }).click();
  const sheet = page.getByRole("dialog", { name: "请求修改" });
  await sheet.getByRole("textbox", { name: "希望怎么改？" }).fill(text);
  await sheet.getByRole("button", { name: "发送请求" }).click();
  await expect(sheet).toBeHidden();
}

/** What is different from the version before, as the page that is open shows it. */
export const difference = (page: Page): Locator => page.getByRole("region", { name: "与上一版的区别" });

/** The document of the version that is open, as it is downloaded. */
export async function paperOf(page: Page): Promise<string> {
  const link = page.getByRole("link", { name: "下载 PDF" });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return (await answer.body()).subarray(0, 5).toString();
}
