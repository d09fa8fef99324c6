import { createHash } from "node:crypto";
import {
  downloadContract,
  handInSigned,
  issueContract,
  openContract,
  rejectContract,
  verifyContract,
} from "../actors/contract.js";
import { ask, numberOf, order, pay } from "../actors/requests.js";
import { letPass } from "../actors/staff.js";
import { expect, test } from "../world/world.js";

test("a renovation begins when it is paid and its signed contract was verified by another person", async ({
  world,
}) => {
  const customer = await world.signedIn("shop", "tang@demo.kaidan", { phone: true });
  const office = await world.signedIn("admin", "dispatcher@demo.kaidan");
  const verifier = await world.signedIn("admin", "reviewer@demo.kaidan");
  const { orderId, instalmentId } = await order(customer, {
    product: "basic-renovation",
    inputs: { AREA: "89", YEARS: "15", FLOOR: "5", LIFT: "无电梯" },
  });
  const no = await numberOf(customer, orderId);

  await test.step("an order over the limit waits for the auditor, who looks at it and lets it pass; then it is paid", async () => {
    await customer.goto(`/o/${orderId}`);
    await expect(customer.getByText("平台正在审核订单").first()).toBeVisible();
    await letPass(verifier, orderId);
    await pay(customer, instalmentId);
  });

  await test.step("the money is there, and the order says that it waits for its contract", async () => {
    await customer.goto(`/o/${orderId}`);
    await expect(customer.getByText("正在准备合同").first()).toBeVisible();
    await expect(customer.getByText("本订单需签订书面合同")).toBeVisible();
  });

  await test.step("the office issues it; the open page asks for the customer's signature", async () => {
    await issueContract(office, no);
    await customer.getByRole("link", { name: "签署合同" }).first().click();
    await expect(customer.getByRole("heading", { name: "下载并打印合同" })).toBeVisible();
  });

  await test.step("the customer downloads the very file whose fingerprint is shown, signs it and hands in the pages", async () => {
    const file = await downloadContract(customer);
    expect(file.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const fingerprint = createHash("sha256").update(file).digest("hex");
    await expect(customer.getByText(fingerprint)).toBeVisible();
    await handInSigned(customer, ["page-1.png", "page-2.png"]);
    expect(await ticketCount(customer, orderId)).toBe(0);
  });

  await test.step("the verifier sends a blurred page back with a reason; the customer hands in all of them again", async () => {
    await openContract(verifier, no, "待核验");
    await rejectContract(verifier, "第二页看不清");
    await expect(customer.getByText("第二页看不清")).toBeVisible();
    await handInSigned(customer, ["page-1.png", "page-2-again.png", "page-3.png"]);
  });

  await test.step("a wrong amount is seen at once and refused; the right one puts it in force, and the tickets go out", async () => {
    await openContract(verifier, no, "待核验");
    await expect(verifier.getByText("¥57,649.00").first()).toBeVisible();
    await verifier.getByLabel("纸面金额").fill("57640");
    await expect(verifier.getByText("与合同或订单金额不一致")).toBeVisible();
    await verifyContract(verifier, "57649");
    await expect(verifier.getByText("合同已生效，客户会收到通知")).toBeVisible();
    await expect(customer.getByText("已生效").first()).toBeVisible();
    await expect.poll(() => ticketCount(customer, orderId)).toBe(1);
  });

  await test.step("nobody else opens it: another customer, a supplier, a link that is guessed", async () => {
    const stranger = await world.signedIn("shop", "zhao@demo.kaidan");
    await stranger.goto(`/o/${orderId}/contract`);
    await expect(stranger.getByRole("heading", { name: "没有找到这一页" })).toBeVisible();
    await expect(stranger.getByText(no)).toHaveCount(0);
    const link = (await customer.getByRole("link", { name: "下载合同（PDF）" }).getAttribute("href")) ?? "";
    const guessed = await stranger.request.get(link.replace(/\?.*$/, ""));
    expect(guessed.status()).toBe(404);
  });
});

async function ticketCount(page: Parameters<typeof ask>[0], id: string): Promise<number> {
  const query = "query ($id: ID!) { order(id: $id) { tickets { id } } }";
  const { order } = await ask<{ order: { tickets: unknown[] } }>(page, "shop", query, { id });
  return order.tickets.length;
}
