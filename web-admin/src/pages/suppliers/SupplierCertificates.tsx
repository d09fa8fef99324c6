import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { StatusTag, ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CertificateDecision } from "../../features/certificates/CertificateDecision";
import { Section } from "../../features/console/Section";
import type { SupplierDetailsFragment } from "../../gql/graphql";

type Paper = SupplierDetailsFragment["certificates"][number];
type CertificatesProps = { supplier: SupplierDetailsFragment; onDecided: () => void };

/** Days before the end from which a paper is told of. */
const SOON = 30;

/** The supplier's papers, and which of its services lack one. */
export function SupplierCertificates({ supplier, onDecided }: CertificatesProps) {
  const { t } = useLingui();
  const missing = [...new Set(supplier.certificateNeeds.filter(({ met }) => !met).map(({ kind }) => kind))].join("、");
  const columns: Column<Paper>[] = [
    { key: "kind", head: t`证书`, narrow: "title", cell: ({ kind }) => kind },
    { key: "no", head: t`编号`, cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="CertificateState" state={state} /> },
    {
      key: "expiresOn",
      head: t`有效期至`,
      cell: ({ expiresOn, daysLeft, state }) => (
        <>
          {expiresOn}
          {state === "VERIFIED" && daysLeft <= SOON && (
            <>
              {" "}
              <Plural value={daysLeft} _0="今天到期" other="还有 # 天" />
            </>
          )}
        </>
      ),
    },
    {
      key: "file",
      head: t`原件`,
      cell: ({ file, kind }) => (
        <a href={file.url} target="_blank" rel="noreferrer" aria-label={t`查看 ${kind} 原件`}>
          <Trans>查看</Trans>
        </a>
      ),
    },
  ];
  return (
    <Section title={t`资质证书`} flush aside={missing && <ToneTag tone="danger">{t`缺少：${missing}`}</ToneTag>}>
      <DataTable
        label={t`资质证书`}
        rows={supplier.certificates}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={t`还没有证书`} />}
        actionsLabel={t`核验`}
        rowActions={(paper) => <CertificateDecision paper={paper} onDecided={onDecided} />}
      />
    </Section>
  );
}
