import type { ReactNode } from "react";
import { LanguageSwitch } from "../ui/LanguageSwitch";
import { useDocumentTitle } from "../ui/useDocumentTitle";
import css from "./AuthLayout.module.css";
import { Wordmark } from "./Wordmark";

type AuthLayoutProps = {
  title: string;
  lead?: string;
  /** What the house promises to this app's people; stands beside the form on wide screens. */
  promise?: ReactNode;
  children: ReactNode;
};

/** The quiet page around signing in, setting a password and the like. */
export function AuthLayout({ title, lead, promise, children }: AuthLayoutProps) {
  useDocumentTitle(title);
  return (
    <div className={promise ? css.split : css.single}>
      {promise && <aside className={css.promise}>{promise}</aside>}
      <div className={css.side}>
        <header className={css.top}>
          <Wordmark />
          <LanguageSwitch />
        </header>
        <main id="main" tabIndex={-1} className={css.form}>
          <div>
            <h1 className={css.title}>{title}</h1>
            {lead && <p className="muted">{lead}</p>}
          </div>
          {children}
        </main>
      </div>
    </div>
  );
}
