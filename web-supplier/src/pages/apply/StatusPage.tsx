import { useQuery } from "@apollo/client/react";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Navigate } from "@tanstack/react-router";
import { type ApplicationSheetFragment, type ApplicationState, MyApplicationDocument } from "../../gql/graphql";
import { ApplicationFacts } from "./ApplicationFacts";
import { useApplication } from "./application-context";
import { ReturnLink } from "./ReturnLink";
import { StatusActions } from "./StatusActions";
import css from "./StatusPage.module.css";
import { statusWords } from "./status-words";

/** Where the application stands, what the reviewer says, and what can be done now. */
export function StatusPage() {
  const { t } = useLingui();
  const { token, application } = useApplication();
  useReviewersAnswer(token, application?.state);
  if (!token || !application) return <Navigate to="/apply" replace />;
  return (
    <>
      <PageHeader title={t`入驻申请`} aside={<StatusTag of="ApplicationState" state={application.state} />}>
        {application.organisation} · <span className="mono">{application.no}</span>
      </PageHeader>
      <div className={css.columns}>
        <div className="stack">
          <Standing token={token} application={application} />
          <ApplicationFacts application={application} editable={application.availableActions.includes("SAVE")} />
        </div>
        <ReturnLink />
      </div>
    </>
  );
}

const askEveryMs = 30_000;

/** While the application is under review, the answer appears by itself. */
function useReviewersAnswer(token: string | undefined, state: ApplicationState | undefined): void {
  useQuery(MyApplicationDocument, {
    variables: { token: token ?? "" },
    skip: !token || state !== "SUBMITTED",
    fetchPolicy: "cache-first",
    pollInterval: askEveryMs,
  });
}

function Standing({ token, application }: { token: string; application: ApplicationSheetFragment }) {
  const { i18n } = useI18n();
  const { state, reason, submittedAt, decidedAt } = application;
  const { title, sentence } = statusWords[state];
  return (
    <section className={`card ${css.standing}`} data-state={state} aria-labelledby="standing">
      <h2 id="standing">{i18n._(title)}</h2>
      <p className="muted">{i18n._(sentence)}</p>
      {reason && <p className={css.reason}>{reason}</p>}
      <p className="muted small">
        {submittedAt && (
          <Trans>
            提交于 <DateText at={submittedAt} />
          </Trans>
        )}
        {submittedAt && decidedAt && " · "}
        {decidedAt && (
          <Trans>
            结束于 <DateText at={decidedAt} />
          </Trans>
        )}
      </p>
      <StatusActions token={token} application={application} />
    </section>
  );
}
