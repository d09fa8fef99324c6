import { SignInForm } from "@kaidan/web-kit/session/SignIn";
import { SignUpForm } from "@kaidan/web-kit/session/SignUp";
import type { Account } from "@kaidan/web-kit/session/useMe";
import { useSession } from "@kaidan/web-kit/session/useSession";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Sheet } from "../../features/sheet/Sheet";
import css from "./CheckoutPage.module.css";

/** Signing in or up without leaving the checkout: everything chosen and typed stays where it is. */
export function SignInSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { beginHere } = useSession();
  const [isNew, setIsNew] = useState(false);
  const [login, setLogin] = useState<string>();

  async function signedIn(me: Account): Promise<void> {
    await beginHere(me);
    onClose();
  }

  return (
    <Sheet title={isNew ? t`注册账号` : t`登录后提交订单`} onClose={onClose}>
      <div className="stack">
        {isNew ? (
          <>
            <p className="muted">
              {login ? <Trans>验证码已发到 {login}，15 分钟内有效。</Trans> : <Trans>先验证邮箱，再设置密码。</Trans>}
            </p>
            <SignUpForm login={login} onLogin={setLogin} onSignedIn={signedIn} />
            <button type="button" className={css.plain} onClick={() => setIsNew(false)}>
              <Trans>已有账号，去登录</Trans>
            </button>
          </>
        ) : (
          <SignInForm onSignedIn={signedIn}>
            <button type="button" className={css.plain} onClick={() => setIsNew(true)}>
              <Trans>注册新账号</Trans>
            </button>
          </SignInForm>
        )}
      </div>
    </Sheet>
  );
}
