import type { Page } from "@playwright/test";
import { choose } from "../actors/controls.js";
import { acceptWork, transferWithSlip } from "../actors/customer.js";
import { ask, asked, numberOf, pay, payByBoth, supplierNamed, ticketOf } from "../actors/requests.js";
import { confirmStatement, keepBack, payStatement, statementAbout, tellBankAccount } from "../actors/settlement.js";
import { confirmTransfer } from "../actors/staff.js";
import { doWork, entered, handOver } from "../actors/work.js";
import { expect, test, type World } from "../world/world.js";

// A year passes before what is kept back is due: a server of its own.
test.use({ serverEnv: { LOG_LEVEL: "error" } });

const ORDERS = "{ myOrders(first: 50) { nodes { id productTitle total } } }";
const MONEY = `query ($id: ID!) { order(id: $id) { total paid instalments { name state amount paid } } }`;

test("a home paid in five: the middle part is transferred, work is added and dropped, and a year later nothing is owed to anybody", async ({
  world,
}) => {
  let customer = await world.signedIn("shop", "huang@demo.kaidan", { phone: true });
  const cashier = await world.signedIn("admin", "cashier@demo.kaidan");
  const office = await world.signedIn("admin", "admin@demo.kaidan");
  const auditor = await world.signedIn("admin", "reviewer@demo.kaidan");
  const orderId = await homeOf(customer);
  const no = await numberOf(customer, orderId);

  await test.step("the order shows its five parts, and the middle one as what comes next", async () => {
    await customer.goto(`/o/${orderId}`);
    for (const part of ["定金", "开工款", "中期款", "完工款", "质保金"]) {
      await expect(customer.getByText(part, { exact: true }).first()).toBeVisible();
    }
    const { instalments } = await moneyOf(customer, orderId);
    expect(instalments.map(({ state }) => state)).toEqual(["PAID", "PAID", "DUE", "PLANNED", "PLANNED"]);
  });

  await test.step("it is transferred with a slip, and the cashier finds it on the bank statement", async () => {
    const words = await customer
      .getByRole("link", { name: /^支付 ¥/ })
      .first()
      .textContent();
    await transferWithSlip(customer, (words ?? "").replace("支付 ", "").trim());
    await confirmTransfer(cashier, no, `ICBC-HOME-${Date.now()}`);
    await expect.poll(async () => (await moneyOf(customer, orderId)).instalments[2]?.state).toBe("PAID");
  });

  await test.step("the customer asks for a change in their own words", async () => {
    await customer.goto(`/o/${orderId}`);
    await customer.getByRole("button", { name: "申请修改" }).click();
    await customer.getByLabel("具体说明").fill("玄关想加一组柜体，保洁我们自己做");
    await customer.getByRole("button", { name: "发送请求" }).click();
    await expect(customer.getByRole("region", { name: "修改订单" }).getByText("玄关想加一组柜体")).toBeVisible();
  });

  const before = await moneyOf(customer, orderId);
  let dropped = 0;
  await test.step("the office adds ¥1,200 of cabinets and drops the cleaning, and sees what it does to the money first", async () => {
    await office.goto(`/admin/orders/${orderId}/amend`);
    const amount = office.getByRole("group", { name: /^定制柜体/ }).getByLabel("金额");
    await amount.fill(String(Number((await amount.inputValue()).replaceAll(",", "")) + 1_200));
    const cleaning = office.getByRole("group", { name: /^开荒保洁/ });
    dropped = Math.round(Number((await cleaning.getByLabel("金额").inputValue()).replaceAll(",", "")) * 100);
    await cleaning.getByLabel("取消这一项").check();
    const wish = office.getByRole("combobox", { name: "为哪条申请（可选）" });
    await choose(office, wish, /玄关想加一组柜体/);
    await office.getByLabel("变更原因").fill("玄关加一组柜体，业主自行保洁");
    await expect(office.getByText("变更后总价")).toBeVisible();
    await office.getByRole("button", { name: "保存变更草稿" }).click();
    await office.getByRole("button", { name: "发给客户确认" }).click();
    await expect(office.getByText("已提交").first()).toBeVisible();
  });

  await test.step("the customer reads the difference and agrees; nothing has changed yet", async () => {
    await customer.goto(`/o/${orderId}`);
    const wish = customer.getByRole("region", { name: "订单变更需要您同意" });
    await expect(wish.getByText("玄关加一组柜体")).toBeVisible();
    expect((await moneyOf(customer, orderId)).total).toBe(before.total);
    await wish.getByRole("button", { name: "同意变更" }).click();
    await expect(customer.getByText("已同意变更")).toBeVisible();
  });

  await test.step("another person audits it; price and plan follow in one step", async () => {
    await auditor.goto(`/admin/orders/${orderId}/amend`);
    await auditor.getByRole("button", { name: "审核通过并生效" }).click();
    await expect(auditor.getByText("变更已生效")).toBeVisible();
    const after = await moneyOf(customer, orderId);
    expect(Number(after.total) - Number(before.total)).toBe(120_000 - dropped);
    const planned = after.instalments.filter(({ state }) => state !== "VOID");
    expect(planned.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(Number(after.total));
    expect(after.paid).toBe(before.paid);
  });

  await test.step("what the change costs more is paid by two means at once", async () => {
    const [difference] = await asked(customer, orderId);
    if (difference) await payByBoth(customer, difference);
    expect(await asked(customer, orderId)).toHaveLength(1); // the transfer is not found on the statement yet
    await confirmTransfer(cashier, no, `ICBC-HOME-2-${Date.now()}`);
    await expect.poll(() => asked(customer, orderId)).toEqual([]);
  });

  const cabinets = await entered(world, "supplier", "yueju@demo.kaidan");
  await keepBack(office, await supplierNamed(customer, "悦居木作", "whole-home"), 500);
  await tellBankAccount(cabinets, "悦居木作");
  await test.step("the rest is built; the customer accepts it and is asked for all but the retention", async () => {
    const builder = await entered(world, "supplier", "jiangxin@demo.kaidan");
    await doWork({ supplier: builder, staff: office, customer }, await ticketOf(customer, orderId, "半包基装"));
    const last = await ticketOf(customer, orderId, "定制柜体");
    await handOver({ supplier: cabinets, staff: office, customer }, last);
    await customer.goto(`/o/${orderId}`);
    await acceptWork(customer, "定制柜体");
    await expect.poll(async () => (await asked(customer, orderId)).map(({ name }) => name)).toEqual(["完工款"]);
    for (const { id } of await asked(customer, orderId)) await pay(customer, id);
  });

  let kept = "";
  await test.step("the cabinets are settled but for what is kept back a year", async () => {
    await world.passHours(8 * 24);
    kept = (await settle(world, no)).retained;
    expect(Number(kept)).toBeGreaterThan(0);
  });

  await test.step("a year later both retentions end: the customer pays theirs, the supplier gets what was kept back", async () => {
    await world.passHours(366 * 24);
    customer = await entered(world, "shop", "huang@demo.kaidan", true);
    await expect.poll(async () => (await asked(customer, orderId)).map(({ name }) => name)).toEqual(["质保金"]);
    for (const { id } of await asked(customer, orderId)) await pay(customer, id);
    expect(await settle(world, no)).toMatchObject({ state: "PAID", net: kept });
  });

  await test.step("the dossier tells both flows with nothing left open, and the books have no difference", async () => {
    const { total, paid } = await moneyOf(customer, orderId);
    expect(paid).toBe(total);
    await customer.goto(`/o/${orderId}/papers`);
    await customer.getByRole("button", { name: "出具交易全程表单" }).click();
    await expect(customer.getByText("交易全程表单已出具")).toBeVisible();
    expect(await world.auditBooks()).toContain("Differences: none.");
  });
});

/** What is due to the cabinet maker for this order is confirmed by it and paid. */
async function settle(world: World, orderNo: string) {
  const supplier = await entered(world, "supplier", "yueju@demo.kaidan");
  const approver = await entered(world, "admin", "finance@demo.kaidan");
  const cashier = await entered(world, "admin", "cashier@demo.kaidan");
  const statementId = await statementAbout(supplier, orderNo);
  await confirmStatement(supplier, statementId);
  return payStatement({ approver, cashier }, statementId);
}

interface Seen {
  readonly total: string;
  readonly paid: string;
  readonly instalments: readonly { readonly name: string; readonly state: string; readonly amount: string }[];
}

async function moneyOf(page: Page, id: string): Promise<Seen> {
  return (await ask<{ order: Seen }>(page, "shop", MONEY, { id })).order;
}

async function homeOf(page: Page): Promise<string> {
  const { myOrders } = await ask<{ myOrders: { nodes: { id: string; productTitle: string }[] } }>(
    page,
    "shop",
    ORDERS,
    {},
  );
  return myOrders.nodes.find(({ productTitle }) => productTitle.startsWith("整家装修"))?.id ?? "";
}
