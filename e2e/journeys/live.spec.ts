import type { Page } from "@playwright/test";
import { approveNote, buy, postNote, takeAndStart } from "../actors/requests.js";
import { expect, test, type World } from "../world/world.js";

const FIRST = "到场了，先看总阀。";
const SECOND = "总阀正常，查到是接头渗水。";

/** A customer's order, open and live, with two reports that wait for review. */
async function twoReportsWait(world: World) {
  const customer = await world.signedIn("shop", "zhao@demo.kaidan", { phone: true });
  const supplier = await world.signedIn("supplier", "kuaixiu@demo.kaidan");
  const staff = await world.signedIn("admin", "reviewer@demo.kaidan");
  const { orderId, ticketId } = await buy(customer, {
    product: "home-repair",
    inputs: { FAULT: "水管渗水" },
    supplier: "快修侠",
  });
  await takeAndStart(supplier, ticketId);
  const reports = [await postNote(supplier, ticketId, FIRST), await postNote(supplier, ticketId, SECOND)];
  await customer.goto(`/o/${orderId}`);
  await expect(customer.getByRole("status").filter({ hasText: "有 2 条新进度待审核" })).toBeVisible();
  await expect(customer.getByText("实时更新")).toBeVisible();
  return { customer, staff, reports };
}

/** Each report stands once in the order's history, and the history counts as many as there are. */
async function seesEachOnce(customer: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await expect(customer.getByRole("region", { name: "动态" }).getByText(text)).toHaveCount(1);
  }
  await expect(customer.getByText("服务有新进度")).toHaveCount(texts.length);
}

test("a page whose connection was cut shows what it missed, once, when it comes back", async ({ world }) => {
  const { customer, staff, reports } = await twoReportsWait(world);
  await customer.context().setOffline(true);
  await expect(customer.getByText("网络已断开，恢复后自动更新")).toBeVisible();
  for (const report of reports) await approveNote(staff, report);
  await expect(customer.getByText(FIRST)).toHaveCount(0);
  await customer.context().setOffline(false);
  await seesEachOnce(customer, [FIRST, SECOND]);
  await expect(customer.getByText("条新进度待审核")).toHaveCount(0);
});

test("a server that is killed forgets nothing it had acknowledged, and the open page catches up", async ({ world }) => {
  const { customer, staff, reports } = await twoReportsWait(world);
  const [first = "", second = ""] = reports;
  await approveNote(staff, first);
  await world.crashAndRestart();
  await seesEachOnce(customer, [FIRST]);
  await approveNote(staff, second);
  await seesEachOnce(customer, [FIRST, SECOND]);
  await expect(customer.getByText("条新进度待审核")).toHaveCount(0);
  await expect(customer.getByText("实时更新")).toBeVisible();
});
