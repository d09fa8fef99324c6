import { dayOf } from "../kernel/day.js";
import { fen, plus } from "../kernel/money.js";
import { componentsOf } from "../orders/order.store.js";
import { agreeRefund } from "../payments/agree-refund.flow.js";
import { approveRefund } from "../payments/approve-refund.flow.js";
import { askCreditPayout } from "../payments/ask-credit-payout.flow.js";
import { confirmBankPayment } from "../payments/confirm-bank-payment.flow.js";
import { denyCollected } from "../payments/deny-collected.flow.js";
import { enterUnidentified } from "../payments/enter-unidentified.flow.js";
import { isOpen, openAmount } from "../payments/instalment.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import { payRefund } from "../payments/pay-refund.flow.js";
import { paymentById } from "../payments/payment.store.js";
import { proposeRefund } from "../payments/propose-refund.flow.js";
import { recordCollected } from "../payments/record-collected.flow.js";
import { allocationsOf, refundById } from "../payments/refund.store.js";
import { requestRefund } from "../payments/request-refund.flow.js";
import type { Platform } from "../platform/platform.js";
import { HOME } from "./places.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

const BY_SUPPLIER = { platform: 0, supplier: 10_000, customer: 0 };
const TOO_MUCH = fen(5_000);
const ASKED_OUT = fen(3_000);
const GIVEN_BACK = fen(8_000);
const WISHED = fen(6_000);

/** An air conditioner is cleaned; the transfer was ¥50 too much, of which the customer asks ¥30 in money. */
export async function* overpaid(platform: Platform, trade: Trade, when: When): Story {
  yield when(16, 9);
  const orderId = await aircon(trade, "huang");
  const { paymentId, amount } = await trade.transfer("huang", orderId);
  await confirmBankPayment(platform, trade.staff("cashier"), {
    ...{ paymentId, version: await versionOf(platform, paymentId), receivedAmount: plus(amount, TOO_MUCH) },
    ...{ bankReference: "B-77120-0091", idempotencyKey: trade.key() },
  });
  yield* cleaned(trade, when, "huang", orderId, 15);
  yield when(1, 15);
  await askCreditPayout(platform, trade.customer("huang"), {
    ...{ amount: ASKED_OUT, payeeName: "黄子昂", payeeAccount: "6222021900012345678", idempotencyKey: trade.key() },
  });
}

/** The supplier says that it took the rest at the door; the customer knows nothing of it. */
export async function* denied(platform: Platform, trade: Trade, when: When): Story {
  yield when(9, 9);
  const orderId = await cleaning(trade, "tang");
  await trade.pay("tang", orderId);
  yield* cleaned(trade, when, "tang", orderId, 8);
  yield when(7, 11);
  const due = (await instalmentsOf(platform.database.read, [orderId])).find(isOpen);
  const [ticket] = await trade.tickets(orderId);
  if (!due || !ticket) return;
  const taken = { ticketId: ticket.id, amount: openAmount(due), idempotencyKey: trade.key() };
  const paymentId = await recordCollected(platform, trade.ownerOf(ticket.supplierId), taken);
  yield when(2, 20);
  const version = await versionOf(platform, paymentId);
  await denyCollected(platform, trade.customer("tang"), {
    paymentId,
    version,
    reason: "尾款还没有付，师傅没有收现金。",
  });
}

/** Money on the bank statement that names no order. */
export async function* unidentified(platform: Platform, trade: Trade, when: When): Story {
  yield when(2, 16);
  await enterUnidentified(platform, trade.staff("cashier"), {
    ...{ amount: fen(128_000), receivedOn: dayOf(when(4, 9)), payer: "湖南启明商贸有限公司" },
    ...{ bankReference: "ICBC-77120-3391", note: "附言只写了「装修款」", idempotencyKey: trade.key() },
  });
}

/** A part goes back after all was settled with the customer: the supplier bears it, finance approves, the cashier pays. */
export async function* partGivenBack(platform: Platform, trade: Trade, when: When): Story {
  yield when(22, 9);
  const orderId = await cleaning(trade, "zhao");
  await trade.pay("zhao", orderId);
  yield* cleaned(trade, when, "zhao", orderId, 21);
  await trade.pay("zhao", orderId);
  yield when(20, 10);
  const [part] = await componentsOf(platform.database.read, [orderId]);
  const refundId = await proposeRefund(platform, trade.staff("dispatcher"), {
    ...{ orderId, components: [{ componentId: part?.id ?? "", amount: GIVEN_BACK }], responsibility: BY_SUPPLIER },
    ...{ reason: "北阳台玻璃漏擦，客户不再返工，部分退款。", idempotencyKey: trade.key() },
  });
  const version = async () => (await refundById(platform.database.read, refundId))?.version ?? 0;
  if ((await refundById(platform.database.read, refundId))?.state === "PROPOSED") {
    await agreeRefund(platform, trade.customer("zhao"), { refundId, version: await version() });
  }
  yield when(19, 15);
  await approveRefund(platform, trade.staff("finance"), {
    refundId,
    version: await version(),
    idempotencyKey: trade.key(),
  });
  yield when(19, 17);
  for (const allocation of await allocationsOf(platform.database.read, [refundId])) {
    await payRefund(platform, trade.staff("cashier"), {
      ...{ allocationId: allocation.id, version: allocation.version, payeeName: "赵敏敏" },
      ...{
        payeeAccount: "6217002870001234567",
        bankReference: `R-77120-${allocation.id.slice(-4)}`,
        idempotencyKey: trade.key(),
      },
    });
  }
}

/** A customer asks for some of it back; nobody answered yet. */
export async function* partAskedBack(platform: Platform, trade: Trade, when: When): Story {
  yield when(6, 9);
  const orderId = await cleaning(trade, "tang");
  await trade.pay("tang", orderId);
  yield* cleaned(trade, when, "tang", orderId, 5);
  await trade.pay("tang", orderId);
  yield when(0, 8, 20);
  const [part] = await componentsOf(platform.database.read, [orderId]);
  await requestRefund(platform, trade.customer("tang"), {
    ...{ orderId, components: [{ componentId: part?.id ?? "", amount: WISHED }], photoIds: [] },
    ...{ reason: "次卧窗框没有擦，约的返工没有来。", idempotencyKey: trade.key() },
  });
}

const aircon = (trade: Trade, customer: string): Promise<string> =>
  trade.buy({
    customer,
    product: "aircon-cleaning",
    inputs: { UNITS: "3" },
    chosen: { AIRCON: "linli" },
    address: HOME,
  });

const cleaning = (trade: Trade, customer: string): Promise<string> =>
  trade.buy({
    ...{ customer, product: "deep-cleaning", inputs: { AREA: "96" } },
    ...{ chosen: { DEEPCLEAN: "liangjie" }, address: HOME },
  });

/** The work of an order is done the day after, and signed off that evening. */
async function* cleaned(trade: Trade, when: When, customer: string, orderId: string, daysAgo: number): Story {
  yield when(daysAgo + 1, 10);
  await trade.acceptAll(orderId);
  yield when(daysAgo, 9);
  for (const ticket of await trade.tickets(orderId)) await trade.doAll(ticket, "room", []);
  yield when(daysAgo, 18);
  for (const ticket of await trade.tickets(orderId)) await trade.signOff(customer, ticket);
}

const versionOf = async (platform: Platform, paymentId: string): Promise<number> =>
  (await paymentById(platform.database.read, paymentId))?.version ?? 0;
