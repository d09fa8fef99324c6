import type { Platform } from "../platform/platform.js";
import { issue, sign, verify } from "./contract-stories.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

/**
 * A home paid in five, in the middle of its life: 定金 and the part to begin with are paid, wiring and waterproofing are
 * signed off, and this morning the bricklayers' milestone was approved, so that the middle part is asked for.
 */
export async function* wholeHome(platform: Platform, trade: Trade, when: When): Story {
  yield when(26, 10);
  const orderId = await trade.buy({
    customer: "huang",
    product: "whole-home",
    inputs: { AREA: "96", POINTS: "68", WET: "20", FACE: "18" },
    chosen: { WIRING: "xiangshui", SHELL: "jiangxin", CABINET: "yueju", DEEPCLEAN: "liangjie" },
    address: "岳麓区银盆南路 260 号 9 栋 1203",
    note: "电梯装修押金已交物业。",
  });
  yield when(26, 11);
  await issue(platform, trade, orderId);
  yield when(26, 20);
  await sign(platform, trade, "huang", orderId);
  yield when(25, 9);
  await verify(platform, trade, orderId);
  await trade.pay("huang", orderId);
  yield when(25, 9, 10);
  await trade.acceptAll(orderId);
  yield* firstTrades(trade, when, orderId);
  yield when(8, 9);
  const shell = (await trade.tickets(orderId)).find((ticket) => ticket.stage === 3);
  if (!shell) return;
  await trade.start(shell);
  await trade.approve(await trade.report(shell, 0, "旧墙拆除完成，承重墙未动，垃圾已清运。", "room"));
  yield when(1, 18);
  const midway = await trade.report(shell, 1, "瓦工完成，空鼓率抽检合格。", "tiles");
  yield when(0, 8, 40);
  await trade.approve(midway);
}

/** Wiring begins, which asks for the second part; it is paid the next day, and the water stays where it belongs. */
async function* firstTrades(trade: Trade, when: When, orderId: string): Story {
  yield when(24, 9);
  const [wiring] = await trade.tickets(orderId);
  if (!wiring) return;
  await trade.doAll(wiring, "pipes", ["开槽布管完成。", "打压 0.8 兆帕，半小时不掉压。", "水电验收通过，水电图已交。"]);
  yield when(23, 10);
  await trade.pay("huang", orderId);
  yield when(19, 19);
  await trade.signOff("huang", wiring);
  yield when(19, 19, 10);
  await trade.acceptAll(orderId);
  yield when(18, 9);
  const proof = (await trade.tickets(orderId)).find((ticket) => ticket.stage === 2);
  if (!proof) return;
  await trade.doAll(proof, "tiles", ["厨卫阳台两遍涂刷完成。", "闭水四十八小时，楼下无渗漏。"]);
  yield when(12, 18);
  await trade.signOff("huang", proof);
  yield when(12, 18, 10);
  await trade.acceptAll(orderId);
}
