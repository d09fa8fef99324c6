import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { ClearFilters } from "../../features/console/ClearFilters";
import { JournalTable } from "../../features/ledger/JournalTable";
import type { JournalSearch } from "../../features/ledger/PostingsLink";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import { type JournalFilterInput, LedgerTransactionsDocument } from "../../gql/graphql";
import { JournalFilters } from "./JournalFilters";
import { useLedgerTabs } from "./useLedgerTabs";

const route = getRouteApi("/signedIn/ledger/transactions");

/** The journal, newest first: every transaction with its postings, narrowed by what the address says. */
export function JournalPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: choices } = usePageQuery(route.useLoaderData());
  const list = useListQuery(LedgerTransactionsDocument, { filter: filterOf(search) });
  return (
    <>
      <PageHeader title={t`日记账`} />
      <PageTabs {...useLedgerTabs()} />
      <JournalFilters
        search={search}
        choices={choices}
        onChange={(part) => void navigate({ search: (old) => ({ ...old, ...part }), replace: true })}
      />
      <ListBody list={list}>
        {({ ledgerTransactions: { edges, pageInfo } }) =>
          edges.length > 0 ? (
            <>
              <JournalTable label={t`日记账`} transactions={edges.map(({ node }) => node)} linked busy={list.stale} />
              <LoadMore
                hasMore={pageInfo.hasNextPage}
                busy={list.loadingMore}
                onMore={() => list.loadMore(pageInfo.endCursor)}
              />
            </>
          ) : Object.values(search).some(Boolean) ? (
            <ClearFilters onClear={() => void navigate({ search: {}, replace: true })} />
          ) : (
            <EmptyState title={t`还没有分录。第一笔款项到账后会出现在这里。`} />
          )
        }
      </ListBody>
    </>
  );
}

function filterOf(search: JournalSearch): JournalFilterInput {
  const { account, side, kind, from, until, order, supplier, payment, refund, statement } = search;
  return {
    account: account ?? null,
    side: account ? (side ?? null) : null,
    kind: kind ?? null,
    from: from ?? null,
    until: until ?? null,
    orderNo: order ?? null,
    supplierId: supplier ?? null,
    paymentId: payment ?? null,
    refundId: refund ?? null,
    statementId: statement ?? null,
  };
}
