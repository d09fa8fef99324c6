import type { Page } from "@playwright/test";
import { propose } from "../actors/amendment.js";
import { ask, numberOf, order, pay, takeAndStart, ticketOf } from "../actors/requests.js";
import { entered } from "../actors/work.js";
import { expect, test } from "../world/world.js";

test("a trademark's official fee is told apart before it is paid, passed on once, and told to the customer", async ({
  world,
}) => {
  const customer = await world.signedIn("shop", "tang@demo.kaidan", { phone: true });
  const cashier = await world.signedIn("admin", "cashier@demo.kaidan");
  const office = await world.signedIn("admin", "admin@demo.kaidan");
  const { orderId, instalmentId } = await order(customer, {
    product: "brand-protection",
    inputs: { MARK: "檐下风", CLASSES: "2" },
  });
  const no = await numberOf(customer, orderId);

  await test.step("the order says what of the price is only passed on to the office", async () => {
    await customer.goto(`/o/${orderId}`);
    await expect(customer.getByText("含代收官费 ¥540.00").first()).toBeVisible();
    await pay(customer, instalmentId);
  });

  await test.step("the cashier passes it on with the office's receipt, and never more than is held", async () => {
    await cashier.goto(`/admin/orders/${orderId}`);
    await expect(cashier.getByText(no).first()).toBeVisible();
    const fees = cashier.getByRole("region", { name: "代收官费" });
    await expect(fees.getByText("待缴纳 ¥540.00 · 已缴纳 ¥0.00")).toBeVisible();
    await fees.getByRole("button", { name: /^登记缴纳/ }).click();
    const form = cashier.getByRole("dialog", { name: /的官费已缴纳/ });
    await form.getByLabel("缴纳金额").fill("540.01");
    await expect(form.getByText("不能超过已代收的官费。")).toBeVisible();
    await form.getByLabel("缴纳金额").fill("540");
    await form.getByLabel("缴费凭证号").fill(`GJ-${Date.now()}`);
    await form.getByRole("button", { name: "登记", exact: true }).click();
    await expect(fees.getByText("待缴纳 ¥0.00 · 已缴纳 ¥540.00")).toBeVisible();
    await expect(fees.getByRole("button", { name: /^登记缴纳/ })).toHaveCount(0);
  });

  await test.step("a colleague who has the page open sees the same, and the customer reads it in the order's story", async () => {
    await office.goto(`/admin/orders/${orderId}`);
    await expect(office.getByRole("region", { name: "代收官费" }).getByText("已缴纳 ¥540.00")).toBeVisible();
    await customer.goto(`/o/${orderId}`);
    await expect(customer.getByText("官费已缴纳").first()).toBeVisible();
  });
});

test("a trademark closed midway: what was done is kept, the fee nobody passed on and the rest go back, red letter first", async ({
  world,
}) => {
  const customer = await entered(world, "shop", "chen@demo.kaidan", true);
  const office = await entered(world, "admin", "admin@demo.kaidan");
  const reviewer = await entered(world, "admin", "reviewer@demo.kaidan");
  const agency = await entered(world, "supplier", "yuelu@demo.kaidan");
  const { orderId, instalmentId } = await order(customer, {
    product: "brand-protection",
    inputs: { MARK: "半山听雨", CLASSES: "2" },
  });
  await pay(customer, instalmentId);
  await takeAndStart(agency, await ticketOf(customer, orderId, "商标注册·一类"));
  const invoiceId = await invoiced(customer, office, orderId, "136000");

  await test.step("the customer asks to end it and agrees to what of it was done", async () => {
    await customer.goto(`/o/${orderId}`);
    await customer.getByRole("button", { name: "申请修改" }).click();
    await customer.getByLabel("您希望").selectOption("中途终止订单");
    await customer.getByLabel("具体说明").fill("品牌名要换，先不申请了");
    await customer.getByRole("button", { name: "发送请求" }).click();
    await expect(customer.getByText("已发送，平台会尽快答复")).toBeVisible();
    await propose(office, orderId, {
      ...{ kind: "CANCELLATION", fault: "CUSTOMER", reason: "检索已完成，申请不再提交" },
      parts: (lines) => lines.map(({ id: componentId }) => ({ kind: "CANCEL", componentId, doneShare: 2_000 })),
    });
    await customer.goto(`/o/${orderId}`);
    await customer.getByRole("button", { name: "同意变更" }).click();
    await expect(customer.getByText("已同意变更")).toBeVisible();
  });

  await test.step("it can't be applied while the invoice stands; after the red letter it is", async () => {
    await reviewer.goto(`/admin/orders/${orderId}/amend`);
    await reviewer.getByRole("button", { name: "审核通过并生效" }).click();
    await expect(reviewer.getByText("这笔款项已开发票，请先开具红字发票，再办理退款。").first()).toBeVisible();
    expect(await flowOf(customer, orderId)).toMatchObject({ paid: "190000", refunded: "0" });
    const redLetter = { invoiceId, version: 2, amount: "136000", redNo: `R${Date.now()}`, reason: "订单中途终止" };
    await ask(office, "admin", TAKE_BACK, { input: redLetter });
    await reviewer.getByRole("button", { name: "审核通过并生效" }).click();
    await expect(reviewer.getByText("变更已生效")).toBeVisible();
  });

  await test.step("a fifth is kept for the search, the rest with the whole fee is back, and the books have no difference", async () => {
    await expect
      .poll(() => flowOf(customer, orderId))
      .toMatchObject({ paid: "190000", earned: "38000", refunded: "152000", outstanding: "0" });
    expect(await world.auditBooks()).toContain("Differences: none.");
  });
});

/** The customer asks for an invoice over so much and the office notes the one it made; answers its id. */
async function invoiced(customer: Page, office: Page, orderId: string, amount: string): Promise<string> {
  const wish = { orderId, kind: "PLAIN", title: "陈一鸣", amount, idempotencyKey: crypto.randomUUID() };
  const { requestInvoice } = await ask<{ requestInvoice: { invoice: { id: string } } }>(customer, "shop", INVOICE, {
    input: wish,
  });
  const invoiceId = requestInvoice.invoice.id;
  await ask(office, "admin", ISSUE, { input: { invoiceId, version: 1, invoiceNo: `N${Date.now()}`, fileId: null } });
  return invoiceId;
}

interface Flow {
  readonly paid: string;
  readonly earned: string;
  readonly refunded: string;
  readonly outstanding: string;
}

/** The sums at the end of the order's flow of money. */
async function flowOf(page: Page, id: string): Promise<Flow | undefined> {
  const { order: its } = await ask<{ order: { moneyFlow: Flow[] } }>(page, "shop", FLOW, { id });
  return its.moneyFlow.at(-1);
}

const INVOICE = `mutation ($input: RequestInvoiceInput!) { requestInvoice(input: $input) {
  invoice { id } userErrors { code } } }`;
const ISSUE = "mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { userErrors { code } } }";
const TAKE_BACK = "mutation ($input: TakeBackInvoiceInput!) { takeBackInvoice(input: $input) { userErrors { code } } }";
const FLOW = "query ($id: ID!) { order(id: $id) { moneyFlow { paid earned refunded outstanding } } }";
