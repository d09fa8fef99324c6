import { dialog } from "../actors/controls.js";
import { buy, postNote, takeAndStart } from "../actors/requests.js";
import { rejectReport } from "../actors/staff.js";
import { expect, test, type World } from "../world/world.js";

/** An order under way, with the pages of those who look at it. */
async function workUnderWay(world: World) {
  const customer = await world.signedIn("shop", "zhao@demo.kaidan");
  const supplier = await world.signedIn("supplier", "kuaixiu@demo.kaidan", { phone: true });
  const reviewer = await world.signedIn("admin", "reviewer@demo.kaidan");
  const order = await buy(customer, { product: "home-repair", inputs: { FAULT: "插座没电" }, supplier: "快修侠" });
  await takeAndStart(supplier, order.ticketId);
  return { customer, supplier, reviewer, ...order };
}

test("a rejected report tells its reason to the supplier and nothing to the customer", async ({ world }) => {
  const { customer, supplier, reviewer, orderId, ticketId } = await workUnderWay(world);
  await customer.goto(`/o/${orderId}`);
  await supplier.goto(`/supplier/t/${ticketId}`);
  await postNote(supplier, ticketId, "线路老化，需换两个插座。");
  await expect(customer.getByRole("status").filter({ hasText: "有 1 条新进度待审核" })).toBeVisible();
  await expect(supplier.getByText("线路老化，需换两个插座。")).toBeVisible();

  await rejectReport(reviewer, "线路老化，需换两个插座。", "请写明是哪两个插座。");
  await expect(supplier.getByText("驳回原因：请写明是哪两个插座。")).toBeVisible();
  await expect(customer.getByText("条新进度待审核")).toHaveCount(0);
  await customer.reload();
  await expect(customer.getByRole("heading", { name: "动态" })).toBeVisible();
  await expect(customer.getByText("服务商已接单")).toBeVisible();
  await expect(customer.getByText("线路老化")).toHaveCount(0);
  await expect(customer.getByText("哪两个插座")).toHaveCount(0);
});

test("a reviewer goes through the queue with the keyboard alone", async ({ world }) => {
  const { customer, supplier, reviewer, orderId, ticketId } = await workUnderWay(world);
  await postNote(supplier, ticketId, "配电箱已断电，开始检查。");
  await postNote(supplier, ticketId, "检查完了。");
  await customer.goto(`/o/${orderId}`);
  await reviewer.goto("/admin/progress");
  const place = reviewer.getByText(/^第 \d+ 条，共 \d+ 条待审$/);
  await expect(place).toHaveText(/^第 1 条/);
  const total = Number(/共 (\d+)/.exec((await place.textContent()) ?? "")?.[1]);
  const keys = reviewer.keyboard;
  for (let number = 2; number <= total; number += 1) {
    await keys.press("j");
    await expect(place).toHaveText(new RegExp(`^第 ${number} 条`));
  }
  await expect(reviewer.getByText("检查完了。")).toBeVisible();
  await keys.press("k");
  await expect(reviewer.getByText("配电箱已断电，开始检查。")).toBeVisible();
  await keys.press("a");
  await expect(reviewer.getByText("已通过，客户现在能看到")).toBeVisible();
  await expect(reviewer.getByText("检查完了。")).toBeVisible();
  await keys.press("r");
  const reason = dialog(reviewer, "驳回这条进度").getByRole("textbox", { name: "原因" });
  await expect(reason).toBeFocused();
  await keys.type("请写明结论。");
  await keys.press("Tab");
  await keys.press("Tab");
  await keys.press("Enter");
  await expect(reviewer.getByText("已驳回，服务商会收到原因")).toBeVisible();
  await expect(place).toHaveText(new RegExp(`共 ${total - 2} 条待审$`));
  await expect(customer.getByRole("region", { name: "服务进度" }).getByText("配电箱已断电，开始检查。")).toBeVisible();
});
