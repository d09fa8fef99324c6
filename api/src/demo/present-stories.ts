import { requestRework } from "../fulfilment/request-rework.flow.js";
import { cancelOrder } from "../orders/cancel-order.flow.js";
import { orderById } from "../orders/order.store.js";
import { paymentById } from "../payments/payment.store.js";
import { rejectBankPayment } from "../payments/reject-bank-payment.flow.js";
import type { Platform } from "../platform/platform.js";
import { issue, sign, verify } from "./contract-stories.js";
import { HOME, OFFICE } from "./places.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

const officeNotes: Readonly<Record<string, string>> = {
  税务报到与税种核定: "电子税务局已开通，三方协议签署中。",
  银行开户陪同: "网点约在周三上午十点，开户材料已备齐，清单见图。",
  商标注册·一类: "检索完成，两类可申请，报告见图。",
};

/** In delivery: registered, seals done, tax registration under way. */
export async function* startUp(trade: Trade, when: When): Story {
  yield when(9, 10);
  const inputs = { NAME: "星芒科技、星芒云", INDUSTRY: "软件与信息", MONTHS: "12" };
  const orderId = await trade.buy({
    customer: "chen",
    product: "startup-small",
    inputs,
    chosen: { REG: "xingban", TAXREG: "xingban", "BOOKS-S": "xiangcai" },
    with: ["MARK"],
    address: OFFICE,
  });
  yield when(9, 11);
  await trade.pay("chen", orderId);
  yield when(9, 11, 10);
  await trade.acceptAll(orderId);
  yield when(8, 9);
  const [first] = await trade.tickets(orderId);
  if (first) await trade.doAll(first, "licence", ["核名通过：星芒科技。", "材料已提交。", "执照领到了，见图。"]);
  yield when(6, 10);
  if (first) await trade.signOff("chen", first);
  yield when(6, 10, 10);
  await trade.acceptAll(orderId);
  yield when(5, 9);
  const second = (await trade.tickets(orderId)).find((ticket) => ticket.stage === 2);
  if (second) await trade.doAll(second, "seals", ["备案受理。", "印章交付。"]);
  yield when(4, 15);
  if (second) await trade.signOff("chen", second);
  yield when(4, 15, 10);
  await trade.acceptAll(orderId);
  yield when(3, 9);
  for (const ticket of (await trade.tickets(orderId)).filter((row) => row.stage === 3)) {
    await trade.start(ticket);
    const report = await trade.report(ticket, 0, officeNotes[ticket.itemName] ?? "已受理。", "desk");
    if (ticket.itemName.startsWith("税务")) await trade.approve(report);
  }
}

/** The big one, under a signed contract: wiring and waterproofing signed off, the shell under way with a rejected and a waiting report. */
export async function* renovation(platform: Platform, trade: Trade, when: When): Story {
  yield when(21, 10);
  const inputs = { AREA: "89", POINTS: "62", WET: "22", AGE: "15 年，5 楼，无电梯" };
  const orderId = await trade.buy({
    customer: "lin",
    product: "half-package",
    inputs,
    chosen: { WIRING: "xiangshui", SHELL: "jiangxin" },
    address: HOME,
    note: "工作日 12:00–14:00 请勿施工。",
  });
  yield when(21, 11);
  await issue(platform, trade, orderId);
  yield when(21, 20);
  await sign(platform, trade, "lin", orderId);
  yield when(20, 8, 30);
  await verify(platform, trade, orderId);
  yield when(20, 9);
  await trade.pay("lin", orderId);
  yield when(20, 9, 10);
  await trade.acceptAll(orderId);
  yield when(19, 9);
  const [wiring] = await trade.tickets(orderId);
  if (wiring)
    await trade.doAll(wiring, "pipes", [
      "全屋开槽完成，强弱电分开。",
      "打压 0.8 兆帕，三十分钟不掉压。",
      "水电验收通过，水电图已交。",
    ]);
  yield when(15, 19);
  if (wiring) await trade.signOff("lin", wiring);
  await trade.pay("lin", orderId);
  yield when(15, 19, 10);
  await trade.acceptAll(orderId);
  yield when(14, 9);
  const proof = (await trade.tickets(orderId)).find((ticket) => ticket.stage === 2);
  if (proof) await trade.doAll(proof, "tiles", ["厨卫阳台两遍涂刷完成。", "闭水四十八小时，楼下无渗漏。"]);
  yield when(10, 18);
  if (proof) await trade.signOff("lin", proof);
  yield when(10, 18, 10);
  await trade.acceptAll(orderId);
  yield when(9, 9);
  const shell = (await trade.tickets(orderId)).find((ticket) => ticket.stage === 3);
  if (!shell) return;
  await trade.start(shell);
  await trade.approve(await trade.report(shell, 0, "旧墙与旧地面拆除完成，垃圾已清运。", "room"));
  yield when(5, 17);
  await trade.approve(await trade.report(shell, null, "瓦工进场，先做厨房。", "tiles"));
  yield when(3, 18);
  await trade.reject(await trade.report(shell, 1, "瓦工完成。", "tiles"), "照片看不清阴阳角，请补拍卫生间两张。");
  yield when(0, 8, 30);
  await trade.report(shell, 1, "瓦工完成，卫生间阴阳角已补拍。", "tiles");
}

export async function* wallsToSignOff(trade: Trade, when: When): Story {
  yield when(6, 9);
  const orderId = await trade.buy({
    customer: "lin",
    product: "wall-renewal",
    inputs: { WALLS: "140" },
    chosen: { PAINT: "jiangxin" },
    address: "雨花区韶山南路 123 号 6 栋 302",
  });
  await trade.pay("lin", orderId);
  yield when(6, 9, 10);
  await trade.acceptAll(orderId);
  yield when(5, 9);
  for (const ticket of await trade.tickets(orderId))
    await trade.doAll(ticket, "wall", ["铲墙找平完成，裂缝已贴布。", "一底两面完成，成品保护已拆。"]);
}

