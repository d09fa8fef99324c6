import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountById, setPasswordHash } from "../src/identity/identity.store.js";
import { DAY, MINUTE } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import { hashPassword } from "../src/platform/passwords.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { sceneOf } from "../src/wechat/binding.js";
import { bindingOf } from "../src/wechat/binding.store.js";
import { giveAnswer } from "../src/wechat/give-answer.flow.js";
import { linkByToken } from "../src/wechat/link.store.js";
import { addScene } from "../src/wechat/scene.store.js";
import { whoWrites } from "../src/wechat/who-writes.flow.js";
import { AccountServer } from "./kit/account-server.js";
import { CONFIRM, confirmation, withSlip } from "./kit/cash-desk.js";
import { anItem, aPublishedProduct, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { aTicket } from "./kit/makers-fulfilment.js";
import { aCustomer, aPaidOrder, aPlacedOrder, aSellableProduct } from "./kit/makers-orders.js";
import { Phone, said } from "./kit/makers-wechat.js";
import { inMode, push, textXml } from "./kit/pushes.js";
import { openWorld, type World } from "./kit/world.js";

const CHANGE = `mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }`;

let account: AccountServer;
let world: World;
beforeAll(async () => {
  account = await AccountServer.open();
  world = await openWorld({ env: account.env() });
});
afterAll(async () => {
  await world.close();
  await account.close();
});

const tokensIn = (text: string): string[] =>
  [...text.matchAll(/\/w\/([A-Za-z0-9_-]{43})"/g)].map(([, token = ""]) => token);
const pathOf = async (token: string): Promise<string | undefined> =>
  (await linkByToken(world.server.platform.database.read, token))?.path;
const firstPath = async (text: string): Promise<string | undefined> => pathOf(tokensIn(text)[0] ?? "");

describe("in plain mode, where whoever saw one address of a push could write in somebody's name,", () => {
  it("no answer carries a link that signs in: WeChat is asked who opens it", async () => {
    const plain = await openWorld({ env: account.env("plain") });
    const { customer } = await aPlacedOrder(plain);
    const phone = await new Phone(plain).bind(customer.accountId);
    const now = plain.clock.now();
    const answer = await push(plain.server.http, inMode("plain", textXml(phone.openid, "付款", now), now));
    expect(answer.body).toContain("/wechat/oauth/start?purpose=sign-in");
    expect(answer.body).not.toContain("/w/");
    expect(await plain.server.platform.database.read.query("SELECT id FROM wechat_links")).toEqual([]);
    await plain.close();
  });
});

describe("a new password", () => {
  it("makes the links worthless that were sent before it", async () => {
    const { customer } = await aPlacedOrder(world);
    const phone = await new Phone(world).bind(customer.accountId);
    const [token = ""] = tokensIn(await phone.says("进度"));
    const link = async () => linkByToken(world.server.platform.database.read, token);
    expect((await link())?.usedAt).toBeNull();
    const { server } = world;
    await server.platform.work.run(SYSTEM, async (tx) => {
      const row = found(await accountById(tx, customer.accountId));
      await setPasswordHash(tx, row, await hashPassword("before-the-change"));
    });
    await customer.do(CHANGE, { currentPassword: "before-the-change", newPassword: "after-the-change" });
    expect((await link())?.usedAt).toBe(world.clock.now());
  });
});

describe("somebody who has not bound", () => {
  it("is told nothing of an order, whatever they type or click", async () => {
    const { no } = await aPlacedOrder(world);
    const stranger = new Phone(world);
    for (const text of ["进度", "付款", "验收", "退款", no, no.slice(-6), "1"]) {
      const answer = await stranger.says(text);
      expect(answer).toContain("为保护您的信息，请先");
      expect(answer).toContain("purpose=sign-in&app=shop&to=%2Fme%2Fwechat");
      expect(answer).not.toContain("焕新套餐");
    }
    expect(said(await stranger.click("PROGRESS"))).toContain("为保护您的信息，请先");
  });

  it("is helped, and handed to a person at the second text nobody understands", async () => {
    const stranger = new Phone(world);
    expect(await stranger.says("？")).toContain("您可以回复");
    expect(await stranger.says("今天天气不错")).toContain("没有明白您的意思");
    expect(await stranger.says("进度")).toContain("绑定");
    expect(await stranger.says("今天天气不错")).toContain("没有明白您的意思");
    expect(await stranger.text("真的不错")).toEqual({ reply: { kind: "transfer" }, intent: "UNKNOWN", orderId: null });
    expect(await stranger.says("还是不错")).toContain("没有明白您的意思");
  });

  it("reaches a person by asking for one", async () => {
    const stranger = new Phone(world);
    expect(await stranger.says("转人工")).toBe("→ 人工");
    expect(said(await stranger.click("KF"))).toBe("→ 人工");
  });
});

describe("a customer asks for progress", () => {
  it("and is told where the one order stands, with a link that signs them in once", async () => {
    const order = await aPlacedOrder(world);
    const phone = await new Phone(world).bind(order.customer.accountId);
    const answer = await phone.text("查 進 度！");
    const text = said(answer);
    expect(answer).toMatchObject({ intent: "PROGRESS", orderId: order.orderId });
    expect(text).toBe(
      [
        `【焕新套餐】${order.no}`,
        "当前进度：请支付本期款项（2/6）",
        "✓ 已下单 11-20 10:00",
        "▶ 待付款",
        "○ 已派单  ○ 服务中  ○ 待验收  ○ 完成",
        "最新：11-20 10:00 提交了订单（焕新套餐）",
        "请于 11-23 10:00 前付款，逾期订单自动关闭",
        `<a href="http://127.0.0.1:0/w/${tokensIn(text)[0]}">查看详情</a>`,
        "链接仅供本人打开，请勿转发。",
      ].join("\n"),
    );
    expect(await firstPath(text)).toBe(`/o/${order.orderId}`);
  });

  it("and reads the same steps as the shop shows, from dispatch to sign-off", async () => {
    const assigned = await aTicket(world, { state: "ASSIGNED" });
    const phone = await new Phone(world).bind(assigned.customer.accountId);
    expect(await phone.says("进度")).toContain("当前进度：服务进行中（4/6）");
    expect(await phone.says("进度")).toContain(`✓ 已派单 11-20 10:00 ${assigned.supplier.name}`);
    const approved = await aTicket(world, { state: "PLATFORM_APPROVED" });
    const other = await new Phone(world).bind(approved.customer.accountId);
    const text = await other.says("到哪了");
    expect(text).toContain("当前进度：请验收（5/6）");
    expect(text).toContain("▶ 待验收 11-20 10:00 ");
    expect(text).toContain("请于 11-27 10:00 前验收，逾期视为验收通过");
  });

  it("and is told when an offer ends that no supplier has answered", async () => {
    const offered = await aTicket(world, { state: "OFFERED" });
    const phone = await new Phone(world).bind(offered.customer.accountId);
    const text = await phone.says("进度");
    expect(text).toContain("当前进度：等待服务商接单（3/6）");
    expect(text).toContain("▶ 派单中");
    expect(text).toContain("预计答复：11-20 10:30 前");
    expect(text).not.toContain(offered.supplier.name);
  });

  it("and chooses from a list by its number, for ten minutes", async () => {
    const customer = await aCustomer(world);
    const product = await aSellableProduct(world);
    const first = await aPlacedOrder(world, { customer, product });
    world.clock.advance(MINUTE);
    const second = await aPlacedOrder(world, { customer, product });
    const phone = await new Phone(world).bind(customer.accountId);
    const list = await phone.text("我的订单");
    expect(said(list)).toContain(`1. 【焕新套餐】${second.no.slice(-6)} 请支付本期款项`);
    expect(said(list)).toContain(`2. 【焕新套餐】${first.no.slice(-6)} 请支付本期款项`);
    expect(list.orderId).toBeNull();
    expect(await phone.text("第二个")).toMatchObject({ intent: "PICK", orderId: first.orderId });
    expect(await phone.text("1")).toMatchObject({ intent: "PICK", orderId: second.orderId });
    expect(await phone.says("3")).toContain("请先回复「进度」");
    await phone.text("进度");
    world.clock.advance(10 * MINUTE);
    expect(await phone.says("1")).toContain("请先回复「进度」");
  });

  it("by the end of a number, by the product's name, and gets a list when several are meant", async () => {
    const customer = await aCustomer(world);
    const product = await aSellableProduct(world);
    const one = await aPlacedOrder(world, { customer, product });
    const other = await aPlacedOrder(world, { customer });
    const phone = await new Phone(world).bind(customer.accountId);
    expect(await phone.text(one.no)).toMatchObject({ intent: "FIND", orderId: one.orderId });
    expect(await phone.text(`订单 ${other.no.slice(-6).toLowerCase()} 到哪了`)).toMatchObject({
      orderId: other.orderId,
    });
    expect(await phone.says("焕新套餐進度")).toContain("您是指：");
    expect(await phone.text("1")).toMatchObject({ intent: "PICK" });
  });

  it("and hears that nothing is under way", async () => {
    const customer = await aCustomer(world);
    const phone = await new Phone(world).bind(customer.accountId);
    expect(await phone.says("进度")).toBe("暂无进行中的服务单。");
    const product = await aSellableProduct(world);
    const order = await aPlacedOrder(world, { customer, product });
    const cancel = "mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { userErrors { code } } }";
    await customer.do(cancel, { orderId: order.orderId, version: 1, reason: "改期" });
    expect(await phone.says("进度")).toContain(`最近一单：【焕新套餐】回复「${order.no.slice(-6)}」查看。`);
    const text = await phone.says(order.no.slice(-6));
    expect(text).toContain("当前进度：订单已关闭");
    expect(text).toContain("订单已取消（改期）");
  });
});

describe("another's order", () => {
  it("is answered exactly as one that does not exist", async () => {
    const theirs = await aPlacedOrder(world);
    const mine = await aCustomer(world);
    const phone = await new Phone(world).bind(mine.accountId);
    const missing = "SO20261120-000000";
    const [foreign, absent] = [await phone.text(theirs.no), await phone.text(missing)];
    expect(said(foreign).replaceAll(theirs.no, missing)).toBe(said(absent));
    expect({ ...foreign, reply: null }).toEqual({ ...absent, reply: null });
    expect(said(foreign)).toContain("没有找到");
  });

  it("can't be picked from a list that was shown before the WeChat was bound anew", async () => {
    const before = await aCustomer(world);
    const product = await aSellableProduct(world);
    await aPlacedOrder(world, { customer: before, product });
    await aPlacedOrder(world, { customer: before, product });
    const phone = await new Phone(world).bind(before.accountId);
    expect(await phone.says("进度")).toContain("回复序号");
    await phone.text("确认解绑");
    await phone.bind((await aCustomer(world)).accountId);
    expect(await phone.says("1")).toContain("请先回复「进度」");
  });
});

describe("money and sign-off", () => {
  it("list what is due with the way to pay it, and what waits with the way to accept it", async () => {
    const order = await aPlacedOrder(world);
    const phone = await new Phone(world).bind(order.customer.accountId);
    const text = said(await phone.click("PAY"));
    expect(text).toContain(`· 【焕新套餐】${order.no.slice(-6)} `);
    expect(text).toMatch(/￥\d+\.\d\d <a href=/);
    expect(await firstPath(text)).toBe(`/o/${order.orderId}/pay/${order.instalments[0]?.id}`);
    expect(said(await phone.click("ACCEPT"))).toBe("目前没有待验收的服务。");

    const approved = await aTicket(world, { state: "PLATFORM_APPROVED" });
    const other = await new Phone(world).bind(approved.customer.accountId);
    const waiting = await other.says("待验收");
    expect(waiting).toContain("（11-27 ");
    expect(await firstPath(waiting)).toBe(`/o/${approved.order.orderId}/accept/${approved.ticketId}`);
  });

  it("say truly what there is of refunds and invoices today", async () => {
    const customer = await aCustomer(world);
    const phone = await new Phone(world).bind(customer.accountId);
    expect(await phone.says("退款")).toContain("没有待退的余款");
    expect(await phone.says("发票")).toContain("回复「人工」");
    const payment = await withSlip(await aPlacedOrder(world, { customer }));
    const cashier = await aStaff(world, ["payments.confirm"]);
    await cashier.do(CONFIRM, confirmation(payment, { receivedAmount: String(Number(payment.amount) + 1_234) }));
    expect(await phone.says("我要退款")).toContain("您名下有余款 ￥12.34");
  });
});

describe("a supplier and staff", () => {
  it("are told what waits for them, with a link to their own app", async () => {
    const offered = await aTicket(world, { state: "OFFERED" });
    const owner = await new Phone(world).bind(offered.supplier.ownerAccountId, "SUPPLIER");
    const text = await owner.says("进度");
    expect(text).toContain("待接单 1 · 进行中 0 · 需返工 0 · 进度待补充 0");
    expect(await firstPath(text)).toBe(`/supplier/offers/${offered.ticketId}`);
    expect(text).not.toContain(offered.order.no);
  });

  it("are told no queue that their role may not read", async () => {
    await aTicket(world, { state: "DELIVERED" });
    const reading = await aStaff(world, ["tickets.read"]);
    const { me } = await reading.ask("{ me { id } }");
    const phone = await new Phone(world).bind(String(found(me)["id"]), "STAFF");
    const text = await phone.says("进度");
    expect(text).toContain("· 待审核交付 ");
    expect(text).not.toContain("待审核进度");
    const nobody = await aStaff(world, []);
    const poor = await new Phone(world).bind(String(found((await nobody.ask("{ me { id } }"))["me"])["id"]), "STAFF");
    expect(await poor.says("进度")).toContain("暂无待办。");
  });
});

describe("a WeChat that stands for a customer and for a supplier's member", () => {
  it("is answered for both", async () => {
    const offered = await aTicket(world, { state: "OFFERED" });
    const customer = await aCustomer(world);
    const phone = await new Phone(world).bind(offered.supplier.ownerAccountId, "SUPPLIER");
    await phone.bind(customer.accountId);
    expect(await phone.says("进度")).toMatch(/^暂无进行中的服务单。\n\n【供应商\d+】工作台\n待接单 1/);
  });
});

describe("who is unbound while the answer is made", () => {
  it("is told nothing of what was read for them", async () => {
    const { customer, no } = await aPlacedOrder(world);
    const phone = await new Phone(world).bind(customer.accountId);
    const { platform } = world.server;
    const message = { openid: phone.openid, type: "text", text: no, event: null, eventKey: null, ticket: null, at: 0 };
    const writer = await whoWrites(platform, message);
    await phone.text("确认解绑");
    const given = { saying: { lines: [`【焕新套餐】${no}`] }, list: null, understood: true };
    const reply = await giveAnswer(platform, writer, given);
    expect(reply).toMatchObject({ kind: "text" });
    expect(JSON.stringify(reply)).toContain("为保护您的信息，请先");
    expect(JSON.stringify(reply)).not.toContain(no);
  });
});

describe("an account that was shut", () => {
  it("is told nothing any more", async () => {
    const order = await aPlacedOrder(world);
    const phone = await new Phone(world).bind(order.customer.accountId);
    await world.server.platform.work.run(SYSTEM, (tx) =>
      tx.run("UPDATE accounts SET active = 0 WHERE id = ?", [order.customer.accountId]),
    );
    expect(await phone.says("进度")).toContain("账号已停用");
    expect(await phone.says(order.no)).not.toContain("焕新套餐");
  });
});

describe("binding in the chat", () => {
  const aScene = async (accountId: string): Promise<string> => {
    const scene = sceneOf(`scene-of-${accountId}`);
    await world.server.platform.work.run(SYSTEM, (tx) =>
      addScene(tx, {
        secret: scene,
        accountId,
        audience: "CUSTOMER",
        sessionId: "made-by-a-test",
        via: "SCENE",
        qrUrl: "",
        openid: null,
      }),
    );
    return scene;
  };

  it("claims by a scan, names the account masked, and binds nobody yet", async () => {
    const customer = await aCustomer(world);
    const scene = await aScene(customer.accountId);
    const phone = new Phone(world);
    const answer = await phone.event("subscribe", `qrscene_${scene}`);
    expect(said(answer)).toContain("正在绑定账号 138****0001");
    expect(answer.intent).toBe("FOLLOW");
    expect(await bindingOf(world.server.platform.database.read, customer.accountId)).toBeNull();
    expect(said(await new Phone(world).event("SCAN", scene))).toContain("已使用或已过期");
    expect(said(await phone.event("SCAN", "b.never-made"))).toContain("已使用或已过期");
  });

  it("ends after one confirming word, and not before", async () => {
    const order = await aPlacedOrder(world);
    const phone = await new Phone(world).bind(order.customer.accountId);
    expect(await phone.says("解绑")).toContain("确定解绑请回复「确认解绑」");
    expect(await phone.says("进度")).toContain("焕新套餐");
    expect(await phone.says("确认解绑")).toContain("已解绑");
    expect(await phone.says("进度")).toContain("请先");
    expect(await phone.says("确认解绑")).toBe("本微信没有绑定账号。");
  });

  it("rests while they have left and goes on when they come back", async () => {
    const { accountId } = await aCustomer(world);
    const phone = await new Phone(world).bind(accountId);
    const state = async () => (await bindingOf(world.server.platform.database.read, accountId))?.state;
    expect(said(await phone.event("unsubscribe"))).toBe("");
    expect(await state()).toBe("UNSUBSCRIBED");
    world.clock.advance(DAY);
    expect(said(await phone.event("subscribe", ""))).toContain("欢迎回来！账号 138****0001 的绑定已恢复");
    expect(await state()).toBe("BOUND");
    await phone.event("unsubscribe");
    world.clock.advance(DAY);
    await phone.text("进度");
    expect(await state()).toBe("BOUND");
  });
});

describe("an answer", () => {
  it("takes the same number of statements for six orders and for twenty", async () => {
    const product = await aSellableProduct(world);
    const [one, many] = [await aCustomer(world), await aCustomer(world)];
    for (let index = 0; index < 6; index += 1) await aPlacedOrder(world, { customer: one, product });
    for (let index = 0; index < 20; index += 1) await aPlacedOrder(world, { customer: many, product });
    for (const word of ["进度", "付款", "验收", "退款", "焕新"]) {
      const [few, lots] = [await new Phone(world).bind(one.accountId), await new Phone(world).bind(many.accountId)];
      // The first message of a phone makes its row.
      await few.text("0");
      await lots.text("0");
      const counts = [
        (await world.statements(() => few.text(word))).length,
        (await world.statements(() => lots.text(word))).length,
      ];
      expect([word, ...counts]).toEqual([word, counts[0], counts[0]]);
      expect(counts[0]).toBeLessThanOrEqual(30);
      await few.text("确认解绑");
      await lots.text("确认解绑");
    }
  });

  it("stays below 2,048 bytes when everything is as long as it may be", async () => {
    const title = "全屋".repeat(30);
    const itemId = await anItem(world, { name: "水".repeat(60) });
    await aSupplier(world, { name: "商".repeat(60), services: [{ itemId }] });
    const product = await aPublishedProduct(world, { title, components: [{ itemId }] });
    const customer = await aCustomer(world);
    for (let index = 0; index < 6; index += 1) await aPaidOrder(world, { customer, product });
    await world.settle();
    const phone = await new Phone(world).bind(customer.accountId);
    for (const word of ["进度", "1", "付款", "验收", "全屋全屋"]) {
      const text = await phone.says(word);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
      expect(text.match(/<a /g)?.length ?? 0).toBe(text.match(/<\/a>/g)?.length ?? 0);
    }
  });
});
