import { Trans, useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useAct } from "../forms/useAct";
import { CancelWechatBindingDocument, ConfirmWechatBindingDocument } from "../gql/graphql";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { toast } from "../ui/Toasts";
import type { Refused } from "../vocabulary/error-words";
import type { Scene } from "./useScene";
import css from "./WechatBinding.module.css";

type ClaimDialogProps = {
  scene: Scene;
  opened: boolean;
  onClose: () => void;
  /** Bound, refused, or no longer possible: what stands on the page is to be asked again. */
  onAnswered: () => void;
  onRefused: (refused: Refused) => void;
};

const CODE_LENGTH = 4;

/**
 * A WeChat scanned the code: only the signed-in person may say that it is theirs, for whoever holds a picture of the
 * code can scan it.
 */
export function ClaimDialog({ scene, opened, onClose, onAnswered, onRefused }: ClaimDialogProps) {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  const refused = (refusal: Refused) => {
    if (refusal.code === "CODE_INVALID") setWrong(true);
    else onRefused(refusal);
    return true;
  };
  const confirming = useAct(ConfirmWechatBindingDocument, (data) => data.confirmWechatBinding, refused);
  const cancelling = useAct(CancelWechatBindingDocument, (data) => data.cancelWechatBinding, refused);
  const { maskedAccount } = scene;
  // Without a code nothing was scanned: the page was opened inside WeChat.
  const scanned = scene.qrText !== "";
  const ready = !scanned || code.length === CODE_LENGTH;
  const busy = confirming.busy || cancelling.busy;

  function type(text: string): void {
    setCode(text.replaceAll(/\D/g, "").slice(0, CODE_LENGTH));
    setWrong(false);
  }
  async function confirm(): Promise<void> {
    if (await confirming.act({ input: { sceneId: scene.id, code: scanned ? code : null } }))
      toast.ok(t`绑定成功，之后的通知会推送到微信`);
    onAnswered();
  }
  /** The Enter key below the digits. */
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !busy) void confirm();
  }
  async function cancel(): Promise<void> {
    if (await cancelling.act({ input: { sceneId: scene.id } })) toast.info(t`没有绑定。请不要把二维码发给别人。`);
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
      busy={busy}
      ready={ready}
    >
      <p>
        <Trans>绑定后，这个微信会收到本账号的通知，并可在服务号里查询。</Trans>
      </p>
      {scanned && (
        <form className={css.digits} onSubmit={submit} noValidate>
          <p>
            <Trans>服务号已把 4 位确认码发给扫码的微信。没有收到，就不是您扫的：请选「不是我」。</Trans>
          </p>
          <TextInput
            label={t`确认码`}
            value={code}
            onChange={(event) => type(event.currentTarget.value)}
            error={wrong && t`确认码不对，请看服务号里的消息。`}
            inputMode="numeric"
            autoComplete="one-time-code"
            data-autofocus
            classNames={{ input: css.code }}
          />
        </form>
      )}
    </ConfirmDialog>
  );
}
