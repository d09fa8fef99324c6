import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { WechatMenuPageDocument } from "../../gql/graphql";

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/wechat",
  component: lazyPage(() => import("./AccountPage"), "AccountPage"),
});

const templatesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/wechat/templates",
  validateSearch: z.object({ card: z.string().optional().catch(undefined) }),
  component: lazyPage(() => import("./TemplatesPage"), "TemplatesPage"),
});

const menuRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/wechat/menu",
  loader: ({ context }) => context.preload(WechatMenuPageDocument),
  component: lazyPage(() => import("./MenuPage"), "MenuPage"),
});

const inboundRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/wechat/messages",
  validateSearch: z.object({ follower: z.string().optional().catch(undefined) }),
  component: lazyPage(() => import("./InboundPage"), "InboundPage"),
});

export const wechatRoutes = [accountRoute, templatesRoute, menuRoute, inboundRoute] as const;
