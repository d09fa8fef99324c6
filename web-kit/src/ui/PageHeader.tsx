import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import css from "./PageHeader.module.css";
import { useDocumentTitle } from "./useDocumentTitle";

type PageHeaderProps = {
  title: string;
  /** Shown beside the title: tags, a live badge. */
  aside?: ReactNode;
  /** Under the title: one line of facts. */
  children?: ReactNode;
  /** At the right end: buttons. */
  actions?: ReactNode;
  /** The path one level up, e.g. "/orders". */
  back?: string;
};

/** The head of a page; sets the document title as well. */
export function PageHeader({ title, aside, children, actions, back }: PageHeaderProps) {
  const { t } = useLingui();
  useDocumentTitle(title);
  return (
    <header className={css.header}>
      {back && (
        <Link to={back} className={css.back} aria-label={t`返回`}>
          <ChevronLeft size={20} strokeWidth={1.5} aria-hidden />
        </Link>
      )}
      <div className={css.text}>
        <div className="row">
          <h1>{title}</h1>
          {aside}
        </div>
        {children && <div className="muted">{children}</div>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
}
