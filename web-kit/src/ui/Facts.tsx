import type { ReactNode } from "react";
import css from "./Facts.module.css";

/** Facts of one thing as label and value, in columns where there is room. Items without a value are left out. */
export function Facts({ items }: { items: readonly { label: string; value: ReactNode; wide?: boolean }[] }) {
  const known = items.filter(({ value }) => value !== null && value !== undefined && value !== "");
  return (
    <dl className={css.facts}>
      {known.map(({ label, value, wide }) => (
        <div key={label} data-wide={wide}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
