import { expect, type Locator, type Page } from "@playwright/test";
import { giveReason } from "./controls.js";
import { aPhoto } from "./pictures.js";

/** Opens an inquiry from the list of what this supplier can answer now. */
export async function openInvitation(page: Page, no: string): Promise<void> {
  await page.goto("/supplier/inquiries");
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(no) })
    .click();
  await expect(page.getByRole("heading", { name: "需求", level: 2 })).toBeVisible();
}

/** One priced line; a need's also say how much. */
interface PricedLine {
  readonly item: string;
  readonly yuan: string;
  readonly quantity?: string;
}

export interface Bid {
  readonly lines: readonly PricedLine[];
  readonly days: string;
  readonly validDays: string;
  readonly inclusions: string;
  readonly terms: string;
  readonly files?: number;
}

/** Sends a bid for these lines; whatever else the form offers is left out. */
export async function sendBid(page: Page, bid: Bid): Promise<void> {
  const form = page.getByRole("form", { name: /报价$/ });
  const lines = form.getByRole("group").filter({ has: page.getByLabel(/^单价/) });
  await expect(lines.first()).toBeVisible();
  for (const line of await lines.all()) await line.getByLabel(/^单价/).fill("");
  for (const { item, yuan, quantity } of bid.lines) {
    const line = form.getByRole("group", { name: item, exact: true });
    await line.getByLabel(/^单价/).fill(yuan);
    if (quantity) await line.getByLabel(/^数量/).fill(quantity);
  }
  await form.getByLabel("工期（天）").fill(bid.days);
  await form.getByLabel("有效期（截止后天数）").fill(bid.validDays);
  await form.getByLabel("价格包含").fill(bid.inclusions);
  await form.getByLabel("条款与说明（选填）").fill(bid.terms);
  if (bid.files) {
    await form
      .getByLabel(/选择文件/)
      .setInputFiles(Array.from({ length: bid.files }, (_, i) => aPhoto(`plan-${i}.png`)));
    await expect(form.getByRole("button", { name: "移除" })).toHaveCount(bid.files);
  }
  const version = (await ownBid(page).locator("article").count()) + 1; // every version has one
  await form.getByRole("button", { name: "提交报价" }).click();
  await expect(page.getByText("报价已提交，截止前可以修改或撤回").last()).toBeVisible();
  await expect(ownBid(page).getByText(`第 ${version} 版`)).toBeVisible(); // the form begins anew with it
}

/** The bid that counts, as its own supplier sees it. */
export function ownBid(page: Page): Locator {
  return page.getByRole("region", { name: "我的报价" });
}

export async function askBack(page: Page, question: string): Promise<void> {
  await page.getByRole("textbox", { name: "提问" }).fill(question);
  await page.getByRole("button", { name: "提问", exact: true }).click();
  await expect(page.getByText("等待回答")).toBeVisible();
}

export async function declineToBid(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: "不报价" }).click();
  await giveReason(page, "不参与这次询价？", reason, "不报价");
}
