import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Bell, ChevronRight, HandCoins, MessageCircle, ShieldCheck, Star, Undo2 } from "lucide-react";
import css from "./Rows.module.css";

/** Ways to the pages that have no tab of their own. */
export function Places() {
  const { t } = useLingui();
  const places = [
    { to: "/settlement", label: t`结算`, icon: HandCoins },
    { to: "/reviews", label: t`收到的评价`, icon: Star },
    { to: "/refunds", label: t`退款承担`, icon: Undo2 },
    { to: "/messages", label: t`通知`, icon: Bell },
    { to: "/me/wechat", label: t`微信绑定`, icon: MessageCircle },
    { to: "/me/sessions", label: t`登录与安全`, icon: ShieldCheck },
  ];
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
