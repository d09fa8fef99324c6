import { ApolloProvider } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { clientAnswering } from "../testing/renderInApp";
import { RequireSession } from "./RequireSession";

const account = {
  __typename: "Me",
  id: "1",
  displayName: "李女士",
  login: "li@kaidan.test",
  app: "SHOP",
  permissions: [],
  role: null,
};

function openGuarded(me: typeof account | null) {
  const root = createRootRoute();
  const guard = createRoute({
    getParentRoute: () => root,
    id: "guard",
    component: () => (
      <RequireSession>
        <Outlet />
      </RequireSession>
    ),
  });
  const orders = createRoute({ getParentRoute: () => guard, path: "/orders", component: () => <p>我的订单</p> });
  const signIn = createRoute({ getParentRoute: () => root, path: "/sign-in", component: () => <p>请登录</p> });
  const router = createRouter({
    routeTree: root.addChildren([guard.addChildren([orders]), signIn]),
    history: createMemoryHistory({ initialEntries: ["/orders?state=PAID"] }),
  });
  render(
    <I18nProvider i18n={i18n}>
      <ApolloProvider client={clientAnswering({ Me: { me } })}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </I18nProvider>,
  );
  return router;
}

describe("RequireSession", () => {
  it("sends a stranger to sign in, once, and remembers where they wanted to go", async () => {
    const router = openGuarded(null);
    expect(await screen.findByText("请登录")).toBeTruthy();
    await waitFor(() => expect(router.state.location.search).toEqual({ next: "/orders?state=PAID" }));
    expect(router.state.location.pathname).toBe("/sign-in");
  });

  it("shows the page to who is signed in", async () => {
    openGuarded(account);
    expect(await screen.findByText("我的订单")).toBeTruthy();
  });
});
