import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../words/use-words";
import { IconButton } from "./IconButton";
import styles from "./ui.module.css";

interface Props {
  title: string;
  hint?: string;
  /** Covers the whole page, for what needs room on a narrow screen. */
  full?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A modal window over the whole page. The browser keeps the focus inside, closes it on Escape and gives the focus back. */
export function Dialog({ title, hint, full = false, onClose, children }: Props) {
  const frame = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { words } = useWords();
  useEffect(() => {
    const dialog = frame.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={frame}
      className={full ? styles["full"] : styles["dialog"]}
      aria-labelledby={id}
      onCancel={onClose}
      onClose={onClose}
    >
      <div className={styles["dialogHead"]}>
        <h2 id={id} className={styles["dialogTitle"]}>
          {title}
        </h2>
        {full && <IconButton icon={X} label={words.close} onClick={onClose} />}
      </div>
      {hint && <p className={styles["dialogHint"]}>{hint}</p>}
      {children}
    </dialog>
  );
}
