import { WechatBinding } from "@kaidan/web-kit/wechat/WechatBinding";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/signedIn/me/wechat");

/** Binds the WeChat of a person of the platform: what waits for them is told there. */
export function WechatPage() {
  const { t } = useLingui();
  return (
    <WechatBinding
      search={route.useSearch()}
      benefits={[
        t`待派单、待审核、待确认到账推送到微信`,
        t`在服务号里回复「进度」，查看各队列待办`,
        t`为安全起见，从微信打开后台仍需密码登录`,
      ]}
    />
  );
}
