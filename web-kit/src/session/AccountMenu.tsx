import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { LogOut, UserRound } from "lucide-react";
import css from "../ui/Switches.module.css";
import { useMe } from "./useMe";
import { useSession } from "./useSession";

/** Who is signed in, the way to their devices and password, and the way out. For the foot of a rail. */
export function AccountMenu() {
  const { me } = useMe();
  const { signOut } = useSession();
  if (!me) return null;
  return (
    <>
      <Link to="/me/sessions" className={css.switch}>
        <UserRound size={16} strokeWidth={1.5} aria-hidden />
        <span>{me.displayName}</span>
      </Link>
      <button type="button" className={css.switch} onClick={() => void signOut()}>
        <LogOut size={16} strokeWidth={1.5} aria-hidden />
        <span>
          <Trans>退出登录</Trans>
        </span>
      </button>
    </>
  );
}
