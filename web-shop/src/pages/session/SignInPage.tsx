import { SignIn } from "@kaidan/web-kit/session/SignIn";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { ShopPromise } from "./ShopPromise";

export function SignInPage() {
  const { t } = useLingui();
  const { next } = useSearch({ from: "/sign-in" });
  return (
    <SignIn title={t`登录`} lead={t`登录后可以下单、付款，随时查看服务进度。`} promise={<ShopPromise />}>
      <Link to="/sign-up" search={{ next }}>
        <Trans>注册新账号</Trans>
      </Link>
    </SignIn>
  );
}
