import { askBack, declineToBid, openInvitation, ownBid, sendBid } from "../actors/bidder.js";
import {
  acceptQuotation,
  answerQuestion,
  askForNeed,
  award,
  comparedCell,
  comparison,
  inquiryCount,
  openCompetition,
} from "../actors/inquirer.js";
import { expect, test } from "../world/world.js";

// Suppliers as the demo has them, and hours that pass: these journeys have a server of their own.
test.use({ serverEnv: { KAIDAN_JOURNEY: "inquiries" } });

test("a need told in words and photos becomes an order, answered by three suppliers", async ({ world }) => {
  const customer = await world.signedIn("shop", "zhao@demo.kaidan", { phone: true });
  const liangjie = await world.signedIn("supplier", "liangjie@demo.kaidan");
  const linli = await world.signedIn("supplier", "linli@demo.kaidan", { phone: true });
  const kuaixiu = await world.signedIn("supplier", "kuaixiu@demo.kaidan");

  const no = await test.step("the customer tells the need; three suppliers are invited by themselves", async () => {
    const inquiry = await askForNeed(customer, {
      title: "退租前深度保洁，两台空调也洗",
      category: "保洁维修",
      description: "两居室 80 平米，厨房油污较重。",
      photos: 2,
      city: "长沙市",
      minBids: 2,
      phone: "13800001003",
    });
    await expect(inquiryCount(customer, "已邀请")).toHaveText("3");
    return inquiry;
  });

  await test.step("they see the need and the photos, and of the customer only a part", async () => {
    await openInvitation(liangjie, no);
    await expect(liangjie.getByText("赵** 138****1003")).toBeVisible();
    await expect(liangjie.getByRole("region", { name: "需求" }).getByRole("img")).toHaveCount(2);
  });

  await test.step("one asks back; the answer is read by everybody invited, and not who asked", async () => {
    await askBack(liangjie, "窗户要不要擦？");
    await answerQuestion(customer, "窗户要不要擦？", "要，含窗槽。");
    await expect(liangjie.getByText("要，含窗槽。")).toBeVisible();
    await openInvitation(linli, no);
    await expect(linli.getByText("要，含窗槽。")).toBeVisible();
    await expect(linli.getByText("亮洁家政")).toHaveCount(0);
  });

  await test.step("one declines with a reason, two bid by component, with lead time, validity, terms and a file", async () => {
    await openInvitation(kuaixiu, no);
    await declineToBid(kuaixiu, "档期已满");
    await sendBid(liangjie, {
      lines: [
        { item: "开荒保洁", yuan: "5", quantity: "80" },
        { item: "空调挂机清洗", yuan: "50", quantity: "2" },
      ],
      days: "1",
      validDays: "10",
      inclusions: "设备、耗材、窗槽",
      terms: "当天完工，三天内免费返工。",
      files: 1,
    });
    await sendBid(linli, {
      lines: [{ item: "空调挂机清洗", yuan: "46", quantity: "2" }],
      days: "1",
      validDays: "7",
      inclusions: "耗材",
      terms: "只洗空调。",
    });
    await expect(inquiryCount(customer, "已报价")).toHaveText("2");
    await expect(inquiryCount(customer, "不报价")).toHaveText("1");
  });

  await test.step("the customer looks at the answers side by side; the lowest is said in words", async () => {
    await customer.getByRole("button", { name: "现在看报价" }).click();
    await expect(comparison(customer).getByRole("row", { name: /^合计/ })).toContainText("不含全部项目");
    await expect(await comparedCell(customer, "空调挂机清洗", "邻里师傅")).toContainText("最低");
    await expect(await comparedCell(customer, "开荒保洁", "亮洁家政")).toContainText("¥480.00");
  });

  await test.step("one is chosen whole; the quotation is made of it and accepted, and the order has its prices", async () => {
    await customer.getByRole("button", { name: "整单选它：亮洁家政" }).click();
    await award(customer, "亮洁家政", "¥592.00");
    await expect(customer.getByText("当天完工，三天内免费返工。")).toBeVisible();
    await acceptQuotation(customer, "¥592.00", {
      联系人: "赵敏敏",
      联系电话: "13800001003",
      详细地址: "雨花区韶山中路 9 号",
    });
    await expect(customer.getByRole("main")).toContainText("¥592.00");
    await expect(customer.getByRole("main")).toContainText("开荒保洁");
  });

  await test.step("the winner reads whom it is for, the other one how it ended", async () => {
    await expect(liangjie.getByText("赵敏敏 13800001003")).toBeVisible();
    await expect(ownBid(liangjie)).toContainText("¥500.00");
    await expect(linli.getByText("未中选").first()).toBeVisible();
    await expect(linli.getByText("赵敏敏")).toHaveCount(0);
  });
});

