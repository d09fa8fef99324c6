import { expect, type Locator, type Page } from "@playwright/test";

/** Opens a searchable choice and takes the option with this name. */
export async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await page.getByRole("option", { name: option }).click();
}

/** The dialog that is open, by its heading. */
export function dialog(page: Page, name: string | RegExp): Locator {
  return page.getByRole("dialog", { name });
}

/** Answers a dialog that wants a reason; its heading and its button may have different words. */
export async function giveReason(page: Page, heading: string, reason: string, verb: string): Promise<void> {
  const ask = dialog(page, heading);
  await ask.getByRole("textbox", { name: "原因" }).fill(reason);
  await ask.getByRole("button", { name: verb }).click();
  await expect(ask).toBeHidden();
}

/** Answers a dialog that asks whether one is sure. */
export async function confirm(page: Page, question: string | RegExp, verb: string): Promise<void> {
  await dialog(page, question).getByRole("button", { name: verb, exact: true }).click();
}

/** Says whether the page is still the one that was opened: what changed on it since then came live, not by a reload. */
export async function watchForReloads(page: Page): Promise<() => Promise<void>> {
  const opened = await page.evaluate(() => performance.timeOrigin);
  return async () => expect(await page.evaluate(() => performance.timeOrigin), "the page was reloaded").toBe(opened);
}
