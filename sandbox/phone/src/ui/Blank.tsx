import type { ReactNode } from "react";
import type { ControlError } from "../control/client";
import { useWords } from "../words/use-words";
import styles from "./ui.module.css";

/** Where nothing is yet: says so, and what to do about it. */
export function Blank({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={styles["blank"]}>
      <p className={styles["blankTitle"]}>{title}</p>
      {hint && <p className={styles["blankHint"]}>{hint}</p>}
      {children}
    </div>
  );
}

/** While something is read for the first time, or when that failed. */
export function Waiting({ problem, onRetry }: { problem: ControlError | null; onRetry: () => void }) {
  const { words } = useWords();
  if (!problem)
    return (
      <div className={styles["blank"]} role="status">
        <span className={styles["spinner"]} aria-hidden />
        <span>{words.loading}</span>
      </div>
    );
  return (
    <div className={styles["blank"]} role="alert">
      <p className={styles["blankTitle"]}>{words.failed}</p>
      <p className={styles["blankHint"]}>{problem.message || words.unreachable}</p>
      <button type="button" className={styles["button"]} onClick={onRetry}>
        {words.retry}
      </button>
    </div>
  );
}
