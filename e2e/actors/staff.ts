import { expect, type Page } from "@playwright/test";
import { confirm, giveReason } from "./controls.js";

async function openApplication(page: Page, organisation: string): Promise<void> {
  await page.goto("/admin/applications");
  await page.getByRole("link", { name: organisation }).click();
  await expect(page.getByRole("heading", { name: organisation, level: 1 })).toBeVisible();
}

export async function returnApplication(page: Page, organisation: string, reason: string): Promise<void> {
  await openApplication(page, organisation);
  await page.getByRole("button", { name: "退回补充" }).click();
  await giveReason(page, "退回补充", reason, "退回补充");
  await expect(page.getByText(reason).first()).toBeVisible();
}

/** Approves and returns the invitation link, which is shown this once. */
export async function approveApplication(page: Page, organisation: string): Promise<string> {
  await openApplication(page, organisation);
  await page.getByRole("button", { name: "批准" }).click();
  await confirm(page, /^批准/, "批准并生成账号");
  const secret = page.getByText(/set-password#/);
  await expect(secret).toBeVisible();
  return (await secret.textContent()) ?? "";
}

/** Lets a supplier's new price take effect for new orders. */
export async function approveNewPrice(page: Page, item: string, organisation: string): Promise<void> {
  await page.goto("/admin/supplier-services/changes");
  await page.getByRole("button", { name: `通过 ${item} · ${organisation}`, exact: true }).click();
  await expect(page.getByText(`已通过：${item} · ${organisation}`)).toBeVisible();
}

/** Sends a supplier's new terms back with a reason. */
export async function returnNewPrice(page: Page, item: string, organisation: string, reason: string): Promise<void> {
  const subject = `${item} · ${organisation}`;
  await page.goto("/admin/supplier-services/changes");
  await page.getByRole("button", { name: `不通过 ${subject}`, exact: true }).click();
  await giveReason(page, `不通过：${subject}`, reason, "不通过");
  await expect(page.getByText(`已退回：${subject}`)).toBeVisible();
}

/** Confirms the transfer for this order with what the bank shows. */
export async function confirmTransfer(page: Page, orderNo: string, bankReference: string): Promise<void> {
  await page.goto("/admin/payments");
  await page.getByRole("link", { name: new RegExp(orderNo) }).click();
  // Until it is there, the first of the queue stands beside its own form.
  await expect(page.getByRole("region", { name: "核对" })).toContainText(orderNo);
  await page.getByRole("button", { name: "与应到金额一致" }).click();
  await page.getByLabel("银行流水号").fill(bankReference);
  await page.getByRole("button", { name: "确认到账" }).click();
  await expect(page.getByText(/已确认到账/).first()).toBeVisible();
}

/** Goes through the queue of reports, oldest first, to the one that says `text`. */
async function findReport(page: Page, text: string): Promise<void> {
  await page.goto("/admin/progress");
  const main = page.getByRole("main");
  for (let number = 1; ; number += 1) {
    await expect(main.getByText(new RegExp(`^第 ${number} 条，共 \\d+\\+? 条待审$`))).toBeVisible();
    if ((await main.getByText(text).count()) > 0) return; // it stands there together with its place in the queue
    await main.getByRole("button", { name: "下一条" }).click();
  }
}

export async function approveReport(page: Page, text: string): Promise<void> {
  await findReport(page, text);
  await page.getByRole("button", { name: "通过", exact: true }).click();
  await expect(page.getByText("已通过，客户现在能看到")).toBeVisible();
}

export async function rejectReport(page: Page, text: string, reason: string): Promise<void> {
  await findReport(page, text);
  await page.getByRole("button", { name: "驳回", exact: true }).click();
  await giveReason(page, "驳回这条进度", reason, "驳回");
  await expect(page.getByText("已驳回，服务商会收到原因")).toBeVisible();
}

/** Agrees to the work a supplier has handed over; now it is the customer's turn. */
export async function approveWork(page: Page, item: string, organisation: string): Promise<void> {
  await page.goto("/admin/work");
  const pick = page.getByRole("link", { name: new RegExp(`${item}.*${organisation}`) }).last();
  const id = /[?&]id=([^&]+)/.exec((await pick.getAttribute("href")) ?? "")?.[1] ?? "";
  await pick.click();
  // Another ticket for the same item may stand there before it, and after it.
  const ticket = page.locator(`a[href$="/tickets/${id}"]`);
  const work = page.getByRole("region", { name: item }).filter({ has: ticket });
  await work.getByRole("button", { name: "通过交付" }).click();
  await expect(work.getByRole("button", { name: "通过交付" })).toHaveCount(0);
}

/** An auditor looks at an order that waits for one, and lets it pass. */
export async function letPass(page: Page, orderId: string): Promise<void> {
  await page.goto(`/admin/orders/${orderId}/amend`);
  await page.getByRole("region", { name: "订单待审核" }).getByRole("button", { name: "审核通过" }).click();
  await expect(page.getByText("审核通过，客户可以付款")).toBeVisible();
}
