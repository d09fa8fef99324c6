import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { LinkButton } from "../../features/frame/LinkButton";
import { NotYourDesk } from "../../features/frame/NotYourDesk";
import { mayVisit } from "../../features/rights";
import { ServiceTabs } from "../../features/service/ServiceTabs";
import { CertificateCard } from "./CertificateCard";
import { CertificateDialog } from "./CertificateDialog";
import css from "./CertificatesPage.module.css";
import { MissingPapers } from "./MissingPapers";

const route = getRouteApi("/signedIn/certificates");

/** The papers of this supplier, what runs out soon, and what its services need and lack. */
export function CertificatesPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { add } = route.useSearch();
  const navigate = route.useNavigate();
  const role = data.me?.role;
  if (!mayVisit("services", role)) return <NotYourDesk title={t`资质证书`} />;
  const manages = role === "OWNER" || role === "DISPATCHER";
  const papers = data.me?.supplier?.certificates ?? [];
  const needs = data.me?.supplier?.certificateNeeds ?? [];
  const addButton = manages && (
    <LinkButton
      to="/certificates"
      search={{ add: "new" }}
      leftSection={<Plus size={18} strokeWidth={1.75} aria-hidden />}
    >
      <Trans>上传证书</Trans>
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t`资质证书`} actions={papers.length > 0 && addButton}>
        <Trans>过期后，需要它的服务不再派单；进行中的服务单不受影响。</Trans>
      </PageHeader>
      <ServiceTabs />
      <MissingPapers needs={needs} manages={manages} />
      {papers.length === 0 ? (
        <EmptyState title={t`还没有证书。`} action={addButton}>
          <Trans>上传证书照片并写明编号和有效期，平台核验后生效。</Trans>
        </EmptyState>
      ) : (
        <ul role="list" className={css.papers}>
          {papers.map((paper) => (
            <li key={paper.id}>
              <CertificateCard paper={paper} onChanged={refresh} />
            </li>
          ))}
        </ul>
      )}
      {manages && (
        <CertificateDialog
          add={add}
          kinds={[...new Set([...needs.map(({ kind }) => kind), ...papers.map(({ kind }) => kind)])]}
          onClose={() => void navigate({ search: {}, replace: true })}
          onDone={refresh}
        />
      )}
    </>
  );
}
