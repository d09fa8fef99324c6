import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { StaffTicketPageDocument } from "../../gql/graphql";
import { ticketViews } from "./ticket-views";

const ticketsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tickets",
  validateSearch: z.object({ state: z.enum(ticketViews).optional().catch(undefined) }),
  component: lazyPage(() => import("./TicketsPage"), "TicketsPage"),
});

const ticketRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tickets/$id",
  loader: ({ context, params }) => context.preload(StaffTicketPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./TicketPage"), "TicketPage"),
});

export const ticketRoutes = [ticketsRoute, ticketRoute] as const;
