import { Trans } from "@lingui/react/macro";
import { CircleAlert, CircleCheck } from "lucide-react";
import { safeNext } from "../session/useSession";
import type { BindingSearch } from "./binding-search";
import css from "./WechatBinding.module.css";

/** Why somebody who came from WeChat stands here, and the way on to where they wanted to go. */
export function ReturnNotice({ search: { wechat, to }, bound }: { search: BindingSearch; bound: boolean }) {
  if (!wechat) return null;
  const Icon = bound ? CircleCheck : CircleAlert;
  return (
    <div className={css.notice} role="status">
      <Icon size={20} strokeWidth={1.5} aria-hidden />
      <div>
        <p>
          <Words wechat={wechat} bound={bound} />
        </p>
        {to && (
          <p>
            <a href={safeNext(to)}>
              <Trans>继续前往刚才的页面</Trans>
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

function Words({ wechat, bound }: { wechat: NonNullable<BindingSearch["wechat"]>; bound: boolean }) {
  if (wechat === "snapshot") {
    return <Trans>您看到的是微信的「快照页」，无法识别您的微信。请点页面下方的「使用完整服务」后再试。</Trans>;
  }
  if (bound) return <Trans>已绑定。下次从微信打开时会自动登录。</Trans>;
  return <Trans>这个微信还没有绑定账号，所以刚才没有自动登录。绑定后，下次从微信打开时会自动登录。</Trans>;
}
