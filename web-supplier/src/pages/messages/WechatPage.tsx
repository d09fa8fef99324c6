import { WechatBinding } from "@kaidan/web-kit/wechat/WechatBinding";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/signedIn/me/wechat");

/** Binds the WeChat of a supplier's colleague: offers are answered sooner. */
export function WechatPage() {
  const { t } = useLingui();
  return (
    <WechatBinding
      search={route.useSearch()}
      back="/me"
      benefits={[t`新派单推送到微信，不错过回复时限`, t`审核结果、返工和验收及时知道`, t`从微信打开服务单，自动登录`]}
    />
  );
}
