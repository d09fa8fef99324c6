import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { useState } from "react";

/** Somebody else saved meanwhile: says so, keeps what was typed in sight, and loads the newest copy when asked to. */
export function StaleNotice({ onReload }: { onReload: () => Promise<void> }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  async function reload(): Promise<void> {
    setBusy(true);
    await onReload().finally(() => setBusy(false));
  }
  return (
    <Alert color="yellow" role="alert" title={t`刚刚有人更新了这份内容`}>
      <div className="row">
        <span>
          <Trans>您的修改没有保存。可以先抄下要保留的内容，再载入最新内容继续编辑。</Trans>
        </span>
        <Button variant="default" size="xs" loading={busy} onClick={() => void reload()}>
          <Trans>载入最新内容</Trans>
        </Button>
      </div>
    </Alert>
  );
}
