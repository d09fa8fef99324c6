import { AccountMenu } from "@kaidan/web-kit/session/AccountMenu";
import { RequireSession } from "@kaidan/web-kit/session/RequireSession";
import { Wordmark } from "@kaidan/web-kit/session/Wordmark";
import { ColorSchemeSwitch } from "@kaidan/web-kit/ui/ColorSchemeSwitch";
import { LanguageSwitch } from "@kaidan/web-kit/ui/LanguageSwitch";
import { SkipLink } from "@kaidan/web-kit/ui/SkipLink";
import { useLingui } from "@lingui/react/macro";
import { Link, Outlet } from "@tanstack/react-router";
import { CalendarCheck, ClipboardList, Hammer, UserRound, UsersRound } from "lucide-react";
import css from "./SupplierLayout.module.css";

/** Phone: bottom tabs under the thumb. From 1024 px: a rail of 200 px at the left. */
export function SupplierLayout() {
  const { t } = useLingui();
  const places: { to: string; label: string; icon: typeof Hammer }[] = [
    { to: "/", label: t`今日`, icon: CalendarCheck },
    { to: "/tickets", label: t`任务`, icon: ClipboardList },
    { to: "/services", label: t`服务`, icon: Hammer },
    { to: "/team", label: t`团队`, icon: UsersRound },
    { to: "/me", label: t`我的`, icon: UserRound },
  ];
  return (
    <RequireSession>
      <div className={css.frame}>
        <SkipLink />
        <div className={css.side} data-print="hide">
          <Link to="/" className={css.brand} aria-label={t`今日`}>
            <Wordmark aside={t`服务商`} />
          </Link>
          <nav className={css.places} aria-label={t`主导航`}>
            {places.map(({ to, label, icon: Icon }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === "/" }} activeProps={{ "aria-current": "page" }}>
                <Icon size={20} strokeWidth={1.5} aria-hidden />
                {label}
              </Link>
            ))}
          </nav>
          <div className={css.foot}>
            <AccountMenu />
            <ColorSchemeSwitch />
            <LanguageSwitch />
          </div>
        </div>
        <main id="main" tabIndex={-1} className={css.page}>
          <Outlet />
        </main>
      </div>
    </RequireSession>
  );
}
