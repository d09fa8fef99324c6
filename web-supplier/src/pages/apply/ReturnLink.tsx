import { MailboxHint } from "@kaidan/web-kit/session/MailboxHint";
import { CopyText } from "@kaidan/web-kit/ui/CopyText";
import { Trans, useLingui } from "@lingui/react/macro";
import { useApplication } from "./application-context";
import css from "./ReturnLink.module.css";

/** The private link with which the applicant comes back; before the first save, what will happen. */
export function ReturnLink() {
  const { t } = useLingui();
  const { token, application } = useApplication();
  if (!token || !application) {
    return (
      <aside className="card muted small">
        <Trans>保存第一步后，会有一个私人链接发到您的邮箱，凭它随时回来继续填写和查看结果。</Trans>
      </aside>
    );
  }
  const { no } = application;
  const link = `${location.origin}${import.meta.env.BASE_URL}apply#${token}`;
  return (
    <aside className={`card ${css.link}`} aria-label={t`申请编号与链接`}>
      <strong>
        <Trans>申请编号 {no}</Trans>
      </strong>
      <span className="muted small">
        <Trans>保存过的步骤，凭这个私人链接随时回来继续，请不要转发：</Trans>
      </span>
      <CopyText text={link} label={t`申请链接`} />
      <MailboxHint />
    </aside>
  );
}
