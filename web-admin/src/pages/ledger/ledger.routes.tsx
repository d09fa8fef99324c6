import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { LedgerAccountsDocument, LedgerTransactionPageDocument } from "../../gql/graphql";

const accountsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/ledger",
  loader: ({ context }) => context.preload(LedgerAccountsDocument),
  component: lazyPage(() => import("./AccountsPage"), "AccountsPage"),
});

const journalRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/ledger/transactions",
  validateSearch: z.object({
    order: z.string().optional().catch(undefined),
    kind: z.string().optional().catch(undefined),
    day: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .optional()
      .catch(undefined),
  }),
  component: lazyPage(() => import("./JournalPage"), "JournalPage"),
});

const transactionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/ledger/transactions/$id",
  loader: ({ context, params }) => context.preload(LedgerTransactionPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./TransactionPage"), "TransactionPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/ledger/accounts/$code",
  component: lazyPage(() => import("./AccountPage"), "AccountPage"),
});

export const ledgerRoutes = [accountsRoute, journalRoute, transactionRoute, accountRoute] as const;
