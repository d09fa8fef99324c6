import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import css from "./Dialogs.module.css";

type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  /** The deed as a question: "确认验收？" */
  title: string;
  /** What it brings about. */
  children?: ReactNode;
  /** The verb on the button, never "OK". */
  confirmLabel: string;
  onConfirm: () => void;
  /** Where "no" is an answer of its own and not merely leaving the dialog. */
  refuse?: { label: string; onRefuse: () => void };
  busy?: boolean;
  /** Whether what has to be filled in first is filled in. */
  ready?: boolean;
  /** It loses or refuses something. */
  danger?: boolean;
};

/** Asks once more before a deed that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    onClose,
    title,
    children,
    confirmLabel,
    onConfirm,
    refuse,
    busy = false,
    ready = true,
    danger = false,
  } = props;
  const { t } = useLingui();
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ "aria-label": t`关闭` }}>
      <div className={css.body}>{children}</div>
      <div className={css.actions}>
        <Button variant="default" onClick={refuse?.onRefuse ?? onClose} disabled={busy}>
          {refuse ? refuse.label : <Trans>取消</Trans>}
        </Button>
        <Button color={danger ? "red" : undefined} loading={busy} disabled={!ready} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}
