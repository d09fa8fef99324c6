import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SearchBox } from "@kaidan/web-kit/ui/SearchBox";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { formWords } from "@kaidan/web-kit/vocabulary/form-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { FormsPageDocument, type FormsPageQuery } from "../../gql/graphql";
import css from "../Lists.module.css";
import { DocumentTabs } from "./DocumentTabs";
import { formCodes } from "./form-codes";

const route = getRouteApi("/signedIn/documents");

type Row = FormsPageQuery["staffForms"]["edges"][number]["node"];

/** Every form, newest first, narrowed by kind and by the beginning of its number. */
export function FormsPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { code, q } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(FormsPageDocument, { code: code ?? null, search: q ?? null });
  return (
    <>
      <PageHeader title={t`单据`}>
        <Trans>由实际发生的交易过程生成，出具后不再改变；更正时出具新版本。</Trans>
      </PageHeader>
      <DocumentTabs />
      <div className={css.filters}>
        <NativeSelect
          aria-label={t`单据种类`}
          value={code ?? ""}
          data={[
            { value: "", label: t`全部单据` },
            ...formCodes.map((value) => ({ value, label: i18n._(formWords[value]) })),
          ]}
          onChange={(event) => {
            const next = formCodes.find((known) => known === event.currentTarget.value);
            void navigate({ search: (old) => ({ ...old, code: next }), replace: true });
          }}
        />
        <SearchBox
          label={t`搜索单据`}
          placeholder={t`单据编号`}
          value={q ?? ""}
          onSearch={(next) => void navigate({ search: (old) => ({ ...old, q: next || undefined }), replace: true })}
        />
      </div>
      <ListTable
        list={list}
        of={({ staffForms }) => staffForms}
        label={t`单据`}
        rowKey={({ id }) => id}
        href={({ no }) => `/documents/${no}`}
        columns={useColumns()}
        empty={<EmptyState title={t`这里没有单据`} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  return [
    { key: "no", head: t`单据编号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "title", head: t`单据`, cell: ({ title }) => title },
    { key: "number", head: t`版次`, cell: ({ number }) => number },
    { key: "order", head: t`订单`, cell: ({ orderNo }) => <span className="mono">{orderNo}</span> },
    { key: "amount", head: t`金额`, align: "end", cell: ({ amount }) => amount && <Money fen={amount} /> },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="FormState" state={state} /> },
    { key: "at", head: t`出具时间`, cell: ({ issuedAt }) => <DateText at={issuedAt} as="absolute" /> },
  ];
}
