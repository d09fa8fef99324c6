import { Sessions } from "@kaidan/web-kit/session/Sessions";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";

export function SessionsPage() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`登录与安全`} />
      <Sessions />
    </>
  );
}
