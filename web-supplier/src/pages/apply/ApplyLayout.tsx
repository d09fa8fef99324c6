import { useQuery } from "@apollo/client/react";
import { Wordmark } from "@kaidan/web-kit/session/Wordmark";
import { ColorSchemeSwitch } from "@kaidan/web-kit/ui/ColorSchemeSwitch";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { LanguageSwitch } from "@kaidan/web-kit/ui/LanguageSwitch";
import { PageSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { SkipLink } from "@kaidan/web-kit/ui/SkipLink";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { forgetToken, useApplicantToken } from "../../features/application/applicant-token";
import { forgetStepDrafts } from "../../features/application/step-draft";
import { MyApplicationDocument } from "../../gql/graphql";
import css from "./ApplyLayout.module.css";
import { ApplicationContext } from "./application-context";

/** The public frame of an application: no account, only the private link. */
export function ApplyLayout() {
  const { t } = useLingui();
  return (
    <div className={css.frame}>
      <SkipLink />
      <header className={css.top}>
        <Link to="/apply" className={css.brand} aria-label={t`申请入驻`}>
          <Wordmark aside={t`服务商`} />
        </Link>
        <ColorSchemeSwitch />
        <LanguageSwitch />
        <Link to="/sign-in" className={css.signIn}>
          <Trans>登录</Trans>
        </Link>
      </header>
      <main id="main" tabIndex={-1} className={css.page}>
        <OpenedApplication />
      </main>
    </div>
  );
}

function OpenedApplication() {
  const token = useApplicantToken();
  const { data, error, refetch } = useQuery(MyApplicationDocument, { variables: { token: token ?? "" }, skip: !token });
  if (token && error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (token && !data) return <PageSkeleton />;
  if (token && !data?.supplierApplication) return <DeadLink />;
  const application = data?.supplierApplication ?? undefined;
  return (
    <ApplicationContext value={{ token, application, refetch: () => void refetch() }}>
      <Outlet />
    </ApplicationContext>
  );
}

function DeadLink() {
  const { t } = useLingui();
  const navigate = useNavigate();
  function startAnew(): void {
    forgetToken();
    forgetStepDrafts();
    void navigate({ to: "/apply", hash: "", replace: true });
  }
  return (
    <EmptyState
      title={t`这个申请链接打不开。`}
      action={
        <Button onClick={startAnew}>
          <Trans>重新开始申请</Trans>
        </Button>
      }
    >
      <Trans>请核对邮件里的完整链接；如果已经丢失，可以重新申请。</Trans>
    </EmptyState>
  );
}
