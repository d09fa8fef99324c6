import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { JournalChoicesDocument, LedgerAccountsDocument, LedgerTransactionPageDocument } from "../../gql/graphql";

// The router reads ?account=1002 as a number.
const text = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined);

const accountsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/ledger",
  validateSearch: z.object({
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional()
      .catch(undefined),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.preload(LedgerAccountsDocument, { variables: { month: deps.month ?? null } }),
  component: lazyPage(() => import("./AccountsPage"), "AccountsPage"),
});

const journalRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/ledger/transactions",
  validateSearch: z.object({
    account: text,
    side: z.enum(["DEBIT", "CREDIT"]).optional().catch(undefined),
    kind: text,
    from: day,
    until: day,
    order: text,
    supplier: text,
    payment: text,
    refund: text,
    statement: text,
  }),
  loader: ({ context }) => context.preload(JournalChoicesDocument),
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
