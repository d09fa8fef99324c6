import { AUTO_ACCEPT_MS } from "../fulfilment/ticket.js";
import { shortText, yuanText } from "./beijing.js";
import type { ListedOrder } from "./order-told.js";
import { LIST_MAX, tailOf, titled } from "./progress-reply.js";
import type { Line, Saying } from "./saying.js";
import { plain } from "./text.js";

/** An instalment that is asked for now. */
export interface DueInstalment {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly order: ListedOrder;
  /** Whether a transfer slip of the order waits for the cashier. */
  readonly slipWaits: boolean;
}

/** What is to be paid, each with the way to its page. `due` may hold one more than is shown. */
export function payingSaying(due: readonly DueInstalment[]): Saying {
  const [first] = due;
  if (!first) return { lines: ["目前没有待付款项。"] };
  const lines = due.slice(0, LIST_MAX).map(({ id, name, open, order, slipWaits }): Line => {
    const text = `· ${titled(order)}${tailOf(order.no)} ${plain(name, 20)} ${yuanText(open)}`;
    const { customerId: accountId } = order;
    if (slipWaits) {
      const link = { label: "查看", audience: "CUSTOMER" as const, path: `/o/${order.id}`, accountId };
      return { text: `${text}（转账待核对） `, link };
    }
    const path = `/o/${order.id}/pay/${id}`;
    return { text: `${text} `, link: { label: "去付款", audience: "CUSTOMER", path, accountId } };
  });
  return { lines: ["待付款：", ...lines], foot: more(due.length, first.order.customerId) };
}

/** Work that the platform approved and the customer has not answered. */
export interface WaitingWork {
  readonly ticketId: string;
  readonly itemName: string;
  readonly approvedAt: number | null;
  readonly order: ListedOrder;
}

/** What is to be accepted, each with its deadline and the way to its page. `work` may hold one more than is shown. */
export function acceptingSaying(work: readonly WaitingWork[]): Saying {
  const [first] = work;
  if (!first) return { lines: ["目前没有待验收的服务。"] };
  const lines = work.slice(0, LIST_MAX).map(({ ticketId, itemName, approvedAt, order }): Line => {
    const until = approvedAt === null ? "" : `（${shortText(approvedAt + AUTO_ACCEPT_MS)} 前）`;
    const path = `/o/${order.id}/accept/${ticketId}`;
    return {
      text: `· ${titled(order)}${plain(itemName, 20)}${until} `,
      link: { label: "去验收", audience: "CUSTOMER", path, accountId: order.customerId },
    };
  });
  const foot = ["逾期未验收视为验收通过", ...more(work.length, first.order.customerId)];
  return { lines: ["待验收：", ...lines], foot };
}

function more(count: number, accountId: string): Line[] {
  if (count <= LIST_MAX) return [];
  return [{ text: "还有更多：", link: { label: "查看全部订单", audience: "CUSTOMER", path: "/orders", accountId } }];
}

/** What is true of refunds: money kept as the customer's, and who pays it back. */
export function refundSaying(credit: number): Saying {
  if (credit <= 0) return { lines: ["您名下没有待退的余款。", "如需退款，请回复「人工」，由客服为您核对办理。"] };
  const kept = `您名下有余款 ${yuanText(credit)}（多付或订单关闭后到账的款项）。`;
  return { lines: [kept, "请回复「人工」，由客服为您办理退回。"] };
}
