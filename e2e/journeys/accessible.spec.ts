import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { adminPages, openPage, shopPages, supplierPages } from "../actors/pages.js";
import { expect, test } from "../world/world.js";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What another colour scheme can break; everything else is the same page. */
const COLOUR = ["color-contrast", "link-in-text-block"];

async function breaksNoRule(
  page: Page,
  paths: readonly string[],
  [first, ...others]: readonly ("light" | "dark")[],
): Promise<void> {
  const found: string[] = [];
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: first, reducedMotion: "reduce" });
    await openPage(page, path);
    found.push(...(await broken(new AxeBuilder({ page }).withTags(WCAG), `${path} ${first}`)));
    for (const colorScheme of others) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
      found.push(...(await broken(new AxeBuilder({ page }).withRules(COLOUR), `${path} ${colorScheme}`)));
    }
  }
  expect(found).toEqual([]);
}

async function broken(axe: AxeBuilder, where: string): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${where} ${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`),
  );
}

test("no page of the shop breaks a WCAG 2.2 AA rule that a program can find", async ({ world }) => {
  const page = await world.signedIn("shop", "lin@demo.kaidan", { phone: true });
  await breaksNoRule(page, await shopPages(page), ["light"]);
});

test("no page of the supplier's app does, in light or dark", async ({ world }) => {
  const page = await world.signedIn("supplier", "jiangxin@demo.kaidan", { phone: true });
  await breaksNoRule(page, await supplierPages(page), ["light", "dark"]);
});

test("no page of the back office does, in light or dark", async ({ world }) => {
  const page = await world.signedIn("admin", "admin@demo.kaidan");
  await breaksNoRule(page, await adminPages(page), ["light", "dark"]);
});
