import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { LedgerAccountsDocument } from "../../gql/graphql";

const accountsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/ledger",
  loader: ({ context }) => context.preload(LedgerAccountsDocument),
  component: lazyPage(() => import("./AccountsPage"), "AccountsPage"),
});

const journalRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/ledger/transactions",
  validateSearch: z.object({ order: z.string().optional().catch(undefined) }),
  component: lazyPage(() => import("./JournalPage"), "JournalPage"),
});

export const ledgerRoutes = [accountsRoute, journalRoute] as const;
