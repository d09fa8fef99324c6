import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { Trans, useLingui } from "@lingui/react/macro";
import { Navigate } from "@tanstack/react-router";
import { FileText, MapPin, Wallet } from "lucide-react";
import { LinkButton } from "../../features/frame/LinkButton";
import { useApplication } from "./application-context";
import css from "./StartPage.module.css";

/** What it takes to become a supplier, and the way in; an application under review shows its state instead. */
export function StartPage() {
  const { t } = useLingui();
  useDocumentTitle(t`申请成为服务商`);
  const { token, application } = useApplication();
  if (application && application.state !== "DRAFT") return <Navigate to="/apply/status" hash={token} replace />;
  const needs = [
    { icon: FileText, title: t`营业执照`, words: t`拍照或 PDF，填写 18 位统一社会信用代码。` },
    { icon: Wallet, title: t`服务与价格`, words: t`能做哪些项目，每项的成本价、销售价和每天接单量。` },
    { icon: MapPin, title: t`服务区域`, words: t`哪些城市可以上门；派单只派区域内的单。` },
  ];
  return (
    <div className={css.start}>
      <div className={css.scene} aria-hidden>
        <CategoryArt name="repair" size={84} />
        <CategoryArt name="cleaning" size={84} />
        <CategoryArt name="camera" size={84} />
      </div>
      <h1>
        <Trans>申请成为服务商</Trans>
      </h1>
      <p className="muted">
        <Trans>
          不用先注册账号。填写时自动保存在本机，保存第一步后凭私人链接随时回来继续；审核通过后开通工作账号。
        </Trans>
      </p>
      <ul role="list" className={css.needs}>
        {needs.map(({ icon: Icon, title, words }) => (
          <li key={title} className="card">
            <Icon size={24} strokeWidth={1.5} aria-hidden />
            <strong>{title}</strong>
            <span className="muted">{words}</span>
          </li>
        ))}
      </ul>
      <LinkButton to="/apply/organisation" hash={token} size="md">
        {application ? <Trans>继续填写</Trans> : <Trans>开始申请</Trans>}
      </LinkButton>
      {application && (
        <p className="muted small">
          {application.organisation} · <span className="mono">{application.no}</span>
        </p>
      )}
    </div>
  );
}
