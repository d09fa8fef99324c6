import { expect, type Page } from "@playwright/test";
import { dialog } from "./controls.js";

async function openApplication(page: Page, organisation: string): Promise<void> {
  await page.goto("/admin/applications");
  await page.getByRole("link", { name: organisation }).click();
  await expect(page.getByRole("heading", { name: organisation, level: 1 })).toBeVisible();
}

export async function returnApplication(page: Page, organisation: string, reason: string): Promise<void> {
  await openApplication(page, organisation);
  await page.getByRole("button", { name: /退回补充/ }).click();
  const ask = dialog(page, "退回补充");
  await ask.getByLabel("原因").fill(reason);
  await ask.getByRole("button", { name: "退回补充" }).click();
  await expect(page.getByText(`原因：${reason}`)).toBeVisible();
}

/** Approves and returns the invitation link, which is shown this once. */
export async function approveApplication(page: Page, organisation: string): Promise<string> {
  await openApplication(page, organisation);
  await page.getByRole("button", { name: /批准/ }).click();
  await dialog(page, /批准/).getByRole("button", { name: "批准并生成账号" }).click();
  const secret = page.getByText(/set-password#/);
  await expect(secret).toBeVisible();
  return (await secret.textContent()) ?? "";
}

/** Confirms the one transfer of this customer with what the bank shows. */
export async function confirmTransfer(page: Page, orderNo: string, bankReference: string): Promise<void> {
  await page.goto("/admin/payments");
  await page.getByRole("button", { name: new RegExp(orderNo) }).click();
  const check = page.getByRole("region", { name: "核对" });
  await check.getByRole("button", { name: "与应到金额一致" }).click();
  await check.getByLabel("银行流水号").fill(bankReference);
  await check.getByRole("button", { name: "确认到账" }).click();
  await expect(page.getByText(/已确认到账/).first()).toBeVisible();
}

/** Brings the report that says `text` to the front of the queue. */
async function findReport(page: Page, text: string): Promise<void> {
  await page.goto("/admin/progress");
  const shown = page.getByRole("main").getByText(text);
  const next = page.getByRole("button", { name: "下一条" });
  await expect(page.getByText(/条待审|共 \d+ 条/).first()).toBeVisible();
  while (!(await shown.isVisible()) && (await next.isEnabled())) await next.click();
  await expect(shown).toBeVisible();
}

export async function approveReport(page: Page, text: string): Promise<void> {
  await findReport(page, text);
  await page.getByRole("button", { name: /^通过/ }).click();
  await expect(page.getByText("已通过，客户现在能看到").first()).toBeVisible();
}

export async function rejectReport(page: Page, text: string, reason: string): Promise<void> {
  await findReport(page, text);
  await page.getByRole("button", { name: /^驳回/ }).click();
  const ask = dialog(page, "驳回这条进度");
  await ask.getByLabel("原因").fill(reason);
  await ask.getByRole("button", { name: "驳回" }).click();
  await expect(page.getByText("已驳回，服务商会收到原因").first()).toBeVisible();
}