test("a sealed competition: nobody reads a bid before the deadline, then the items go to two suppliers", async ({
  world,
}) => {
  const customer = await world.signedIn("shop", "huang@demo.kaidan");
  const staff = await world.signedIn("admin", "admin@demo.kaidan");
  const jiangxin = await world.signedIn("supplier", "jiangxin@demo.kaidan");
  const yueju = await world.signedIn("supplier", "yueju@demo.kaidan");
  const muyu = await world.signedIn("supplier", "muyu@demo.kaidan", { phone: true });
  const terms = { days: "18", validDays: "15", inclusions: "板材、五金、安装", terms: "先量尺后下单。" };

  const no = await test.step("the customer lets suppliers compete for two items, for two hours", async () => {
    const inquiry = await openCompetition(customer, {
      category: "装修改造",
      items: { 定制柜体: "22", 墙面乳胶漆: "60" },
      description: "主卧衣柜和厨房柜体，墙面重刷。",
      hours: "2",
      city: "长沙市",
      minBids: 2,
      phone: "13800001004",
    });
    await expect(inquiryCount(customer, "已邀请")).toHaveText("3");
    return inquiry;
  });

  await test.step("three bid, one revises its bid", async () => {
    for (const [page, lines] of [
      [jiangxin, { 定制柜体: "520", 墙面乳胶漆: "16" }],
      [yueju, { 定制柜体: "500", 墙面乳胶漆: "19" }],
      [muyu, { 定制柜体: "490" }],
    ] as const) {
      await openInvitation(page, no);
      await sendBid(page, { ...terms, lines: Object.entries(lines).map(([item, yuan]) => ({ item, yuan })) });
    }
    await sendBid(muyu, { ...terms, lines: [{ item: "定制柜体", yuan: "470" }] });
    await expect(ownBid(muyu)).toContainText("第 2 版");
  });

  await test.step("until the deadline there is a count and nothing else, for the customer and for staff", async () => {
    await expect(inquiryCount(customer, "已报价")).toHaveText("3");
    await expect(comparison(customer)).toHaveCount(0);
    await staff.goto(`/admin/inquiries/${no}`);
    await expect(staff.getByText("密封期间只显示数量：谁报了价、报了多少，截止后才可见。")).toBeVisible();
    await expect(staff.getByText("3 / 3")).toBeVisible();
    await expect(comparison(staff)).toHaveCount(0);
    await expect(yueju.getByText("木语定制")).toHaveCount(0);
  });

  await test.step("the deadline passes: everything is opened at once, on pages that stayed open", async () => {
    await world.passHours(2);
    await expect(comparison(customer)).toBeVisible();
    await expect(comparison(staff)).toBeVisible();
    await expect(muyu.getByRole("button", { name: "提交报价" })).toHaveCount(0);
    await expect(await comparedCell(customer, "定制柜体", "木语定制")).toContainText("最低");
    await expect(await comparedCell(customer, "墙面乳胶漆", "匠心装饰")).toContainText("最低");
  });

  await test.step("each item goes to who asks least for it; one quotation holds both", async () => {
    await customer.getByRole("radio", { name: "定制柜体：选 木语定制" }).check();
    await customer.getByRole("radio", { name: "墙面乳胶漆：选 匠心装饰" }).check();
    await award(customer, "木语定制、匠心装饰", "¥12,674.00");
    await acceptQuotation(customer, "¥12,674.00", {
      联系人: "黄子昂",
      联系电话: "13800001004",
      详细地址: "天心区芙蓉中路 88 号",
    });
    for (const text of ["木语定制", "匠心装饰", "¥12,674.00"]) {
      await expect(customer.getByRole("main")).toContainText(text);
    }
  });

  await test.step("winners and losers are told", async () => {
    await expect(muyu.getByText("已中选").first()).toBeVisible();
    await expect(jiangxin.getByText("已中选").first()).toBeVisible();
    await expect(yueju.getByText("未中选").first()).toBeVisible();
    await yueju.goto("/supplier/messages");
    await expect(yueju.getByRole("main")).toContainText("未中选");
  });
});
