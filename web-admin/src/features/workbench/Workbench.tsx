import { useLingui } from "@lingui/react/macro";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import css from "./Workbench.module.css";

type WorkbenchProps = {
  /** The accessible name of the list. */
  label: string;
  list: ReactNode;
  detail: ReactNode;
  /** Whether somebody picked one: on a phone the detail then covers the list. */
  picked: boolean;
  /** Back to the list, on a phone. */
  onBack: () => void;
};

/** A queue at the left, the one that is being worked on at the right; one after the other on a phone. */
export function Workbench({ label, list, detail, picked, onBack }: WorkbenchProps) {
  const { t } = useLingui();
  return (
    <div className={css.bench} data-picked={picked || undefined}>
      <nav className={css.list} aria-label={label}>
        {list}
      </nav>
      <div className={css.detail}>
        <button type="button" className={css.back} onClick={onBack}>
          <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
          {t`返回列表`}
        </button>
        {detail}
      </div>
    </div>
  );
}
