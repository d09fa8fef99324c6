import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { stateWords } from "@kaidan/web-kit/vocabulary/state-words";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { ReportPageDocument, TicketPageDocument, type TicketState } from "../../gql/graphql";

const states = Object.keys(stateWords.TicketState) as [TicketState, ...TicketState[]];

const ticketsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tickets",
  validateSearch: z.object({ state: z.enum(states).optional().catch(undefined) }),
  component: lazyPage(() => import("./TicketsPage"), "TicketsPage"),
});

const ticketRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/t/$ticketId",
  loader: ({ context, params }) => context.preload(TicketPageDocument, { variables: { ticketId: params.ticketId } }),
  component: lazyPage(() => import("./TicketPage"), "TicketPage"),
});

const reportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/t/$ticketId/report",
  validateSearch: z.object({ milestone: z.string().optional().catch(undefined) }),
  loader: ({ context, params }) => context.preload(ReportPageDocument, { variables: { ticketId: params.ticketId } }),
  component: lazyPage(() => import("./ReportPage"), "ReportPage"),
});

export const ticketRoutes = [ticketsRoute, ticketRoute, reportRoute] as const;
