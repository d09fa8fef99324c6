import { Trans, useLingui } from "@lingui/react/macro";
import { useAct } from "../forms/useAct";
import { CancelWechatBindingDocument, ConfirmWechatBindingDocument } from "../gql/graphql";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { toast } from "../ui/Toasts";
import type { Refused } from "../vocabulary/error-words";
import type { Scene } from "./useScene";

type ClaimDialogProps = {
  scene: Scene;
  opened: boolean;
  onClose: () => void;
  /** Bound, refused, or no longer possible: what stands on the page is to be asked again. */
  onAnswered: () => void;
  onRefused: (refused: Refused) => void;
};

/**
 * A WeChat scanned the code: only the signed-in person may say that it is theirs, for whoever holds a picture of the
 * code can scan it.
 */
export function ClaimDialog({ scene, opened, onClose, onAnswered, onRefused }: ClaimDialogProps) {
  const { t } = useLingui();
  const refused = (refusal: Refused) => {
    onRefused(refusal);
    return true;
  };
  const confirming = useAct(ConfirmWechatBindingDocument, (data) => data.confirmWechatBinding, refused);
  const cancelling = useAct(CancelWechatBindingDocument, (data) => data.cancelWechatBinding, refused);
  const input = { sceneId: scene.id };
  const { maskedAccount } = scene;
  // Without a code nothing was scanned: the page was opened inside WeChat.
  const scanned = scene.qrText !== "";

  async function confirm(): Promise<void> {
    if (await confirming.act({ input })) toast.ok(t`绑定成功，之后的通知会推送到微信`);
    onAnswered();
  }
  async function cancel(): Promise<void> {
    if (await cancelling.act({ input })) toast.info(t`没有绑定。请不要把二维码发给别人。`);
    onAnswered();
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={
        scanned ? t`有一个微信扫码了，是否绑定到账号 ${maskedAccount}？` : t`把当前微信绑定到账号 ${maskedAccount}？`
      }
      confirmLabel={t`确认绑定`}
      onConfirm={() => void confirm()}
      refuse={{ label: t`不是我`, onRefuse: () => void cancel() }}
      busy={confirming.busy || cancelling.busy}
    >
      <p>
        <Trans>绑定后，这个微信会收到本账号的通知，并能免登录查看。</Trans>
      </p>
      {scanned && (
        <p>
          <Trans>刚才扫码的不是您本人时，请选「不是我」。</Trans>
        </p>
      )}
    </ConfirmDialog>
  );
}
