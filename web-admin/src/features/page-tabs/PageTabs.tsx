import { Link, type LinkProps } from "@tanstack/react-router";
import css from "./PageTabs.module.css";

type PageTabsProps = {
  label: string;
  tabs: readonly { to: LinkProps["to"]; label: string; count?: number }[];
};

/** Sibling pages of one trade, each with an address of its own. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} activeOptions={{ exact: true, includeSearch: false }}>
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && <span className={css.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
