import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Names } from "../../features/console/Names";
import { useQueueMoves } from "../../features/queues/useQueues";
import { ApplicationsPageDocument, type ApplicationsPageQuery } from "../../gql/graphql";

const route = getRouteApi("/signedIn/applications");

type Application = ApplicationsPageQuery["supplierApplications"]["edges"][number]["node"];

/** The queue of suppliers who want to join; opens with those that wait for a decision. */
export function ApplicationsPage() {
  const { t } = useLingui();
  const { state = "SUBMITTED" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(ApplicationsPageDocument, { state: state === "ALL" ? null : state });
  const columns = useColumns();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`入驻申请`}>
        <Trans>核对资质与报价；批准后服务商收到工作账号。</Trans>
      </PageHeader>
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={state}
          options={[
            { value: "SUBMITTED", label: t`待审核` },
            { value: "NEEDS_INFO", label: t`待补充` },
            { value: "APPROVED", label: t`已通过` },
            { value: "REJECTED", label: t`未通过` },
            { value: "WITHDRAWN", label: t`已撤回` },
            { value: "ALL", label: t`全部` },
          ]}
          onChange={(next) => void navigate({ search: { state: next }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ supplierApplications }) => supplierApplications}
          label={t`入驻申请`}
          rowKey={({ id }) => id}
          href={({ id }) => `/applications/${id}`}
          columns={columns}
          empty={<EmptyState title={state === "SUBMITTED" ? t`没有待审核的申请` : t`这里没有申请`} />}
        />
      </div>
    </>
  );
}

function useColumns(): Column<Application>[] {
  const { t } = useLingui();
  return [
    {
      key: "organisation",
      head: t`机构`,
      narrow: "title",
      cell: ({ organisation, no }) => organisation || no,
    },
    { key: "no", head: t`申请编号`, cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "contact", head: t`联系人`, cell: ({ contactName, contactPhone }) => `${contactName} ${contactPhone}` },
    {
      key: "services",
      head: t`服务项目`,
      cell: ({ services }) => <Names of={services.map(({ item }) => item)} />,
    },
    { key: "regions", head: t`服务区域`, cell: ({ regions }) => <Names of={regions} /> },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="ApplicationState" state={state} /> },
    {
      key: "submittedAt",
      head: t`提交时间`,
      cell: ({ submittedAt }) => (submittedAt ? <DateText at={submittedAt} as="absolute" /> : "—"),
    },
  ];
}
