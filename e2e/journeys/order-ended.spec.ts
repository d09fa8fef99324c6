import type { Page } from "@playwright/test";
import { choose } from "../actors/controls.js";
import { ask, buy } from "../actors/requests.js";
import { expect, test } from "../world/world.js";

const MONEY = "query ($id: ID!) { order(id: $id) { state total paid refunds { amount state } } }";
interface Money {
  readonly state: string;
  readonly total: string;
  readonly paid: string;
  readonly refunds: readonly { readonly amount: string; readonly state: string }[];
}
const moneyOf = async (page: Page, id: string): Promise<Money> =>
  (await ask<{ order: Money }>(page, "shop", MONEY, { id })).order;

test("the office ends an order midway: what was done is kept, the rest goes back, and three people had their say", async ({
  world,
}) => {
  const customer = await world.signedIn("shop", "tang@demo.kaidan", { phone: true });
  const office = await world.signedIn("admin", "admin@demo.kaidan");
  const auditor = await world.signedIn("admin", "reviewer@demo.kaidan");
  const { orderId } = await buy(customer, { product: "aircon-cleaning", inputs: { UNITS: "5" } });
  const { total } = await moneyOf(customer, orderId);

  await test.step("the office says what was done and whose fault the end is, and sees what it does to the money", async () => {
    await office.goto(`/admin/orders/${orderId}/amend`);
    await office.getByText("终止订单", { exact: true }).click();
    await office.getByLabel("已完成比例（%）").fill("40");
    await choose(office, office.getByRole("combobox", { name: "终止原因在谁" }), /平台原因/);
    await office.getByLabel("变更原因").fill("师傅受伤，剩余三台无法完成");
    await expect(office.getByText("退还客户")).toBeVisible();
    await office.getByRole("button", { name: "保存变更草稿" }).click();
    await office.getByRole("button", { name: "发给客户确认" }).click();
    await expect(office.getByText("已提交").first()).toBeVisible();
  });

  await test.step("the customer agrees, another person audits it", async () => {
    await customer.goto(`/o/${orderId}`);
    await customer.getByRole("button", { name: "同意变更" }).click();
    await expect(customer.getByText("已同意变更")).toBeVisible();
    await auditor.goto(`/admin/orders/${orderId}/amend`);
    await auditor.getByRole("button", { name: "审核通过并生效" }).click();
    await expect(auditor.getByText("变更已生效")).toBeVisible();
  });

  await test.step("two fifths are kept, three fifths go back", async () => {
    await expect.poll(async () => (await moneyOf(customer, orderId)).refunds.length).toBe(1);
    const after = await moneyOf(customer, orderId);
    expect(Number(after.total)).toBe((Number(total) * 2) / 5);
    expect(Number(after.refunds[0]?.amount)).toBe((Number(total) * 3) / 5);
  });
});
