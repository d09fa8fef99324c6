import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { PageTabs } from "../../features/page-tabs/PageTabs";

/** The head of the service account's pages, each with an address of its own. */
export function WechatHeader({ actions, children }: { actions?: ReactNode; children?: ReactNode }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`微信服务号`} actions={actions}>
        {children}
      </PageHeader>
      <PageTabs
        label={t`微信服务号`}
        tabs={[
          { to: "/wechat", label: t`概况` },
          { to: "/wechat/templates", label: t`模板` },
          { to: "/wechat/menu", label: t`菜单` },
          { to: "/wechat/messages", label: t`消息记录` },
        ]}
      />
    </>
  );
}
