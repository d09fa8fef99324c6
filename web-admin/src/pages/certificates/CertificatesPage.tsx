import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { CertificateDecision } from "../../features/certificates/CertificateDecision";
import { useQueueMoves } from "../../features/queues/useQueues";
import { ExpiringCertificatesDocument, SubmittedCertificatesDocument } from "../../gql/graphql";
import { useCertificateColumns } from "./useCertificateColumns";

const route = getRouteApi("/signedIn/certificates");

/** The papers that suppliers handed in and wait to be verified, and those that end soon. */
export function CertificatesPage() {
  const { t } = useLingui();
  const { view = "SUBMITTED" } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t`资质证书核验`}>
        <Trans>核验通过后，需要该证书的服务可以派单，直到有效期结束。</Trans>
      </PageHeader>
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={view}
          options={[
            { value: "SUBMITTED", label: t`待核验` },
            { value: "EXPIRING", label: t`30 天内到期` },
          ]}
          onChange={(next) => void navigate({ search: { view: next }, replace: true })}
        />
        {view === "SUBMITTED" ? <Submitted /> : <Expiring />}
      </div>
    </>
  );
}

function Submitted() {
  const { t } = useLingui();
  const list = useListQuery(SubmittedCertificatesDocument, {});
  const columns = useCertificateColumns("SUBMITTED");
  useQueueMoves(list.refetch);
  return (
    <ListTable
      list={list}
      of={({ submittedCertificates: { edges, pageInfo } }) => ({
        pageInfo,
        edges: edges.filter(({ node }) => node.state === "SUBMITTED"),
      })}
      label={t`待核验的证书`}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState title={t`没有待核验的证书`} />}
      actionsLabel={t`核验`}
      rowActions={(paper) => <CertificateDecision paper={paper} onDecided={list.refetch} />}
    />
  );
}

/** Nothing to decide here: the supplier is warned 30, 7 and 0 days ahead, and staff may call. */
function Expiring() {
  const { t } = useLingui();
  const list = useListQuery(ExpiringCertificatesDocument, {});
  const columns = useCertificateColumns("EXPIRING");
  return (
    <ListTable
      list={list}
      of={({ expiringCertificates }) => expiringCertificates}
      label={t`30 天内到期的证书`}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState title={t`30 天内没有证书到期`} />}
    />
  );
}
