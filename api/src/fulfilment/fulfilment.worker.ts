import type { Listener, TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { acceptWork } from "./accept-work.flow.js";
import { expireOffer } from "./expire-offer.flow.js";
import { OFFER_EXPIRES } from "./offer.store.js";
import { offerNext } from "./offer-next.flow.js";
import { releaseTicket } from "./release-ticket.flow.js";
import { AUTO_ACCEPT, LAG_OVER } from "./ticket.js";
import { ticketsOf } from "./ticket.store.js";

/** Dispatch: whenever a ticket is ready, it is offered to whom the platform asks next. */
export function fulfilmentListeners(platform: () => Platform): Listener[] {
  return [
    {
      name: "fulfilment.dispatch",
      kinds: ["TicketReady"],
      async hear(fact) {
        const { ticketId } = fact.payload as { ticketId: string };
        await offerNext(platform(), SYSTEM, { ticketId });
      },
    },
    {
      name: "fulfilment.resume",
      kinds: ["WorkResumed"],
      async hear(fact) {
        const { orderId } = fact.payload as { orderId: string };
        for (const { id, state } of await ticketsOf(platform().database.read, [orderId])) {
          if (state === "TO_DISPATCH") await offerNext(platform(), SYSTEM, { ticketId: id });
        }
      },
    },
  ];
}

export function fulfilmentTimers(platform: () => Platform): TimerHandler[] {
  return [
    { kind: LAG_OVER, fire: (ticketId) => releaseTicket(platform(), SYSTEM, { ticketId }) },
    { kind: OFFER_EXPIRES, fire: (attemptId) => expireOffer(platform(), SYSTEM, { attemptId }) },
    {
      kind: AUTO_ACCEPT,
      async fire(ticketId) {
        await acceptWork(platform(), SYSTEM, { ticketId });
      },
    },
  ];
}
