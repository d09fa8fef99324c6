import { BellSlot } from "@kaidan/web-kit/notices/BellSlot";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { Wordmark } from "@kaidan/web-kit/session/Wordmark";
import { LanguageSwitch } from "@kaidan/web-kit/ui/LanguageSwitch";
import { SkipLink } from "@kaidan/web-kit/ui/SkipLink";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, Outlet, useMatches } from "@tanstack/react-router";
import { ClipboardList, House, LayoutGrid, UserRound } from "lucide-react";
import { SearchBox } from "./SearchBox";
import css from "./ShopLayout.module.css";

const places: Record<"home" | "categories" | "orders" | "me", string> = {
  home: "/",
  categories: "/categories",
  orders: "/orders",
  me: "/me",
};

/** Phone: bottom tabs. From 1024 px: a top bar with search. The page itself is one column of at most 1120 px. */
export function ShopLayout() {
  const { t } = useLingui();
  const hasActionBar = useMatches({ select: (matches) => matches.some((match) => match.staticData.actionBar) });
  return (
    <div className={css.shop}>
      <SkipLink />
      <header className={css.top} data-print="hide">
        <div className={css.bar}>
          <Link to="/" className={css.brand} aria-label={t`首页`}>
            <Wordmark />
          </Link>
          <SearchBox />
          <TopLinks />
          <BellSlot />
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={css.page}>
        <Outlet />
      </main>
      <footer className={css.footer} data-print="hide">
        <Trans>价格先知道 · 进度看得见 · 满意再验收</Trans>
      </footer>
      {!hasActionBar && <Tabs />}
    </div>
  );
}

function TopLinks() {
  const { me } = useMe();
  return (
    <nav className={css.links}>
      <Link to={places.categories} activeProps={{ "aria-current": "page" }}>
        <Trans>分类</Trans>
      </Link>
      <Link to={places.orders} activeProps={{ "aria-current": "page" }}>
        <Trans>订单</Trans>
      </Link>
      {me ? (
        <Link to={places.me} activeProps={{ "aria-current": "page" }}>
          {me.displayName}
        </Link>
      ) : (
        <Link to="/sign-in">
          <Trans>登录</Trans>
        </Link>
      )}
    </nav>
  );
}

function Tabs() {
  const { t } = useLingui();
  const tabs = [
    { to: places.home, label: t`首页`, icon: House },
    { to: places.categories, label: t`分类`, icon: LayoutGrid },
    { to: places.orders, label: t`订单`, icon: ClipboardList },
    { to: places.me, label: t`我的`, icon: UserRound },
  ];
  return (
    <nav className={css.tabs} aria-label={t`主导航`} data-print="hide">
      {tabs.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === "/" }} activeProps={{ "aria-current": "page" }}>
          <Icon size={22} strokeWidth={1.5} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  );
}
