import { useMe } from "@kaidan/web-kit/session/useMe";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Bell, ChevronRight, FileStack, HandCoins, MessageCircle, ShieldCheck, Star, Undo2 } from "lucide-react";
import { mayVisit } from "../../features/rights";
import css from "./Rows.module.css";

/** Ways to the pages that have no tab of their own. */
export function Places() {
  const { t } = useLingui();
  const { me } = useMe();
  const places = [
    { to: "/settlement", label: t`结算`, icon: HandCoins, open: mayVisit("money", me?.role) },
    { to: "/papers", label: t`单据`, icon: FileStack },
    { to: "/reviews", label: t`收到的评价`, icon: Star },
    { to: "/refunds", label: t`退款承担`, icon: Undo2, open: mayVisit("refunds", me?.role) },
    { to: "/messages", label: t`通知`, icon: Bell },
    { to: "/me/wechat", label: t`微信绑定`, icon: MessageCircle },
    { to: "/me/sessions", label: t`登录与安全`, icon: ShieldCheck },
  ];
  return (
    <nav className={`card ${css.rows}`} aria-label={t`更多`}>
      {places
        .filter(({ open = true }) => open)
        .map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={css.row}>
            <Icon size={20} strokeWidth={1.5} aria-hidden />
            {label}
            <ChevronRight size={18} strokeWidth={1.5} className={css.end} aria-hidden />
          </Link>
        ))}
    </nav>
  );
}
