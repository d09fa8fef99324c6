import { expect, type Locator, type Page } from "@playwright/test";
import { dialog } from "../actors/controls.js";
import { chooseDay, goToCheckout, orderOnPage } from "../actors/customer.js";
import { addDays, dayOf } from "../actors/days.js";
import { approveNewPrice, returnNewPrice } from "../actors/staff.js";
import { closeDayOfService, importTable } from "../actors/supplier.js";
import { test } from "../world/world.js";

const ITEM = "防水施工";
const SUPPLIER = "湘水电工程";
const LIN = { name: "林晓", email: "lin@demo.kaidan", phone: "13800000001", password: "", address: "湘江中路 8 号" };

/** A server of its own: days pass in it. */
test.use({ serverEnv: { KAIDAN_JOURNEY: "supply" } });

test("a supplier's new price, capacity and day off reach the shop on their day; what was ordered before keeps its price", async ({
  world,
}) => {
  const customer = await world.signedIn("shop", "lin@demo.kaidan");
  const supplier = await world.signedIn("supplier", "xiangshui@demo.kaidan");
  const reviewer = await world.signedIn("admin", "admin@demo.kaidan");
  const tomorrow = addDays(dayOf(Date.now()), 1);
  let ordered = "";

  await test.step("the customer orders at the price in force, for the first day the supplier has room", async () => {
    await openProduct(customer);
    await expect(total(customer)).toContainText("¥576.00");
    await goToCheckout(customer, LIN);
    await chooseDay(customer, "first");
    await customer.getByRole("button", { name: "提交订单" }).filter({ visible: true }).click();
    ordered = (await orderOnPage(customer)).path;
    await expect(customer.getByText("希望开始的日期")).toBeVisible();
  });

  await test.step("the supplier proposes other terms from tomorrow and closes a day of this service", async () => {
    await propose(supplier, { sale: "60", perDay: "4", from: tomorrow });
    await closeDayOfService(supplier, ITEM, addDays(tomorrow, 2), "设备检修");
  });

  await test.step("staff see what differs and return it with a reason", async () => {
    const card = await proposal(reviewer);
    await expect(card.getByRole("row", { name: /销售价.*¥48\.00.*¥60\.00/ })).toBeVisible();
    await expect(card.getByRole("row", { name: /每天.*6 单.*4 单/ })).toBeVisible();
    await returnNewPrice(reviewer, ITEM, SUPPLIER, "销售价偏离同类服务");
  });

  await test.step("the supplier reads why, corrects the price, and staff approve it", async () => {
    await supplier.goto("/supplier/services");
    await expect(supplier.getByText("上次申请未通过：销售价偏离同类服务")).toBeVisible();
    await propose(supplier, { sale: "50", perDay: "4", from: tomorrow });
    await approveNewPrice(reviewer, ITEM, SUPPLIER);
    await supplier.goto("/supplier/services");
    await expect(supplier.getByRole("heading", { name: /^已通过，.*起生效$/ })).toBeVisible();
  });

  await test.step("until its day the shop has the old price, and the closed day is not to be had", async () => {
    await openProduct(customer);
    await expect(total(customer)).toContainText("¥576.00");
    await goToCheckout(customer, LIN);
    await expect(chooseDay(customer, addDays(tomorrow, 2))).resolves.toBe("休息");
  });

  await test.step("on its day the shop has the new price; the order placed before keeps its own", async () => {
    await world.passHours(30);
    await expect(async () => {
      await openProduct(customer);
      await expect(total(customer)).toContainText("¥600.00", { timeout: 2_000 });
    }).toPass();
    await customer.goto(ordered);
    await expect(customer.getByText("¥576.00").first()).toBeVisible();
  });
});

test("a table of services is looked at first, row by row; then only its good rows are proposed, or none", async ({
  world,
}) => {
  const supplier = await world.signedIn("supplier", "yueju@demo.kaidan");
  const bad = "PAINT,5,二十,26,8";
  const report = await importTable(supplier, ["CABINET,5,480,655,3", bad, "SHELL,4,700,599,4"]);

  await test.step("what is wrong is told by row and column, and nothing is written", async () => {
    await expect(report).toContainText("共 3 行，1 行正确，2 行有误。");
    await expect(report.getByRole("row", { name: /第 3 行.*二十/ })).toBeVisible();
    await expect(report.getByRole("row", { name: /第 4 行/ })).toBeVisible();
    expect(await waiting(supplier)).toBe(0);
  });

  await test.step("a table without a good row offers nothing to write", async () => {
    const none = await importTable(supplier, [bad]);
    await expect(none).toContainText("共 1 行，0 行正确，1 行有误。");
    await expect(none.getByRole("button")).toHaveCount(0);
    expect(await waiting(supplier)).toBe(0);
  });

  await test.step("only the good row becomes a proposal", async () => {
    const again = await importTable(supplier, ["CABINET,5,480,655,3", bad]);
    await again.getByRole("button", { name: "只提交正确的 1 行" }).click();
    await expect(again).toContainText("已提交 1 行，等待审核。");
    expect(await waiting(supplier)).toBe(1);
  });
});

async function openProduct(page: Page): Promise<void> {
  await page.goto("/p/waterproofing?region=430100");
}

const total = (page: Page): Locator => page.getByRole("main");

async function propose(page: Page, terms: { sale: string; perDay: string; from: string }): Promise<void> {
  await page.goto("/supplier/services");
  await page.getByRole("article", { name: ITEM }).getByRole("link", { name: "调整价格" }).click();
  const form = dialog(page, "调整价格");
  await form.getByLabel(/销售价/).fill(terms.sale);
  await form.getByLabel("每天最多接几单").fill(terms.perDay);
  await form.getByLabel("生效日期").fill(terms.from);
  await form.getByRole("button", { name: "提交审核" }).click();
  await expect(form).toBeHidden();
}

async function proposal(page: Page): Promise<Locator> {
  await page.goto("/admin/supplier-services/changes");
  const card = page.getByRole("article", { name: `${ITEM} · ${SUPPLIER}` });
  await expect(card).toBeVisible();
  return card;
}

/** How many of the supplier's own proposals wait for staff. */
async function waiting(page: Page): Promise<number> {
  await page.goto("/supplier/services");
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  return page.getByRole("heading", { name: "新价格待审核" }).count();
}
