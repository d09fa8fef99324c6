import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CopyText } from "./CopyText";
import css from "./OnceSecret.module.css";

type OnceSecretProps = {
  /** The link or key; while there is none the dialog is closed. */
  secret: string | null | undefined;
  /** What was made, e.g. "邀请链接". */
  title: string;
  /** Whom it is for and what to do with it. */
  children: ReactNode;
  /** More that belongs to it, e.g. a command to try. */
  after?: ReactNode;
  onClose: () => void;
};

/** Shows what the server says only once. It closes by its button alone, so a stray press outside loses nothing. */
export function OnceSecret({ secret, title, children, after, onClose }: OnceSecretProps) {
  return (
    <Modal
      opened={Boolean(secret)}
      onClose={onClose}
      title={title}
      size="lg"
      centered
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className="stack">
        <div className="muted">{children}</div>
        <div className={css.secret}>
          <CopyText text={secret ?? ""} label={title} />
        </div>
        {after}
        <p className={css.warning}>
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
          <Trans>只显示这一次，关闭后无法再次查看。</Trans>
        </p>
        <div className={css.actions}>
          <Button onClick={onClose}>
            <Trans>已保存，关闭</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
