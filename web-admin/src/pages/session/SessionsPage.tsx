import { Sessions } from "@kaidan/web-kit/session/Sessions";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";

export function SessionsPage() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader
        title={t`登录与安全`}
        actions={
          <ButtonLink to="/me/wechat" look="outline">
            <Trans>微信绑定</Trans>
          </ButtonLink>
        }
      />
      <Sessions />
    </>
  );
}
