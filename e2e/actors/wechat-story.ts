import { expect, type Page } from "@playwright/test";
import { test, type World } from "../world/world.js";
import { confirm, dialog } from "./controls.js";
import { Phone } from "./phone.js";
import { approveNote, buy, numberOf, postNote, takeAndStart } from "./requests.js";

/** The code on the binding page, as a camera would read it. */
async function codeOn(page: Page): Promise<string> {
  await page.goto("/me/wechat");
  await page.getByRole("button", { name: "显示二维码" }).click();
  const link = page.getByRole("link", { name: /用模拟手机扫一扫/ });
  const href = (await link.getAttribute("href")) ?? "";
  return decodeURIComponent(/#scan=(.+)$/.exec(href)?.[1] ?? "");
}

/** The whole way of a customer with the service account, from the code on the web page to the push that falls back. */
export async function followAndHear(world: World): Promise<void> {
  const customer = await world.signedIn("shop", "zhao@demo.kaidan");
  const supplier = await world.signedIn("supplier", "kuaixiu@demo.kaidan");
  const staff = await world.signedIn("admin", "admin@demo.kaidan");
  const phone = await Phone.open(world, "小林");
  const purchase = { product: "home-repair", inputs: { FAULT: "水管渗水" }, supplier: "快修侠" };
  const { orderId, ticketId } = await buy(customer, purchase);
  const orderNo = await numberOf(customer, orderId);
  await takeAndStart(supplier, ticketId);

  await test.step("the web page shows a code; the phone scans it and follows; the signed-in customer confirms", async () => {
    const code = await codeOn(customer);
    await phone.scanAndFollow(code);
    await dialog(customer, /有一个微信扫码/)
      .getByRole("textbox", { name: "确认码" })
      .fill(await phone.codeInChat());
    await confirm(customer, /有一个微信扫码/, "确认绑定");
    await expect(customer.getByText("已绑定").first()).toBeVisible();
    await expect(phone.chat.getByText(/绑定成功/)).toBeVisible();
  });

  await test.step("进度 lists what is going on; an order's last characters answer with its timeline", async () => {
    await phone.say("进度");
    await expect(phone.chat.getByText(/回复序号查看进度/)).toBeVisible();
    await phone.say(orderNo.slice(-6));
    await expect(phone.chat.getByText(new RegExp(`${orderNo}[^]*▶ 服务中`))).toBeVisible();
  });

  await test.step("the supplier posts, staff approve, and the card arrives within a second", async () => {
    const report = await postNote(supplier, ticketId, "接头换好了，在试水。");
    await approveNote(staff, report);
    const approved = Date.now();
    await expect(phone.cards("服务进度通知")).toHaveCount(1);
    const card = (await phone.items()).findLast(({ card: it }) => it?.title === "服务进度通知");
    expect(new Date(card?.at ?? 0).getTime() - approved).toBeLessThan(1_000);
  });

  await test.step("a tap on the card opens the order, signed in", async () => {
    await phone.cards("服务进度通知").click();
    await expect(phone.browser.getByText("接头换好了，在试水。").first()).toBeVisible();
  });

  await test.step("they unfollow; the next push falls back, and staff see why", async () => {
    await phone.unfollow();
    await customer.goto("/me/wechat");
    await expect(customer.getByText(/重新关注/)).toBeVisible();
    const { orderId: next } = await buy(customer, { ...purchase, inputs: { FAULT: "插座没电" } });
    const nextNo = await numberOf(customer, next);
    await staff.goto("/admin/notifications?state=ALL");
    const sends = staff.getByRole("row").filter({ hasText: nextNo });
    await expect(sends.filter({ hasText: "对方已取消关注服务号，改用其他方式" }).first()).toBeVisible();
    await expect(sends.filter({ hasText: "邮件" }).first()).toBeVisible();
  });
}
