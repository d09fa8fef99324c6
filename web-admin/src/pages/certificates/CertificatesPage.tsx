import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CertificateDecision } from "../../features/certificates/CertificateDecision";
import { useQueueMoves } from "../../features/queues/useQueues";
import { SubmittedCertificatesDocument, type SubmittedCertificatesQuery } from "../../gql/graphql";

type Paper = SubmittedCertificatesQuery["submittedCertificates"]["edges"][number]["node"];

/** The queue of papers that suppliers handed in. */
export function CertificatesPage() {
  const { t } = useLingui();
  const list = useListQuery(SubmittedCertificatesDocument, {});
  const columns = useColumns();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`资质证书核验`}>
        <Trans>核验通过后，需要该证书的服务可以派单，直到有效期结束。</Trans>
      </PageHeader>
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
    </>
  );
}

function useColumns(): Column<Paper>[] {
  const { t } = useLingui();
  return [
    { key: "kind", head: t`证书`, narrow: "title", cell: ({ kind }) => kind },
    {
      key: "supplier",
      head: t({ message: "服务商", context: "one" }),
      cell: ({ supplier }) =>
        supplier && (
          <Link to="/suppliers/$id" params={{ id: supplier.id }}>
            {supplier.name}
          </Link>
        ),
    },
    { key: "no", head: t`编号`, cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "expiresOn", head: t`有效期至`, cell: ({ expiresOn }) => expiresOn },
    {
      key: "file",
      head: t`原件`,
      cell: ({ file, kind }) => (
        <a href={file.url} target="_blank" rel="noreferrer" aria-label={t`查看 ${kind} 原件`}>
          <Trans>查看</Trans>
        </a>
      ),
    },
    {
      key: "at",
      head: t`提交时间`,
      narrow: "hide",
      cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" />,
    },
  ];
}
