import { expect, type Page } from "@playwright/test";
import { giveReason } from "./controls.js";
import { aPhoto } from "./pictures.js";

/** The office opens the contract of an order from its list and makes the paper. */
export async function issueContract(page: Page, orderNo: string): Promise<void> {
  await openContract(page, orderNo, "待出具");
  await page.getByRole("button", { name: "出具合同" }).click();
  await expect(page.getByText("合同已出具，客户会收到通知")).toBeVisible();
}

/** Opens the contract of an order from the list of those in this state. */
export async function openContract(page: Page, orderNo: string, state: string): Promise<void> {
  await page.goto("/admin/contracts");
  await page.getByRole("main").getByRole("button", { name: state, exact: true }).click();
  await page.getByRole("row").filter({ hasText: orderNo }).getByRole("link").first().click();
  // The list's heading has the same words as the contract's.
  await expect(page.getByRole("region", { name: "合同信息" })).toContainText(orderNo);
}

/** Keeps the contract's file as a customer does who prints it; returns its bytes. */
export async function downloadContract(page: Page): Promise<Buffer> {
  const href = await page.getByRole("link", { name: "下载合同（PDF）" }).first().getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);
  return answer.body();
}

/** Photographs the signed pages and hands them in. */
export async function handInSigned(page: Page, photos: readonly string[]): Promise<void> {
  await page.getByLabel("签好的合同 选择文件").setInputFiles(photos.map((name) => aPhoto(name)));
  await expect(page.getByRole("button", { name: "移除" })).toHaveCount(photos.length);
  await page.getByRole("button", { name: "提交核验" }).click();
  await expect(page.getByText("已收到您签好的合同")).toBeVisible();
}

/** Types what stands on the paper and puts the contract in force. */
export async function verifyContract(page: Page, amount: string): Promise<void> {
  await page.getByRole("checkbox", { name: /所有页都在/ }).check();
  await page.getByRole("checkbox", { name: /签字或盖章齐全/ }).check();
  await page.getByLabel("纸面金额").fill(amount);
  await page.getByRole("button", { name: /^核验通过/ }).click();
}

/** Sends the signed pages back with a reason. */
export async function rejectContract(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: /^退回/ }).click();
  await giveReason(page, "退回这份合同", reason, "退回");
  await expect(page.getByText("已退回，客户会收到原因")).toBeVisible();
}
