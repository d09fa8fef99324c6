import { WechatBinding } from "@kaidan/web-kit/wechat/WechatBinding";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/shop/signedIn/me/wechat");

/** Binds the customer's WeChat: progress, payments and acceptance are told there too. */
export function WechatPage() {
  const { t } = useLingui();
  return (
    <WechatBinding
      search={route.useSearch()}
      back="/me"
      benefits={[
        t`派单、进度、付款和验收提醒推送到微信`,
        t`在服务号里回复「进度」，随时查询服务进度`,
        t`从微信打开订单，自动登录`,
      ]}
    />
  );
}
