import { type ReactNode, useId } from "react";
import css from "./Section.module.css";

type SectionProps = {
  title: string;
  /** At the right of the heading: a count, a tag, a button. */
  aside?: ReactNode;
  /** One line under the heading. */
  lead?: ReactNode;
  children: ReactNode;
  /** Tables touch the edges of their card. */
  flush?: boolean;
  /** Lets a link of the page jump here. */
  anchor?: string;
};

/** One card of a page with its heading. */
export function Section({ title, aside, lead, children, flush = false, anchor }: SectionProps) {
  const id = useId();
  return (
    <section id={anchor} className={`card ${css.section}`} data-flush={flush || undefined} aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        {aside}
        {lead && <p className="muted small">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

/** Facts at the left, what is decided or watched at the right; one column where there is no room for two. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={css.columns}>
      <div className="stack">{main}</div>
      <div className={`stack ${css.side}`}>{side}</div>
    </div>
  );
}
