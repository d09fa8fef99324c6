import { giveReason } from "../actors/controls.js";
import { buy } from "../actors/requests.js";
import { acceptOffer, offerCard, waitAtToday } from "../actors/supplier.js";
import { expect, test } from "../world/world.js";

test("a supplier declines with a reason, and the next one has the offer at once", async ({ world }) => {
  const first = await world.signedIn("supplier", "kuaixiu@demo.kaidan");
  const next = await world.signedIn("supplier", "linli@demo.kaidan");
  const customer = await world.signedIn("shop", "zhao@demo.kaidan");
  const staff = await world.signedIn("admin", "dispatcher@demo.kaidan");
  await waitAtToday(first);
  await waitAtToday(next);
  const { ticketId } = await buy(customer, {
    product: "home-repair",
    inputs: { FAULT: "水龙头漏水" },
    supplier: "快修侠",
  });
  const offer = offerCard(first, "上门检测", ticketId);
  await offer.getByRole("button", { name: "拒绝" }).click();
  await giveReason(first, "拒绝这一单？", "今天排满了", "拒绝接单");
  await expect(offer).toBeHidden();
  await acceptOffer(next, "上门检测", ticketId);
  await expect(next.getByText("开福区湘江中路 18 号")).toBeVisible();

  await staff.goto(`/admin/tickets/${ticketId}`);
  const asked = staff.getByRole("region", { name: "派单记录" }).getByRole("listitem");
  await expect(asked.filter({ hasText: "快修侠" })).toContainText("原因：今天排满了");
  await expect(asked.filter({ hasText: "邻里师傅" })).toContainText("已接受");
});
