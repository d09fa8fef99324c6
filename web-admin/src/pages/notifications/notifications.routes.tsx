import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { sendChannels, sendViews } from "./send-views";

const notificationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/notifications",
  validateSearch: z.object({
    state: z.enum(sendViews).optional().catch(undefined),
    channel: z.enum(sendChannels).optional().catch(undefined),
  }),
  component: lazyPage(() => import("./NotificationsPage"), "NotificationsPage"),
});

export const notificationRoutes = [notificationsRoute] as const;
