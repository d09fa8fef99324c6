import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import css from "./Workbench.module.css";

export type Pick = {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  /** At the right of the title: an amount, a tag. */
  aside?: ReactNode;
  /** At the right of the note: an age, a countdown. */
  when?: ReactNode;
};

type PickGroupProps = {
  title: string;
  count?: number;
  picks: readonly Pick[];
  /** The one whose detail is shown. */
  current: string | undefined;
  /** Stands there when the group is empty. */
  none: string;
  children?: ReactNode;
};

/** Part of a queue: each entry is a link to itself (`?id=`), so that it can be shared and opened apart. */
export function PickGroup({ title, count, picks, current, none, children }: PickGroupProps) {
  return (
    <section className={css.group}>
      <h2>
        {title}
        {count !== undefined && <span>{count}</span>}
      </h2>
      {picks.length === 0 && <p className={`muted small ${css.none}`}>{none}</p>}
      <ul className="list">
        {picks.map((pick) => (
          <li key={pick.id}>
            <Link
              to="."
              search={{ id: pick.id }}
              replace
              className={css.pick}
              aria-current={pick.id === current ? "true" : undefined}
              activeProps={{}}
            >
              <span className={css.title}>{pick.title}</span>
              <span className={css.aside}>{pick.aside}</span>
              <span className={css.note}>{pick.note}</span>
              <span className={`${css.note} ${css.aside}`}>{pick.when}</span>
            </Link>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
