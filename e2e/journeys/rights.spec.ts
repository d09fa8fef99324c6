import { ask } from "../actors/requests.js";
import { expect, test } from "../world/world.js";

test("somebody else's order is a page that does not exist", async ({ world }) => {
  const owner = await world.signedIn("shop", "lin@demo.kaidan");
  const stranger = await world.signedIn("shop", "zhao@demo.kaidan");
  const { myOrders } = await ask<Connection<"myOrders">>(owner, "shop", NEWEST_ORDER, {});
  const { id, no } = myOrders.edges[0]?.node ?? { id: "", no: "" };
  await owner.goto(`/o/${id}`);
  await expect(owner.getByText(no)).toBeVisible();
  await stranger.goto(`/o/${id}`);
  await expect(stranger.getByRole("heading", { name: "没有找到这一页" })).toBeVisible();
  await expect(stranger.getByText(no)).toHaveCount(0);
  await stranger.getByRole("link", { name: "返回首页" }).click();
  await stranger.waitForURL((url) => url.pathname === "/");
});

test("another supplier's ticket is a page that does not exist", async ({ world }) => {
  const owner = await world.signedIn("supplier", "jiangxin@demo.kaidan");
  const rival = await world.signedIn("supplier", "xingban@demo.kaidan");
  const { myTickets } = await ask<Connection<"myTickets">>(owner, "supplier", NEWEST_TICKET, {});
  const { id, no } = myTickets.edges[0]?.node ?? { id: "", no: "" };
  for (const path of [`/supplier/t/${id}`, `/supplier/t/${id}/report`, `/supplier/offers/${id}`]) {
    await rival.goto(path);
    await expect(rival.getByText(/没有找到这一页|这次派单已经结束。/)).toBeVisible();
    await expect(rival.getByText(no)).toHaveCount(0);
    await expect(rival.getByText("湘江中路")).toHaveCount(0);
  }
  await owner.goto(`/supplier/t/${id}`);
  await expect(owner.getByText(no).first()).toBeVisible();
});

test("a dispatcher has no way to the payments and sees none of them by their address", async ({ world }) => {
  const dispatcher = await world.signedIn("admin", "dispatcher@demo.kaidan");
  await expect(dispatcher.getByRole("link", { name: "派单" }).first()).toBeVisible();
  await expect(dispatcher.getByRole("link", { name: "到账确认" })).toHaveCount(0);
  await dispatcher.goto("/admin/payments");
  await expect(dispatcher.getByText("您没有做这件事的权限。")).toBeVisible();
  await expect(dispatcher.getByText("¥")).toHaveCount(0);
});

type Connection<Name extends string> = Record<Name, { edges: { node: { id: string; no: string } }[] }>;
const NEWEST_ORDER = "query { myOrders(first: 1) { edges { node { id no } } } }";
const NEWEST_TICKET = "query { myTickets(first: 1) { edges { node { id no } } } }";
