import type { Fact } from "../kernel/fact.js";
import { orderStream } from "../orders/facts.js";
import type { Strategy, SupplierStop } from "./dispatch.js";

interface AboutTicket {
  readonly id: string;
  readonly orderId: string;
  readonly itemName: string;
}

interface AboutReport {
  readonly id: string;
  readonly milestoneName: string | null;
  readonly text: string;
  readonly photoIds: readonly string[];
}

/** Why an open offer was taken back. */
interface OfferWithdrawn {
  readonly because: "DISPATCHER" | SupplierStop["because"];
  readonly reason: string | null;
}

const told = (kind: string, ticket: AboutTicket, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: orderStream(ticket.orderId),
  payload: { ticketId: ticket.id, subject: ticket.itemName, ...also },
});

const ofReport = ({ id, milestoneName, text, photoIds }: AboutReport): Record<string, unknown> => ({
  reportId: id,
  milestone: milestoneName,
  text,
  photoIds,
});

/** What happens to an order's tickets, told on the order's stream. */
export const ticketFacts = {
  /** The order has its tickets: delivery begins. */
  opened: (orderId: string, ticketIds: readonly string[]): Fact => ({
    kind: "TicketsOpened",
    stream: orderStream(orderId),
    payload: { ticketIds, count: ticketIds.length },
  }),
  /** The ticket may be offered now, or again: dispatch listens. */
  ready: (ticket: AboutTicket): Fact => told("TicketReady", ticket),
  offered: (ticket: AboutTicket, offer: { attemptId: string; supplierId: string; strategy: Strategy }): Fact =>
    told("TicketOffered", ticket, offer),
  declined: (ticket: AboutTicket, supplierId: string, reason: string): Fact =>
    told("OfferDeclined", ticket, { supplierId, reason }),
  expired: (ticket: AboutTicket, supplierId: string): Fact => told("OfferExpired", ticket, { supplierId }),
  /** Taken back by a dispatcher, or because its supplier takes no more orders; the reason is the supplier's. */
  withdrawn: (ticket: AboutTicket, supplierId: string, why: OfferWithdrawn): Fact =>
    told("OfferWithdrawn", ticket, { supplierId, ...why }),
  /** Nobody is left to ask, or a person took the choice over. */
  needsHuman: (ticket: AboutTicket): Fact => told("TicketNeedsHuman", ticket),
  assigned: (ticket: AboutTicket, supplier: { id: string; name: string }): Fact =>
    told("TicketAssigned", ticket, { supplierId: supplier.id, detail: supplier.name }),
  started: (ticket: AboutTicket): Fact => told("WorkStarted", ticket),
  posted: (ticket: AboutTicket, report: AboutReport): Fact => told("ProgressPosted", ticket, ofReport(report)),
  approved: (ticket: AboutTicket, report: AboutReport): Fact => told("ProgressApproved", ticket, ofReport(report)),
  rejected: (ticket: AboutTicket, report: AboutReport, reason: string): Fact =>
    told("ProgressRejected", ticket, { reportId: report.id, milestone: report.milestoneName, reason }),
  delivered: (ticket: AboutTicket): Fact => told("WorkDelivered", ticket),
  workApproved: (ticket: AboutTicket): Fact => told("WorkApproved", ticket),
  reworkRequested: (
    ticket: AboutTicket,
    rework: { by: "STAFF" | "CUSTOMER"; reason: string; photoIds: readonly string[] },
  ): Fact => told("ReworkRequested", ticket, rework),
  /** The order was changed or ended: this work is not wanted any more, or on other terms by another ticket. */
  cancelled: (ticket: AboutTicket & { supplierId: string | null }, reason: string): Fact =>
    told("TicketCancelled", ticket, { supplierId: ticket.supplierId, reason }),
  /** Signed off by the customer, or by time because the customer did not answer. */
  accepted: (ticket: AboutTicket, by: "CUSTOMER" | "TIMER"): Fact => told("WorkAccepted", ticket, { by }),
};

/** Tells a supplier's pages to look again: an offer or a ticket of theirs moved. */
export const supplierWorkMoved = (supplierId: string, ticketId: string): Fact => ({
  kind: "SupplierWorkMoved",
  stream: `supplier:${supplierId}`,
  payload: { ticketId },
});
