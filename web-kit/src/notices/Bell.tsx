import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Bell as BellIcon } from "lucide-react";
import css from "./Bell.module.css";
import { useLiveInbox } from "./useInbox";

const mostShown = 99;

/** The way to the notices, with how many are unread; live on every page. One per app, for a signed-in person. */
export function Bell() {
  const { t } = useLingui();
  const unread = useLiveInbox()?.unread ?? 0;
  const name = unread > 0 ? t`通知，${unread} 条未读` : t`通知`;
  return (
    <Link to="/messages" className={css.bell} aria-label={name} title={name} activeProps={{ "aria-current": "page" }}>
      <BellIcon size={20} strokeWidth={1.5} aria-hidden />
      {unread > 0 && (
        <span className={css.count} aria-hidden>
          {unread > mostShown ? `${mostShown}+` : unread}
        </span>
      )}
    </Link>
  );
}
