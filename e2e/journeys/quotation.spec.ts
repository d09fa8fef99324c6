import { expect, type Page } from "@playwright/test";
import { watchForReloads } from "../actors/controls.js";
import {
  addLine,
  askForChange,
  askForQuotation,
  composedLine,
  difference,
  editVersion,
  paperOf,
  saveAndSend,
} from "../actors/negotiation.js";
import { ask } from "../actors/requests.js";
import { test } from "../world/world.js";

const CABINETS = "/p/cabinet-design?region=430100&i.FACE=10";

test("a quotation is negotiated over three versions and becomes one order at the price that was agreed", async ({
  world,
}) => {
  const customer = await world.signedIn("shop", "lin@demo.kaidan");
  const staff = await world.signedIn("admin", "dispatcher@demo.kaidan");
  let no = "";
  let first: Shown;
  let notReloaded: () => Promise<void>;

  await test.step("the customer asks for a price from the product's page; staff find it waiting", async () => {
    no = await askForQuotation(customer, CABINETS, "斜顶下的衣柜，最高处 2.6 米，月底前装好");
    await expect(customer.getByText("平台正在为您报价，报好后会通知您。")).toBeVisible();
    await staff.goto("/admin/quotations?view=ATTENTION");
    await expect(staff.getByRole("row").filter({ hasText: no })).toContainText("客户请求报价");
    notReloaded = await watchForReloads(customer);
  });

  await test.step("staff edit what the pricing engine proposed, add an option and terms, and send version 1", async () => {
    await editVersion(staff, no, 1);
    await expect(composedLine(staff, 1).getByRole("textbox", { name: "数量" })).toHaveValue("10");
    await addLine(staff, 2, { service: /^开荒保洁 · 亮洁家政/, quantity: "30", optional: true });
    await staff.getByRole("textbox", { name: "条款", exact: true }).fill("含量尺、运输与安装。\n质保两年。");
    await expect(staff.getByRole("region", { name: "实时合计" })).toContainText("¥6,500.00");
    await saveAndSend(staff);
  });

  await test.step("it comes by itself; the option changes the total; the customer asks for less", async () => {
    await expect(price(customer)).toContainText("¥6,500.00");
    await expect(customer.getByText("质保两年。")).toBeVisible();
    await customer.getByRole("checkbox", { name: "选择「开荒保洁」" }).check();
    await expect(price(customer)).not.toContainText("¥6,500.00");
    first = await shown(customer, no);
    await askForChange(customer, "能否每平米优惠一些？");
    await expect(staff.getByText("能否每平米优惠一些？")).toBeVisible();
  });

  await test.step("version 2 is cheaper; both see the same differences", async () => {
    await editVersion(staff, no, 2);
    await composedLine(staff, 1).getByRole("textbox", { name: "单价" }).fill("620");
    await staff.getByRole("textbox", { name: "版本说明（客户可见）" }).fill("柜体每平米优惠 30 元");
    await saveAndSend(staff);
    for (const page of [customer, staff]) {
      await expect(difference(page)).toContainText("¥650.00");
      await expect(difference(page)).toContainText("¥6,200.00");
    }
    await expect(customer.getByText("柜体每平米优惠 30 元").first()).toBeVisible();
    await askForChange(customer, "一口价 6,000 元就定");
  });

  await test.step("version 3 costs one sum, and can be had on paper", async () => {
    await editVersion(staff, no, 3);
    await composedLine(staff, 1).getByRole("textbox", { name: "一口价" }).fill("6000");
    await saveAndSend(staff);
    await expect(price(customer)).toContainText("¥6,000.00");
    await expect(difference(customer)).toContainText("¥6,000.00");
    await expect(customer.getByRole("link", { name: "下载 PDF" })).toBeVisible();
    expect(await paperOf(customer)).toBe("%PDF-");
  });

  await test.step("a superseded version can be read and not accepted", async () => {
    expect(await accept(customer, first)).toBe("QUOTATION_CHANGED");
    await notReloaded();
    await customer.getByRole("button", { name: "第 1 版" }).click();
    await expect(price(customer)).toContainText("¥6,500.00");
    await expect(customer.getByRole("button", { name: "接受报价" })).toBeHidden();
    await customer.getByRole("button", { name: "第 3 版" }).click();
  });

  await test.step("accepting makes one order at the agreed price, and no second one", async () => {
    const agreed = await shown(customer, no);
    await customer.getByRole("button", { name: "接受报价" }).click();
    const sheet = customer.getByRole("dialog", { name: "接受报价" });
    await sheet.getByRole("textbox", { name: "联系人" }).fill("林晓");
    await sheet.getByLabel("联系电话").fill("13800001001");
    await sheet.getByLabel("详细地址").fill("开福区湘江中路 18 号");
    await sheet.getByRole("button", { name: "确认接受，合计 ¥6,000.00" }).click();
    await customer.waitForURL(/\/o\/[\w-]{22}$/);
    await expect(customer.getByRole("main")).toContainText("¥6,000.00");
    expect(await accept(customer, agreed)).toBe("INVALID_STATE");
    await expect(
      staff.getByRole("region", { name: "报价信息" }).getByRole("link", { name: /^SO\d{8}-/ }),
    ).toBeVisible();
  });
});

const price = (page: Page) => page.getByRole("region", { name: /^合计/ });

/** What the customer was shown, as the page's own request has it. */
async function shown(page: Page, no: string): Promise<Shown> {
  const { quotation } = await ask<{ quotation: { id: string; versions: Version[] } }>(page, "shop", SHOWN, { no });
  const { hash, number, total } = quotation.versions.at(-1) ?? { hash: "", number: 0, total: "0" };
  return { quotationId: quotation.id, number, hash, expectedTotal: total };
}

/** Accepts without the page's help, as an old tab or a second press would; answers the refusal. */
async function accept(page: Page, yes: Shown): Promise<string | undefined> {
  const contact = { contactName: "林晓", contactPhone: "13800001001", address: "开福区湘江中路 18 号" };
  const variables = { input: { ...yes, ...contact, ticked: [], idempotencyKey: crypto.randomUUID() } };
  const headers = { "x-kaidan-app": "shop" };
  const answer = await page.request.post("/graphql", { headers, data: { query: ACCEPT, variables } });
  const { data } = await answer.json();
  return data.acceptQuotation.userErrors[0]?.code;
}

type Version = { number: number; hash: string; total: string };
type Shown = { quotationId: string; number: number; hash: string; expectedTotal: string };
const SHOWN = "query ($no: String!) { quotation(no: $no) { id versions { number hash total } } }";
const ACCEPT = `mutation ($input: AcceptQuotationInput!) {
  acceptQuotation(input: $input) { order { id } userErrors { code } } }`;
