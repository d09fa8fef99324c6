import { fen, minus, plus } from "../kernel/money.js";
import { amendmentById } from "../orders/amendment.store.js";
import type { PartWish } from "../orders/amendment-wish.js";
import { draftAmendment } from "../orders/draft-amendment.flow.js";
import { componentsOf, type OrderComponentRow, orderById } from "../orders/order.store.js";
import { proposeAmendment } from "../orders/propose-amendment.flow.js";
import { requestChange } from "../orders/request-change.flow.js";
import type { Platform } from "../platform/platform.js";
import { HOME } from "./places.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

const GIFT = fen(2_000);
const ONE_MORE = fen(8_500);

/** One more air conditioner was found on site: the dearer order waits for its customer's word. */
export async function* oneMore(platform: Platform, trade: Trade, when: When): Story {
  yield when(2, 9);
  const orderId = await underWay(trade, "tang");
  yield when(1, 10);
  const text = "书房还有一台挂机，这次一起洗了吧。";
  const key = { idempotencyKey: trade.key() };
  await requestChange(platform, trade.customer("tang"), { orderId, wish: "CHANGE", text, ...key });
  yield when(0, 9, 10);
  await propose(platform, trade, orderId, "现场多出一台挂机，客户要求一并清洗", ({ id, quantity, saleAmount }) => ({
    ...{ kind: "CHANGE", componentId: id, quantity: quantity + 1, saleAmount: plus(saleAmount, ONE_MORE) },
  }));
}

/** The price is lowered as an apology: nobody but the auditor has a say. */
export async function* apology(platform: Platform, trade: Trade, when: When): Story {
  yield when(3, 9);
  const orderId = await underWay(trade, "chen");
  yield when(0, 8, 50);
  await propose(platform, trade, orderId, "师傅改约一次，减 20 元致歉", ({ id, saleAmount }) => ({
    ...{ kind: "CHANGE", componentId: id, saleAmount: minus(saleAmount, GIFT) },
  }));
}

/** Three air conditioners, paid for and taken by a supplier. */
async function underWay(trade: Trade, customer: string): Promise<string> {
  const inputs = { UNITS: "3" };
  const orderId = await trade.buy({ customer, product: "aircon-cleaning", inputs, address: HOME });
  await trade.pay(customer, orderId);
  return orderId;
}

async function propose(
  platform: Platform,
  trade: Trade,
  orderId: string,
  reason: string,
  change: (line: OrderComponentRow) => PartWish,
): Promise<void> {
  const { read } = platform.database;
  const [line] = await componentsOf(read, [orderId]);
  const baseRevision = (await orderById(read, orderId))?.revision ?? 0;
  if (!line) return;
  const editor = trade.staff("dispatcher");
  const amendmentId = await draftAmendment(platform, editor, {
    ...{ orderId, baseRevision, kind: "CHANGE", way: "COLLECT", parts: [change(line)] },
    ...{ reason, idempotencyKey: trade.key() },
  });
  const version = (await amendmentById(read, amendmentId))?.version ?? 0;
  await proposeAmendment(platform, editor, { amendmentId, version });
}
