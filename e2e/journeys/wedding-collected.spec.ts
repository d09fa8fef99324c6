import { choose } from "../actors/controls.js";
import { asked, numberOf, order, pay, ticketOf } from "../actors/requests.js";
import { payStatement, statementAbout, tellBankAccount } from "../actors/settlement.js";
import { doWork, entered } from "../actors/work.js";
import { expect, test } from "../world/world.js";

// Days pass before a supplier is paid: a server of its own.
test.use({ serverEnv: { LOG_LEVEL: "error" } });

test("a wedding: the flowers change hands, the host takes the tail, and what is refunded after settlement is claimed", async ({
  world,
}) => {
  let customer = await entered(world, "shop", "tang@demo.kaidan", true);
  let office = await entered(world, "admin", "admin@demo.kaidan");
  const reviewer = await entered(world, "admin", "reviewer@demo.kaidan");
  const host = await entered(world, "supplier", "laozhou@demo.kaidan", true);
  const { orderId, instalmentId } = await order(customer, {
    product: "wedding-complete",
    inputs: { DAY: "2027-03-20", TABLES: "6", STAGE: "12" },
    supplier: "满庭花艺",
  });
  await pay(customer, instalmentId);

  await test.step("the florist can't come: another one is put in, the customer agrees, another person audits it", async () => {
    const reason = "原花艺师当天临时无法到场";
    await office.goto(`/admin/orders/${orderId}/amend`);
    const flowers = office.getByRole("group", { name: /^桌花/ });
    await choose(office, flowers.getByRole("combobox", { name: "服务商" }), /声光舞美/);
    await office.getByLabel("变更原因").fill(reason);
    await expect(office.getByText("更换服务商")).toBeVisible();
    await office.getByRole("button", { name: "保存变更草稿" }).click();
    await office.getByRole("button", { name: "发给客户确认" }).click();
    await expect(office.getByText("已提交").first()).toBeVisible();
    await customer.goto(`/o/${orderId}`);
    const wish = customer.getByRole("region", { name: "订单变更需要您同意" });
    await expect(wish.getByText(reason)).toBeVisible();
    await wish.getByRole("button", { name: "同意变更" }).click();
    await expect(customer.getByText("已同意变更")).toBeVisible();
    await reviewer.goto(`/admin/orders/${orderId}/amend`);
    await reviewer.getByRole("button", { name: "审核通过并生效" }).click();
    await expect(reviewer.getByText("变更已生效")).toBeVisible();
  });

  await test.step("four companies do their work, and what is asked for on the way is paid online", async () => {
    const stage = await entered(world, "supplier", "shengguang@demo.kaidan");
    const makeup = await entered(world, "supplier", "huajia@demo.kaidan");
    const camera = await entered(world, "supplier", "guangying@demo.kaidan");
    const team = {
      ...{ 舞美搭建: stage, 桌花: stage, 新娘跟妆: makeup },
      ...{ 摄影双机位: camera, 摄像双机位: camera, 主持·资深: host },
    };
    for (const [item, supplier] of Object.entries(team)) {
      await doWork({ supplier, staff: office, customer }, await ticketOf(customer, orderId, item));
      for (const part of await asked(customer, orderId)) {
        if (part.name !== "尾款") await pay(customer, part.id);
      }
    }
    await expect.poll(async () => (await asked(customer, orderId)).map(({ name }) => name)).toEqual(["尾款"]);
  });

  await test.step("the host takes the tail on site and writes it down; it counts when the customer says so", async () => {
    await host.goto(`/supplier/t/${await ticketOf(customer, orderId, "主持·资深")}`);
    await host.getByRole("button", { name: "记录现场收款" }).click();
    await host.getByRole("button", { name: "提交记录" }).click();
    await expect(host.getByText("已记录，等待客户确认")).toBeVisible();
    expect(await asked(customer, orderId)).toHaveLength(1);
    await customer.goto(`/o/${orderId}`);
    await customer.getByRole("button", { name: "确认已支付" }).click();
    await expect(customer.getByText("已确认，款项计入本订单")).toBeVisible();
    expect(await asked(customer, orderId)).toEqual([]);
  });

  await world.passHours(8 * 24);
  customer = await entered(world, "shop", "tang@demo.kaidan", true);
  office = await entered(world, "admin", "admin@demo.kaidan");
  const makeup = await entered(world, "supplier", "huajia@demo.kaidan", true);
  const finance = await entered(world, "admin", "finance@demo.kaidan");
  const cashier = await entered(world, "admin", "cashier@demo.kaidan");

  await test.step("the make-up is settled alone: its cycle makes a statement, its supplier confirms it and is paid", async () => {
    const hands = { approver: finance, cashier };
    await tellBankAccount(makeup, "花嫁跟妆");
    const statementId = await statementAbout(makeup, await numberOf(customer, orderId));
    await makeup.goto(`/supplier/settlement/${statementId}`);
    await makeup.getByRole("button", { name: "确认无误" }).click();
    await expect(makeup.getByText("已提交，平台会继续处理")).toBeVisible();
    expect(await payStatement(hands, statementId)).toMatchObject({ state: "PAID", net: "150000" });
  });

  await test.step("¥300 of the make-up go back to the customer, and the supplier who was paid owes them", async () => {
    await office.goto(`/admin/orders/${orderId}/refunds`);
    await office.getByLabel("新娘跟妆").fill("300");
    await office.getByLabel("服务商责任（%）").fill("100");
    await office.getByLabel("为什么退款").fill("少补了一次妆");
    await office.getByRole("button", { name: "提交方案" }).click();
    await office.waitForURL(/\/admin\/refunds\/[\w-]{22}$/);
    await finance.goto(new URL(office.url()).pathname);
    await finance.getByRole("button", { name: /^批准退款/ }).click();
    await expect(finance.getByText("已批准，正在退回")).toBeVisible();
    await makeup.goto("/supplier/settlement");
    await expect(makeup.getByRole("region", { name: "概况" })).toContainText("应扣回¥300.00");
  });

  await test.step("the dossier tells both flows, and the books have no difference", async () => {
    await customer.goto(`/o/${orderId}/papers`);
    await customer.getByRole("button", { name: "出具交易全程表单" }).click();
    await expect(customer.getByText("交易全程表单已出具")).toBeVisible();
    expect(await world.auditBooks()).toContain("Differences: none.");
  });
});
