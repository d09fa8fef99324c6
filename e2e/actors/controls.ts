import type { Locator, Page } from "@playwright/test";

/** Opens a searchable choice and takes the option with this name. */
export async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await page.getByRole("option", { name: option }).click();
}

/** The dialog that is open, by its heading. */
export function dialog(page: Page, name: string | RegExp): Locator {
  return page.getByRole("dialog", { name });
}
