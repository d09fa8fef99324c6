import { dialog } from "../actors/controls.js";
import { acceptWork } from "../actors/customer.js";
import { aPhoto } from "../actors/pictures.js";
import { ask } from "../actors/requests.js";
import { approveWork } from "../actors/staff.js";
import { deliver } from "../actors/supplier.js";
import { expect, test } from "../world/world.js";

const ITEM = "墙面乳胶漆";
const REASON = "书房踢脚线上方有两处漏刷。";

test("a customer sends finished work back with a photo, the supplier does it again, and the customer accepts it", async ({
  world,
}) => {
  const customer = await world.signedIn("shop", "lin@demo.kaidan", { phone: true });
  const supplier = await world.signedIn("supplier", "jiangxin@demo.kaidan", { phone: true });
  const staff = await world.signedIn("admin", "reviewer@demo.kaidan");
  const { myOrders } = await ask<Orders>(customer, "shop", ORDERS, {});
  const waiting = myOrders.edges.map(({ node }) => node).filter(({ productSlug }) => productSlug === "wall-renewal");
  const [order] = waiting;

  await customer.goto(`/o/${order?.id}`);
  await customer.getByRole("link", { name: `验收${ITEM}` }).click();
  await customer.getByRole("button", { name: "要求返工" }).click();
  const sheet = dialog(customer, "要求返工");
  await sheet.getByLabel("哪里不符合要求").fill(REASON);
  await sheet.getByLabel(/照片（选填）/).setInputFiles(aPhoto("missed-spot.png"));
  await expect(sheet.getByRole("button", { name: "移除第 1 张照片" })).toBeVisible();
  await sheet.getByRole("button", { name: "提交返工要求" }).click();
  await customer.waitForURL(/\/o\/[\w-]{22}$/);

  await supplier.goto("/supplier/");
  await supplier
    .getByRole("link", { name: new RegExp(ITEM) })
    .filter({ hasText: REASON })
    .click();
  const step = supplier.getByRole("region", { name: /返工/ });
  await expect(step).toContainText(REASON);
  await expect(step.getByRole("img")).toBeVisible();
  await supplier.getByRole("button", { name: "开始返工" }).click();
  await deliver(supplier);

  await approveWork(staff, ITEM, "匠心装饰");
  await acceptWork(customer, ITEM);
  const history = customer.getByRole("region", { name: "动态" });
  await expect(history.getByText("要求返工")).toHaveCount(1);
  await expect(history.getByText("验收通过")).toHaveCount(1);
});

type Orders = { myOrders: { edges: { node: { id: string; productSlug: string } }[] } };
const ORDERS = `query { myOrders(first: 20) { edges { node { id productSlug } } } }`;
