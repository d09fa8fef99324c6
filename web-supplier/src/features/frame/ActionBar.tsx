import type { ReactNode } from "react";
import css from "./ActionBar.module.css";

/** The buttons of a page: on a phone they stay in reach above the tabs, on a desk they stand where they are written. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className={css.bar}>{children}</div>;
}
