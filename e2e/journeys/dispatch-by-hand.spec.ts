import { confirm } from "../actors/controls.js";
import { buy } from "../actors/requests.js";
import { waitAtToday } from "../actors/supplier.js";
import { expect, test } from "../world/world.js";

/** A server of its own: the time to answer passes in it. */
test.use({ serverEnv: { KAIDAN_JOURNEY: "dispatch" } });

test("when nobody answers in time, the dispatcher's open page shows the ticket, and it is placed by hand", async ({
  world,
}) => {
  const staff = await world.signedIn("admin", "dispatcher@demo.kaidan");
  const customer = await world.signedIn("shop", "zhao@demo.kaidan");
  const supplier = await world.signedIn("supplier", "kuaixiu@demo.kaidan");
  await waitAtToday(supplier);
  await staff.goto("/admin/dispatch");
  await expect(staff.getByText("实时更新")).toBeVisible();
  await buy(customer, { product: "home-repair", region: "430200", inputs: { FAULT: "门锁打不开" } });
  const queued = staff.getByRole("link", { name: /上门检测.*株洲市/ });
  const offer = supplier.getByRole("article", { name: "上门检测" });
  await expect(offer).toBeVisible();
  await world.passHours(1);
  await expect(offer).toBeHidden();

  await queued.click();
  const asked = staff.getByRole("region", { name: "派单记录" }).getByRole("listitem");
  await expect(asked).toHaveCount(1);
  await expect(asked).toContainText("超时未回复");
  await staff.getByRole("button", { name: "派给 快修侠" }).click();
  await confirm(staff, "派给 快修侠？", "派单");
  await expect(offer).toBeVisible();
  await offer.getByRole("button", { name: "接单" }).click();
  await expect(supplier.getByRole("heading", { name: "上门检测", level: 1 })).toBeVisible();
});
