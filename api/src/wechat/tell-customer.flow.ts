import { standingOf } from "../contracts/contract.js";
import { papersOf } from "../contracts/contract.store.js";
import { firstOfferEnd } from "../fulfilment/attempt.store.js";
import { ticketsOf, ticketsToAccept } from "../fulfilment/ticket.store.js";
import { groupBy } from "../kernel/group.js";
import { amendmentsOf } from "../orders/amendment.store.js";
import { takesMoney } from "../orders/order.js";
import { newestOrdersOf, type OrderHead, orderHeadByNo } from "../orders/order.store.js";
import { timelineOf } from "../orders/timeline.js";
import { storiesOf } from "../orders/timeline.store.js";
import { openAmount } from "../payments/instalment.js";
import { instalmentsOf, openInstalmentsOf } from "../payments/instalment.store.js";
import { creditOf } from "../payments/ledger.store.js";
import { slipsWaiting } from "../payments/payment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Sql } from "../platform/sql.js";
import { reviewsOfOrders } from "../reviews/review.store.js";
import type { Wish } from "./chat.js";
import { findOrders, wholeNumber } from "./find-order.js";
import { acceptingSaying, payingSaying, refundSaying } from "./money-reply.js";
import { isUnderWay, type ToldOrder } from "./order-told.js";
import { LIST_MAX, listSaying, nothingSaying, orderSaying } from "./progress-reply.js";
import { noListSaying, notFoundSaying } from "./replies.js";
import type { Told } from "./told.js";

/** Who asks: customers whose WeChat this is, one unless several may share it, and the list they were shown last. */
interface Asking {
  readonly customerIds: readonly string[];
  readonly list: readonly string[];
  /** What was typed, to be said again when nothing is found. */
  readonly typed: string;
}

/**
 * What a customer's orders have to say to a wish; null when the wish is about no order of theirs. Another's order is as
 * absent as a missing one. The same number of statements however many orders there are: nine at most.
 */
export async function tellCustomer(platform: Platform, asking: Asking, wish: Wish): Promise<Told | null> {
  const { read } = platform.database;
  if (asking.customerIds.length === 0) return null;
  const orders = await newestOrdersOf(read, asking.customerIds);
  switch (wish.intent) {
    case "PROGRESS": {
      const going = orders.filter(isUnderWay);
      if (going.length === 0) return { saying: nothingSaying(orders[0] ?? null) };
      return tellOrders(platform, going, "进行中的服务单：");
    }
    case "FIND": {
      const found = findOrders(orders, wish.text);
      const meant = found.length > 0 ? found : await olderOrder(read, wish.text, asking.customerIds);
      if (meant.length > 0) return tellOrders(platform, meant, "您是指：");
      return wish.looksLikeNumber ? { saying: notFoundSaying(asking.typed) } : null;
    }
    case "PICK": {
      const picked = orders.find((order) => order.id === asking.list[wish.place - 1]);
      return picked ? tellOrders(platform, [picked], "") : { saying: noListSaying };
    }
    case "PAY":
      return tellDue(read, orders);
    case "ACCEPT":
      return tellWaiting(read, orders);
    case "REFUND": {
      const ids = orders.map((order) => order.id);
      return { saying: refundSaying(await creditOf(read, ids)) };
    }
    default:
      return null;
  }
}

/** An order older than the newest that were looked through, by its whole number. */
async function olderOrder(read: Sql, text: string, customerIds: readonly string[]): Promise<OrderHead[]> {
  const no = wholeNumber(text);
  return no === null ? [] : orderHeadByNo(read, no, customerIds);
}

/** One order in full, several as a numbered list. */
async function tellOrders(platform: Platform, orders: readonly OrderHead[], title: string): Promise<Told> {
  const { read } = platform.database;
  const told = await readOrders(read, orders.slice(0, LIST_MAX));
  const [one] = told;
  if (!one || orders.length > 1) {
    return { saying: listSaying(title, told, orders.length > LIST_MAX), list: told.map((order) => order.id) };
  }
  const now = platform.clock.now();
  const [stories, offerEnds] = await Promise.all([storiesOf(read, [one.id]), firstOfferEnd(read, one.ticketIds, now)]);
  const entries = timelineOf(stories.get(one.id) ?? [], "CUSTOMER");
  return { saying: orderSaying(one, entries, offerEnds, now), orderId: one.id };
}

async function readOrders(
  read: Sql,
  orders: readonly OrderHead[],
): Promise<(ToldOrder & { readonly ticketIds: readonly string[] })[]> {
  const ids = orders.map((order) => order.id);
  const [instalments, slips, tickets, reviews, papers, amendments] = await Promise.all([
    instalmentsOf(read, ids),
    slipsWaiting(read, ids),
    ticketsOf(read, ids),
    reviewsOfOrders(read, ids),
    papersOf(read, ids),
    amendmentsOf(read, ids),
  ]);
  const [shares, work] = [groupBy(instalments, (row) => row.orderId), groupBy(tickets, (row) => row.orderId)];
  return orders.map((order) => ({
    ...order,
    instalments: shares.get(order.id) ?? [],
    paymentsPending: slips.has(order.id),
    tickets: work.get(order.id) ?? [],
    ticketIds: (work.get(order.id) ?? []).map((ticket) => ticket.id),
    reviewed: reviews.has(order.id),
    contract: standingOf(papers.get(order.id) ?? []),
    amendmentAsked: (amendments.get(order.id) ?? []).some(({ state }) => state === "WAIT_CUSTOMER"),
  }));
}

async function tellDue(read: Sql, orders: readonly OrderHead[]): Promise<Told> {
  const byId = new Map(orders.filter(({ state }) => takesMoney(state)).map((order) => [order.id, order]));
  const rows = await openInstalmentsOf(read, [...byId.keys()], LIST_MAX + 1);
  const slips = await slipsWaiting(
    read,
    rows.map((row) => row.orderId),
  );
  const due = rows.flatMap((row) => {
    const order = byId.get(row.orderId);
    const slipWaits = slips.has(row.orderId);
    return order ? [{ id: row.id, name: row.name, open: openAmount(row), order, slipWaits }] : [];
  });
  return { saying: payingSaying(due) };
}

async function tellWaiting(read: Sql, orders: readonly OrderHead[]): Promise<Told> {
  const byId = new Map(orders.filter(({ state }) => state === "IN_DELIVERY").map((order) => [order.id, order]));
  const rows = await ticketsToAccept(read, [...byId.keys()], LIST_MAX + 1);
  const work = rows.flatMap(({ id, itemName, approvedAt, orderId }) => {
    const order = byId.get(orderId);
    return order ? [{ ticketId: id, itemName, approvedAt, order }] : [];
  });
  return { saying: acceptingSaying(work) };
}
