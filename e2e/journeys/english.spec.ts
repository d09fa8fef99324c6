import type { Page } from "@playwright/test";
import { adminPages, inTime, openPage, shopPages, supplierPages } from "../actors/pages.js";
import { expect, test } from "../world/world.js";

test.describe.configure({ mode: "parallel" });

const CHINESE = /[\u4e00-\u9fff]/;
/** The product's own name, and the way back to Chinese in its own words. */
const PROPER = ["开单", "简体中文", "中文"];

/** Fields whose content is what somebody wrote, such as a product's Chinese name; not those that offer choices. */
const TYPED = "input:not([aria-haspopup]), textarea";
const valuesOf = (fields: Element[]) => fields.map((field) => ("value" in field ? field.value : null));

/**
 * Every line of these pages, as read aloud, that is still Chinese without the data. Names and descriptions people typed
 * in come with the answers of the API and stand as they are; all other words are the product's own.
 */
async function saidInChinese(page: Page, paths: readonly string[]): Promise<string[]> {
  const data = new Set(PROPER);
  const answers: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!new URL(response.url()).pathname.startsWith("/graphql")) return;
    const read = response.json().catch(() => null);
    answers.push(read.then((answer) => collect(answer, data)));
  });
  const found = new Set<string>();
  for (const path of inTime(paths)) {
    await openPage(page, `${path}${path.includes("?") ? "&" : "?"}lang=en`);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    const lines = (await page.locator("body").ariaSnapshot()).split("\n");
    for (const value of await page.locator(TYPED).evaluateAll(valuesOf)) collect(value, data);
    // After the lines were read: an answer that came while they were is among their data as well.
    await Promise.all(answers);
    const typed = [...data].sort((a, b) => b.length - a.length);
    for (const line of lines) {
      const own = typed.reduce((rest, words) => rest.replaceAll(words, ""), line);
      if (CHINESE.test(own)) found.add(`${path}: ${line.trim()}`);
    }
  }
  return [...found];
}

/** All texts of an answer that are Chinese, line by line as a page may break them. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === "string") {
    // Spaces of any width read alike aloud.
    for (const line of value.split("\n")) if (CHINESE.test(line)) into.add(line.trim().replace(/\s+/g, " "));
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) collect(each, into);
  }
}

test("the shop speaks English to who wants English", async ({ world }) => {
  const page = await world.signedIn("shop", "lin@demo.kaidan");
  expect(await saidInChinese(page, await shopPages(page))).toEqual([]);
});

test("the supplier's app speaks English", async ({ world }) => {
  const page = await world.signedIn("supplier", "jiangxin@demo.kaidan", { phone: true });
  expect(await saidInChinese(page, await supplierPages(page))).toEqual([]);
});

test("the back office speaks English", async ({ world }) => {
  const page = await world.signedIn("admin", "admin@demo.kaidan");
  expect(await saidInChinese(page, await adminPages(page))).toEqual([]);
});
