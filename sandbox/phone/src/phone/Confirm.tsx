import { useEffect, useId, useRef } from "react";
import { useEscape } from "../ui/use-leaving";
import { useWords } from "../words/use-words";
import styles from "./Confirm.module.css";

interface Props {
  text: string;
  /** What the confirming button says: the deed's own verb. */
  deed: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A question inside one phone, as WeChat asks from below. Escape and the ground around it mean no. */
export function Confirm({ text, deed, onConfirm, onCancel }: Props) {
  const { words } = useWords();
  const id = useId();
  const ground = useEscape<HTMLDivElement>(onCancel);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    cancel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div ref={ground} role="alertdialog" aria-modal="true" aria-labelledby={id} className={styles["ground"]}>
      <button type="button" tabIndex={-1} aria-hidden className={styles["outside"]} onClick={onCancel} />
      <div className={styles["sheet"]}>
        <p id={id} className={styles["text"]}>
          {text}
        </p>
        <button type="button" className={styles["deed"]} onClick={onConfirm}>
          {deed}
        </button>
        <button ref={cancel} type="button" className={styles["cancel"]} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
