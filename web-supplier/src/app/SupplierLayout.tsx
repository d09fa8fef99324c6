import { BellSlot } from "@kaidan/web-kit/notices/BellSlot";
import { AccountMenu } from "@kaidan/web-kit/session/AccountMenu";
import { RequireSession } from "@kaidan/web-kit/session/RequireSession";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { Wordmark } from "@kaidan/web-kit/session/Wordmark";
import { ColorSchemeSwitch } from "@kaidan/web-kit/ui/ColorSchemeSwitch";
import { LanguageSwitch } from "@kaidan/web-kit/ui/LanguageSwitch";
import { SkipLink } from "@kaidan/web-kit/ui/SkipLink";
import { useLingui } from "@lingui/react/macro";
import { Link, Outlet } from "@tanstack/react-router";
import { CalendarCheck, ClipboardList, Hammer, Tags, UserRound, UsersRound } from "lucide-react";
import { mayVisit } from "../features/rights";
import css from "./SupplierLayout.module.css";

/** Phone: name and bell on top, tabs under the thumb. From 1024 px: a rail of 200 px at the left. A role sees what it has to do with. */
export function SupplierLayout() {
  const { t } = useLingui();
  const { me } = useMe();
  const places = [
    { to: "/", label: t`今日`, icon: CalendarCheck, open: true },
    { to: "/tickets", label: t`任务`, icon: ClipboardList, open: true },
    { to: "/inquiries", label: t`报价`, icon: Tags, open: true },
    { to: "/services", label: t`服务`, icon: Hammer, open: mayVisit("services", me?.role) },
    { to: "/team", label: t`团队`, icon: UsersRound, open: mayVisit("team", me?.role) },
    { to: "/me", label: t`我的`, icon: UserRound, open: true },
  ].filter(({ open }) => open);
  return (
    <RequireSession>
      <div className={css.frame}>
        <SkipLink />
        <header className={css.side} data-print="hide">
          <div className={css.head}>
            <Link to="/" className={css.brand} aria-label={t`今日`}>
              <Wordmark aside={t`服务商`} />
            </Link>
            <BellSlot />
          </div>
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
        </header>
        <main id="main" tabIndex={-1} className={css.page}>
          <Outlet />
        </main>
      </div>
    </RequireSession>
  );
}
