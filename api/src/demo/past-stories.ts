import type { Platform } from "../platform/platform.js";
import { reviewOrder } from "../reviews/review-order.flow.js";
import type { Scene } from "./pictures.js";
import { HOME, OFFICE } from "./places.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

/** The customer signs off, pays the rest and rates. */
async function finish(
  platform: Platform,
  trade: Trade,
  customer: string,
  orderId: string,
  marks: readonly [number, string],
  scene: Scene | null = null,
): Promise<void> {
  const viewer = trade.customer(customer);
  for (const ticket of await trade.tickets(orderId))
    if (ticket.state === "PLATFORM_APPROVED") await trade.signOff(customer, ticket);
  const suppliers = [...new Set((await trade.tickets(orderId)).map((ticket) => ticket.supplierId ?? ""))];
  const [overall, text] = marks;
  const scores = { overall, quality: overall, punctuality: text.includes("晚") ? 3 : overall, attitude: 5 };
  await reviewOrder(platform, viewer, {
    orderId,
    ...scores,
    text,
    photoFileIds: scene ? [await trade.photo(viewer, "REVIEW", scene, 3)] : [],
    supplierScores: suppliers.map((supplierId) => ({ supplierId, ...scores })),
    anonymous: false,
    idempotencyKey: trade.key(),
  });
}

export async function* wedding(platform: Platform, trade: Trade, when: When): Story {
  yield when(58, 10);
  const inputs = { DAY: "2027-01-01", TABLES: "20", STAGE: "24" };
  const orderId = await trade.buy({
    customer: "tang",
    product: "wedding-complete",
    inputs,
    address: "天心区芙蓉中路 99 号 云上宴会厅",
    note: "主色奶白加浅绿。",
  });
  yield when(58, 11);
  await trade.pay("tang", orderId);
  yield when(58, 11, 10);
  await trade.acceptAll(orderId);
  yield when(57, 9);
  const scenes: Readonly<Record<string, Scene>> = {
    桌花: "flowers",
    舞美搭建: "stage",
    摄影双机位: "camera",
    摄像双机位: "camera",
    新娘跟妆: "room",
    主持·资深: "desk",
  };
  for (const ticket of await trade.tickets(orderId)) await trade.doAll(ticket, scenes[ticket.itemName] ?? "desk", []);
  yield when(50, 20);
  await trade.pay("tang", orderId);
  await finish(platform, trade, "tang", orderId, [5, "一辈子一次的事，五家团队配合得像一家。"], "stage");
  yield when(49, 10);
  await trade.pay("tang", orderId);
}

export async function* cleaning(
  platform: Platform,
  trade: Trade,
  when: When,
  customer: string,
  daysAgo: number,
  marks: readonly [number, string],
): Story {
  yield when(daysAgo, 9);
  const orderId = await trade.buy({
    customer,
    product: "deep-cleaning",
    inputs: { AREA: "96" },
    chosen: { DEEPCLEAN: "liangjie" },
    address: HOME,
  });
  await trade.pay(customer, orderId);
  yield when(daysAgo, 9, 10);
  await trade.acceptAll(orderId);
  yield when(daysAgo - 1, 9);
  for (const ticket of await trade.tickets(orderId))
    await trade.doAll(ticket, "room", ["三人到场，先做高处。", "全屋完成，地面已打蜡。"]);
  yield when(daysAgo - 1, 18);
  await finish(platform, trade, customer, orderId, marks, "room");
  await trade.pay(customer, orderId);
}

export async function* aircon(
  platform: Platform,
  trade: Trade,
  when: When,
  customer: string,
  daysAgo: number,
  supplier: string,
  marks: readonly [number, string],
): Story {
  yield when(daysAgo, 14);
  const orderId = await trade.buy({
    customer,
    product: "aircon-cleaning",
    inputs: { UNITS: "3" },
    chosen: { AIRCON: supplier },
    address: HOME,
  });
  await trade.pay(customer, orderId);
  yield when(daysAgo, 14, 10);
  await trade.acceptAll(orderId);
  yield when(daysAgo - 1, 10);
  for (const ticket of await trade.tickets(orderId))
    await trade.doAll(ticket, "aircon", ["清洗前，滤网积灰明显。", "清洗后，出风干净无异味。"]);
  yield when(daysAgo - 1, 12);
  await finish(platform, trade, customer, orderId, marks);
}

export async function* registration(platform: Platform, trade: Trade, when: When): Story {
  yield when(28, 9);
  const orderId = await trade.buy({
    customer: "chen",
    product: "company-registration",
    inputs: { NAME: "湘江拾光文化、拾光里文化" },
    chosen: { REG: "xingban" },
    address: OFFICE,
  });
  await trade.pay("chen", orderId);
  const words = ["核名通过：湘江拾光文化。", "材料已提交登记机关。", "执照已领取，扫描件见图。"];
  yield when(28, 9, 10);
  await trade.acceptAll(orderId);
  yield when(27, 9);
  const [first] = await trade.tickets(orderId);
  if (first) await trade.doAll(first, "licence", words);
  yield when(25, 16);
  if (first) await trade.signOff("chen", first);
  yield when(25, 16, 10);
  await trade.acceptAll(orderId);
  yield when(24, 10);
  const second = (await trade.tickets(orderId))[1];
  if (second) await trade.doAll(second, "seals", ["公安系统已受理。", "四枚印章已当面交付。"]);
  yield when(23, 15);
  await finish(platform, trade, "chen", orderId, [5, "三天拿照，章也一起送到，省心。"], "licence");
  await trade.pay("chen", orderId);
}
