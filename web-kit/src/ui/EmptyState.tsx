import type { ReactNode } from "react";
import { CategoryArt, type PictureName } from "./CategoryArt";
import css from "./States.module.css";

type EmptyStateProps = {
  /** What belongs here, as a sentence: "还没有订单。" */
  title: string;
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  picture?: PictureName;
};

/** An empty list: says what belongs here and offers one action. */
export function EmptyState({ title, children, action, picture }: EmptyStateProps) {
  return (
    <div className={css.state}>
      {picture && <CategoryArt name={picture} size={96} />}
      <p className={css.title}>{title}</p>
      {children && <div className="muted">{children}</div>}
      {action}
    </div>
  );
}
