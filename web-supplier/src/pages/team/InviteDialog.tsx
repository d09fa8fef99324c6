import { OnceSecret } from "@kaidan/web-kit/ui/OnceSecret";
import { Trans, useLingui } from "@lingui/react/macro";
import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { InviteForm } from "./InviteForm";

type InviteDialogProps = { opened: boolean; onClose: () => void; onInvited: () => void };

/** Invites a colleague; the link to set a password is shown this once. */
export function InviteDialog({ opened, onClose, onInvited }: InviteDialogProps) {
  const { t } = useLingui();
  const phone = useMediaQuery("(max-width: 640px)");
  const [invited, setInvited] = useState<{ link: string; name: string }>();
  const name = invited?.name ?? "";
  return (
    <>
      <Modal
        opened={opened && !invited}
        onClose={onClose}
        title={t`邀请同事`}
        fullScreen={phone}
        closeButtonProps={{ "aria-label": t`关闭` }}
      >
        <InviteForm
          onClose={onClose}
          onDone={(link, displayName) => {
            onInvited();
            if (link) setInvited({ link, name: displayName });
            else onClose();
          }}
        />
      </Modal>
      <OnceSecret
        secret={invited?.link}
        title={t`邀请链接`}
        onClose={() => {
          setInvited(undefined);
          onClose();
        }}
      >
        <Trans>把链接发给{name}本人。打开后设置密码即可加入，只能使用一次。</Trans>
      </OnceSecret>
    </>
  );
}
