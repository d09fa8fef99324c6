import type { Locator } from "@playwright/test";
import { beginDraft, completeDraft, guard, publish, submit } from "../actors/composer.js";
import { dialog, watchForReloads } from "../actors/controls.js";
import {
  acceptWork,
  browse,
  chooseSupplier,
  goToCheckout,
  openSupplier,
  orderOnPage,
  payByChannel,
  priceLine,
  review,
  search,
  signUp,
  transferWithSlip,
} from "../actors/customer.js";
import { ticketOf } from "../actors/requests.js";
import { CLEANING, DAWN, INSPECTION, INSPECTORS, MEI, PASSWORD, SEASON_CARE } from "../actors/season-care.js";
import {
  approveApplication,
  approveNewPrice,
  approveReport,
  approveWork,
  confirmTransfer,
  rejectReport,
  returnApplication,
} from "../actors/staff.js";
import {
  acceptOffer,
  addPaperAndSubmit,
  applyAsSupplier,
  deliver,
  inviteColleague,
  offerCard,
  openAccountByLink,
  postProgress,
  proposeSalePrice,
  startWork,
  waitAtToday,
} from "../actors/supplier.js";
import { expect, test } from "../world/world.js";

test("one whole trade, from a supplier's application to the customer's review", async ({ world }) => {
  test.setTimeout(300_000);
  const supplier = await (await world.browser()).newPage();
  const staff = await world.signedIn("admin", "admin@demo.kaidan");
  const customer = await (await world.browser({ phone: true })).newPage();

  await test.step("a supplier applies, is asked for more, completes it, and is approved with its work account", async () => {
    await applyAsSupplier(supplier, DAWN);
    await returnApplication(staff, DAWN.organisation, "请补充负责人身份证。");
    await supplier.reload();
    await expect(supplier.getByText("请补充负责人身份证。")).toBeVisible();
    await addPaperAndSubmit(supplier, "法人身份证");
    await openAccountByLink(supplier, await approveApplication(staff, DAWN.organisation), PASSWORD);
  });

  await test.step("its owner invites a colleague, who sets a password of their own", async () => {
    const link = await inviteColleague(supplier, "小方", "xiaofang@example.com", "服务人员");
    const colleague = await (await world.browser({ phone: true })).newPage();
    await openAccountByLink(colleague, link, PASSWORD);
  });

  await test.step("an administrator composes a product, is told what is missing, previews it and hands it in; a second person publishes it", async () => {
    await beginDraft(staff, SEASON_CARE);
    const handingIn = staff.getByRole("button", { name: "提交审核" });
    await expect(guard(staff, "已选销售城市")).toContainText("未满足");
    await expect(guard(staff, "标题、介绍、英文标题与图片齐全")).toContainText("未满足");
    await expect(handingIn).toBeDisabled();
    await completeDraft(staff, SEASON_CARE);
    await expect(staff.getByText("已满足 21 / 21")).toBeVisible();
    await staff.getByRole("link", { name: "预览" }).click();
    await staff.getByRole("combobox", { name: "城市" }).selectOption({ label: "长沙市" });
    await staff.getByRole("textbox", { name: "空调台数（台）" }).fill("3");
    await staff
      .getByRole("combobox", { name: `${CLEANING} 的服务商` })
      .selectOption({ label: `${DAWN.organisation} · ¥86/台` });
    await expect(staff.getByRole("complementary", { name: "价格" }).getByText("¥258.00").first()).toBeVisible();
    await staff.getByRole("link", { name: "返回" }).click();
    await submit(staff);
    await publish(await world.signedIn("admin", "reviewer@demo.kaidan"), SEASON_CARE.title);
  });

  await test.step("a customer registers and finds the new product by Chinese words and on its shelf", async () => {
    await signUp(customer, MEI);
    const found = await search(customer, "洗空调");
    await expect(found.filter({ hasText: SEASON_CARE.title })).toBeVisible();
    const shelf = await browse(customer, SEASON_CARE.category);
    await shelf.filter({ hasText: SEASON_CARE.title }).click();
    await expect(customer.getByRole("heading", { name: SEASON_CARE.title, level: 1 })).toBeVisible();
  });

  let inspector = "";
  await test.step("they compare suppliers, take the new one, leave the other choice to the platform, and see why it costs what it costs", async () => {
    await customer.getByRole("combobox", { name: "服务城市" }).selectOption({ label: "长沙市" });
    await customer.getByRole("textbox", { name: "空调台数" }).fill("2");
    await customer.getByRole("checkbox", { name: new RegExp(INSPECTION) }).check();
    expect(await chooseSupplier(customer, CLEANING, DAWN.organisation)).toBe(4);
    await expect(priceLine(customer, CLEANING)).toContainText(`2 台 × ¥86.00 · ${DAWN.organisation}`);
    await expect(priceLine(customer, INSPECTION)).toContainText("（平台推荐）");
    inspector = /· (.+)（平台推荐）/.exec((await priceLine(customer, INSPECTION).textContent()) ?? "")?.[1] ?? "";
    await expect(priceLine(customer, "合计")).toContainText("¥202.00");
  });

  const order =
    await test.step("the price changes while they are at the checkout: they are shown both and asked again; two clicks make one order", async () => {
      await goToCheckout(customer, MEI);
      await proposeSalePrice(supplier, CLEANING, "96");
      await approveNewPrice(staff, CLEANING, DAWN.organisation);
      const submit = customer.getByRole("button", { name: "提交订单", exact: true }).filter({ visible: true });
      await submit.dblclick();
      const changed = dialog(customer, "价格有变化，请确认");
      await expect(changed.getByText("¥202.00")).toBeVisible();
      await expect(changed.getByText("+¥20.00")).toBeVisible();
      await changed.getByRole("button", { name: "按新价格提交" }).dblclick();
      const placed = await orderOnPage(customer);
      await customer.getByRole("link", { name: "订单" }).filter({ visible: true }).click();
      await expect(customer.getByRole("heading", { name: "我的订单" })).toBeVisible();
      await expect(customer.getByRole("main").getByRole("article")).toHaveCount(1);
      await expect(customer.getByRole("main").getByRole("article")).toContainText("¥222.00");
      return placed;
    });

  await test.step("they pay the first instalment by transfer; the cashier confirms, and the open page says so", async () => {
    await customer.goto(order.path);
    await waitAtToday(supplier);
    await transferWithSlip(customer, "¥88.80");
    await confirmTransfer(staff, order.no, "BANK-20261122-0001");
    await expect(customer.getByRole("heading", { name: "本期款项已付清" })).toBeVisible();
    await customer.getByRole("link", { name: "查看订单进度" }).click();
  });

  await test.step("the ticket arrives on the supplier's open page with its clock, and is accepted in time", async () => {
    const ticketId = await ticketOf(customer, order.id, CLEANING);
    const offer = offerCard(supplier, CLEANING, ticketId);
    await expect(offer).toContainText("还剩");
    await expect(supplier.getByText(MEI.address)).toBeHidden();
    await acceptOffer(supplier, CLEANING, ticketId);
    await expect(supplier.getByText(MEI.address)).toBeVisible();
    await startWork(supplier);
  });

  await test.step("work has begun: the second instalment falls due and is paid on the channel's page", async () => {
    await expect(customer.getByRole("link", { name: "支付 ¥66.60" })).toBeVisible();
    await payByChannel(customer, "¥66.60");
    await expect(customer.getByRole("region", { name: "付款" })).toContainText("已付¥155.40");
  });

  await test.step("progress is posted with a photo, sent back with a reason, posted again and approved; the customer's open page follows", async () => {
    const work = customer.getByRole("article", { name: CLEANING });
    const stayedOpen = await watchForReloads(customer);
    await postProgress(supplier, "清洗前", "两台都拆下来了。", 1);
    await expect(customer.getByText("有 1 条新进度待审核").first()).toBeVisible();
    await rejectReport(staff, "两台都拆下来了。", "照片看不清滤网，请补拍。");
    await expect(supplier.getByText("照片看不清滤网，请补拍。").first()).toBeVisible();
    await expect(customer.getByText("有 1 条新进度待审核")).toHaveCount(0);
    await expect(customer.getByText("两台都拆下来了。")).toHaveCount(0);
    await postProgress(supplier, "清洗前", "补拍了两台的滤网，积灰较多。", 2);
    await approveReport(staff, "补拍了两台的滤网，积灰较多。");
    await expect(work).toContainText("补拍了两台的滤网，积灰较多。");
    await expect(work.getByRole("img", { name: /清洗前的照片/ })).toHaveCount(2);
    await expect(work).toContainText("30%");
    await stayedOpen();
  });

  await test.step("the work is handed over, the platform agrees, and the customer accepts it", async () => {
    await postProgress(supplier, "清洗后", "两台清洗完，出风正常。", 1);
    await approveReport(staff, "两台清洗完，出风正常。");
    await deliver(supplier);
    await approveWork(staff, CLEANING, DAWN.organisation);
    await acceptWork(customer, CLEANING);
    await expect(supplier.getByRole("heading", { name: "客户已验收" })).toBeVisible();
  });

  await test.step("the second stage goes by itself to the supplier the platform chose; it is done, approved and accepted", async () => {
    const second = await world.signedIn("supplier", INSPECTORS[inspector] ?? "", { phone: true });
    await acceptOffer(second, INSPECTION, await ticketOf(customer, order.id, INSPECTION));
    await startWork(second);
    await postProgress(second, "上门", "已到场，先断电。", 0);
    await approveReport(staff, "已到场，先断电。");
    await postProgress(second, "检测结论", "线路和排水都正常。", 1);
    await approveReport(staff, "线路和排水都正常。");
    await deliver(second);
    await approveWork(staff, INSPECTION, inspector);
    await acceptWork(customer, INSPECTION);
  });

  await test.step("the order is complete; the customer pays the rest and rates it with four marks, words and a photo", async () => {
    await expect(customer.getByText("已完成").first()).toBeVisible();
    await payByChannel(customer, "¥66.60");
    await expect(customer.getByText("已付清").first()).toBeVisible();
    await review(customer, [DAWN.organisation, inspector], "洗得很干净，师傅讲得明白。");
    await expect(customer.getByRole("heading", { name: "服务已完成" })).toBeVisible();
  });

  await test.step("the rating stands on the product's page and on the supplier's", async () => {
    await customer.goto(`/p/${SEASON_CARE.slug}`);
    await expectReview(customer.getByRole("region", { name: "客户评价（1）" }));
    await openSupplier(customer, CLEANING, DAWN.organisation);
    await expectReview(customer.getByRole("region", { name: "客户评价" }));
    await supplier.goto("/supplier/reviews");
    await expectReview(supplier.getByRole("region", { name: "评价", exact: true }));
  });
});

async function expectReview(reviews: Locator): Promise<void> {
  await expect(reviews).toContainText("洗得很干净，师傅讲得明白。");
  await expect(reviews).toContainText("质量 5 · 准时 4 · 态度 5");
  await expect(reviews.getByRole("img", { name: /评价的照片/ })).toBeVisible();
}
