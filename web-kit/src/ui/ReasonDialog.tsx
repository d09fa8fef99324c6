import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import css from "./Dialogs.module.css";

type ReasonDialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** Frequent reasons to choose from; the words may still be changed. */
  reasons?: readonly string[];
  /** What the deed brings about, above the reason. */
  children?: ReactNode;
  confirmLabel: string;
  /** Gets the trimmed reason, never empty. */
  onConfirm: (reason: string) => void;
  busy?: boolean;
};

const longest = 200;

/** A refusal always has a reason the other side can read. */
export function ReasonDialog({ opened, onClose, ...form }: ReasonDialogProps) {
  const { t } = useLingui();
  return (
    <Modal opened={opened} onClose={onClose} title={form.title} centered closeButtonProps={{ "aria-label": t`关闭` }}>
      <ReasonForm onClose={onClose} {...form} />
    </Modal>
  );
}

function ReasonForm(props: Omit<ReasonDialogProps, "opened" | "title">) {
  const { reasons = [], children, confirmLabel, onConfirm, onClose, busy = false } = props;
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  function confirm(event: FormEvent): void {
    event.preventDefault();
    // React lets it bubble out of the dialog: a form around the dialog's button is not meant.
    event.stopPropagation();
    const words = reason.trim();
    setMissing(words === "");
    if (words !== "" && !busy) onConfirm(words);
  }
  return (
    <form onSubmit={confirm} noValidate>
      {children && <div className={css.body}>{children}</div>}
      {reasons.length > 0 && (
        <fieldset className={css.reasons} aria-label={t`常用原因`}>
          {reasons.map((each) => (
            <button key={each} type="button" aria-pressed={reason === each} onClick={() => setReason(each)}>
              {each}
            </button>
          ))}
        </fieldset>
      )}
      <Textarea
        label={t`原因`}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing ? t`请填写原因。` : undefined}
        maxLength={longest}
        autosize
        minRows={3}
        maxRows={8}
        data-autofocus
      />
      <div className={css.actions}>
        <Button variant="default" onClick={onClose} disabled={busy}>
          <Trans>取消</Trans>
        </Button>
        <Button type="submit" color="red" loading={busy}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
