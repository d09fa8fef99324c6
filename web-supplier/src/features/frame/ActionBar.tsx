import type { ReactNode } from "react";
import css from "./ActionBar.module.css";

type ActionBarProps = {
  children: ReactNode;
  /** On a desk, too, the buttons share the whole width: for narrow columns. */
  fill?: boolean;
};

/** The buttons of a page: on a phone they stay in reach above the tabs, on a desk they stand where they are written. */
export function ActionBar({ children, fill = false }: ActionBarProps) {
  return (
    <div className={css.bar} data-fill={fill || undefined}>
      {children}
    </div>
  );
}
