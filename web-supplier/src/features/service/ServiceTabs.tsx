import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import css from "./ServiceTabs.module.css";

/** What a supplier offers, when it works, and the papers it needs for it: three pages of one trade. */
export function ServiceTabs() {
  const { t } = useLingui();
  const tabs = [
    { to: "/services", label: t`服务与价格` },
    { to: "/capacity", label: t`日历与产能` },
    { to: "/certificates", label: t`资质证书` },
  ] as const;
  return (
    <nav className={css.tabs} aria-label={t`服务管理`}>
      {tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
