import { useMe } from "@kaidan/web-kit/session/useMe";
import { useSession } from "@kaidan/web-kit/session/useSession";
import { ColorSchemeSwitch } from "@kaidan/web-kit/ui/ColorSchemeSwitch";
import { LanguageSwitch } from "@kaidan/web-kit/ui/LanguageSwitch";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import {
  Bell,
  ChevronRight,
  ClipboardList,
  FileText,
  Languages,
  LogOut,
  MessageCircle,
  ShieldCheck,
  SunMoon,
  Tags,
  Wallet,
} from "lucide-react";
import css from "./MePage.module.css";

/** The account: who one is here, one's orders, devices and password, language and colours, and the way out. */
export function MePage() {
  const { t } = useLingui();
  const { me } = useMe();
  const { signOut } = useSession();
  useDocumentTitle(t`我的`);
  if (!me) return null;
  return (
    <div className={css.page}>
      <header className={`card ${css.head}`}>
        <span className={css.initial} aria-hidden>
          {me.displayName.slice(0, 1)}
        </span>
        <div>
          <h1>{me.displayName}</h1>
          <p className="muted small">{me.login}</p>
        </div>
      </header>
      <ul className={`card list ${css.rows}`}>
        <li>
          <Link to="/orders" className={css.row}>
            <ClipboardList size={20} strokeWidth={1.5} aria-hidden />
            <Trans>我的订单</Trans>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </Link>
        </li>
        <li>
          <Link to="/quotes" className={css.row}>
            <FileText size={20} strokeWidth={1.5} aria-hidden />
            <Trans>我的报价</Trans>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </Link>
        </li>
        <li>
          <Link to="/inquiries" className={css.row}>
            <Tags size={20} strokeWidth={1.5} aria-hidden />
            <Trans>我的询价</Trans>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </Link>
        </li>
        <li>
          <Link to="/me/credit" className={css.row}>
            <Wallet size={20} strokeWidth={1.5} aria-hidden />
            <Trans>我的余款</Trans>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </Link>
        </li>
        <li>
          <Link to="/messages" className={css.row}>
            <Bell size={20} strokeWidth={1.5} aria-hidden />
            <Trans>通知</Trans>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </Link>
        </li>
        <li>
          <Link to="/me/wechat" className={css.row}>
            <MessageCircle size={20} strokeWidth={1.5} aria-hidden />
            <Trans>微信绑定</Trans>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </Link>
        </li>
        <li>
          <Link to="/me/sessions" className={css.row}>
            <ShieldCheck size={20} strokeWidth={1.5} aria-hidden />
            <Trans>登录与安全：设备、密码</Trans>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </Link>
        </li>
        <li className={css.row}>
          <Languages size={20} strokeWidth={1.5} aria-hidden />
          <Trans>语言</Trans>
          <LanguageSwitch />
        </li>
        <li className={css.row}>
          <SunMoon size={20} strokeWidth={1.5} aria-hidden />
          <Trans>外观</Trans>
          <ColorSchemeSwitch />
        </li>
      </ul>
      <Button variant="default" leftSection={<LogOut size={18} strokeWidth={1.5} />} onClick={() => void signOut()}>
        <Trans>退出登录</Trans>
      </Button>
    </div>
  );
}
