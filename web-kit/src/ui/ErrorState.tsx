import { CombinedGraphQLErrors } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { CloudOff } from "lucide-react";
import { describeFailure } from "../vocabulary/error-words";
import css from "./States.module.css";
import { useDocumentTitle } from "./useDocumentTitle";
import { useRetryWhenBack } from "./useRetryWhenBack";

// Plain buttons: these states are in the first chunk of every app, and Mantine's Button is 9 kB.

/**
 * A page that could not be shown: what went wrong in words, and a way to try again. When the connection was lost it
 * tries again by itself as soon as the server answers.
 */
export function ErrorState({ error, onRetry }: { error?: unknown; onRetry?: () => void }) {
  const { i18n } = useLingui();
  const retry = onRetry ?? (() => location.reload());
  useRetryWhenBack(retry, !CombinedGraphQLErrors.is(error));
  return (
    <div className={css.state} role="alert">
      <CloudOff size={40} strokeWidth={1.25} color="var(--ink-3)" aria-hidden />
      <p className={css.title}>
        <Trans>这一页没有打开</Trans>
      </p>
      <p className="muted">{describeFailure(i18n, error, "page")}</p>
      <button type="button" className={css.action} onClick={retry}>
        <Trans>重新加载</Trans>
      </button>
    </div>
  );
}

/** Nothing at this address, or not for this person: the two answer alike. */
export function NotFoundState({ home }: { home: string }) {
  const { t } = useLingui();
  useDocumentTitle(t`没有找到这一页`);
  return (
    <div className={css.state}>
      <p className={css.code}>404</p>
      <h1 className={css.title}>
        <Trans>没有找到这一页</Trans>
      </h1>
      <p className="muted">
        <Trans>链接可能已失效，或这项内容不属于您的账号。</Trans>
      </p>
      <a className={css.action} href={home}>
        <Trans>返回首页</Trans>
      </a>
    </div>
  );
}
