import type { ReactNode } from "react";
import css from "./frame.module.css";

type ColumnsProps = {
  /** Stands right on a desk and stays in view; on a phone it follows `children`. */
  side: ReactNode;
  children: ReactNode;
  /** Below both on a phone, below `children` on a desk. */
  after?: ReactNode;
};

/** The page of one thing: facts at the left, money and the deed at the right. One column on a phone. */
export function Columns({ side, children, after }: ColumnsProps) {
  return (
    <div className={css.columns}>
      <div className={css.main}>{children}</div>
      <aside className={css.side}>
        <div className={css.sticky}>{side}</div>
      </aside>
      {after && <div className={css.after}>{after}</div>}
    </div>
  );
}
