import type { Locator, Page } from "@playwright/test";
import { decideAtChannel } from "../actors/customer.js";
import { adminPages, inTime, openPage, shopPages, supplierPages } from "../actors/pages.js";
import { buy, order } from "../actors/requests.js";
import { expect, test } from "../world/world.js";

test.describe.configure({ mode: "parallel" });

const THUMB = 44;

/** The page is as wide as the phone: nothing hides at the side. */
async function fitsThePhone(page: Page, path: string): Promise<void> {
  await openPage(page, path);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${path} scrolls sideways`).toBe(0);
}

/** The one deed of a page is on the screen, not under something else, and large enough for a thumb. */
async function underTheThumb(deed: Locator): Promise<void> {
  await deed.scrollIntoViewIfNeeded();
  await expect(deed).toBeInViewport({ ratio: 1 });
  await deed.click({ trial: true });
  const box = await deed.boundingBox();
  expect(box?.height, await deed.innerText()).toBeGreaterThanOrEqual(THUMB);
  expect(box?.width).toBeGreaterThanOrEqual(THUMB);
}

const main = (page: Page, role: "button" | "link", name: string | RegExp): Locator =>
  page.getByRole(role, { name }).filter({ visible: true }).first();

test("no page of the shop scrolls sideways on a phone", async ({ world }) => {
  const page = await world.signedIn("shop", "lin@demo.kaidan", { phone: true });
  for (const path of inTime(await shopPages(page))) await fitsThePhone(page, path);
});

test("on a phone, ordering and paying are under the thumb", async ({ world }) => {
  const page = await world.signedIn("shop", "lin@demo.kaidan", { phone: true });
  const paths = await shopPages(page);
  await openPage(page, "/p/wall-renewal?region=430100");
  await underTheThumb(main(page, "link", "立即下单"));
  await openPage(page, "/checkout?product=wall-renewal&region=430100");
  await underTheThumb(main(page, "button", "提交订单"));
  await openPage(page, paths.find((path) => path.includes("/pay/")) ?? "");
  await underTheThumb(main(page, "button", /^(去支付|获取转账信息|提交凭证)$/));
});

test("on a phone, a payment that failed can be tried again, and one that was left goes on", async ({ world }) => {
  const page = await world.signedIn("shop", "zhao@demo.kaidan", { phone: true });
  const { orderId, instalmentId } = await order(page, { product: "home-repair", inputs: { FAULT: "水管渗水" } });
  const payPage = `/o/${orderId}/pay/${instalmentId}`;
  await openPage(page, payPage);
  await page.getByRole("radio", { name: /模拟支付/ }).check();
  await page.getByRole("button", { name: "去支付" }).click();
  await decideAtChannel(page, "支付失败");
  await page.getByRole("alert").getByRole("link", { name: "重新支付" }).click();
  await expect(page.getByText("上一次支付没有成功，请重试或换一种方式。")).toBeVisible();
  await expect(page.getByRole("radio", { name: /模拟支付/ })).toBeChecked();
  await underTheThumb(main(page, "button", "去支付"));
  await page.getByRole("button", { name: "去支付" }).click();
  await expect(page.getByRole("button", { name: /支付成功/ })).toBeVisible();
  const channelPage = page.url();
  await fitsThePhone(page, payPage);
  await expect(page.getByRole("heading", { name: "上一次支付还没有完成" })).toBeVisible();
  await underTheThumb(main(page, "link", "继续支付"));
  await page.getByRole("link", { name: "继续支付" }).click();
  await page.waitForURL(channelPage);
  await decideAtChannel(page, "支付成功");
  await openPage(page, payPage);
  await expect(page.getByRole("heading", { name: "本期款项已付清" })).toBeVisible();
});

test("a worker's pages fit the phone, and reporting is under the thumb", async ({ world }) => {
  const page = await world.signedIn("supplier", "jiangxin@demo.kaidan", { phone: true });
  const paths = await supplierPages(page);
  for (const path of inTime(paths)) await fitsThePhone(page, path);
  const customer = await world.signedIn("shop", "zhao@demo.kaidan");
  await buy(customer, { product: "wall-renewal", inputs: { WALLS: "60" }, supplier: "匠心装饰" });
  await openPage(page, "/supplier/");
  await underTheThumb(main(page, "button", "接单"));
  await openPage(page, paths[2] ?? "");
  await underTheThumb(main(page, "link", "提交进度"));
  await openPage(page, paths[3] ?? "");
  await underTheThumb(main(page, "button", "提交"));
});

test("no page of the back office scrolls sideways on a phone: wide tables do so in their own frame", async ({
  world,
}) => {
  const page = await world.signedIn("admin", "admin@demo.kaidan", { phone: true });
  for (const path of inTime(await adminPages(page))) await fitsThePhone(page, path);
});