export async function* wallsInRework(platform: Platform, trade: Trade, when: When): Story {
  yield when(8, 9);
  const orderId = await trade.buy({
    customer: "zhao",
    product: "wall-renewal",
    inputs: { WALLS: "90" },
    chosen: { PAINT: "yueju" },
    address: HOME,
  });
  await trade.pay("zhao", orderId);
  yield when(8, 9, 10);
  await trade.acceptAll(orderId);
  yield when(7, 9);
  for (const ticket of await trade.tickets(orderId))
    await trade.doAll(ticket, "wall", ["基层处理完成。", "面漆完成。"]);
  yield when(2, 20);
  const viewer = trade.customer("zhao");
  for (const { id, version } of await trade.tickets(orderId)) {
    const photoFileIds = [await trade.photo(viewer, "REWORK", "wall", 5)];
    await requestRework(platform, viewer, {
      ticketId: id,
      version,
      reason: "主卧门后有一片色差，请补一遍面漆。",
      photoFileIds,
    });
  }
}

/** Both repairers decline, so the ticket waits for a dispatcher. */
export async function* repairNobodyTakes(trade: Trade, when: When): Story {
  yield when(1, 19);
  const orderId = await trade.buy({
    customer: "huang",
    product: "home-repair",
    inputs: { FAULT: "厨房下水反味，昨晚开始堵" },
    address: HOME,
  });
  await trade.pay("huang", orderId);
  for (const reason of ["今晚排满了", "不做下水改造"]) {
    yield when(1, 19, 10);
    const [ticket] = await trade.tickets(orderId);
    if (ticket?.state === "OFFERED") await trade.decline(ticket, reason);
  }
}

export async function* airconDeclinedOnce(trade: Trade, when: When): Story {
  yield when(2, 9);
  const orderId = await trade.buy({
    customer: "lin",
    product: "aircon-cleaning",
    inputs: { UNITS: "2" },
    chosen: { AIRCON: "linli" },
    address: HOME,
  });
  await trade.pay("lin", orderId);
  yield when(2, 9, 10);
  const [ticket] = await trade.tickets(orderId);
  if (ticket) await trade.decline(ticket, "本周人手不够");
  yield when(2, 9, 20);
  const [again] = await trade.tickets(orderId);
  if (again?.state !== "OFFERED") return;
  await trade.accept(again);
  await trade.start(again);
  await trade.report(again, 0, "清洗前拍照，滤网积灰严重。", "aircon");
}

/** Paid a minute ago: an offer is open for its half hour. */
export async function* justOffered(trade: Trade, when: When): Story {
  yield when(0, 23, 59);
  const orderId = await trade.buy({
    customer: "tang",
    product: "wall-renewal",
    inputs: { WALLS: "110" },
    chosen: { PAINT: "jiangxin" },
    address: "望城区月亮岛街道 8 号 2 栋 901",
  });
  await trade.pay("tang", orderId);
  const second = await trade.buy({
    customer: "zhao",
    product: "aircon-cleaning",
    inputs: { UNITS: "4" },
    chosen: { AIRCON: "kuaixiu" },
    address: HOME,
  });
  await trade.pay("zhao", second);
}

export async function* slipWaits(trade: Trade, when: When): Story {
  yield when(0, 7);
  const orderId = await trade.buy({
    customer: "huang",
    product: "waterproofing",
    inputs: { WET: "14" },
    address: HOME,
  });
  await trade.transfer("huang", orderId);
}

export async function* slipRejected(platform: Platform, trade: Trade, when: When): Story {
  yield when(1, 10);
  const orderId = await trade.buy({
    customer: "lin",
    product: "custom-cabinets",
    inputs: { FACE: "22" },
    address: HOME,
  });
  const { paymentId } = await trade.transfer("lin", orderId);
  yield when(1, 15);
  const payment = await paymentById(platform.database.read, paymentId);
  if (payment)
    await rejectBankPayment(platform, trade.staff("cashier"), {
      paymentId,
      version: payment.version,
      reason: "凭证金额与应付不符，请核对后重新上传。",
    });
}

export async function* unpaid(trade: Trade, when: When): Story {
  yield when(0, 9);
  await trade.buy({
    customer: "lin",
    product: "deep-cleaning",
    inputs: { AREA: "89" },
    chosen: { DEEPCLEAN: "liangjie" },
    address: HOME,
  });
}

export async function* cancelled(platform: Platform, trade: Trade, when: When): Story {
  yield when(16, 9);
  const orderId = await trade.buy({ customer: "lin", product: "rewiring", inputs: { POINTS: "40" }, address: HOME });
  yield when(16, 12);
  const order = await orderById(platform.database.read, orderId);
  if (order)
    await cancelOrder(platform, trade.customer("lin"), {
      orderId,
      version: order.version,
      reason: "和半包一起做，不单独下单了。",
    });
}

export async function* bookkeeping(trade: Trade, when: When): Story {
  yield when(3, 14);
  const orderId = await trade.buy({
    customer: "chen",
    product: "bookkeeping-small",
    inputs: { MONTHS: "12" },
    chosen: { "BOOKS-S": "xiangcai" },
    address: OFFICE,
  });
  await trade.pay("chen", orderId);
  yield when(3, 14, 10);
  await trade.acceptAll(orderId);
  yield when(2, 9);
  for (const ticket of await trade.tickets(orderId)) {
    await trade.start(ticket);
    await trade.approve(await trade.report(ticket, 0, "第一个月票据已收齐。", "desk"));
  }
}
