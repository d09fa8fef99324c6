import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ServiceChanges } from "@kaidan/web-kit/ui/ServiceChanges";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { LinkButton } from "../../features/frame/LinkButton";
import type { ServiceSheetFragment } from "../../gql/graphql";
import css from "./ServicePage.module.css";
import { TermsFacts } from "./TermsFacts";

const route = getRouteApi("/signedIn/services/$id");

/** One service through its revisions: what stands, what waits, what was, and how a proposal differs. */
export function ServicePage() {
  const { t, i18n } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const service = data.myService;
  if (!service) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const regionName = (code: string) =>
    service.revisions.flatMap(({ regions }) => regions ?? []).find((region) => region.code === code)?.name ?? code;
  return (
    <>
      <PageHeader
        title={i18n.locale === "en" ? service.item.nameEn : service.item.name}
        back="/services"
        aside={<StatusTag of="ServiceState" state={service.state} />}
        actions={
          <LinkButton to="/capacity/$itemId" params={{ itemId: service.item.id }} variant="default">
            <Trans>日历与产能</Trans>
          </LinkButton>
        }
      />
      {service.changes.length > 0 && (
        <section className="card" aria-label={t`与现行条件的差别`}>
          <h2>
            <Trans>与现行条件的差别</Trans>
          </h2>
          <ServiceChanges changes={service.changes} regionName={regionName} />
        </section>
      )}
      <h2 className={css.heading}>
        <Trans>历次版本</Trans>
      </h2>
      <ol className={css.revisions} role="list">
        {service.revisions.map((revision) => (
          <li key={revision.id} className="card">
            <Revision service={revision} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Revision({ service }: { service: ServiceSheetFragment }) {
  const { revision, createdAt, effectiveFrom, reason } = service;
  return (
    <article>
      <header className={css.head}>
        <h3>
          <Trans>第 {revision} 版</Trans>
        </h3>
        <StatusTag of="ServiceState" state={service.state} />
        <span className="muted small">
          <Trans>
            <DateText at={createdAt} as="absolute" /> 提交
          </Trans>
          {effectiveFrom && (
            <>
              {" · "}
              <Trans>
                <DateText at={effectiveFrom} as="absolute" /> 起生效
              </Trans>
            </>
          )}
        </span>
      </header>
      <TermsFacts service={service} />
      {reason && <p className={css.reason}>{reason}</p>}
    </article>
  );
}
