import { componentsOf } from "../orders/order.store.js";
import { confirmCollected } from "../payments/confirm-collected.flow.js";
import { isOpen, openAmount } from "../payments/instalment.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import { payOfficialFee } from "../payments/pay-official-fee.flow.js";
import { paymentById } from "../payments/payment.store.js";
import { recordCollected } from "../payments/record-collected.flow.js";
import type { Platform } from "../platform/platform.js";
import { OFFICE } from "./places.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

/** A trademark of ¥950: ¥270 of it the office's, which the agency paid in advance. */
export async function* trademark(platform: Platform, trade: Trade, when: When): Story {
  yield when(18, 10);
  const inputs = { MARK: "拾光里", CLASSES: "1" };
  const orderId = await trade.buy({ customer: "chen", product: "brand-protection", inputs, address: OFFICE });
  await trade.pay("chen", orderId);
  yield when(18, 10, 10);
  await trade.acceptAll(orderId);
  yield when(17, 9);
  const [ticket] = await trade.tickets(orderId);
  if (ticket) await trade.start(ticket);
  yield when(16, 15);
  for (const { id, officialFee } of await componentsOf(platform.database.read, [orderId])) {
    await payOfficialFee(platform, trade.staff("cashier"), {
      ...{ componentId: id, amount: officialFee, paidBy: "SUPPLIER" },
      ...{ reference: "GJ-2026-118205", idempotencyKey: trade.key() },
    });
  }
}

/** The host sells his own work: the platform keeps the first parts for him, he takes the tail himself on the day. */
export async function* hostOfTheDay(platform: Platform, trade: Trade, when: When): Story {
  yield when(34, 10);
  const orderId = await trade.buy({
    customer: "huang",
    product: "wedding-host",
    inputs: { DAY: "2026-11-08" },
    chosen: { HOST: "laozhou" },
    address: "开福区北辰洲际宴会厅",
  });
  await trade.pay("huang", orderId);
  yield when(34, 10, 10);
  await trade.acceptAll(orderId);
  yield when(20, 9);
  const [ticket] = await trade.tickets(orderId);
  if (!ticket) return;
  await trade.doAll(ticket, "stage", ["流程对过两遍。", "仪式顺利，全程零失误。"]);
  await trade.pay("huang", orderId);
  yield when(14, 20);
  await trade.signOff("huang", ticket);
  yield when(14, 21);
  const due = (await instalmentsOf(platform.database.read, [orderId])).find(isOpen);
  if (!due) return;
  const taken = { ticketId: ticket.id, amount: openAmount(due), idempotencyKey: trade.key() };
  const paymentId = await recordCollected(platform, trade.owner("laozhou"), taken);
  const version = (await paymentById(platform.database.read, paymentId))?.version ?? 0;
  await confirmCollected(platform, trade.customer("huang"), { paymentId, version, idempotencyKey: trade.key() });
}
