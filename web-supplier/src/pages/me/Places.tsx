import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ChevronRight, Hammer, ShieldCheck, Star, UsersRound } from "lucide-react";
import { mayVisit } from "../../features/rights";
import type { SupplierRole } from "../../gql/graphql";
import css from "./Rows.module.css";

/** Ways to the pages that have no tab of their own, by role. */
export function Places({ role }: { role: SupplierRole | null }) {
  const { t } = useLingui();
  const places = [
    { to: "/reviews", label: t`收到的评价`, icon: Star, open: mayVisit("reviews", role) },
    { to: "/services", label: t`服务与价格`, icon: Hammer, open: mayVisit("services", role) },
    { to: "/team", label: t`团队`, icon: UsersRound, open: mayVisit("team", role) },
    { to: "/me/sessions", label: t`登录与安全`, icon: ShieldCheck, open: true },
  ].filter(({ open }) => open);
  return (
    <nav className={`card ${css.rows}`} aria-label={t`更多`}>
      {places.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={css.row}>
          <Icon size={20} strokeWidth={1.5} aria-hidden />
          {label}
          <ChevronRight size={18} strokeWidth={1.5} className={css.end} aria-hidden />
        </Link>
      ))}
    </nav>
  );
}
