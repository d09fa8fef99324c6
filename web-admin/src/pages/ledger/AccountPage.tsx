import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ledgerKindWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import { LedgerAccountPageDocument, type LedgerAccountPageQuery } from "../../gql/graphql";
import { useLedgerTabs } from "./useLedgerTabs";

const route = getRouteApi("/signedIn/ledger/accounts/$code");

type Row = LedgerAccountPageQuery["ledgerAccountPostings"]["edges"][number]["node"];

/** One account: its postings, newest first, each with what the account held after it. */
export function AccountPage() {
  const { t } = useLingui();
  const { code } = route.useParams();
  const list = useListQuery(LedgerAccountPageDocument, { code });
  const account = list.data?.ledgerAccount;
  return (
    <>
      <PageHeader title={account ? `${account.code} ${account.name}` : code}>
        {account && (
          <>
            {t`余额`} <Money fen={account.balance} />
          </>
        )}
      </PageHeader>
      <PageTabs {...useLedgerTabs()} />
      <ListTable
        list={list}
        of={(data) => data.ledgerAccountPostings}
        label={t`科目明细`}
        columns={useColumns()}
        rowKey={(row) => row.id}
        href={(row) => `/ledger/transactions/${row.transaction.id}`}
        empty={<EmptyState title={t`这个科目还没有分录。`} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const amount = (fen: string) => (fen === "0" ? "" : <Money fen={fen} />);
  return [
    { key: "no", head: t`编号`, cell: (row) => row.transaction.no, narrow: "title" },
    { key: "at", head: t`时间`, cell: (row) => <DateText at={row.at} as="absolute" /> },
    { key: "kind", head: t`事项`, cell: (row) => i18n._(wordOf(ledgerKindWords, row.transaction.kind)) },
    { key: "memo", head: t`摘要`, cell: (row) => <span className="muted">{row.transaction.memo}</span> },
    { key: "debit", head: t`借方`, cell: (row) => amount(row.debit), align: "end" },
    { key: "credit", head: t`贷方`, cell: (row) => amount(row.credit), align: "end" },
    { key: "balance", head: t`余额`, cell: (row) => <Money fen={row.balance} />, align: "end" },
  ];
}
