import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { adminPages, inTime, openPage, shopPages, supplierPages } from "../actors/pages.js";
import { expect, test } from "../world/world.js";

test.describe.configure({ mode: "parallel" });

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What a dark page can break beyond its light one. */
const DARK = ["color-contrast"];

async function breaksNoRule(page: Page, paths: readonly string[]): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const found: string[] = [];
  for (const path of inTime(paths)) {
    await openPage(page, path);
    await unroll(page);
    found.push(...(await broken(anAxe(page).withTags(WCAG), path)));
  }
  expect(found).toEqual([]);
}

async function canBeReadInTheDark(page: Page, paths: readonly string[]): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const found: string[] = [];
  for (const path of inTime(paths)) {
    await openPage(page, path);
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    found.push(...(await broken(anAxe(page).withRules(DARK), path)));
  }
  expect(found).toEqual([]);
}

/** As tall as its content: what sticks to the bottom hides nothing then, which scrolling would bring into sight. */
async function unroll(page: Page): Promise<void> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size && height > size.height) await page.setViewportSize({ width: size.width, height });
}

/** There are no frames on our pages; looking for their results would open a window at each page. */
const anAxe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function broken(axe: AxeBuilder, where: string): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${where} ${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`),
  );
}

test("no page of the shop breaks a WCAG 2.2 AA rule that a program can find", async ({ world }) => {
  const page = await world.signedIn("shop", "lin@demo.kaidan", { phone: true });
  await breaksNoRule(page, await shopPages(page));
});

test("no page of the supplier's app does, and all can be read in the dark", async ({ world }) => {
  const page = await world.signedIn("supplier", "jiangxin@demo.kaidan", { phone: true });
  const paths = await supplierPages(page);
  await breaksNoRule(page, paths);
  await canBeReadInTheDark(page, paths);
});

test("no page of the back office does", async ({ world }) => {
  const page = await world.signedIn("admin", "admin@demo.kaidan");
  await breaksNoRule(page, await adminPages(page));
});

test("all pages of the back office can be read in the dark", async ({ world }) => {
  const page = await world.signedIn("admin", "admin@demo.kaidan");
  await canBeReadInTheDark(page, await adminPages(page));
});
