import { numberOf, order, pay } from "../actors/requests.js";
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
