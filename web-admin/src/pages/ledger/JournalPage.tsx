import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { JournalTable } from "../../features/ledger/JournalTable";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import { LedgerTransactionsDocument } from "../../gql/graphql";
import { JournalFilters } from "./JournalFilters";
import { useLedgerTabs } from "./useLedgerTabs";

const route = getRouteApi("/signedIn/ledger/transactions");

/** The journal, newest first: every transaction with its postings; narrowed to one order, one kind of event or one day. */
export function JournalPage() {
  const { t } = useLingui();
  const { order, kind, day } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(LedgerTransactionsDocument, {
    orderId: order ?? null,
    kind: kind ?? null,
    day: day ?? null,
  });
  return (
    <>
      <PageHeader
        title={t`日记账`}
        actions={
          order && (
            <Button variant="default" onClick={() => void navigate({ search: { kind, day } })}>
              <Trans>显示全部订单</Trans>
            </Button>
          )
        }
      />
      <PageTabs {...useLedgerTabs()} />
      <JournalFilters
        kind={kind}
        day={day}
        onChange={(part) => void navigate({ search: { order, kind, day, ...part } })}
      />
      <ListBody list={list}>
        {({ ledgerTransactions: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={t`还没有分录。第一笔款项到账后会出现在这里。`} />
          ) : (
            <>
              <JournalTable label={t`日记账`} transactions={edges.map(({ node }) => node)} linked />
              <LoadMore
                hasMore={pageInfo.hasNextPage}
                busy={list.loadingMore}
                onMore={() => list.loadMore(pageInfo.endCursor)}
              />
            </>
          )
        }
      </ListBody>
    </>
  );
}
