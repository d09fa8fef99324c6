import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openPage, shopPages, supplierPages } from "../actors/pages.js";
import { expect, test } from "../world/world.js";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function breaksNoRule(
  page: Page,
  paths: readonly string[],
  schemes: readonly ("light" | "dark")[],
): Promise<void> {
  const found: string[] = [];
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of paths) {
    await openPage(page, path);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      for (const { id, nodes } of violations)
        for (const { html, any } of nodes)
          found.push(`${path} ${colorScheme} ${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`);
    }
  }
  expect(found).toEqual([]);
}

test("no page of the shop breaks a WCAG 2.2 AA rule that a program can find", async ({ world }) => {
  const page = await world.signedIn("shop", "lin@demo.kaidan", { phone: true });
  await breaksNoRule(page, await shopPages(page), ["light"]);
});

test("no page of the supplier's app does, in light or dark", async ({ world }) => {
  const page = await world.signedIn("supplier", "jiangxin@demo.kaidan", { phone: true });
  await breaksNoRule(page, await supplierPages(page), ["light", "dark"]);
});
