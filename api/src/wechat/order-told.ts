import type { Party } from "../catalogue/collection.js";
import { AUTO_ACCEPT_MS, type TicketState } from "../fulfilment/ticket.js";
import { type ContractStanding, type NextStep, nextStep } from "../orders/next-step.js";
import { isAmendable, type OrderState } from "../orders/order.js";
import type { TimelineEntry, TimelineKind } from "../orders/timeline.js";
import type { InstalmentState } from "../payments/instalment.js";
import { ORDER_LIFE_MS } from "../payments/payment.js";

/** An order as the chat lists it. */
export interface ListedOrder {
  readonly id: string;
  readonly no: string;
  readonly customerId: string;
  readonly state: OrderState;
  readonly productTitle: string;
  readonly placedAt: number;
}

/** What the chat tells of an order: the rows that the shop's page tells it from. */
export interface ToldOrder extends ListedOrder {
  readonly instalments: readonly { readonly state: InstalmentState; readonly collector?: Party }[];
  readonly paymentsPending: boolean;
  readonly tickets: readonly {
    readonly itemName: string;
    readonly state: TicketState;
    readonly percent: number;
    readonly approvedAt: number | null;
  }[];
  readonly reviewed: boolean;
  readonly contract: ContractStanding | null;
  readonly amendmentAsked: boolean;
}

/** Whether something is still to come: such orders are listed without being asked for by name. */
export function isUnderWay(order: Pick<ListedOrder, "state">): boolean {
  return order.state === "SUBMITTED" || order.state === "IN_DELIVERY" || isAmendable(order.state);
}

/** Whose turn it is: the same answer as on the shop's page. */
export function stepOf(order: ToldOrder): NextStep {
  const { tickets, ...standing } = order;
  return nextStep({ ...standing, tickets: tickets.map((t) => t.state) });
}

export const stages = ["已下单", "已付款", "已派单", "服务中", "待验收", "完成"] as const;

/** Where the work stands: the place of the present stage in `stages`; their number when everything is done. */
export function stageOf(order: ToldOrder): number {
  if (order.state === "COMPLETED") return stages.length;
  if (order.state !== "IN_DELIVERY") return 1;
  // A later instalment that is due stops no work: the stage is told by the tickets alone.
  const work = stepOf({ ...order, instalments: [], paymentsPending: false });
  if (work.code === "ACCEPT_WORK") return 4;
  return work.code === "WAIT_WORK" || work.code === "WAIT_REVIEW_OF_WORK" ? 3 : 2;
}

/** What happened when a stage was reached, for the time beside it. */
const reachedBy: readonly TimelineKind[] = [
  "ORDER_PLACED",
  "DELIVERY_STARTED",
  "TICKET_ASSIGNED",
  "WORK_STARTED",
  "WORK_APPROVED",
  "ORDER_COMPLETED",
];

/**
 * The entry that tells how a stage was reached. Several pieces of work go the same way one after another: the last counts,
 * unless the piece before it in the way came later still.
 */
export function reached(stage: number, entries: readonly TimelineEntry[]): TimelineEntry | null {
  const last = (of: number): TimelineEntry | null => entries.findLast((entry) => entry.kind === reachedBy[of]) ?? null;
  const [entry, before] = [last(stage), last(stage - 1)];
  return entry && before && entry.at < before.at ? null : entry;
}

/**
 * Until when the present step lasts at most, as far as anything is promised: the order closes, the offer goes on to the next
 * supplier, or the work counts as accepted. Null when nothing is, or when it is over.
 */
export function deadlineOf(order: ToldOrder, offerEnds: number | null, now: number): number | null {
  const { code } = stepOf(order);
  const approved = order.tickets.flatMap((ticket) =>
    ticket.state === "PLATFORM_APPROVED" && ticket.approvedAt !== null ? [ticket.approvedAt] : [],
  );
  const starts = order.state === "SUBMITTED" || order.state === "CONFIRMED";
  let at: number | null = null;
  if (code === "ACCEPT_WORK" && approved.length > 0) at = Math.min(...approved) + AUTO_ACCEPT_MS;
  if (code === "PAY_INSTALMENT" && starts) at = order.placedAt + ORDER_LIFE_MS;
  if (code === "WAIT_ACCEPT_OFFER") at = offerEnds;
  return at !== null && at > now ? at : null;
}
