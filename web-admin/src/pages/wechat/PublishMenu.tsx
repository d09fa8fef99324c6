import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type MenuSheetFragment, PublishWechatMenuDocument } from "../../gql/graphql";

type PublishMenuProps = {
  menu: MenuSheetFragment;
  /** What is not saved can't be published. */
  dirty: boolean;
  onPublished: (menu: MenuSheetFragment) => void;
  onRefused: () => void;
};

/** Puts the saved draft into the service account, after asking once more. */
export function PublishMenu({ menu, dirty, onPublished, onRefused }: PublishMenuProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(PublishWechatMenuDocument, (data) => data.publishWechatMenu);
  async function publish(): Promise<void> {
    const done = await act({ input: { version: menu.version } });
    setAsking(false);
    if (!done?.menu) return onRefused();
    onPublished(done.menu);
    toast.ok(t`菜单已发布`);
  }
  return (
    <>
      <Button
        variant="default"
        disabled={dirty}
        title={dirty ? t`请先保存草稿` : undefined}
        onClick={() => setAsking(true)}
      >
        <Trans>发布</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`发布这份菜单？`}
        confirmLabel={t`发布`}
        busy={busy}
        onConfirm={() => void publish()}
      >
        <Trans>所有关注者都会看到新菜单；已经打开聊天的人最多 5 分钟后更新。</Trans>
      </ConfirmDialog>
    </>
  );
}
