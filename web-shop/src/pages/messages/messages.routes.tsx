import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { oneOfParam } from "@kaidan/web-kit/app/search-params";
import { readBindingSearch } from "@kaidan/web-kit/wechat/binding-search";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const messagesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/messages",
  validateSearch: (raw: Record<string, unknown>): { show?: "unread" | undefined } => ({
    show: oneOfParam(["unread"] as const, raw["show"]),
  }),
  component: lazyPage(() => import("./MessagesPage"), "MessagesPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/messages/settings",
  component: lazyPage(() => import("./SettingsPage"), "SettingsPage"),
});

const wechatRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/me/wechat",
  validateSearch: readBindingSearch,
  component: lazyPage(() => import("./WechatPage"), "WechatPage"),
});

export const messageRoutes = [messagesRoute, settingsRoute, wechatRoute] as const;
