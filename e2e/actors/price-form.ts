import type { Locator, Page, Route } from "@playwright/test";

/** The price beside a product's questions. */
export function priceOnPage(page: Page): Locator {
  return page.getByRole("region", { name: "价格", exact: true });
}

/** Answers a product's questions, by their codes. */
export async function tell(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [code, value] of Object.entries(answers)) {
    const field = page.locator(`[name="${code}"]`).first();
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
}

/** Keeps every answer of the server back until it is released, as a slow network would. */
export async function holdAnswers(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let open = false;
  await page.route("**/graphql*", async (route) => {
    if (open) await route.continue();
    else held.push(route);
  });
  return async () => {
    open = true;
    await Promise.all(held.map((route) => route.continue()));
  };
}
