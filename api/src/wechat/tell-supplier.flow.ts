import { countOpenOffers, openOffers } from "../fulfilment/attempt.store.js";
import { countOwed } from "../fulfilment/report.store.js";
import { countTickets, ticketsById } from "../fulfilment/ticket.store.js";
import type { Platform } from "../platform/platform.js";
import { memberOfAccount, supplierById } from "../suppliers/supplier.store.js";
import { endedAccountSaying } from "./replies.js";
import type { Told } from "./told.js";
import { supplierSaying } from "./work-reply.js";

/** How many offers are named; the rest is a number. */
const NAMED = 3;

/** What waits for the supplier of a work account, as its workspace counts it. Seven statements at most. */
export async function tellSupplier({ database, clock }: Platform, accountId: string): Promise<Told> {
  const { read } = database;
  const member = await memberOfAccount(read, accountId);
  if (!member) return { saying: endedAccountSaying };
  const { supplierId } = member;
  const now = clock.now();
  const [supplier, offers, count, tickets, rejectedReports] = await Promise.all([
    supplierById(read, supplierId),
    openOffers(read, supplierId, now),
    countOpenOffers(read, supplierId, now),
    countTickets(read, ["ASSIGNED", "IN_PROGRESS", "REWORK"], supplierId),
    countOwed(read, supplierId),
  ]);
  const named = offers.slice(0, NAMED);
  const items = await ticketsById(
    read,
    named.map((offer) => offer.ticketId),
  );
  const saying = supplierSaying({
    accountId,
    supplierName: supplier?.name ?? "",
    offers: count,
    next: named.flatMap(({ ticketId, expiresAt }) => {
      const ticket = items.get(ticketId);
      return ticket ? [{ ticketId, itemName: ticket.itemName, expiresAt }] : [];
    }),
    active: (tickets.get("ASSIGNED") ?? 0) + (tickets.get("IN_PROGRESS") ?? 0),
    rework: tickets.get("REWORK") ?? 0,
    rejectedReports,
  });
  return { saying };
}
