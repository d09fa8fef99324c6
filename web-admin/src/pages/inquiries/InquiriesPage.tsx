import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { inquiryKindWords } from "@kaidan/web-kit/vocabulary/inquiry-words";
import { stateWord } from "@kaidan/web-kit/vocabulary/state-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { StaffInquiriesDocument, type StaffInquiryRowFragment } from "../../gql/graphql";
import css from "../Lists.module.css";
import { inquiryViews } from "./inquiry-views";

const route = getRouteApi("/signedIn/inquiries");

/** Every inquiry, newest first, by where it stands; 暂无报价 is what waits for a person. */
export function InquiriesPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(StaffInquiriesDocument, { state: state ?? null });
  const columns = useColumns();
  const views = inquiryViews.map((value) => ({ value, label: i18n._(stateWord("InquiryState", value).word) }));
  return (
    <>
      <PageHeader
        title={t`询价与竞价`}
        actions={
          <ButtonLink to="/inquiries/terms" look="outline">
            <Trans>加价规则</Trans>
          </ButtonLink>
        }
      />
      <div className={css.filters}>
        <FilterTabs
          label={t`询价状态`}
          value={state ?? "ALL"}
          options={[{ value: "ALL", label: t`全部` }, ...views]}
          onChange={(next) => void navigate({ search: { state: next === "ALL" ? undefined : next }, replace: true })}
        />
      </div>
      <ListTable
        list={list}
        of={({ staffInquiries }) => staffInquiries}
        label={t`询价`}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ no }) => `/inquiries/${no}`}
        empty={<EmptyState title={state ? t`没有符合条件的询价。` : t`还没有询价。客户发布后会出现在这里。`} />}
      />
    </>
  );
}

function useColumns(): Column<StaffInquiryRowFragment>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "no", head: t`单号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "title", head: t`内容`, cell: ({ title }) => title },
    { key: "kind", head: t`方式`, cell: ({ kind }) => i18n._(inquiryKindWords[kind]) },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="InquiryState" state={state} /> },
    { key: "region", head: t`城市`, narrow: "hide", cell: ({ region }) => region.name },
    {
      key: "bids",
      head: t`报价 / 邀请`,
      align: "end",
      cell: ({ counts }) => `${counts.bids} / ${counts.invited}`,
    },
    { key: "deadline", head: t`截止`, align: "end", cell: ({ deadline }) => <DateText at={deadline} as="absolute" /> },
  ];
}
