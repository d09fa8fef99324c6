import { expect, type Locator, type Page } from "@playwright/test";

/** Opens a formula in the console and waits for its editor. */
export async function openFormula(page: Page, code: string): Promise<void> {
  await page.goto(`/admin/pricing/formulas/${code}`);
  await expect(editor(page)).toBeVisible();
}

/** A section of the formula's page. */
export function formulaPart(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** Writes the expression anew, from what stands there; answers the editor. */
export async function writeFormula(page: Page, change: (old: string) => string): Promise<Locator> {
  const field = editor(page);
  await field.fill(change(await field.innerText()));
  return field;
}

export async function saveFormula(page: Page): Promise<void> {
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存").last()).toBeVisible();
}

/** The plain field that stands there first has no class of the editor. */
function editor(page: Page): Locator {
  return page.locator(".cm-content").and(page.getByRole("textbox", { name: "计算表达式" }));
}
