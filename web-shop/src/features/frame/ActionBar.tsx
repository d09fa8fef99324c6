import type { ReactNode } from "react";
import css from "./frame.module.css";

/** The bar with the page's one deed, always in reach of a thumb. On a desk the deed stands in the side column. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className={css.bar} data-print="hide">
      {children}
    </div>
  );
}
